import Domain
import Engine
import Foundation
import Simulation
import Store
import TestKit
import Testing

@Suite("Payments of a bank's return file")
struct BankReturnTests {
    /// One creditor with two debts of one person and one of another, placed as a file places them.
    private func installation(_ database: Database) throws {
        let installation = try WorldKit.installation(people: 0, seed: 1)
        func debt(_ document: String, _ contract: String, _ cents: Int64, phone: String?) -> PlacedDebt {
            PlacedDebt(
                document: document, name: "Célia Ramos", contract: contract, product: nil,
                amount: Money(cents: cents), dueDay: WorldKit.today.adding(days: -20),
                phones: phone.map { [$0] } ?? [], email: phone == nil ? "celia@exemplo.com.br" : nil, state: "SP",
                city: nil, birthDay: nil, attributes: "{}")
        }
        let chunk = PortfolioChunk(
            creditorKey: "loja-aurora", portfolioKey: "crediario", portfolioName: "Crediário", runKey: "a#1",
            source: "a.csv", rejected: 0,
            rows: [
                debt("39053344705", "1001", 10_000, phone: "+5511987654321"),
                debt("39053344705", "1002", 20_000, phone: "+5511987654321"),
                debt("11144477735", "2001", 30_000, phone: nil),
            ])
        try enter(
            try installation.entries(at: WorldKit.start, actor: "test") + [
                NewEntry(at: WorldKit.start, kind: .portfolioRows, actor: "test", body: chunk.encoded())
            ], database)
    }

    private func enter(_ entries: [NewEntry], _ database: Database) throws {
        let engine = CollectionEngine(configuration: try WorldKit.configuration())
        _ = try database.write { try $0.append(entries) }
        while try database.write({ try engine.applyWaiting($0, limit: 100) }) != nil {}
        let failures = try database.read { try $0.rows("SELECT seq, kind, reason FROM entry_failure") }
        #expect(failures.isEmpty, "\(failures)")
    }

    private func file(_ payments: [(String, Int64, [String])]) throws -> NewEntry {
        try BankReturn(
            creditorKey: "loja-aurora", source: "retorno.ret",
            payments: payments.map {
                BankReturn.Payment(
                    key: $0.0, paidCents: $0.1, paidAt: WorldKit.start.adding(days: -20), references: $0.2)
            }
        ).entry(at: WorldKit.start, actor: "test")
    }

    private func outcomes(_ database: Database) throws -> [String: String] {
        try database.read { session in
            Dictionary(
                uniqueKeysWithValues: try session.select(PaymentRow.self, "ORDER BY id").map {
                    (String($0.reference.split(separator: ":").last ?? ""), $0.outcome)
                })
        }
    }

    private func statuses(_ database: Database) throws -> [String: String] {
        try database.read { session in
            Dictionary(
                uniqueKeysWithValues: try session.select(DebtRow.self, "ORDER BY id").map { ($0.contract, $0.status) })
        }
    }

    @Test("a payment settles the debt that it names, and no other; in zeros or not", arguments: Backend.onePerEngine)
    func named(_ backend: Backend) throws {
        try backend.withDatabase { database in
            try installation(database)
            try enter([try file([("a", 20_000, ["0000001002", ""]), ("b", 30_000, ["2001"])])], database)
            #expect(try outcomes(database) == ["a": "matched", "b": "matched"])
            #expect(try statuses(database) == ["1001": "open", "1002": "settled", "2001": "settled"])
        }
    }

    @Test("the same file again books nothing; what is paid twice goes to a person")
    func repeated() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            try installation(database)
            let first = try file([("a", 10_000, ["1001"])])
            try enter([first, first], database)
            try enter([try file([("c", 10_000, ["1001"])])], database)
            #expect(try outcomes(database) == ["a": "matched", "c": "repeated"])
            let tasks = try database.read {
                try $0.integer("SELECT COUNT(*) FROM task WHERE kind = 'payment_repeated'")
            }
            #expect(tasks == 1)
        }
    }

    @Test("what names no debt, or too little, is kept, and the rest stays owed")
    func exceptions() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            try installation(database)
            try enter([try file([("x", 500, ["9999"]), ("p", 4_000, ["1001"])])], database)
            #expect(try outcomes(database) == ["x": "unmatched", "p": "partial"])
            let open = try database.read { session in
                try session.debts(creditor: try #require(try session.creditor(key: "loja-aurora")).id, contract: "1001")
            }
            #expect(open.map(\.status) == ["open"])
            let position = try database.read { try $0.position(of: try #require(open.first)) }
            #expect(position.principal == Money(cents: 6_000))
            try Books.check(database)
        }
    }
}
