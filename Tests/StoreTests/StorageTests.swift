import Domain
import Foundation
import Store
import TestKit
import Testing

@Suite("Storage, on every database")
struct StorageTests {
    @Test("a committed row is read back in every type", arguments: Backend.available)
    func rowsRoundTrip(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let creditor = CreditorRow(
                id: CreditorID(1), key: "aurora", name: "Loja Aurora – ção ☕️", profile: "{}", whatsappNumber: nil,
                createdAt: Timestamp(milliseconds: 1_795_000_000_123))
            let debt = DebtRow(
                id: DebtID(9_007_199_254_740_993), creditor: creditor.id, portfolio: PortfolioID(2),
                collectionCase: CaseID(3), debtor: DebtorID(4), contract: "A'1;\"", product: nil,
                original: Money(cents: .max), dueDay: try #require(CalendarDay(iso: "2026-11-23")), status: "open",
                isInBooks: true, sourceHash: .min)
            try database.write { session in
                try session.insert(creditor)
                try session.insert(debt)
            }
            let found1 = try database.read { try $0.creditor(key: "aurora") }
            #expect(found1 == creditor)
            let found2 = try database.read { try $0.find(DebtRow.self, .id(debt.id)) }
            #expect(found2 == debt)
        }
    }

    @Test("a transaction that throws leaves nothing behind", arguments: Backend.available)
    func rollback(_ backend: Backend) throws {
        struct Stop: Error {}
        try backend.withDatabase { database in
            #expect(throws: Stop.self) {
                try database.write { session in
                    try session.run("INSERT INTO setting (name, value) VALUES (?, ?)", .text("a"), .text("1"))
                    throw Stop()
                }
            }
            let found3 = try database.read { try $0.setting("a") }
            #expect(found3 == nil)
        }
    }

    @Test("a savepoint undoes only its own part", arguments: Backend.available)
    func savepoint(_ backend: Backend) throws {
        try backend.withDatabase { database in
            try database.write { session in
                try session.run("INSERT INTO setting (name, value) VALUES (?, ?)", .text("kept"), .text("1"))
                #expect(throws: StoreError.self) {
                    try session.savepoint {
                        try session.run("INSERT INTO setting (name, value) VALUES (?, ?)", .text("gone"), .text("1"))
                        try session.run("INSERT INTO setting (name, value) VALUES (?, ?)", .text("kept"), .text("2"))
                    }
                }
            }
            let found4 = try database.read { try $0.setting("kept") }
            #expect(found4 == "1")
            let found5 = try database.read { try $0.setting("gone") }
            #expect(found5 == nil)
        }
    }

    @Test("opening again changes nothing; a newer schema is refused", arguments: Backend.available)
    func migrations(_ backend: Backend) throws {
        guard backend != .sqliteInMemory else { return }
        try backend.withAddress { address in
            let first = try Database.open(address)
            _ = try first.write { session in
                try session.run("INSERT INTO setting (name, value) VALUES (?, ?)", .text("a"), .text("1"))
            }
            let second = try Database.open(address)
            let found6 = try second.read { try $0.setting("a") }
            #expect(found6 == "1")
            _ = try second.write { try $0.run("INSERT INTO schema_version (number) VALUES (?)", .integer(9_999)) }
            #expect(throws: StoreError.self) { try Database.open(address) }
        }
    }

    @Test("text sorts by its bytes, alike everywhere", arguments: Backend.available)
    func order(_ backend: Backend) throws {
        let words = ["Zé", "ana", "Ana", "á", "_", "10", "9"]
        try backend.withDatabase { database in
            try database.write { session in
                for word in words { try session.run("INSERT INTO setting (name, value) VALUES (?, '')", .text(word)) }
            }
            let sorted = try database.read { try $0.rows("SELECT name FROM setting ORDER BY name") }.map { $0[0] }
            let expected = words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map {
                SQLValue.text($0)
            }
            #expect(sorted == expected)
        }
    }

    @Test("every state table names its creditor")
    func tenancy() throws {
        // Rows without one: the engine's own marks, and files that are found by the hash that a creditor's row names.
        let exempt: Set = ["seen", "entry_failure", "creditor"]
        try Backend.sqliteInMemory.withDatabase { database in
            for table in StateDigest.tables where !exempt.contains(table.name) {
                let columns = try database.read {
                    try $0.rows("SELECT name FROM pragma_table_info(?)", .text(table.name))
                }
                #expect(columns.contains([.text("creditor")]), "\(table.name) has no creditor")
            }
        }
    }
}
