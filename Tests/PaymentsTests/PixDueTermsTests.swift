import Domain
import Testing

@testable import Payments

@Suite("What a charge with a due date asks for")
struct PixDueTermsTests {
    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }

    @Test(
        "the last day counts calendar days from the effective due day, and moves to a business day",
        arguments: [
            // The Central Bank's own examples A and B.
            ("2020-10-20", 4, "2020-10-20", "2020-10-26"), ("2020-12-25", 0, "2020-12-28", "2020-12-28"),
            // Carnival Tuesday 2026 is no banking day.
            ("2026-02-14", 1, "2026-02-18", "2026-02-19"), ("2026-11-30", 30, "2026-11-30", "2026-12-30"),
        ])
    func validity(due: String, days: Int, effective: String, last: String) {
        let terms = PixDueTerms(original: Money(cents: 100), due: Self.day(due), validDaysAfterDue: days)
        #expect(terms.effectiveDue().iso == effective)
        #expect(terms.lastDay().iso == last)
        #expect(terms.amount(on: Self.day(last)) != nil)
        #expect(terms.amount(on: Self.day(last).adding(days: 1)) == nil)
    }

    struct Row {
        let fine: PixValue?
        let interest: PixInterest?
        let on: String
        let cents: (fine: Int64, interest: Int64)
    }

    @Test("each modality of fine and interest gives what a pocket calculator gives")
    func late() {
        // 1 234,56 due on Monday, 2026-11-30; 2026-12-30 is 30 calendar and 21 business days later.
        let tenth = Percentage(micros: 100_000)
        let rows = [
            Row(fine: .amount(Money(cents: 500)), interest: nil, on: "2026-12-01", cents: (500, 0)),
            Row(fine: .percent(Percentage(2)), interest: nil, on: "2026-12-30", cents: (2469, 0)),
            Row(fine: nil, interest: .amountPerDay(Money(cents: 41), .calendar), on: "2026-12-30", cents: (0, 1230)),
            Row(fine: nil, interest: .amountPerDay(Money(cents: 41), .business), on: "2026-12-30", cents: (0, 861)),
            Row(fine: nil, interest: .percent(tenth, per: .day, .calendar), on: "2026-12-03", cents: (0, 370)),
            Row(fine: nil, interest: .percent(tenth, per: .day, .business), on: "2026-12-07", cents: (0, 617)),
            Row(
                fine: nil, interest: .percent(Percentage(1), per: .month, .calendar), on: "2026-12-15", cents: (0, 617)),
            Row(
                fine: nil, interest: .percent(Percentage(1), per: .month, .business), on: "2026-12-30", cents: (0, 1235)
            ),
            Row(
                fine: nil, interest: .percent(Percentage(12), per: .year, .calendar), on: "2026-12-30", cents: (0, 1218)
            ),
            Row(
                fine: nil, interest: .percent(Percentage(12), per: .year, .business), on: "2026-12-30", cents: (0, 1235)
            ),
        ]
        for row in rows {
            var terms = PixDueTerms(original: Money(cents: 123_456), due: Self.day("2026-11-30"))
            terms.fine = row.fine
            terms.interest = row.interest
            let asked = terms.amount(on: Self.day(row.on))
            #expect(asked?.fine.cents == row.cents.fine, "\(row)")
            #expect(asked?.interest.cents == row.cents.interest, "\(row)")
            #expect(terms.amount(on: Self.day("2026-11-30"))?.total == Money(cents: 123_456))
        }
    }

    @Test("each modality of discount gives the step of its day, and never more than there is")
    func discounts() {
        func asked(_ discount: PixDiscount, _ day: String, rebate: PixValue? = nil) -> Int64? {
            PixDueTerms(
                original: Money(cents: 10_000), due: Self.day("2026-11-28"), rebate: rebate, discount: discount
            ).amount(on: Self.day(day))?.total.cents
        }
        let steps = PixDiscount.until([
            PixDiscountStep(day: Self.day("2026-11-28"), value: .amount(Money(cents: 200))),
            PixDiscountStep(day: Self.day("2026-11-20"), value: .amount(Money(cents: 500))),
        ])
        #expect(asked(steps, "2026-11-20") == 9500)
        #expect(asked(steps, "2026-11-21") == 9800)
        // The due day is a Saturday: the step that ends on it lasts until Monday with it.
        #expect(asked(steps, "2026-11-30") == 9800)
        #expect(asked(steps, "2026-12-01") == 10_000)
        #expect(asked(.perDayEarly(.amount(Money(cents: 10)), .calendar), "2026-11-20") == 9900)
        #expect(asked(.perDayEarly(.amount(Money(cents: 10)), .business), "2026-11-20") == 9940)
        #expect(asked(.perDayEarly(.percent(Percentage(1)), .calendar), "2026-11-20") == 9000)
        #expect(asked(.perDayEarly(.percent(Percentage(99)), .calendar), "2026-11-20") == 0)
        #expect(asked(steps, "2026-11-20", rebate: .percent(Percentage(10))) == 8500)
    }

    @Test("an amount never falls while nobody pays, and its parts always sum")
    func monotone() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<300 {
            var terms = PixDueTerms(
                original: Money(cents: .random(in: 1...1_000_000, using: &random)),
                due: CalendarDay(number: .random(in: 20_500...21_500, using: &random)), validDaysAfterDue: 60)
            let percent = Percentage(micros: .random(in: 1...300, using: &random) * 10_000)
            terms.fine = Bool.random(using: &random) ? .percent(percent) : nil
            terms.interest = .percent(percent, per: .month, Bool.random(using: &random) ? .calendar : .business)
            terms.discount = .perDayEarly(.percent(Percentage(micros: 100_000)), .calendar)
            var before = Money.zero
            for offset in -30...60 {
                guard let asked = terms.amount(on: terms.due.adding(days: offset)) else { continue }
                #expect(asked.total >= before)
                #expect(asked.total == asked.original + asked.fine + asked.interest - asked.rebate - asked.discount)
                before = asked.total
            }
            #expect(before > .zero)
        }
    }
}
