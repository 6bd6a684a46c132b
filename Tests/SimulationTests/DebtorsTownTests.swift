import Channels
import Domain
import Payments
import Testing

@testable import Simulation

/// A collector of a few fixed sentences, enough to carry the simulated people through a whole conversation.
struct PlainCollector {
    struct Talk {
        var isProved = false
        var proofsLeft = 4
        var hasOffered = false
        var hasCode = false
    }

    private(set) var talks: [String: Talk] = [:]
    private(set) var received: [String: [String]] = [:]
    private(set) var lastTexts: [String: String] = [:]
    var people: [String: InventedDebtor] = [:]
    private(set) var sends = 0

    mutating func opening(_ person: InventedDebtor) -> (String, MessageContent) {
        people[person.phone] = person
        people[person.waID] = person
        return (
            person.phone,
            .template(
                TemplateMessage(
                    name: "contato_v1", language: "pt_BR",
                    parameters: [TemplateParameter(name: "nome", value: person.firstName)],
                    quickReplies: [
                        MessageOption(id: "eu", title: "Sou eu"), MessageOption(id: "nao", title: "Não sou eu"),
                    ],
                    renderedText: ""))
        )
    }

    mutating func answer(_ event: WhatsAppEvent) -> [(String, MessageContent)] {
        guard let phone = event.contact?.phone, let person = people[phone] else { return [] }
        var text = ""
        switch event.kind {
        case .messageReceived(let message): text = message.text ?? message.caption ?? ""
        case .selectionReceived(let selection): text = "#" + selection.id
        default: return []
        }
        received[person.phone, default: []].append(text)
        var talk = talks[person.phone] ?? Talk()
        defer { talks[person.phone] = talk }
        if text == "#nao" { return [(phone, .text("Desculpe o engano! Tirei este número do cadastro."))] }
        if talk.hasCode { return [] }
        if !talk.isProved {
            let digits = text.filter(\.isNumber)
            if !digits.isEmpty, digits.hasPrefix(person.cpf.prefix(3)) {
                talk.isProved = true
            } else {
                talk.proofsLeft -= 1
                return talk.proofsLeft > 0 ? [(phone, .text("Me manda os 3 primeiros números do seu CPF?"))] : []
            }
        }
        if !talk.hasOffered {
            talk.hasOffered = true
            return [
                (
                    phone,
                    .list(
                        body: "Tenho estas opções. Qual fica melhor?", footer: nil, button: "Ver opções",
                        rows: [
                            MessageOption(id: "vista", title: "À vista R$ 300,00"),
                            MessageOption(id: "seis", title: "6x de R$ 60,00"),
                        ])
                )
            ]
        }
        guard text == "#vista" || text == "#seis" || folded(text).contains("vista") || text.contains("6") else {
            return [
                (
                    phone,
                    .list(
                        body: "Alguma destas serve?", footer: nil, button: "Ver",
                        rows: [
                            MessageOption(id: "vista", title: "À vista R$ 290,00"),
                            MessageOption(id: "seis", title: "6x de R$ 58,00"),
                        ])
                )
            ]
        }
        talk.hasCode = true
        guard let key = try? PixKey(BankTests.keyText),
            let code = try? BRCode.composeStatic(
                key: key, name: "LOJA", city: "SAO PAULO", amount: Money(cents: 30_000), txid: PixTxid("T\(person.id)"))
        else { return [] }
        return [(phone, .text("Aqui vai seu Pix. Copie o código abaixo.")), (phone, .text(code.payload))]
    }
}

@Suite("Debtors: a town of them")
struct DebtorsTownTests {
    static let contact = SimulatedTemplate(
        name: "contato_v1", body: "Olá! Aqui é da Loja Aurora. Falo com {{nome}} neste número?",
        quickReplies: ["Sou eu", "Não sou eu"])

    static func town(_ people: [InventedDebtor], seed: UInt64) -> SimulatedTown {
        let account = BusinessAccount(
            id: CloudAPIKit.accountID, appSecret: CloudAPIKit.secret, accessTokens: [CloudAPIKit.token],
            numbers: [
                BusinessNumber(
                    id: CloudAPIKit.numberID, displayDigits: "551100000001", verifiedName: "Loja Aurora",
                    messagesPerSecond: 1000)
            ],
            templates: [contact])
        var cloud = CloudAPIConfiguration(seed: seed, accounts: [account])
        cloud.pairRate = .lenient
        var town = SimulatedTown(
            seed: seed, cloud: cloud,
            bank: BankConfiguration(seed: seed, pixKey: BankTests.keyText))
        town.welcome(people)
        return town
    }

    struct Outcome: Equatable {
        var collector: [String: [String]] = [:]
        var paid: Set<String> = []
        var sentByTown = 0
        var log: UInt64 = 0
    }

    static func run(_ count: Int, seed: UInt64, days: Int64) throws -> (SimulatedTown, Outcome) {
        let people = DebtorsPopulationTests.generator(seed).people(count)
        var town = town(people, seed: seed)
        var collector = PlainCollector()
        var outcome = Outcome()
        var now = CloudAPIKit.start
        let end = now.adding(days: days)
        func send(_ phone: String, _ content: MessageContent) throws {
            let request = try WhatsAppRequest.send(
                OutboundMessage(content, to: .phone(phone), numberID: CloudAPIKit.numberID, callbackData: nil))
            let response = town.handle(
                SimulatedRequest(
                    method: "POST", target: "/v25.0/" + request.path,
                    headers: ["Authorization": "Bearer \(CloudAPIKit.token)"], body: request.body),
                now: now)
            if response.status != 200 {
                #expect([131_026, 131_047].contains(response.errorCode ?? 0), "\(response.text)")
            }
        }
        for person in people {
            let (phone, content) = collector.opening(person)
            try send(phone, content)
        }
        while let next = town.nextAt, next <= end {
            now = next
            for delivery in town.advance(to: next) {
                town.settle(delivery, succeeded: true, now: next)
                outcome.log = StableHash.fnv1a(delivery.body) &+ outcome.log &* 31
                guard delivery.service == .whatsapp else { continue }
                for event in try WhatsAppWebhook.parse(delivery.body) {
                    for (phone, content) in collector.answer(event) { try send(phone, content) }
                }
            }
        }
        outcome.collector = collector.received
        outcome.paid = Set(people.filter { town.debtors[$0.phone]?.hasPaid == true }.map(\.phone))
        return (town, outcome)
    }

    @Test("a town lives the same life twice under one seed")
    func determinism() throws {
        let (_, first) = try Self.run(40, seed: 11, days: 3)
        let (_, second) = try Self.run(40, seed: 11, days: 3)
        #expect(first == second)
        let (_, other) = try Self.run(40, seed: 12, days: 3)
        #expect(other.log != first.log)
    }

    @Test("people behave as their personas say")
    func behaviour() throws {
        let (town, outcome) = try Self.run(250, seed: 21, days: 14)
        let people = town.debtors.values.map(\.person)
        func share(_ aims: [Persona.Aim], proof: Persona.Proof = .right, _ holds: (InventedDebtor) -> Bool) -> Double {
            let those = people.filter {
                aims.contains($0.persona.aim) && $0.persona.proof == proof && $0.persona.isOnWhatsApp
            }
            return those.isEmpty ? 1 : Double(those.count(where: holds)) / Double(those.count)
        }
        let said = outcome.collector
        #expect(
            share([.paysInFull, .asksDiscount, .wantsInstallments, .counterOffers]) { outcome.paid.contains($0.phone) }
                > 0.7)
        #expect(share([.promisesAndKeeps]) { outcome.paid.contains($0.phone) } > 0.5)
        for aim in [Persona.Aim.optsOut, .wrongPerson, .agreesAndBreaks, .promisesAndBreaks, .claimsPaid, .staysSilent]
        {
            #expect(
                share([aim], proof: aim == .wrongPerson ? .wrong : .right) { !outcome.paid.contains($0.phone) } == 1,
                "\(aim)")
        }
        #expect(share([.staysSilent]) { said[$0.phone] == nil } == 1)
        #expect(share([.optsOut]) { (said[$0.phone] ?? []).count <= 3 } == 1)
        #expect(share([.asksDiscount], proof: .wrong) { !outcome.paid.contains($0.phone) } == 1)
        #expect(share([.wantsInstallments], proof: .wrongThenRight) { outcome.paid.contains($0.phone) } > 0.5)
        #expect(said.values.allSatisfy { $0.count <= Debtor.messagesMost + 4 }, "nobody talks for ever")
        #expect(people.filter { !$0.persona.isOnWhatsApp }.allSatisfy { said[$0.phone] == nil })
        #expect(Set(said.values.flatMap(\.self)).count > 150, "people do not all say the same")
        #expect(town.bank.payments.count == Set(town.bank.payments.map(\.endToEndID)).count)
        #expect(town.figures.refusedPayments == 0)
    }

    @Test("answers come late rather than by night")
    func nights() throws {
        let (town, _) = try Self.run(80, seed: 31, days: 5)
        var byNight = 0
        var count = 0
        for debtor in town.debtors.values {
            for bubble in town.cloud.conversation(of: debtor.person.phone) where bubble.direction == .sent {
                count += 1
                let hour = debtor.person.zone.localTime(bubble.at).hour
                if hour < 6 { byNight += 1 }
            }
        }
        #expect(count > 80)
        #expect(byNight * 20 < count)
    }

    @Test("a phone in somebody's hands is theirs alone")
    func manualPhone() throws {
        let people = DebtorsPopulationTests.generator(5).people(3)
        var town = Self.town(people, seed: 5)
        let phone = people[0].phone
        town.setManual(true, phone: phone)
        let start = CloudAPIKit.start
        try town.send(.text("oi"), from: phone, to: CloudAPIKit.numberID, now: start)
        #expect(throws: BankRefusal.self) { try town.pay("oi", from: phone, now: start) }
        try town.pay(try BankTests.code(), from: phone, now: start)
        #expect(town.bank.payments.first?.payer.document == people[0].cpf)
        _ = town.advance(to: start.adding(days: 2))
        #expect(town.cloud.conversation(of: phone).count == 1)
        #expect(town.residents().first?.isManual == true)
    }
}
