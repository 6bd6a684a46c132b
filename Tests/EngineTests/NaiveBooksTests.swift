import Domain
import Engine
import Foundation
import Simulation
import Store
import TestKit
import Testing

/// One debt as somebody with a pocket calculator keeps it.
private struct NaiveDebt {
    var principal: Int64
    var fine: Int64 = 0
    var interest: Int64 = 0
    /// Charges are counted through here.
    var day: CalendarDay?

    /// 2 % once and 1 % a month, by days, on what is left of the principal; half a cent up.
    mutating func count(through today: CalendarDay, due: CalendarDay) {
        guard principal > 0, today > (day ?? due) else { return }
        if day == nil { fine += (principal * 2 + 50) / 100 }
        let days = Int64((day ?? due).days(until: today))
        interest += (principal * days + 1_500) / 3_000
        day = today
    }

    mutating func pay(_ cents: Int64) -> Int64 {
        var rest = cents
        for part in [\NaiveDebt.interest, \.fine, \.principal] {
            let paid = min(rest, self[keyPath: part])
            self[keyPath: part] -= paid
            rest -= paid
        }
        return rest
    }

    var owed: Int64 { principal + fine + interest }
}

@Suite("The books, against a pocket calculator")
struct NaiveBooksTests {
    @Test(
        "a year of slips, in part, exact and too much: each debt's balance is the same",
        arguments: 1...12 as ClosedRange<UInt64>)
    func slips(_ seed: UInt64) throws {
        try Backend.sqliteInMemory.withDatabase { database in
            var kit = try MoneyKit(database)
            var chance = SeededGenerator(seed: seed, stream: "slips")
            let contracts = ["1001", "1002"]
            // Twenty days before the start, a business day.
            let due = WorldKit.today.adding(days: -20)
            var naive = ["1001": NaiveDebt(principal: 10_000), "1002": NaiveDebt(principal: 60_000)]
            var credit: Int64 = 0
            for number in 1...12 {
                kit.now = kit.now.adding(days: Int64(chance.integer(1...40)))
                let today = Zone.brasilia.day(kit.now)
                let named = contracts[chance.below(2)]
                let cents = Int64(chance.integer(1...12_000))
                try kit.file(("s\(number)", cents, named))
                // What names a settled debt is the payer's; else the named debt first, then the other.
                var rest = cents
                if (naive[named]?.owed ?? 0) > 0 {
                    for contract in [named] + contracts.filter({ $0 != named }) where rest > 0 {
                        naive[contract]?.count(through: today, due: due)
                        rest = naive[contract]?.pay(rest) ?? rest
                    }
                }
                credit += rest
                for contract in contracts {
                    var then = try #require(naive[contract])
                    then.count(through: today, due: due)
                    #expect(try kit.owed(contract) == then.owed, "\(contract) after \(number), seed \(seed)")
                }
                #expect(try kit.accounts()[.overpayment] ?? 0 == -credit)
            }
            try kit.checkBooks()
        }
    }
}
