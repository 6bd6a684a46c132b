import Dialogue
import Domain
import Foundation
import Language
import Negotiation
import Testing
import Wording

/// Scripted conversations of real life: fixed lines of a debtor, who cannot react to what is said, and what a careful
/// reader expects of each.
@Suite("Scripted conversations come to what a careful reader expects")
struct ConversationVectorTests {
    /// Lines that may fail at once, for a model that is trained anew; what the law forbids may never.
    static let failuresMax = 0.05

    @Test("outcome, no disclosure, no offer outside policy, silence after opt-out, no text twice in a row")
    func outcomes() throws {
        let cases = try ScriptedCase.all()
        #expect(cases.count >= 100)
        let listener = Listener(try Reader.embedded())
        var wrong: [String] = []
        var counts: [Int] = []
        for scripted in cases {
            let run = try scripted.run(listener)
            let outcome = ConversationOutcome(run.commands)
            if !scripted.expect.contains(outcome.rawValue) { wrong.append("\(scripted.id): \(outcome.rawValue)") }
            if outcome == .agreement { counts.append(run.saidBeforeAgreement) }
            for (one, two) in zip(run.said, run.said.dropFirst()) {
                #expect(one != two, "\(scripted.id) says “\(one)” twice in a row")
            }
            #expect(run.saidAfterOptOut <= 1, "\(scripted.id) goes on after an opt-out")
            #expect(run.disclosures.isEmpty, "\(scripted.id) discloses: \(run.disclosures)")
            #expect(run.lapsedOffers == 0, "\(scripted.id) offers outside the policy")
            #expect(!run.agreedUnread, "\(scripted.id) binds what was not read back")
        }
        let median = counts.sorted()[counts.count / 2]
        print("conversations: \(cases.count - wrong.count) of \(cases.count) as expected, median \(median) messages")
        #expect(Double(wrong.count) <= Double(cases.count) * ConversationVectorTests.failuresMax, "\(wrong)")
        #expect(median <= 8)
    }
}

/// One line of `conversations.jsonl`.
struct ScriptedCase: Decodable {
    let id: String
    let expect: [String]
    let debtor: Debtor
    let turns: [Turn]

    struct Debtor: Decodable {
        let name: String
        let cpf: String
        let debtCents: Int64
        let daysPastDue: Int
        let products: [String]

        enum CodingKeys: String, CodingKey {
            case name, cpf, products
            case debtCents = "debt_cents"
            case daysPastDue = "days_past_due"
        }
    }

    /// A text, several in a row, or something that is no text.
    struct Turn: Decodable {
        let contents: [InboundContent]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                contents = [.text(text)]
            } else if let texts = try? value.decode([String].self) {
                contents = texts.map { .text($0) }
            } else {
                let object = try value.decode(Media.self)
                if let caption = object.image {
                    contents = [.image(caption: caption.isEmpty ? nil : caption)]
                } else if let name = object.document {
                    contents = [.document(filename: name, caption: nil)]
                } else {
                    contents = [object.audio == true ? .audio : .sticker]
                }
            }
        }

        private struct Media: Decodable {
            let image: String?
            let document: String?
            let audio: Bool?
        }
    }

    static func all() throws -> [ScriptedCase] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/conversations.jsonl")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(ScriptedCase.self, from: Data($0.utf8))
        }
    }

    /// What came of it, with what must never be.
    struct Run {
        var commands: [Command] = []
        var said: [String] = []
        var saidBeforeAgreement = 0
        var saidAfterOptOut = 0
        var disclosures: [String] = []
        var lapsedOffers = 0
        var agreedUnread = false
    }

    func run(_ listener: Listener) throws -> Run {
        var run = Run()
        var conversation = Conversation()
        var now = Fixture.start
        let facts = try facts()
        run.said.append(Greeting.text(name: facts.file.firstName, creditor: "Loja Aurora", facts: facts))
        var id: Int64 = 0
        var isOut = false
        func step(_ input: ConversationInput) {
            let before = conversation
            let turn = conversation.step(input, facts: facts, now: now, listener: listener)
            conversation = turn.next
            now = now.adding(seconds: 20)
            let isProven = conversation.identity(file: facts.file, contactPoint: facts.contactPoint, now: now) != nil
            for text in turn.replies.flatMap(WalkChecks.texts) where !text.isEmpty && !isProven {
                run.disclosures += StyleCheck.findings(in: text, neutral: true).filter { $0.kind == .debtWord }
                    .map { "\($0.excerpt) in “\(text)”" }
            }
            if isOut { run.saidAfterOptOut += turn.replies.count }
            for command in turn.commands {
                switch command {
                case .optOut:
                    if !isOut { run.saidAfterOptOut += turn.replies.count }
                    isOut = true
                case .offersMade(let terms): run.lapsedOffers += terms.count { !stands($0, facts) }
                case .agreementAccepted(let terms, _):
                    if case .confirming(terms) = before.stage {} else { run.agreedUnread = true }
                    if !stands(terms, facts) { run.lapsedOffers += 1 }
                default: break
                }
            }
            run.commands += turn.commands
            run.said += turn.replies.map(\.text)
            if run.saidBeforeAgreement == 0, conversation.agreed != nil { run.saidBeforeAgreement = run.said.count }
            for case .chargeRequested(let amount, let due, let number) in turn.commands {
                id += 1
                step(
                    .chargeReady(
                        ChargeFacts(
                            charge: ChargeID(id), amount: amount, pixCode: "000201PIX\(id)", qrCode: nil, due: due,
                            beneficiaryName: "Loja Aurora", beneficiaryDocument: nil, paymentNumber: number)))
                run.saidBeforeAgreement = run.said.count
            }
        }
        step(.opened(.askedName))
        for turn in turns {
            let messages = turn.contents.map { content in
                id += 1
                return InboundMessage(id: MessageID(id), content: content)
            }
            step(.messages(messages))
        }
        return run
    }

    private func stands(_ terms: OfferTerms, _ facts: ConversationFacts) -> Bool {
        guard let contents = try? contents() else { return false }
        return Offer.revalidated(
            terms, policy: contents.policy, facts: contents.negotiation, day: Fixture.monday
        ).offer != nil
    }

    private func contents() throws -> CaseContents {
        let due = Fixture.monday.adding(days: -debtor.daysPastDue)
        let principal = Money(cents: debtor.debtCents)
        let charges = LateCharges.balance(
            principal: principal, due: due, on: Fixture.monday, terms: .standard, calendar: .standard)
        let balance = BalanceComponents(
            principal: charges.principal, fine: charges.fine, interest: charges.interest)
        let product = Portuguese.list(debtor.products)
        let view = DebtView(
            id: DebtID(1), product: product, contractEnd: nil, originalAmount: principal, dueDate: due,
            balance: balance, daysPastDue: debtor.daysPastDue, finePercentage: Percentage(2),
            interestPerMonth: Percentage(1))
        let negotiable = NegotiableDebt(
            id: view.id, product: product, balance: balance, daysPastDue: debtor.daysPastDue)
        return CaseContents(
            debts: [view], negotiation: NegotiationFacts(debts: [negotiable]), policy: try Fixture.policy())
    }

    private func facts() throws -> ConversationFacts {
        let file = DebtorFile(
            debtor: DebtorID(1), name: PersonName(debtor.name), secrets: IdentityMaterial(unverifiedCPF: debtor.cpf),
            contents: try contents())
        return ConversationFacts(creditor: Fixture.creditor, file: file, contactPoint: Fixture.contactPoint)
    }
}
