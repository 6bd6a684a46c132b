import Domain
import Testing

@Suite struct LateChargesTests {
    @Test("late-charge vectors, every component to the cent")
    func vectors() throws {
        let rows = try VectorFile("late-charges.csv").rows
        #expect(rows.count > 30)
        for row in rows {
            func text(_ key: String) -> String { row[key] ?? "" }
            let terms = LateChargeTerms(
                fine: try #require(Percentage(text("multa_pct"))),
                monthlyInterest: try #require(Percentage(text("juros_pct_month"))),
                daysBasis: try #require(LateChargeTerms.DaysBasis(rawValue: text("days_basis"))),
                correction: text("correction_factor").isEmpty
                    ? .one : try #require(DecimalFactor(text("correction_factor"))))
            let balance = LateCharges.balance(
                principal: Money(cents: try cents(text("principal"))),
                due: try #require(CalendarDay(iso: text("due_date"))),
                on: try #require(CalendarDay(iso: text("pay_date"))), terms: terms,
                discount: Money(cents: try cents(text("discount"))))
            let id = text("id")
            #expect(balance.effectiveDue.iso == text("effective_due"), "\(id)")
            #expect(balance.daysLate == Int(text("days_late")), "\(id)")
            #expect(balance.principal.cents == (try cents(text("corrected_principal"))), "\(id)")
            #expect(balance.fine.cents == (try cents(text("multa"))), "\(id)")
            #expect(balance.interest.cents == (try cents(text("juros"))), "\(id)")
            #expect(balance.total.cents == (try cents(text("total"))), "\(id)")
        }
    }

    @Test(
        "paid by the effective due day nothing is charged, on either basis",
        arguments: LateChargeTerms.DaysBasis.allCases)
    func onTime(basis: LateChargeTerms.DaysBasis) throws {
        let due = try #require(CalendarDay(iso: "2026-11-20"))
        let terms = LateChargeTerms(
            fine: Percentage(2), monthlyInterest: Percentage(1), daysBasis: basis,
            correction: try #require(DecimalFactor("1.5")))
        for offset in -5...3 {
            let balance = LateCharges.balance(
                principal: Money(cents: 64_000), due: due, on: due.adding(days: offset), terms: terms)
            #expect(balance.total.cents == 64_000 && balance.daysLate == 0)
        }
        #expect(
            LateCharges.balance(principal: Money(cents: 64_000), due: due, on: due.adding(days: 4), terms: terms)
                .daysLate == (basis == .effective ? 1 : 4))
    }

    @Test("a discount never makes the total negative, and the total grows with the days")
    func properties() throws {
        var generator = SplitMix64(seed: 42)
        let due = try #require(CalendarDay(iso: "2026-01-05"))
        for _ in 0..<500 {
            let principal = Money(cents: Int64.random(in: 1...1_000_000_000, using: &generator))
            let discount = Money(cents: Int64.random(in: 0...2_000_000_000, using: &generator))
            let late = due.adding(days: Int.random(in: 1...2000, using: &generator))
            let balance = LateCharges.balance(principal: principal, due: due, on: late, discount: discount)
            #expect(balance.total >= .zero)
            #expect(balance.total + balance.discount == balance.principal + balance.charges)
            let next = LateCharges.balance(principal: principal, due: due, on: late.adding(days: 1), discount: discount)
            #expect(next.interest >= balance.interest)
        }
    }

    @Test(
        "decimal factors are exact",
        arguments: [("1.004700", "1.0047"), ("1", "1"), ("1,0512345678", "1.0512345678"), ("0.5", "0.5")])
    func factors(text: String, normal: String) throws {
        #expect(try #require(DecimalFactor(text)).text == normal)
    }

    @Test(
        "what is no factor is refused",
        arguments: ["", "-1", "1e3", "1.", ".5", "0", "1.00000000001", "1000", "+1", "1.2.3"])
    func badFactors(text: String) { #expect(DecimalFactor(text) == nil) }

    @Test("every day falls into the bucket that names it")
    func buckets() {
        for days in -10...2000 {
            let bucket = AgeingBucket(daysPastDue: days)
            #expect(days >= bucket.days.first ?? Int.min && days <= bucket.days.last ?? Int.max)
        }
        #expect(AgeingBucket.allCases == AgeingBucket.allCases.sorted())
    }
}
