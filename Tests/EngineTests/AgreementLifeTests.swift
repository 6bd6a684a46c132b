import Domain
import Engine
import Foundation
import Negotiation
import Store
import TestKit
import Testing

@Suite("Agreements from the yes to their end")
struct AgreementLifeTests {
    private func inKit(_ backend: Backend = .sqliteInMemory, _ body: (inout MoneyKit) throws -> Void) throws {
        try backend.withDatabase { database in
            var kit = try MoneyKit(database)
            try body(&kit)
            try kit.checkBooks()
        }
    }

    /// Lets time pass, and the clock's entries with it.
    private func pass(_ days: Int64, _ kit: inout MoneyKit) throws {
        for _ in 0..<days {
            kit.now = kit.now.adding(days: 1)
            while let due = try kit.database.read({ try $0.nextTimerAt() }), due <= kit.now {
                try kit.enter([NewEntry(at: kit.now, kind: .timersDue, actor: "clock", body: [])])
            }
        }
    }

    @Test(
        "the debts stand still, every slip counts for the oldest payment, and the last one settles all of it",
        arguments: Backend.onePerEngine)
    func kept(_ backend: Backend) throws {
        try inKit(backend) { kit in
            let agreement = try kit.agree(MoneyKit.célia, payments: 3)
            #expect(agreement.status == "accepted")
            #expect(try kit.debt("1001").status == "agreed")
            let parts = try kit.database.read { try $0.installments(agreement: agreement.id) }
            #expect(parts.count == 4)
            for (index, part) in parts.enumerated() {
                try kit.file(("p\(index)", part.amount.cents, index == 1 ? "1002" : "1001"))
                #expect(try kit.payment("p\(index)").outcome == "matched")
            }
            #expect(try kit.agreement().status == "kept")
            #expect(try kit.debt("1001").status == "settled")
            #expect(try kit.debt("1002").status == "settled")
            #expect(try kit.accounts()[.agreement] == nil)
            #expect(try kit.accounts()[.cash] == agreement.total.cents)
        }
    }

    @Test("a broken agreement gives the debts back, less what was paid; a late payment by its code finds them")
    func broken() throws {
        try inKit { kit in
            let agreement = try kit.agree(MoneyKit.célia, payments: 3)
            let parts = try kit.database.read { try $0.installments(agreement: agreement.id) }
            let down = try kit.charge(MoneyKit.célia, parts[0].amount.cents, number: 0)
            try kit.pix("E1", parts[0].amount.cents, txid: down.txid)
            #expect(try kit.agreement().status == "active")
            let second = try kit.charge(MoneyKit.célia, parts[1].amount.cents, number: 1)
            try pass(60, &kit)
            #expect(try kit.agreement().status == "broken")
            #expect(try kit.debt("1001").status == "settled", "the oldest is paid by what came under the agreement")
            #expect(try kit.debt("1002").status == "open")
            let before = try kit.owed("1002")
            try kit.pix("E2", parts[1].amount.cents, txid: second.txid)
            #expect(try kit.payment("E2").outcome == "late")
            #expect(try kit.owed("1002") == before - parts[1].amount.cents)
            #expect(try kit.accounts()[.discountGranted] == nil, "what was waived is owed again")
        }
    }

    @Test("a refund under an agreement opens it again")
    func reversed() throws {
        try inKit { kit in
            let agreement = try kit.agree(MoneyKit.célia, payments: 1)
            let charge = try kit.charge(MoneyKit.célia, agreement.total.cents, number: 1)
            try kit.pix("E1", agreement.total.cents, txid: charge.txid)
            #expect(["kept", "settled"].contains(try kit.agreement().status))
            try kit.pix(
                "E1", agreement.total.cents, txid: charge.txid,
                refunds: [("m1", agreement.total.cents, "DEVOLVIDO")])
            #expect(try kit.agreement().status == "active")
            #expect(try kit.debt("1001").status == "agreed")
            #expect(try kit.accounts()[.agreement] == agreement.total.cents)
            try pass(20, &kit)
            #expect(try kit.agreement().status == "broken")
            #expect(try kit.debt("1001").status == "open")
        }
    }

    @Test("the proof of the yes is kept with the agreement, and a stored history lives again")
    func evidence() throws {
        try inKit { kit in
            let row = try kit.agree(MoneyKit.célia, payments: 2)
            let history = try JSONDecoder().decode([AgreementEvent].self, from: Data(row.history.utf8))
            guard case .accepted(let acceptance)? = history.first else {
                Issue.record("it does not begin with its acceptance: \(row.history)")
                return
            }
            let shown = try kit.database.read { try $0.offers(debtor: row.debtor) }
            #expect(shown.map(\.fingerprint).contains(acceptance.termsShown))
        }
    }
}
