import Domain
import Engine
import Foundation
import Payments
import Simulation
import Store
import TestKit
import Testing

@Suite("A day's money closes to the cent, by the payments and by the books")
struct ClosingTests {
    private static let owed: Int64 = 10_000 + 200 + 67

    private func creditor(_ kit: MoneyKit) throws -> CreditorID {
        try #require(try kit.database.read { try $0.creditor(key: Installation.creditorKey) }).id
    }

    private func closing(_ kit: MoneyKit, _ day: CalendarDay) throws -> DayClosing {
        let creditor = try creditor(kit)
        return try kit.database.read { try $0.closing(of: creditor, on: day, zone: .brasilia) }
    }

    /// Exact, part, too much, nobody's, and once more what was paid.
    private func aDay(_ kit: inout MoneyKit) throws {
        try kit.file(("exact", Self.owed, "1001"))
        try kit.file(("part", 5_000, "1002"))
        try kit.file(("lots", 90_000, "2001"))
        try kit.pix("ENOBODY", 1_234, txid: nil)
    }

    @Test(
        "received is what was booked, what is too much and what is nobody's; the books say the same",
        arguments: Backend.onePerEngine)
    func sums(_ backend: Backend) throws {
        try backend.withDatabase { database in
            var kit = try MoneyKit(database)
            try aDay(&kit)
            let day = Zone.brasilia.day(kit.now)
            let closing = try closing(kit, day)
            #expect(closing.isBalanced)
            let total = closing.payments.total
            #expect(total.count == 4)
            #expect(total.received.cents == Self.owed + 5_000 + 90_000 + 1_234)
            #expect(total.unmatched.cents == 1_234)
            #expect(total.excess.cents == 90_000 - (30_000 + 600 + 200))
            #expect(closing.booksReceived == total.received)
            #expect(closing.pendingTotal == total.excess + total.unmatched)
            #expect(closing.payments.byVerdict[.unknown]?.count == 1)
            #expect(closing.payments.byVerdict[.over]?.count == 1)
            #expect(closing.payments.byVerdict[.partial]?.count == 1)
            #expect(closing.payments.byWay[.pix]?.received.cents == 1_234)
            #expect(closing.payments.byWay[.boleto]?.count == 3)
            let before = try self.closing(kit, day.adding(days: -1))
            #expect(before.payments.total.count == 0 && before.pending.isEmpty)
        }
    }

    @Test(
        "money that finds its owner on another day has come once, and a closed day stays as it was",
        arguments: Backend.onePerEngine)
    func later(_ backend: Backend) throws {
        try backend.withDatabase { database in
            var kit = try MoneyKit(database)
            try kit.enter([
                try StaffSaved(creditorKey: nil, login: "ana", name: "Ana", role: "supervisor", passwordHash: "x")
                    .entry(at: kit.now, actor: "test")
            ])
            try aDay(&kit)
            let day = Zone.brasilia.day(kit.now)
            let first = try closing(kit, day)
            kit.now = kit.now.adding(days: 1)
            try kit.act(.assignPayment(payment: try kit.payment("ENOBODY").id, debt: try kit.debt("1002").id))
            // A slip of the day before, told today: it is today's.
            let told = try BankReturn(
                creditorKey: Installation.creditorKey, source: "atrasado.ret",
                payments: [
                    BankReturn.Payment(
                        key: "late", paidCents: 700, paidAt: kit.now.adding(days: -1), references: ["1002"])
                ]
            ).entry(at: kit.now, actor: "test")
            try kit.enter([told])
            #expect(try kit.failures().isEmpty)
            let again = try closing(kit, day)
            #expect(again.payments.total == first.payments.total)
            #expect(again.booksReceived == first.booksReceived)
            #expect(again.pending.map(\.open) == first.pending.map(\.open))
            let second = try closing(kit, day.adding(days: 1))
            #expect(second.isBalanced)
            #expect(second.payments.total.received.cents == 700)
            #expect(second.pendingTotal == first.pendingTotal - Money(cents: 1_234))
        }
    }

    @Test("a payment that the books do not know, and an amount that they have otherwise, are differences")
    func differences() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            var kit = try MoneyKit(database)
            try aDay(&kit)
            var payment = try kit.payment("exact")
            payment.amount += Money(cents: 1)
            let creditor = try creditor(kit)
            let strayed = PaymentRow(
                id: PaymentID(99), creditor: creditor, reference: "ESTRAYED", amount: Money(cents: 50), paidAt: kit.now,
                bookedAt: kit.now, outcome: "matched")
            try database.write {
                try $0.update(payment)
                try $0.insert(strayed)
            }
            let closing = try closing(kit, Zone.brasilia.day(kit.now))
            #expect(!closing.isBalanced)
            #expect(closing.differences.map(\.matter) == [.otherAmount, .notInBooks])
            #expect(closing.differences.map(\.reference).contains("ESTRAYED"))
        }
    }

    @Test(
        "the ledger's lines balance, entry by entry, and a span of days leaves out the others",
        arguments: Backend.onePerEngine)
    func ledger(_ backend: Backend) throws {
        try backend.withDatabase { database in
            var kit = try MoneyKit(database)
            try aDay(&kit)
            let day = Zone.brasilia.day(kit.now)
            let creditor = try creditor(kit)
            func export(_ from: CalendarDay?, _ to: CalendarDay?) throws -> (LedgerExport.Totals, [[String]]) {
                var text = ""
                let totals = try database.read { session in
                    try LedgerExport(creditor: creditor, from: from, to: to, zone: .brasilia).write(session) {
                        text += $0
                    }
                }
                let lines = text.split(separator: "\r\n").map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                }
                return (totals, lines)
            }
            let (totals, lines) = try export(day, day)
            let stored = try database.read { try $0.integer("SELECT COUNT(*) FROM posting") }
            #expect(Int64(totals.postings) == stored)
            #expect(totals.debit == totals.credit && totals.debit > .zero)
            #expect(lines.count == totals.postings + 1)
            #expect(lines.allSatisfy { $0.count == lines[0].count })
            for (entry, own) in Dictionary(grouping: lines.dropFirst(), by: { $0[2] }) {
                let debit = own.compactMap { Money(bankDecimal: $0[6])?.cents }.reduce(0, +)
                let credit = own.compactMap { Money(bankDecimal: $0[7])?.cents }.reduce(0, +)
                #expect(debit == credit, "entry \(entry)")
            }
            #expect(lines.contains { $0[5] == "Banco" && $0[6] == "12.34" && $0[11] == "ENOBODY" })
            #expect(lines.contains { $0[10] == "1001" && $0[5] == "Principal a receber" })
            #expect(try export(day.adding(days: 1), nil).0 == LedgerExport.Totals())
        }
    }

    @Test("a reference that a spreadsheet would compute is a text")
    func formulas() {
        #expect(CSVText.line(["=1+1", "-12.30", "a,b", "say \"x\""]) == "'=1+1,-12.30,\"a,b\",\"say \"\"x\"\"\"\r\n")
    }
}
