import Domain
import Foundation
import Simulation
import Store
import TestKit
import Testing

@Suite("A month of a portfolio's money")
struct MonthTests {
    /// The digests of the same month on every database must be the same.
    @Test(
        "payments twice, late, lost, wrong, in part, too much and taken back, on a stormy platform: the books close",
        arguments: [41, 42] as [UInt64])
    func month(_ seed: UInt64) throws {
        var digests: Set<String> = []
        for backend in Backend.onePerEngine {
            try backend.withDatabase { database in
                var crashes = World.Faults()
                crashes.crashesAfterSendPermille = 20
                crashes.crashesBeforeSendPermille = 20
                let world = try WorldKit.world(
                    on: database, people: 10, seed: seed, cloud: .stormy, crashes: crashes)
                var money = try MonthOfMoney(world, seed: seed)
                for day in 1...30 {
                    try world.run(until: WorldKit.start.adding(days: Int64(day)))
                    try money.oneDay()
                }
                try check(database)
                let digest = try database.read { try StateDigest.compute($0) }
                digests.insert(digest)
                #expect(try WorldKit.replayedDigest(of: database) == digest)
            }
        }
        #expect(digests.count == 1)
    }

    private func check(_ database: Database) throws {
        let failures = try database.read { try $0.rows("SELECT seq, kind, reason FROM entry_failure") }
        #expect(failures.isEmpty, "\(failures)")
        try Books.check(database)
        try receivedIsPlaced(database)
        try nobodyIsDunnedWithoutOwing(database)
        try nobodyIsThankedTwice(database)
        // The month did bring what it promised.
        let outcomes = try database.read { try $0.rows("SELECT DISTINCT outcome FROM payment ORDER BY outcome") }
        #expect(outcomes.count >= 4, "\(outcomes)")
        let kinds = try database.read { try $0.rows("SELECT DISTINCT kind FROM ledger_entry ORDER BY kind") }
        #expect(kinds.count >= 6, "\(kinds)")
    }

    /// Received at the bank = what settled something + what waits or is the payer's + what is going back.
    private func receivedIsPlaced(_ database: Database) throws {
        let postings = try database.read { try $0.select(PostingRow.self, "ORDER BY id") }
        func net(_ accounts: Set<LedgerAccount>) -> Money {
            postings.filter { $0.payment != nil && accounts.contains($0.account) }.map(\.amount).sum()
        }
        let settled = net(Set(LedgerAccount.receivable + [.agreement]))
        #expect(net([.cash]) == -(settled + net([.overpayment, .unmatched, .refunds])))
        let waiting = try database.read { try $0.select(PaymentRow.self, "ORDER BY id") }.filter { $0.review != nil }
        let open = -net([.overpayment, .unmatched])
        let shown = -postings.filter { posting in
            waiting.contains { $0.id == posting.payment }
                && (posting.account == .overpayment || posting.account == .unmatched)
        }.map(\.amount).sum()
        #expect(open == shown, "all that has no place is on a person's list")
    }

    /// What the books said at the instant of each message of the cadence.
    private func nobodyIsDunnedWithoutOwing(_ database: Database) throws {
        let messages = try database.read {
            try $0.select(MessageRow.self, "WHERE direction = 'out' AND author = 'cadence' ORDER BY id")
        }
        #expect(!messages.isEmpty)
        let postings = Dictionary(
            grouping: try database.read { try $0.select(PostingRow.self, "ORDER BY id") }, by: \.debtor)
        let owing = Set(LedgerAccount.receivable + [.agreement])
        for message in messages {
            let then = (postings[message.debtor] ?? []).filter { $0.at < message.at }
            guard message.debtor != nil, !then.isEmpty else { continue }
            let owed = then.filter { owing.contains($0.account) }.map(\.amount).sum()
            #expect(owed > .zero, "dunned for nothing: \(message.body)")
        }
    }

    private func nobodyIsThankedTwice(_ database: Database) throws {
        let payments = try database.read { try $0.select(PaymentRow.self, "ORDER BY id") }
        let receipts = try database.read {
            try $0.select(MessageRow.self, "WHERE purpose = 'receipt' AND step <> 'document' ORDER BY id")
        }
        for (debtor, own) in Dictionary(grouping: receipts, by: \.debtor) {
            // One thanks may be two bubbles; they are of one instant.
            let thanks = Set(own.map(\.at)).count
            let paid = payments.filter { $0.debtor == debtor && $0.outcome != "repeated" }.count
            #expect(thanks <= paid, "debtor \(debtor as Any)")
        }
    }
}
