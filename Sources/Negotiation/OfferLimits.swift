import Domain

/// What a policy allows for given facts and authority: the space in which every offer lies.
struct OfferLimits {
    /// Payment at once.
    struct Cash {
        /// As listed, the most conceded without being asked.
        let lines: [OfferLine]
        /// What the margin of authority may concede beyond each line.
        let margins: [Money]
        let dueWithinDays: Int

        var listed: Money { lines.map(\.negotiated).sum() }
        /// The least that may be accepted in all.
        var floor: Money { listed - margins.sum() }
    }

    /// Payment in parts. With several debts the narrowest term of all their rules holds.
    struct Plan {
        let lines: [OfferLine]
        let margins: [Money]
        let countMax: Int
        let installmentMin: Money
        let downRules: [DownPaymentRule]
        let interestPerMonth: Percentage
        let method: PlanMethod
        let downDueWithinDays: Int
        let firstDueWithinDays: Int
        /// Nil means any day of the month.
        let dueDays: Set<Int>?
        /// What the debtor's means allow; nil when nothing is known of them.
        let installmentMax: Money?

        var listed: Money { lines.map(\.negotiated).sum() }
        var floor: Money { listed - margins.sum() }

        /// The least that may be paid at the start of a plan over `total`, rounded up to the cent.
        func downMin(of total: Money) -> Money {
            let wanted = downRules.map { rule -> Money in
                switch rule {
                case .none: .zero
                case .share(let share): total.shareRoundedUp(share)
                case .amount(let amount): amount
                }
            }
            return min(wanted.max() ?? .zero, total)
        }
    }

    let cash: Cash
    let plan: Plan?

    /// Nil when nothing is owed that may be offered.
    init?(facts: NegotiationFacts, policy: NegotiationPolicy, authority: Authority) {
        let debts = facts.negotiable
        guard !debts.isEmpty else { return nil }
        let exhausted = facts.previousBreaks > policy.onBreak.renegotiationsMax
        let rules = debts.map { debt in
            exhausted ? nil : policy.rules.first { $0.when.holds(for: debt, in: facts) }
        }
        let margin = policy.authority[authority]
        var budget: Money?
        if let monthly = policy.monthlyBudget { budget = max(.zero, monthly - (facts.concededThisMonth ?? .zero)) }
        cash = OfferLimits.cash(debts, rules.map { $0?.cash }, margin, budget)
        let plans = rules.compactMap { $0?.installments }
        let installmentMax = facts.means.map(policy.affordability.installmentMax)
        plan =
            plans.count == debts.count ? OfferLimits.plan(debts, plans, margin, budget, installmentMax) : nil
    }

    /// Days in which the whole balance may be paid where no rule says otherwise.
    static let plainCashDueDays = 3

    private static func cash(
        _ debts: [NegotiableDebt], _ terms: [CashTerms?], _ margin: Percentage, _ budget: Money?
    ) -> Cash {
        let all = zip(debts, terms).map { debt, term in
            OfferLine(debt, waive: term?.waive ?? [], discount: term?.principalDiscount ?? .zero)
        }
        let most = zip(all, terms).map { $1 == nil ? .zero : $0.furtherDiscount(margin) }
        let (lines, margins) = within(budget, all, most)
        let days = terms.compactMap { $0?.dueWithinDays }.min() ?? plainCashDueDays
        return Cash(lines: lines, margins: margins, dueWithinDays: days)
    }

    /// Lines and margins that together concede no more than the budget has left: each debt in turn takes what its rule
    /// gives, charges before principal, as long as there is something left.
    private static func within(
        _ budget: Money?, _ lines: [OfferLine], _ margins: [Money]
    ) -> (lines: [OfferLine], margins: [Money]) {
        guard var rest = budget else { return (lines, margins) }
        func take(_ wanted: Money) -> Money {
            let given = min(wanted, rest)
            rest -= given
            return given
        }
        let capped = lines.map { line in
            OfferLine(
                debt: line.debt, balance: line.balance, waivedCharges: take(line.waivedCharges),
                principalDiscount: take(line.principalDiscount), daysPastDue: line.daysPastDue)
        }
        return (capped, margins.map(take))
    }

    private static func plan(
        _ debts: [NegotiableDebt], _ terms: [InstallmentTerms], _ margin: Percentage, _ budget: Money?,
        _ installmentMax: Money?
    ) -> Plan? {
        guard let first = terms.first, terms.allSatisfy({ $0.method == first.method }) else { return nil }
        // Rules that each know only certain days have in common what all of them know.
        let known = terms.map(\.dueDays).filter { !$0.isEmpty }
        let dueDays = known.first.map { known.reduce($0) { $0.intersection($1) } }
        if let dueDays, dueDays.isEmpty || terms.contains(where: { $0.firstDueWithinDays < 31 }) { return nil }
        let all = zip(debts, terms).map { OfferLine($0, waive: $1.waive, discount: $1.principalDiscount) }
        let (lines, margins) = within(budget, all, all.map { $0.furtherDiscount(margin) })
        return Plan(
            lines: lines, margins: margins,
            countMax: terms.map(\.countMax).min() ?? 1,
            installmentMin: terms.map(\.installmentMin).max() ?? .zero,
            downRules: terms.map(\.down),
            interestPerMonth: terms.map(\.interestPerMonth).min() ?? .zero,
            method: first.method,
            downDueWithinDays: terms.map(\.downDueWithinDays).min() ?? 0,
            firstDueWithinDays: terms.map(\.firstDueWithinDays).min() ?? 0, dueDays: dueDays,
            installmentMax: installmentMax)
    }
}

extension OfferLine {
    fileprivate init(_ debt: NegotiableDebt, waive: Set<ChargeComponent>, discount: Percentage) {
        self.init(
            debt: debt.id, balance: debt.balance, waivedCharges: debt.balance.amount(of: waive),
            principalDiscount: debt.balance.principal.shareRoundedDown(discount), daysPastDue: debt.daysPastDue)
    }

    /// What a margin of authority may concede beyond this line.
    fileprivate func furtherDiscount(_ margin: Percentage) -> Money {
        min(balance.principal.shareRoundedDown(margin), balance.principal - principalDiscount)
    }

    /// This line with so much more discount on the principal.
    func discounted(by extra: Money) -> OfferLine {
        OfferLine(
            debt: debt, balance: balance, waivedCharges: waivedCharges,
            principalDiscount: principalDiscount + extra, daysPastDue: daysPastDue)
    }
}

extension Money {
    /// The share rounded down, so that what is conceded never exceeds the percentage.
    func shareRoundedDown(_ percentage: Percentage) -> Money {
        let product = Int128(cents) * Int128(percentage.micros)
        return Money(cents: Int64(clamping: product / Int128(Percentage.whole.micros)))
    }

    /// The share rounded up, so that what is demanded never falls short of the percentage.
    func shareRoundedUp(_ percentage: Percentage) -> Money {
        let whole = Int128(Percentage.whole.micros)
        let product = Int128(cents) * Int128(percentage.micros)
        return Money(cents: Int64(clamping: (product + whole - 1) / whole))
    }
}
