import Domain
import Negotiation

/// A policy and facts drawn by chance, as wide as files can state them.
struct RandomCase {
    let policy: NegotiationPolicy
    let facts: NegotiationFacts
    let day: CalendarDay

    init?(_ random: inout SplitMix64) {
        day = CalendarDay(number: 20_000).adding(days: random.int(0...2000))
        var rules: [OfferRule] = []
        var from = random.int(-3...5)
        for _ in 0..<random.int(1...4) {
            let through = from + random.int(0...120)
            rules.append(RandomCase.rule(from: from, through: random.chance(percent: 15) ? nil : through, &random))
            from = through + 1
        }
        let agent = Percentage(micros: random.integer(0...10_000_000))
        let supervisor = Percentage(micros: agent.micros + random.integer(0...20_000_000))
        let breaks = BreakRules(renegotiationsMax: random.int(0...3))
        guard
            let policy = try? NegotiationPolicy(
                version: "v\(random.int(1...9))", rules: rules,
                authority: AuthorityMargins(agent: agent, supervisor: supervisor), onBreak: breaks,
                offerValidityDays: random.int(0...20),
                monthlyBudget: random.chance(percent: 25) ? Money(cents: random.integer(0...300_000)) : nil,
                affordability: AffordabilityRules(
                    existentialMinimum: Money(cents: random.integer(0...100_000)),
                    incomeShareMax: Percentage(random.int(5...60))),
                discountRate: Percentage(micros: random.integer(0...5_000_000)))
        else { return nil }
        self.policy = policy
        var debts: [NegotiableDebt] = []
        for index in 0..<random.int(0...4) { debts.append(RandomCase.debt(Int64(index + 1), &random)) }
        facts = NegotiationFacts(
            debts: debts, previousBreaks: random.int(0...4), segment: random.pick([nil, "massa", "premium"]),
            score: random.chance(percent: 50) ? random.int(0...1000) : nil,
            means: random.chance(percent: 30)
                ? StatedMeans(
                    income: Money(cents: random.integer(0...800_000)),
                    commitments: Money(cents: random.chance(percent: 30) ? random.integer(0...100_000) : 0)) : nil,
            concededThisMonth: random.chance(percent: 50) ? Money(cents: random.integer(0...300_000)) : nil)
    }

    private static func rule(from: Int, through: Int?, _ random: inout SplitMix64) -> OfferRule {
        let when = OfferCondition(
            daysPastDueFrom: from, daysPastDueThrough: through,
            balanceFrom: random.chance(percent: 20) ? Money(cents: random.integer(0...50_000)) : nil,
            products: random.chance(percent: 10) ? ["cartão"] : [],
            segments: random.chance(percent: 10) ? ["massa"] : [],
            previousBreaksMax: random.chance(percent: 10) ? 1 : nil,
            previousBreaksMin: random.chance(percent: 10) ? 1 : nil,
            scoreFrom: random.chance(percent: 10) ? random.int(0...500) : nil,
            scoreThrough: random.chance(percent: 10) ? random.int(500...1000) : nil)
        let cash = CashTerms(
            waive: waived(&random), principalDiscount: Percentage(micros: random.integer(0...95_000_000)),
            dueWithinDays: random.int(0...30))
        let downs: [DownPaymentRule] = [
            .none, .share(Percentage(micros: random.integer(0...60_000_000))),
            .amount(Money(cents: random.integer(0...30_000))),
        ]
        let hasDueDays = random.chance(percent: 25)
        let dueDays = hasDueDays ? Set((0..<random.int(1...4)).map { _ in random.int(1...28) }) : []
        let plan = InstallmentTerms(
            countMax: random.int(1...36), installmentMin: Money(cents: random.integer(1...20_000)),
            down: random.pick(downs), waive: waived(&random),
            principalDiscount: Percentage(micros: random.integer(0...50_000_000)),
            interestPerMonth: random.chance(percent: 30) ? Percentage(micros: random.integer(1...5_000_000)) : .zero,
            method: random.pick([.price, .sac]), downDueWithinDays: random.int(0...10),
            firstDueWithinDays: random.int(hasDueDays ? 31...60 : 10...60), dueDays: dueDays)
        let only = random.int(0...9)
        return OfferRule(when: when, cash: only == 0 ? nil : cash, installments: only == 1 ? nil : plan)
    }

    private static func waived(_ random: inout SplitMix64) -> Set<ChargeComponent> {
        Set(ChargeComponent.allCases.filter { _ in random.chance(percent: 50) })
    }

    private static func debt(_ id: Int64, _ random: inout SplitMix64) -> NegotiableDebt {
        let large = random.chance(percent: 10)
        let principal = Money(cents: random.integer(1...(large ? 900_000_000 : 500_000)))
        return NegotiableDebt(
            id: DebtID(id), product: random.pick([nil, "cartão", "crediário"]),
            balance: BalanceComponents(
                principal: principal, fine: Money(cents: random.integer(0...20_000)),
                interest: Money(cents: random.integer(0...50_000)),
                correction: random.chance(percent: 20) ? Money(cents: random.integer(0...9_999)) : .zero),
            daysPastDue: random.int(-5...400), isTimeBarred: random.chance(percent: 5))
    }

    func wish(_ random: inout SplitMix64) -> Wish {
        let amounts: [Int64] = [1, 5_000, 15_000, 80_000, 250_000, max(1, facts.balance.cents)]
        let total = Money(cents: amounts[random.int(0...5)])
        let monthly = Money(cents: amounts[random.int(0...4)])
        let down = Money(cents: amounts[random.int(0...5)])
        let due = day.adding(days: random.int(-10...90))
        let count = random.int(-1...60)
        let dayOfMonth = random.int(-1...33)
        return Wish(
            total: random.chance(percent: 40) ? total : nil, monthly: random.chance(percent: 40) ? monthly : nil,
            installments: random.chance(percent: 40) ? count : nil, down: random.chance(percent: 25) ? down : nil,
            firstDue: random.chance(percent: 30) ? due : nil, dayOfMonth: random.chance(percent: 20) ? dayOfMonth : nil)
    }
}
