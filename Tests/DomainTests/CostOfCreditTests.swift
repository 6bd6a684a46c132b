import Domain
import Testing

@Suite("What credit costs, and what money to come is worth")
struct CostOfCreditTests {
    @Test("the vectors, to the fourth decimal of a percent")
    func vectors() throws {
        let rows = try VectorFile("installments.csv").rows.filter { $0["kind"] == "cet" }
        #expect(rows.count >= 2)
        for row in rows {
            func value(_ key: String) throws -> Substring {
                let text = row["extra"] ?? ""
                let start = try #require(text.firstRange(of: key + "=")?.upperBound)
                return text[start...].prefix { $0 != " " }
            }
            let principal = Money(cents: try cents(row["principal"] ?? ""))
            let schedule = try Installments.schedule(
                principal: principal, count: try #require(Int(row["n"] ?? "")),
                monthlyRate: try #require(Percentage(row["rate_pct_month"] ?? "")), method: .price,
                first: CalendarDay(number: 0))
            let payments = schedule.installments.map { DatedPayment(days: $0.number * 30, amount: $0.amount) }
            let fee = Money(cents: try cents(String(try value("fee"))))
            let cost = try #require(CostOfCredit(received: principal - fee, payments: payments))
            let expected = try #require(Percentage(try value("cet_annual_pct")))
            #expect(abs(cost.annual.micros - expected.micros) <= 50, "\(row)")
        }
    }

    @Test("one payment after a year costs its interest; after a twelfth of it, the twelfth root")
    func plainCases() throws {
        let year = try #require(
            CostOfCredit(
                received: Money(cents: 100_00), payments: [DatedPayment(days: 365, amount: Money(cents: 120_00))]))
        #expect(year.annual == Percentage(20))
        // 1.2^(1/12) − 1 = 1.530947 %
        #expect(year.monthly.micros == 1_530_947)
        let free = CostOfCredit(
            received: Money(cents: 100_00), payments: [DatedPayment(days: 30, amount: Money(cents: 100_00))])
        #expect(free == nil)
        let atOnce = CostOfCredit(
            received: Money(cents: 100_00), payments: [DatedPayment(days: 0, amount: Money(cents: 101_00))])
        #expect(atOnce == nil)
    }

    @Test("the cost, put back into the payments, gives what was had")
    func roundTrip() throws {
        var random = SplitMix64(seed: 12)
        for _ in 0..<150 {
            let received = Money(cents: Int64.random(in: 10_000...5_000_000, using: &random))
            let count = Int.random(in: 1...60, using: &random)
            let rate = Percentage(micros: Int64.random(in: 100_000...15_000_000, using: &random))
            let schedule = try Installments.schedule(
                principal: received, count: count, monthlyRate: rate,
                method: Bool.random(using: &random) ? .price : .sac,
                first: CalendarDay(number: 0))
            let payments = schedule.installments.map { DatedPayment(days: $0.number * 30, amount: $0.amount) }
            let cost = try #require(CostOfCredit(received: received, payments: payments))
            // Installments every 30 days at the plan's own rate: the present value at that rate is the principal.
            let value = PresentValue(monthlyRate: rate).of(payments)
            #expect(abs(value.cents - received.cents) <= Int64(count) + 1)
            // (1 + rate)^(365/30) as a double, only to compare.
            let compound = pow(1 + Double(rate.micros) / 1e8, 365.0 / 30)
            let found = 1 + Double(cost.annual.micros) / 1e8
            #expect(abs(found / compound - 1) < 0.003)
            #expect(cost.monthly < cost.annual)
        }
    }

    @Test("money later is worth less, and at no rate it is worth itself")
    func presentValue() {
        let payment = [DatedPayment(days: 30, amount: Money(cents: 101_00))]
        #expect(PresentValue(monthlyRate: Percentage(1)).of(payment) == Money(cents: 100_00))
        #expect(PresentValue(monthlyRate: .zero).of(payment) == Money(cents: 101_00))
        let value = PresentValue(monthlyRate: Percentage(2))
        let worth = (0...400).map { value.of([DatedPayment(days: $0, amount: Money(cents: 1_000_000_00))]) }
        #expect(worth.first == Money(cents: 1_000_000_00))
        #expect(zip(worth, worth.dropFirst()).allSatisfy { $0 > $1 })
    }

    private func pow(_ base: Double, _ exponent: Double) -> Double {
        // ln and exp by series would be a second implementation; halving the exponent's bits is enough here.
        var result = 1.0
        var root = base
        var rest = exponent
        let whole = rest.rounded(.down)
        for _ in 0..<Int(whole) { result *= base }
        rest -= whole
        for _ in 0..<50 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
        }
        return result
    }
}
