import Domain
import Testing

@Suite("Correction by index tables")
struct IndexTablesTests {
    static let text = """
        # invented
        index,month,value
        ipca,2026-01,0.50
        ipca,2026-02,1.00
        ipca,2026-03,-0.20
        selic,2026-01,1.000000
        ipca15,2026-01,0.40
        legal_rate,2026-03,0.620000
        """

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func faults(_ rows: String) -> [String] {
        do throws(InvalidIndexTables) {
            _ = try IndexTables(csv: rows)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test(
        "whole months compound, parts of months go by their days",
        arguments: [
            ("2025-12-31", "2026-01-31", "1.005"),
            // 1.005 × 1.01
            ("2025-12-31", "2026-02-28", "1.01505"),
            // 1 + 0.5 % × 10 ÷ 31
            ("2026-01-10", "2026-01-20", "1.0016129032"),
            // (1 + 0.5 % × 16 ÷ 31) × (1 + 1 % × 14 ÷ 28)
            ("2026-01-15", "2026-02-14", "1.0075935484"),
            // 1.01 × 0.998
            ("2026-01-31", "2026-03-31", "1.00798"),
            ("2026-02-10", "2026-02-10", "1"),
            ("2026-02-10", "2026-01-10", "1"),
            // April is not published yet.
            ("2026-02-28", "2026-04-30", "0.998"),
        ])
    func factors(from: String, to: String, expected: String) throws {
        let tables = try IndexTables(csv: IndexTablesTests.text)
        #expect(try tables.factor(.ipca, from: try day(from), to: try day(to)).text == expected)
    }

    @Test("a month that must be known and is not is an error with its name")
    func missing() throws {
        let tables = try IndexTables(csv: IndexTablesTests.text)
        let (before, later) = (try day("2025-12-30"), try day("2026-06-15"))
        let december = try #require(CalendarMonth(iso: "2025-12"))
        let april = try #require(CalendarMonth(iso: "2026-04"))
        #expect(throws: IndexTableError.missing(.ipca, december)) {
            try tables.factor(.ipca, from: before, to: try day("2026-01-15"))
        }
        #expect(throws: IndexTableError.missing(.ipca, april)) {
            try tables.factor(.ipca, from: try day("2026-03-31"), to: later)
        }
    }

    @Test("the legal rate is the Selic less prices, never below zero, half to even in the sixth decimal")
    func legalRate() throws {
        // 1.01 ÷ 1.004 − 1 = 0.597609…%
        let percent = { (text: String) in try #require(Percentage(text)) }
        #expect(IndexTables.legalRate(selic: try percent("1"), prices: try percent("0.4")).micros == 597_610)
        #expect(IndexTables.legalRate(selic: try percent("0.4"), prices: try percent("0.9")) == .zero)
        #expect(
            IndexTables.legalRate(selic: try percent("1"), prices: Percentage(micros: -500_000)).micros == 1_507_538)
        let tables = try IndexTables(csv: IndexTablesTests.text)
        #expect(tables.value(.legalRate, try #require(CalendarMonth(iso: "2026-02")))?.micros == 597_610)
        #expect(tables.value(.legalRate, try #require(CalendarMonth(iso: "2026-03")))?.micros == 620_000)
        // February whole, ten days of March: simple, added.
        let sum = try tables.simpleInterest(.legalRate, from: try day("2026-01-31"), to: try day("2026-03-10"))
        #expect(sum.micros == 597_610 + 200_000)
        #expect(throws: IndexTableError.beforeLegalRate) {
            try tables.simpleInterest(.legalRate, from: try day("2024-08-01"), to: try day("2024-09-10"))
        }
    }

    @Test("a balance under an index: corrected principal, fine and interest on it, nothing below what was agreed")
    func balances() throws {
        let tables = try IndexTables(csv: IndexTablesTests.text)
        let terms = LateChargeTerms(fine: Percentage(2), monthlyInterest: Percentage(1), index: .ipca)
        // Due and effective on Friday 30 January: one day of January and all of February.
        let due = try day("2026-01-30")
        let balance = try LateCharges.balance(
            principal: Money(cents: 1_000_00), due: due, on: try day("2026-02-28"), terms: terms, tables: tables)
        // 1000 × (1 + 0.005 ÷ 31) × 1.01 = 1010.1629…; 2 %; 1 % × 29 ÷ 30
        #expect(balance.principal == Money(cents: 1_010_16))
        #expect(balance.fine == Money(cents: 20_20))
        #expect(balance.interest == Money(cents: 9_76))
        let fallen = try LateCharges.balance(
            principal: Money(cents: 1_000_00), due: try day("2026-03-02"), on: try day("2026-03-31"), terms: terms,
            tables: tables)
        #expect(fallen.principal == Money(cents: 1_000_00))
        let legal = LateChargeTerms(fine: .zero, monthlyInterest: .zero, interestIndex: .legalRate)
        let owed = try LateCharges.balance(
            principal: Money(cents: 1_000_00), due: due, on: try day("2026-02-28"), terms: legal,
            tables: try IndexTables(csv: IndexTablesTests.text + "\nselic,2025-12,1.2\nipca15,2025-12,0.4"))
        // 0.796813 % × 1 ÷ 31 + 0.597610 % = 0.623314 %
        #expect(owed.interest == Money(cents: 6_23))
    }

    @Test("terms without an index need no tables, and both functions agree")
    func agreement() throws {
        var random = SplitMix64(seed: 3)
        let start = try day("2025-01-01")
        for _ in 0..<2_000 {
            let principal = Money(cents: Int64.random(in: 1...9_000_000, using: &random))
            let due = start.adding(days: Int.random(in: 0...500, using: &random))
            let on = due.adding(days: Int.random(in: -10...700, using: &random))
            let plain = LateCharges.balance(principal: principal, due: due, on: on)
            let tabled = try LateCharges.balance(
                principal: principal, due: due, on: on, terms: .standard, tables: .empty)
            #expect(plain == tabled)
            // Booked at once, the charges are the balance's.
            let booked = try LateCharges.accrued(outstanding: principal, due: due, after: nil, on: on, terms: .standard)
            #expect(booked.total == plain.total - principal)
            #expect(booked.through == on)
            // Booked twice, there is one fine, and rounding moves at most a cent.
            let later = on.adding(days: Int.random(in: 0...90, using: &random))
            let second = try LateCharges.accrued(
                outstanding: principal, due: due, after: on, on: later, terms: .standard)
            let whole = LateCharges.balance(principal: principal, due: due, on: later)
            #expect(booked.fine + second.fine == whole.fine)
            #expect(abs((booked.interest + second.interest - whole.interest).cents) <= 1)
        }
    }

    @Test("a table with faults is refused with each fault's line")
    func faultyTables() {
        let text = """
            index,month,value
            ipca,2026-01,0.5
            ipca,2026-01,0.6
            ipca,2026-13,0.6
            ipca,2026-03,0,6
            ipca,2026-04,um
            cdi,2026-01,0.5
            ipca,2026-05,44
            selic,2026-01,-60
            igpm,2026-01,440
            legal_rate,2026-01,-0.1
            """
        #expect(
            faults(text).map { $0.prefix { $0 != ":" } } == [
                "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9", "line 10", "line 11",
            ])
        #expect(
            faults("index,month,value\nipca,2026-01,0.1\nipca,2026-03,0.1").first?.contains("lacks 2026-02") == true)
        #expect(faults("ipca,2026-01,0.1").first == "line 1: the first line must be `index,month,value`")
        #expect(faults("").count == 1)
        #expect(faults("\u{feff}index,month,value\r\nipca,2026-01,0.1\r\n").isEmpty)
    }

    @Test("neighbouring periods share no day")
    func chaining() throws {
        let tables = try IndexTables(csv: IndexTablesTests.text)
        let start = try day("2025-12-31")
        for split in 1...58 {
            let middle = start.adding(days: split)
            let end = start.adding(days: 59)
            guard middle.lastOfMonth == middle else { continue }
            let whole = Money(cents: 1_000_000_000_000).scaled(by: try tables.factor(.ipca, from: start, to: end))
            let parts = Money(cents: 1_000_000_000_000)
                .scaled(by: try tables.factor(.ipca, from: start, to: middle))
                .scaled(by: try tables.factor(.ipca, from: middle, to: end))
            #expect(abs((whole - parts).cents) <= 200)
        }
    }
}
