import Domain
import Testing

@Suite struct InstallmentsTests {
    let first = CalendarDay(year: 2026, month: 12, day: 31) ?? CalendarDay(number: 0)

    @Test("installment vectors: first, last and interest to the cent")
    func vectors() throws {
        let rows = try VectorFile("installments.csv").rows.filter {
            ["equal_no_interest", "price", "sac"].contains($0["kind"] ?? "")
        }
        #expect(rows.count > 10)
        for row in rows {
            func text(_ key: String) -> String { row[key] ?? "" }
            let method = InstallmentMethod(rawValue: text("kind"))
            let schedule = try Installments.schedule(
                principal: Money(cents: try cents(text("principal"))), count: try #require(Int(text("n"))),
                monthlyRate: try #require(Percentage(text("rate_pct_month"))), method: method, first: first)
            let id = text("id")
            #expect(schedule.installments.first?.amount.cents == (try cents(text("installment"))), "\(id)")
            #expect(schedule.installments.last?.amount.cents == (try cents(text("last_installment"))), "\(id)")
            #expect(schedule.totalInterest.cents == (try cents(text("total_interest"))), "\(id)")
            if text("kind") == "equal_no_interest" {
                let parts = text("extra").split(separator: ":")[1].split(separator: "|").map { $0.filter { $0 != " " } }
                #expect(try schedule.installments.map(\.amount.cents) == parts.map(cents))
            }
        }
    }

    @Test("the worked example of the Price table")
    func workedExample() throws {
        let schedule = try Installments.schedule(
            principal: Money(cents: 60_000), count: 4, monthlyRate: try #require(Percentage("1.5")), first: first)
        #expect(schedule.installments.map(\.amount.cents) == [15_567, 15_567, 15_567, 15_566])
        #expect(schedule.installments.map(\.interest.cents) == [900, 680, 457, 230])
    }

    @Test("annuities equal a table computed with exact fractions by another program")
    func annuities() throws {
        let rows = try VectorFile("annuities.csv").rows
        #expect(rows.count == 400)
        for row in rows {
            let principal = try #require(Int64(row["principal_cents"] ?? ""))
            let count = try #require(Int(row["count"] ?? ""))
            let rate = Percentage(micros: try #require(Int64(row["rate_micros"] ?? "")))
            let expected = try #require(Int64(row["payment_cents"] ?? ""))
            guard
                let schedule = try? Installments.schedule(
                    principal: Money(cents: principal), count: count, monthlyRate: rate, first: first)
            else {
                Issue.record("no schedule for \(row)")
                continue
            }
            let payment = count == 1 ? schedule.total.cents : schedule.installments[0].amount.cents
            #expect(payment == expected, "\(row)")
        }
    }

    @Test("the cents sum exactly, whatever is asked for")
    func sums() throws {
        var generator = SplitMix64(seed: 7)
        var made = 0
        for _ in 0..<2000 {
            let principal = Money(cents: Int64.random(in: 1...5_000_000, using: &generator))
            let count = Int.random(in: 1...60, using: &generator)
            let rate = Percentage(
                micros: Bool.random(using: &generator) ? 0 : Int64.random(in: 1...8_000_000, using: &generator))
            let method = [nil, InstallmentMethod.price, .sac].randomElement(using: &generator) ?? nil
            guard
                let schedule = try? Installments.schedule(
                    principal: principal, count: count, monthlyRate: rate, method: method, first: first)
            else { continue }
            made += 1
            #expect(schedule.installments.map(\.principal).sum() == principal)
            #expect(schedule.total == principal + schedule.totalInterest)
            #expect(schedule.installments.allSatisfy { $0.amount > .zero })
            #expect(schedule.installments.map(\.number) == Array(1...count))
        }
        #expect(made > 1900)
    }

    @Test("due days keep the day of the month, or its last")
    func dueDays() throws {
        #expect(
            Installments.dueDays(first: first, count: 4).map(\.iso) == [
                "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31",
            ])
        #expect(
            Installments.dueDays(first: first, count: 3, dayOfMonth: 10).map(\.iso) == [
                "2026-12-31", "2027-01-10", "2027-02-10",
            ])
        let day = try #require(CalendarDay(iso: "2026-11-23"))
        #expect(Installments.firstDue(after: day).iso == "2026-12-23")
        #expect(Installments.firstDue(after: day, dayOfMonth: 25).iso == "2026-11-25")
        #expect(Installments.firstDue(after: day, dayOfMonth: 23).iso == "2026-12-23")
        #expect(Installments.firstDue(after: day, dayOfMonth: 31).iso == "2026-11-30")
        #expect(
            Installments.firstDue(after: try #require(CalendarDay(iso: "2026-11-30")), dayOfMonth: 31).iso
                == "2026-12-31")
    }

    @Test("what cannot be divided is refused with its reason")
    func refusals() {
        func schedule(_ cents: Int64, _ count: Int, _ rate: Percentage = .zero) throws(InstallmentError)
            -> InstallmentSchedule
        {
            try Installments.schedule(principal: Money(cents: cents), count: count, monthlyRate: rate, first: first)
        }
        #expect(throws: InstallmentError.principalOutOfRange) { try schedule(0, 1) }
        #expect(throws: InstallmentError.principalOutOfRange) { try schedule(-5, 1) }
        #expect(throws: InstallmentError.countOutOfRange) { try schedule(100, 0) }
        #expect(throws: InstallmentError.countOutOfRange) { try schedule(100, 481) }
        #expect(throws: InstallmentError.rateOutOfRange) { try schedule(100, 2, Percentage(101)) }
        #expect(throws: InstallmentError.amountTooSmall) { try schedule(3, 5) }
        #expect(throws: InstallmentError.amountTooSmall) { try schedule(7, 12, Percentage(1)) }
    }
}
