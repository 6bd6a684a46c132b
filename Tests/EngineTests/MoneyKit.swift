import Dialogue
import Domain
import Foundation
import Negotiation
import Payments
import Simulation
import Store
import Testing

@testable import Engine

/// A creditor with a few debts, and everything that can happen to their money, without anybody talking.
struct MoneyKit {
    let database: Database
    let engine: CollectionEngine
    /// The instant of the next entry.
    var now = WorldKit.start

    /// The debtors' documents, and their contracts with what is owed; all were due twenty days ago.
    static let célia = "39053344705"
    static let rui = "11144477735"

    init(_ database: Database) throws {
        self.database = database
        engine = CollectionEngine(configuration: try WorldKit.configuration())
        let installation = try WorldKit.installation(people: 0, seed: 1)
        // Codes of the key, without a bank to ask: an entry alone is enough for one.
        var settings = Installation.settings
        settings.pixBank = nil
        try enter(try installation.entries(at: now, actor: "test", settings: settings))
        try place([
            MoneyKit.debt(MoneyKit.célia, "1001", 10_000), MoneyKit.debt(MoneyKit.célia, "1002", 60_000),
            MoneyKit.debt(MoneyKit.rui, "2001", 30_000, email: "rui@exemplo.com.br"),
        ])
    }

    static func debt(
        _ document: String, _ contract: String, _ cents: Int64, email: String? = nil, attributes: String = "{}"
    ) -> PlacedDebt {
        PlacedDebt(
            document: document, name: "Célia Ramos", contract: contract, product: nil, amount: Money(cents: cents),
            dueDay: WorldKit.today.adding(days: -20), phones: email == nil ? ["+5511987654321"] : [], email: email,
            state: "SP", city: nil, birthDay: nil, attributes: attributes)
    }

    func place(_ debts: [PlacedDebt]) throws {
        let chunk = PortfolioChunk(
            creditorKey: Installation.creditorKey, portfolioKey: "crediario", portfolioName: "Crediário",
            runKey: "run-\(debts.hashValue.magnitude)", source: "a.csv", rejected: 0, rows: debts)
        try enter([NewEntry(at: now, kind: .portfolioRows, actor: "test", body: chunk.encoded())])
    }

    func enter(_ entries: [NewEntry]) throws {
        _ = try database.write { try $0.append(entries) }
        while try database.write({ try engine.applyWaiting($0, limit: 100) }) != nil {}
    }

    func failures() throws -> [String] {
        try database.read { try $0.rows("SELECT reason FROM entry_failure ORDER BY seq") }.map { "\($0)" }
    }

    // MARK: What happens

    /// Has the debtor agree to what the policy offers, as the dialogue would.
    /// - Parameter count: payments; 1 is the offer at once.
    @discardableResult
    func agree(_ document: String, payments count: Int) throws -> AgreementRow {
        // An entry that does nothing itself gives the ids their place.
        try enter([NewEntry(at: now, kind: .timersDue, actor: "test", body: [])])
        return try database.write { session in
            let entry = try #require(try session.entries(after: try session.appliedEntry() - 1, limit: 1).first)
            let context = EntryContext(entry: entry, session: session)
            let creditor = try #require(try session.creditor(key: Installation.creditorKey))
            let debtor = try #require(try session.debtors(creditor: creditor.id, documents: [document]).first)
            let party = try #require(try engine.party(of: debtor.id, context))
            let debts = try session.debts(debtor: debtor.id).filter { $0.status == "open" }
            let day = party.zone.day(context.now)
            let facts = try engine.negotiationFacts(debts, party, day, debtor, context)
            let policy = try engine.policy(of: creditor, session)
            let answer = Negotiator.respond(
                to: Wish(installments: count), facts: facts, policy: policy, authority: .bot, day: day)
            let offer: Offer? =
                switch answer {
                case .acceptable(let offer), .nearest(let offer, _): offer
                case .none: nil
                }
            let terms = try #require(offer).terms
            let talk = try engine.conversation(for: party, context)
            _ = try engine.performMoney(.offersMade([terms]), talk, party, context)
            _ = try engine.performMoney(.agreementAccepted(terms, evidence: nil), talk, party, context)
            return try #require(try engine.currentAgreement(debtor.id, session))
        }
    }

    /// Makes a Pix code as the dialogue asks for one.
    func charge(_ document: String, _ cents: Int64, number: Int? = nil) throws -> ChargeRow {
        try enter([NewEntry(at: now, kind: .timersDue, actor: "test", body: [])])
        return try database.write { session in
            let entry = try #require(try session.entries(after: try session.appliedEntry() - 1, limit: 1).first)
            let context = EntryContext(entry: entry, session: session)
            let creditor = try #require(try session.creditor(key: Installation.creditorKey))
            let debtor = try #require(try session.debtors(creditor: creditor.id, documents: [document]).first)
            let party = try #require(try engine.party(of: debtor.id, context))
            let talk = try engine.conversation(for: party, context)
            _ = try engine.performMoney(
                .chargeRequested(amount: Money(cents: cents), due: party.zone.day(now), paymentNumber: number), talk,
                party, context)
            return try #require(try session.openCharges(debtor: debtor.id).last)
        }
    }

    /// The bank's callback about one payment.
    func pix(
        _ endToEnd: String, _ cents: Int64, txid: String?, refunds: [(String, Int64, String)] = []
    ) throws {
        var parts = [
            "\"endToEndId\":\"\(endToEnd)\"", "\"valor\":\"\(Money(cents: cents).bankDecimal)\"",
            "\"horario\":\"\(now.rfc3339(in: .brasilia))\"", "\"chave\":\"\(Installation.pixKey)\"",
        ]
        if let txid { parts.append("\"txid\":\"\(txid)\"") }
        let back = refunds.map { refund in
            "{\"id\":\"\(refund.0)\",\"rtrId\":\"D\(refund.0)\",\"valor\":\"\(Money(cents: refund.1).bankDecimal)\","
                + "\"horario\":{\"solicitacao\":\"\(now.rfc3339(in: .brasilia))\"},\"status\":\"\(refund.2)\"}"
        }
        if !back.isEmpty { parts.append("\"devolucoes\":[\(back.joined(separator: ","))]") }
        let body = "{\"pix\":[{\(parts.joined(separator: ","))}]}"
        try enter([NewEntry(at: now, kind: .pixCallback, actor: "bank", body: Array(body.utf8))])
    }

    /// A return file with payments: key, cents, what it names.
    func file(_ payments: (String, Int64, String)...) throws {
        let entry = try BankReturn(
            creditorKey: Installation.creditorKey, source: "retorno.ret",
            payments: payments.map {
                BankReturn.Payment(key: $0.0, paidCents: $0.1, paidAt: now, references: [$0.2])
            }
        ).entry(at: now, actor: "test")
        try enter([entry])
    }

    func act(_ act: StaffAct, login: String = "ana") throws {
        try enter([try act.entry(at: now, login: login)])
    }

    // MARK: What is found

    func payment(_ ending: String) throws -> PaymentRow {
        try #require(
            try database.read { try $0.select(PaymentRow.self, "ORDER BY id") }.first {
                $0.reference == ending || $0.reference.hasSuffix(":" + ending)
            })
    }

    func debt(_ contract: String) throws -> DebtRow {
        try #require(
            try database.read { try $0.select(DebtRow.self, "WHERE contract = ?", .text(contract)) }.first)
    }

    /// What the debtor owes for a contract today, charges included.
    func owed(_ contract: String) throws -> Int64 {
        let debt = try debt(contract)
        return try database.read { session in
            try session.position(of: debt).amounts(
                due: debt.dueDay, on: Zone.brasilia.day(now), terms: .standard, tables: .empty, calendar: .standard
            ).total.cents
        }
    }

    func agreement() throws -> AgreementRow {
        try #require(try database.read { try $0.select(AgreementRow.self, "ORDER BY id") }.last)
    }

    func tasks() throws -> [String] {
        try database.read { try $0.select(TaskRow.self, "WHERE closed_at IS NULL ORDER BY id") }.map(\.kind)
    }

    func accounts() throws -> [LedgerAccount: Int64] {
        let creditor = try #require(try database.read { try $0.creditor(key: Installation.creditorKey) })
        return try database.read { try $0.accounts(creditor: creditor.id, at: .init(milliseconds: .max)) }
            .filter { $0.value != .zero }.mapValues(\.cents)
    }

    /// Every entry balances, every account stands on its side, and all the cash is somebody's.
    func checkBooks(sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try failures().isEmpty, sourceLocation: sourceLocation)
        try Books.check(database, sourceLocation: sourceLocation)
    }
}
