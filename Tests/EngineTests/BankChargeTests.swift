import Domain
import Engine
import Foundation
import Payments
import Simulation
import Store
import TestKit
import Testing

@Suite("Charges at the creditor's bank, by its Pix API")
struct BankChargeTests {
    private func count(_ sql: String, _ database: Database) throws -> Int64 {
        try database.read { try $0.integer(sql) ?? 0 }
    }

    @Test(
        "codes come from the bank; payments that it never tells of are found in its list and booked once; replay agrees",
        arguments: Backend.shared)
    func untold(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let world = try WorldKit.world(on: database, people: 16, seed: 41)
            world.inTown { town, _ in town.adjustBank { $0.faults.untold = 1000 } }
            try world.run(until: WorldKit.start.adding(days: 1))
            let failures = try database.read { try $0.rows("SELECT seq, kind, reason FROM entry_failure") }
            #expect(failures.isEmpty, "\(failures)")
            #expect(try count("SELECT COUNT(*) FROM charge WHERE kind = 'static'", database) == 0)
            #expect(try count("SELECT COUNT(*) FROM inbox WHERE kind = 'pix.callback'", database) == 0)
            let payload = try database.read { try $0.first(ChargeRow.self, "WHERE status = 'paid'") }?.payload
            #expect(try BRCode(decoding: try #require(payload)).kind == .dynamic)
            // Everything that was paid up to the last look is in the books.
            let seen = world.now.adding(hours: -1)
            let paid = world.town.bank.payments.filter { $0.at < seen }
            #expect(!paid.isEmpty)
            for pix in paid {
                let booked = try database.read { try $0.payment(reference: pix.endToEndID) }
                #expect(booked?.amount == pix.amount)
            }
            try Checks.everything(database, world.town)
            let recorded = try database.read { try StateDigest.compute($0) }
            #expect(try WorldKit.replayedDigest(of: database) == recorded)
        }
    }

    @Test("a stormy bank: every charge is made once, and who waits in vain gets a static code")
    func storm() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let world = try WorldKit.world(on: database, people: 24, seed: 42)
            world.inTown { town, _ in
                town.adjustBank {
                    $0.faults = .stormy
                    $0.faults.unansweredBefore = 300
                }
            }
            try world.run(until: WorldKit.start.adding(days: 1))
            #expect(
                try count("SELECT COUNT(*) FROM charge WHERE kind <> 'static' AND status IN ('open', 'paid')", database)
                    > 0)
            // Nobody is left waiting for a code.
            #expect(try count("SELECT COUNT(*) FROM charge WHERE status = 'requested'", database) == 0)
            try Checks.everything(database, world.town)
        }
    }

    @Test(
        "a bank that is away: a static code where the creditor allows it, else a person",
        arguments: [true, false])
    func away(_ allowsStaticCode: Bool) throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let world = try WorldKit.world(on: database, people: 16, seed: 43)
            var settings = Installation.settings
            settings.pixBank?.allowsStaticCode = allowsStaticCode
            try world.enter([
                try CreditorSaved(key: Installation.creditorKey, profile: settings).entry(
                    at: WorldKit.start, actor: "test")
            ])
            world.inTown { town, _ in town.adjustBank { $0.faults.unansweredBefore = 1000 } }
            try world.run(until: WorldKit.start.adding(hours: 10))
            let asked = try count("SELECT COUNT(*) FROM charge WHERE kind <> 'static'", database)
            #expect(asked > 0)
            #expect(
                try count("SELECT COUNT(*) FROM charge WHERE kind <> 'static' AND status = 'cancelled'", database)
                    == asked)
            let given = try count("SELECT COUNT(*) FROM charge WHERE kind = 'static'", database)
            let handedOver = try count(
                "SELECT COUNT(*) FROM conversation WHERE handover_reason = 'chargeFailed'", database)
            #expect(allowsStaticCode ? given > 0 && handedOver == 0 : given == 0 && handedOver > 0)
        }
    }
}
