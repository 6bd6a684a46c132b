import Domain
import Engine
import Foundation
import Store
import TestKit
import Testing

@Suite("Every way in which money comes, and goes back")
struct PaymentTests {
    /// 20 days late: 2 % of the principal, and 1 % a month for 20 days, half up.
    private static let owed: Int64 = 10_000 + 200 + 67

    private func inKit(_ backend: Backend = .sqliteInMemory, _ body: (inout MoneyKit) throws -> Void) throws {
        try backend.withDatabase { database in
            var kit = try MoneyKit(database)
            try body(&kit)
            try kit.checkBooks()
        }
    }

    @Test("placing debts writes nothing into the books; the first payment does", arguments: Backend.onePerEngine)
    func firstMovement(_ backend: Backend) throws {
        try inKit(backend) { kit in
            #expect(try kit.accounts().isEmpty)
            #expect(try kit.owed("1001") == Self.owed)
            try kit.file(("a", Self.owed, "1001"))
            #expect(try kit.payment("a").outcome == "matched")
            #expect(try kit.debt("1001").status == "settled")
            #expect(try kit.owed("1001") == 0)
            #expect(
                try kit.accounts() == [
                    .cash: Self.owed, .principal: 60_000, .placed: -70_000, .chargesEarned: -267,
                ])
        }
    }

    @Test("part of a debt pays its interest and fine before its principal; the rest bears interest, and no second fine")
    func partial() throws {
        try inKit { kit in
            try kit.file(("a", 5_000, "1001"))
            #expect(try kit.payment("a").outcome == "partial")
            #expect(try kit.owed("1001") == Self.owed - 5_000)
            kit.now = kit.now.adding(days: 30)
            // One month's 1 % on the 5,267 that are left of the principal, 52.67 cents.
            #expect(try kit.owed("1001") == 5_267 + 53)
            try kit.file(("b", 5_320, "1001"))
            #expect(try kit.debt("1001").status == "settled")
            #expect(try kit.tasks().filter { $0 == "bureau_removal" }.count == 1)
        }
    }

    @Test("what is paid too much pays what else is due, and then is the payer's: a person is asked, once")
    func over() throws {
        try inKit { kit in
            try kit.file(("a", 200_000, "1001"))
            #expect(try kit.debt("1001").status == "settled")
            #expect(try kit.debt("1002").status == "settled")
            let second: Int64 = 60_000 + 1_200 + 400
            #expect(try kit.accounts()[.overpayment] == -(200_000 - Self.owed - second))
            #expect(try kit.payment("a").review == "open")
            #expect(try kit.tasks().filter { $0 == "payment_over" }.count == 1)
        }
    }

    @Test("the same payment told again is one payment; a second one for what is settled is the payer's")
    func repeated() throws {
        try inKit { kit in
            let charge = try kit.charge(MoneyKit.rui, 30_800)
            try kit.pix("E1", 30_800, txid: charge.txid)
            try kit.pix("E1", 30_800, txid: charge.txid)
            #expect(try kit.payment("E1").outcome == "matched")
            #expect(try kit.accounts()[.cash] == 30_800)
            try kit.pix("E2", 30_800, txid: charge.txid)
            #expect(try kit.payment("E2").outcome == "repeated")
            #expect(try kit.payment("E2").review == "open")
            #expect(try kit.accounts()[.overpayment] == -30_800)
            #expect(try kit.tasks().contains("payment_repeated"))
        }
    }

    @Test("money that names nobody is in the books, and a person gives it its place", arguments: Backend.onePerEngine)
    func unmatched(_ backend: Backend) throws {
        try inKit(backend) { kit in
            try kit.pix("E9", 5_000, txid: nil)
            #expect(try kit.payment("E9").outcome == "unmatched")
            #expect(try kit.accounts() == [.cash: 5_000, .unmatched: -5_000])
            let id = try kit.payment("E9").id
            try kit.act(.assignPayment(payment: id, debt: try kit.debt("1001").id))
            #expect(try kit.failures().count == 1, "nobody of that name may act")
            _ = try kit.database.write { try $0.run("DELETE FROM entry_failure") }
            try kit.enter([
                try StaffSaved(
                    creditorKey: nil, login: "ana", name: "Ana", role: "supervisor", passwordHash: "x"
                ).entry(at: kit.now, actor: "test")
            ])
            try kit.act(.assignPayment(payment: id, debt: try kit.debt("1001").id))
            #expect(try kit.payment("E9").review == "assigned")
            #expect(try kit.payment("E9").debtor == kit.debt("1001").debtor)
            #expect(try kit.owed("1001") == Self.owed - 5_000)
            #expect(try kit.accounts()[.unmatched] == nil)
            #expect(try kit.accounts()[.cash] == 5_000)
            try kit.act(.assignPayment(payment: id, debt: try kit.debt("1002").id))
            #expect(try kit.owed("1001") == Self.owed - 5_000, "its place is found; nothing is left to assign")
            _ = try kit.database.write { try $0.run("DELETE FROM entry_failure") }
        }
    }

    @Test(
        "a refund takes from what was too much first; a whole one makes the debt owed again, and nobody is dunned for it"
    )
    func refunds() throws {
        try inKit { kit in
            let charge = try kit.charge(MoneyKit.rui, 30_800)
            try kit.pix("E1", 31_000, txid: charge.txid)
            #expect(try kit.accounts()[.overpayment] == -200)
            try kit.pix("E1", 31_000, txid: charge.txid, refunds: [("r1", 200, "EM_PROCESSAMENTO")])
            try kit.pix("E1", 31_000, txid: charge.txid, refunds: [("r1", 200, "DEVOLVIDO")])
            try kit.pix("E1", 31_000, txid: charge.txid, refunds: [("r1", 200, "DEVOLVIDO")])
            #expect(try kit.accounts()[.cash] == 30_800)
            #expect(try kit.accounts()[.overpayment] == nil)
            #expect(try kit.debt("2001").status == "settled")
            #expect(try kit.payment("E1").review == "refunded")
            try kit.pix("E1", 31_000, txid: charge.txid, refunds: [("r2", 30_800, "DEVOLVIDO")])
            #expect(try kit.accounts()[.cash] == nil)
            #expect(try kit.debt("2001").status == "open")
            #expect(try kit.owed("2001") == 30_800)
            #expect(try kit.tasks().contains("refund"))
            let debtor = try kit.debt("2001").debtor
            let paused = try kit.database.read { try $0.restrictions(debtor: debtor) }
            #expect(paused.map(\.kind) == ["paid_claim"])
        }
    }

    @Test("a corrected principal goes through the books; what was paid beyond it is the payer's")
    func corrected() throws {
        try inKit { kit in
            try kit.place([MoneyKit.debt(MoneyKit.célia, "1001", 12_000)])
            #expect(try kit.accounts().isEmpty, "nothing had moved")
            #expect(try kit.debt("1001").original == Money(cents: 12_000))
            try kit.file(("a", 10_000, "1001"))
            try kit.place([MoneyKit.debt(MoneyKit.célia, "1001", 9_000)])
            #expect(try kit.debt("1001").original == Money(cents: 9_000))
            #expect(try kit.debt("1001").status == "settled")
            // 10,000 less the 240 of fine, the 80 of interest, and the 9,000.
            #expect(try kit.accounts()[.overpayment] == -680)
            #expect(try kit.payment("a").review == "open")
        }
    }
}
