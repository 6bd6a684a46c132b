import Dialogue
import Domain
import Language
import Negotiation
import Wording

/// The debtor, the debt and the creditor of a conversation in the terminal or in a script.
struct ConversationCase {
    var creditor: CreditorProfile
    var name: String
    var cpf: String?
    var birthDate: CalendarDay?
    var debtCents: Int64
    var daysPastDue: Int
    var products: [String]

    /// Amounts and ages outside of these are refused.
    static let debtCentsMax: Int64 = 1_000_000_000_000
    static let daysPastDueMax = 20_000

    /// For the chat in the terminal; nobody real.
    static let invented = ConversationCase(
        creditor: CreditorProfile(
            tradeName: "Loja Aurora", legalName: "Aurora Comércio Ltda", cnpj: try? CNPJ(parsing: "11222333000181"),
            address: "Rua das Flores, 10, Belo Horizonte, MG", officialChannels: "o site da Loja Aurora"),
        name: "Ana Souza", cpf: "52998224725", birthDate: nil, debtCents: 80_000, daysPastDue: 45,
        products: ["crediário"])

    /// The older the debt, the more is conceded; after five years nothing is collected.
    static func usualPolicy() throws -> NegotiationPolicy {
        func rule(_ from: Int, _ through: Int?, discount: Int, parts: Int, down: Int) -> OfferRule {
            OfferRule(
                when: OfferCondition(daysPastDueFrom: from, daysPastDueThrough: through),
                cash: CashTerms(waive: [.fine, .interest], principalDiscount: Percentage(discount)),
                installments: InstallmentTerms(
                    countMax: parts, installmentMin: Money(cents: 5_000), down: .share(Percentage(down))))
        }
        return try NegotiationPolicy(
            version: "usual-1",
            rules: [
                rule(1, 30, discount: 0, parts: 6, down: 20),
                rule(31, 90, discount: 15, parts: 12, down: 10),
                rule(91, 360, discount: 25, parts: 12, down: 10),
                rule(361, nil, discount: 40, parts: 18, down: 10),
            ],
            authority: AuthorityMargins(agent: Percentage(5), supervisor: Percentage(15)))
    }

    /// What is owed on a day; `since` is the first day of the conversation, on which the debt is `daysPastDue` old.
    func contents(on day: CalendarDay, since: CalendarDay, policy: NegotiationPolicy, paid: Money) -> CaseContents {
        let due = since.adding(days: -daysPastDue)
        let age = daysPastDue + since.days(until: day)
        let principal = Money(cents: debtCents)
        let balance = LateCharges.balance(
            principal: principal, due: due, on: day, terms: .standard, calendar: .standard)
        let settled = paid >= principal
        let components =
            settled
            ? BalanceComponents(principal: .zero)
            : BalanceComponents(
                principal: balance.principal - paid, fine: balance.fine, interest: balance.interest)
        let product = products.isEmpty ? nil : Portuguese.list(products)
        let view = DebtView(
            id: DebtID(1), product: product, contractEnd: nil, originalAmount: principal, dueDate: due,
            balance: components, daysPastDue: age, finePercentage: LateChargeTerms.standard.fine,
            interestPerMonth: LateChargeTerms.standard.monthlyInterest)
        let negotiable = NegotiableDebt(
            id: view.id, product: product, balance: components, daysPastDue: age,
            isTimeBarred: AgeingBucket(daysPastDue: age) == .prescribed)
        return CaseContents(debts: [view], negotiation: NegotiationFacts(debts: [negotiable]), policy: policy)
    }

    func facts(
        on day: CalendarDay, since: CalendarDay, policy: NegotiationPolicy, answers: FrequentAnswers,
        register: Register,
        paid: Money
    ) -> ConversationFacts {
        let file = DebtorFile(
            debtor: DebtorID(1), name: PersonName(name),
            secrets: IdentityMaterial(unverifiedCPF: cpf, birthDate: birthDate),
            contents: contents(on: day, since: since, policy: policy, paid: paid))
        return ConversationFacts(
            creditor: creditor, file: file, contactPoint: ContactPointID(1),
            catalogue: Catalogue(register: register), answers: answers)
    }
}

/// A case as a script's line states it.
extension ConversationCase: Decodable {
    private enum Keys: String, CodingKey { case creditor, debtor }
    private enum DebtorKeys: String, CodingKey {
        case name, cpf, products, product
        case debtCents = "debt_cents"
        case daysPastDue = "days_past_due"
        case birthDate = "birth_date"
    }
    private enum CreditorKeys: String, CodingKey {
        case name, cnpj, address, channels
        case tradeName = "trade_name"
        case legalName = "legal_name"
    }

    init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Keys.self)
        creditor = try ConversationCase.creditor(line)
        let debtor = try line.nestedContainer(keyedBy: DebtorKeys.self, forKey: .debtor)
        name = try debtor.decode(String.self, forKey: .name)
        cpf = try debtor.decodeIfPresent(String.self, forKey: .cpf)
        birthDate = try debtor.decodeIfPresent(CalendarDay.self, forKey: .birthDate)
        debtCents = try debtor.decode(Int64.self, forKey: .debtCents)
        daysPastDue = try debtor.decodeIfPresent(Int.self, forKey: .daysPastDue) ?? 1
        if let list = try? debtor.decodeIfPresent([String].self, forKey: .products) {
            products = list
        } else {
            products = [
                try? debtor.decode(String.self, forKey: .products), try? debtor.decode(String.self, forKey: .product),
            ]
            .compactMap { $0 }
        }
        guard (0...ConversationCase.debtCentsMax).contains(debtCents) else {
            throw DecodingError.dataCorruptedError(
                forKey: .debtCents, in: debtor,
                debugDescription: "debt_cents must be 0…\(ConversationCase.debtCentsMax)")
        }
        guard abs(daysPastDue) <= ConversationCase.daysPastDueMax else {
            throw DecodingError.dataCorruptedError(
                forKey: .daysPastDue, in: debtor, debugDescription: "days_past_due is out of range")
        }
    }

    /// A name, or an object with name, CNPJ, address and official channels.
    private static func creditor(_ line: KeyedDecodingContainer<Keys>) throws -> CreditorProfile {
        if let name = try? line.decode(String.self, forKey: .creditor) { return CreditorProfile(tradeName: name) }
        let object = try line.nestedContainer(keyedBy: CreditorKeys.self, forKey: .creditor)
        let legal = try object.decodeIfPresent(String.self, forKey: .legalName)
        let trade =
            try object.decodeIfPresent(String.self, forKey: .tradeName)
            ?? object.decodeIfPresent(String.self, forKey: .name) ?? legal
        guard let trade else {
            throw DecodingError.keyNotFound(
                CreditorKeys.name, .init(codingPath: object.codingPath, debugDescription: "creditor has no name"))
        }
        let cnpj = try object.decodeIfPresent(String.self, forKey: .cnpj).flatMap { try? CNPJ(parsing: $0) }
        return CreditorProfile(
            tradeName: trade, legalName: legal, cnpj: cnpj,
            address: try object.decodeIfPresent(String.self, forKey: .address),
            officialChannels: try object.decodeIfPresent(String.self, forKey: .channels))
    }
}
