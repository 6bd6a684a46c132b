import Domain
import Negotiation
import Testing

@Suite("Waiting pays only where the policy says so")
struct MonotonyTests {
    static let due = CalendarDay(number: 20_454)

    private func facts(_ principal: Money, daysLate: Int) -> NegotiationFacts {
        let day = MonotonyTests.due.adding(days: daysLate)
        let balance = LateCharges.balance(principal: principal, due: MonotonyTests.due, on: day)
        return NegotiationFacts(debts: [
            NegotiableDebt(
                id: DebtID(1),
                balance: BalanceComponents(principal: principal, fine: balance.fine, interest: balance.interest),
                daysPastDue: daysLate)
        ])
    }

    /// Whether a rule gives something that another does not.
    private func concedes(_ rule: OfferRule?, moreThan other: OfferRule?) -> Bool {
        guard let rule else { return false }
        guard let other else { return true }
        if let cash = rule.cash {
            guard let before = other.cash else { return true }
            if cash.principalDiscount > before.principalDiscount || !before.waive.isSuperset(of: cash.waive) {
                return true
            }
        }
        return false
    }

    @Test("paid at once, a later day costs less only under a rule that concedes more")
    func cash() throws {
        var random = SplitMix64(seed: 31)
        var cheaper = 0
        var compared = 0
        for _ in 0..<4_000 {
            guard let drawn = RandomCase(&random) else { continue }
            let policy = try NegotiationPolicy(version: "v", rules: drawn.policy.rules)
            let principal = Money(cents: random.integer(1_00...9_000_00))
            let days = [random.int(1...200), random.int(1...400)].sorted()
            func offer(_ late: Int) -> (total: Money, rule: OfferRule?)? {
                let facts = facts(principal, daysLate: late)
                let offers = Negotiator.offers(
                    for: facts, policy: policy, authority: .bot, day: MonotonyTests.due.adding(days: late))
                guard let cash = offers.first(where: { $0.kind == .cash }) else { return nil }
                let rule = policy.rules.first { rule in
                    (rule.when.daysPastDueFrom ?? 0) <= late && (rule.when.daysPastDueThrough ?? Int.max) >= late
                        && (rule.when.balanceFrom ?? .zero) <= facts.balance && rule.when.products.isEmpty
                        && rule.when.segments.isEmpty && rule.when.previousBreaksMin ?? 0 == 0
                        && rule.when.scoreFrom == nil && rule.when.scoreThrough == nil
                }
                return (cash.total, rule)
            }
            let early = try #require(offer(days[0]))
            let late = try #require(offer(days[1]))
            compared += 1
            guard late.total < early.total else { continue }
            cheaper += 1
            #expect(concedes(late.rule, moreThan: early.rule), "\(days), \(early), \(late)")
        }
        #expect(compared > 2_000 && cheaper > 50)
    }

    @Test("within one rule no day of delay makes anything cheaper, in any number of installments")
    func withinOneRule() throws {
        var random = SplitMix64(seed: 33)
        var compared = 0
        for _ in 0..<150 {
            let plan = InstallmentTerms(
                countMax: 12, installmentMin: Money(cents: 1), waive: random.chance(percent: 50) ? [.fine] : [],
                principalDiscount: Percentage(random.int(0...30)),
                interestPerMonth: random.chance(percent: 50) ? Percentage(2) : .zero)
            let cash = CashTerms(
                waive: random.chance(percent: 50) ? [.interest] : [], principalDiscount: Percentage(random.int(0...40)))
            let policy = try NegotiationPolicy(
                version: "v", rules: [OfferRule(when: OfferCondition(), cash: cash, installments: plan)])
            let principal = Money(cents: random.integer(10_00...5_000_00))
            let count = random.int(2...12)
            var last: [Money] = [.zero, .zero]
            for late in stride(from: 1, through: 90, by: 7) {
                let facts = facts(principal, daysLate: late)
                let day = MonotonyTests.due.adding(days: late)
                let totals = [Wish(installments: 1), Wish(installments: count)].compactMap {
                    Negotiator.respond(to: $0, facts: facts, policy: policy, authority: .bot, day: day).offer?.total
                }
                #expect(totals.count == 2 && totals[0] >= last[0] && totals[1] >= last[1])
                last = totals
                compared += 1
            }
        }
        #expect(compared == 150 * 13)
    }
}
