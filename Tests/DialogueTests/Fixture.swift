import Dialogue
import Domain
import Language
import Negotiation
import Wording

/// An invented creditor, debtor and debt, the same in every test.
enum Fixture {
    /// Monday, 10 h in Brasília.
    static let monday = CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0)
    static let start = Zone.brasilia.instant(monday, minuteOfDay: 600)
    static let contactPoint = ContactPointID(7)
    static let cpf = "52998224725"

    static let creditor = CreditorProfile(
        tradeName: "Loja Aurora", legalName: "Aurora Comércio Ltda", cnpj: try? CNPJ(parsing: "11222333000181"),
        address: "Rua das Flores, 10, Belo Horizonte", officialChannels: "lojaaurora.example e o app Aurora",
        complaintsChannel: "ouvidoria@lojaaurora.example")

    static func policy() throws -> NegotiationPolicy {
        try NegotiationPolicy(
            version: "crediario-3",
            rules: [
                OfferRule(
                    when: OfferCondition(daysPastDueFrom: 1, daysPastDueThrough: 30),
                    cash: CashTerms(waive: [.fine, .interest]),
                    installments: InstallmentTerms(
                        countMax: 6, installmentMin: Money(cents: 5_000), down: .share(Percentage(20)))),
                OfferRule(
                    when: OfferCondition(daysPastDueFrom: 31),
                    cash: CashTerms(waive: [.fine, .interest], principalDiscount: Percentage(15)),
                    installments: InstallmentTerms(
                        countMax: 12, installmentMin: Money(cents: 5_000), down: .share(Percentage(10)))),
            ])
    }

    /// What is owed, as it grows from day to day.
    struct Case {
        var principal = Money(cents: 80_000)
        var due = CalendarDay(iso: "2026-10-10") ?? CalendarDay(number: 0)
        var agreement: AgreementView?
        var lastPayment: PaymentView?
        var previousBreaks = 0
        var birthDate: CalendarDay? = nil
        var bureau = BureauStatus.unknown
        var isTimeBarred = false
        var secondDebt = false
        var register = Register.usual

        func contents(on day: CalendarDay) throws -> CaseContents {
            var debts = [(DebtID(1), "Crediário", "4321", principal, due)]
            if secondDebt {
                debts.append((DebtID(2), "Cartão Aurora", "9876", Money(cents: 25_000), due.adding(days: 20)))
            }
            let views = debts.map { id, product, contract, principal, due in
                let debt = Debt(contract: contract, product: product, principal: principal, dueDate: due)
                let balance = debt.balance(on: day, terms: .standard, calendar: .standard)
                return DebtView(
                    id: id, product: product, contractEnd: contract, originalAmount: principal, dueDate: due,
                    balance: BalanceComponents(
                        principal: balance.principal, fine: balance.fine, interest: balance.interest),
                    daysPastDue: debt.daysPastDue(on: day, calendar: .standard), finePercentage: Percentage(2),
                    interestPerMonth: Percentage(1))
            }
            let negotiable = views.map {
                NegotiableDebt(
                    id: $0.id, product: $0.product, balance: $0.balance, daysPastDue: $0.daysPastDue,
                    isTimeBarred: isTimeBarred)
            }
            return CaseContents(
                debts: views, negotiation: NegotiationFacts(debts: negotiable, previousBreaks: previousBreaks),
                policy: try Fixture.policy(), agreement: agreement, lastPayment: lastPayment, bureau: bureau)
        }
    }

    static func facts(
        at now: Timestamp, case content: Case = Case(), contactPoint: ContactPointID = contactPoint
    ) throws -> ConversationFacts {
        let day = Zone.brasilia.day(now)
        let secrets = IdentityMaterial(cpf: try CPF(parsing: cpf), birthDate: content.birthDate)
        let file = DebtorFile(
            debtor: DebtorID(1), name: PersonName("ANA SOUZA PEREIRA"), secrets: secrets,
            contents: try content.contents(on: day))
        return ConversationFacts(
            creditor: creditor, file: file, contactPoint: contactPoint, catalogue: Catalogue(register: content.register)
        )
    }
}

/// A listener that hears what the test says: a text is looked up, and heard as `other` where it is not known.
struct ScriptedListener {
    private var table: [String: Understanding] = [:]

    mutating func when(
        _ text: String, _ intents: [Intent], entities: Entities = Entities(), language: MessageLanguage = .portuguese,
        isSure: Bool = true, details change: (inout Details) -> Void = { _ in }
    ) {
        var details = Details(found: entities)
        details.digitGroups = ScriptedListener.digitGroups(text)
        change(&details)
        let scored = intents.map { ScoredIntent($0, confidence: 0.9) }
        table[text] = Understanding(
            intents: scored, scores: scored, entities: entities, details: details, language: language, isSure: isSure)
    }

    var listener: Listener {
        let table = table
        return Listener { text, _, _ in
            if let known = table[text] { return known }
            var details = Details()
            details.digitGroups = ScriptedListener.digitGroups(text)
            let other = [ScoredIntent(.other, confidence: 0.9)]
            return Understanding(
                intents: other, scores: other, entities: Entities(), details: details, language: .portuguese,
                isSure: true)
        }
    }

    static func digitGroups(_ text: String) -> [String] {
        text.split { !("0"..."9").contains($0) }.map(String.init)
    }
}

/// A conversation under test, with everything that was said and asked in it.
struct Talk {
    var conversation = Conversation()
    var now = Fixture.start
    private(set) var content = Fixture.Case()
    var script = ScriptedListener()
    var said: [MessageContent] = []
    var commands: [Command] = []
    private var lastID: Int64 = 0
    private var cached: (day: CalendarDay, facts: ConversationFacts)?

    init(_ content: Fixture.Case = Fixture.Case()) { self.content = content }

    @discardableResult
    mutating func step(_ input: ConversationInput) throws -> Turn {
        let facts = try facts()
        let turn = conversation.step(input, facts: facts, now: now, listener: script.listener)
        conversation = turn.next
        said += turn.replies
        commands += turn.commands
        now = now.adding(seconds: 20)
        return turn
    }

    /// What is known now; the same all day long.
    mutating func facts() throws -> ConversationFacts {
        let day = Zone.brasilia.day(now)
        if let cached, cached.day == day { return cached.facts }
        let facts = try Fixture.facts(at: now, case: content)
        cached = (day, facts)
        return facts
    }

    @discardableResult
    mutating func write(_ texts: String...) throws -> Turn {
        try step(.messages(texts.map { inbound(.text($0)) }))
    }

    @discardableResult
    mutating func tap(_ id: String) throws -> Turn { try step(.messages([inbound(.selection(id: id, title: ""))])) }

    mutating func inbound(_ content: InboundContent) -> InboundMessage {
        lastID += 1
        return InboundMessage(id: MessageID(lastID), content: content)
    }

    /// From the first message to the offers.
    mutating func prove() throws {
        script.when("sou eu", [.accept])
        script.when("529", [.other])
        try step(.opened(.askedName))
        try write("sou eu")
        try write("529")
    }
}
