import Domain

/// Makes terms inside limits. Everything in it trusts its caller to have asked for something allowed; `Offer` values
/// are minted only after `OfferAudit` has looked at the result.
struct OfferBuilder {
    let limits: OfferLimits
    let policy: NegotiationPolicy
    let authority: Authority
    let day: CalendarDay

    /// Days from an offer to the first installment, where nothing else is wished.
    static let usualFirstDueDays = 30

    func cash(total: Money? = nil, due: CalendarDay? = nil, reason: OfferReason) -> OfferTerms {
        let last = day.adding(days: limits.cash.dueWithinDays)
        let lines = lowered(limits.cash.lines, limits.cash.margins, to: total)
        let amount = lines.map(\.negotiated).sum()
        let payment = ScheduledPayment(number: 1, due: min(max(due ?? last, day), last), amount: amount)
        return terms(.cash, lines, down: nil, [payment], .zero, reason)
    }

    /// What a plan over `total` may begin with, and what then remains to be divided.
    struct PlanBase {
        let lines: [OfferLine]
        let down: Money
        let rest: Money
    }

    /// Nil when there can be no plan, or the down payment leaves nothing to divide.
    func base(total: Money?, down: Money?) -> PlanBase? {
        guard let plan = limits.plan else { return nil }
        let lines = lowered(plan.lines, plan.margins, to: total)
        let negotiated = lines.map(\.negotiated).sum()
        let down = max(down ?? .zero, plan.downMin(of: negotiated))
        return down < negotiated ? PlanBase(lines: lines, down: down, rest: negotiated - down) : nil
    }

    /// The installments of so many; nil when the policy does not allow them.
    func parts(_ base: PlanBase, count: Int) -> [PlanSchedule.Part]? {
        guard let plan = limits.plan, (1...plan.countMax).contains(count), count > 1 || base.down > .zero else {
            return nil
        }
        let minimum = plan.installmentMin
        if plan.interestPerMonth == .zero, base.rest.cents / Int64(count) < minimum.cents { return nil }
        let parts = PlanSchedule.parts(
            base.rest, count: count, interestPerMonth: plan.interestPerMonth, method: plan.method)
        guard parts.count == count, parts.allSatisfy({ $0.amount >= minimum }) else { return nil }
        if let most = plan.installmentMax, parts.contains(where: { $0.amount > most }) { return nil }
        return parts
    }

    /// Nil when these parts are not allowed: an installment under the minimum, say.
    func plan(
        count: Int, total: Money? = nil, down: Money? = nil, firstDue: CalendarDay? = nil, dayOfMonth: Int? = nil,
        reason: OfferReason
    ) -> OfferTerms? {
        guard let plan = limits.plan, let base = base(total: total, down: down),
            let parts = parts(base, count: count)
        else { return nil }
        let downDue = day.adding(days: plan.downDueWithinDays)
        let first = firstInstallmentDay(plan, wished: base.down > .zero ? nil : firstDue, dayOfMonth: dayOfMonth)
        let start = min(max(firstDue ?? downDue, day), downDue, first)
        let payments = parts.enumerated().map { index, part in
            ScheduledPayment(
                number: index + 1, due: first.adding(months: index), amount: part.amount, interest: part.interest)
        }
        let downPayment = base.down > .zero ? ScheduledPayment(number: 0, due: start, amount: base.down) : nil
        return terms(.plan, base.lines, down: downPayment, payments, plan.interestPerMonth, reason)
    }

    /// The most installments that the minimum allows; nil when not even the shortest plan is possible.
    func longestPlan() -> Int? {
        guard let plan = limits.plan, let base = base(total: nil, down: nil) else { return nil }
        return (1...plan.countMax).last { parts(base, count: $0) != nil }
    }

    /// Every number of installments that is possible, with its largest, the fewest first.
    func possiblePlans(total: Money?, down: Money?) -> [(count: Int, largest: Money)] {
        guard let plan = limits.plan, let base = base(total: total, down: down) else { return [] }
        return (1...plan.countMax).compactMap { count in
            parts(base, count: count).flatMap { $0.map(\.amount).max() }.map { (count, $0) }
        }
    }

    /// A day inside the limit: as wished, the wished day of the month, or the usual thirty days.
    private func firstInstallmentDay(
        _ plan: OfferLimits.Plan, wished: CalendarDay?, dayOfMonth: Int?
    ) -> CalendarDay {
        let last = day.adding(days: plan.firstDueWithinDays)
        if let dueDays = plan.dueDays { return allowedDay(dueDays, through: last, wished: wished, dayOfMonth) }
        if let wished { return min(max(wished, day), last) }
        let usual = min(day.adding(days: OfferBuilder.usualFirstDueDays), last)
        guard let dayOfMonth, (1...31).contains(dayOfMonth) else { return usual }
        var candidates: [CalendarDay] = []
        for months in 0...2 {
            let month = CalendarDay(year: day.year, month: day.month, day: 1)?.adding(months: months) ?? day
            let length = CalendarDay.length(ofMonth: month.month, year: month.year)
            candidates.append(month.adding(days: min(dayOfMonth, length) - 1))
        }
        let possible = candidates.filter { $0 > day && $0 <= last }
        return possible.last ?? usual
    }

    /// The allowed day nearest to what is wished: the day itself, the day of the month, or the usual thirty days; the
    /// earlier of two that are equally near. The window has at least 31 days, so there is one.
    private func allowedDay(
        _ dueDays: Set<Int>, through last: CalendarDay, wished: CalendarDay?, _ dayOfMonth: Int?
    ) -> CalendarDay {
        let days = (1...max(1, day.days(until: last))).map { day.adding(days: $0) }.filter {
            dueDays.contains($0.day)
        }
        let target = wished ?? day.adding(days: OfferBuilder.usualFirstDueDays)
        let same = wished == nil ? days.last { $0.day == dayOfMonth } : nil
        return same ?? days.min { abs($0.days(until: target)) < abs($1.days(until: target)) } ?? last
    }

    /// The lines with their principal lowered, each within its own margin, so that they sum to `total`; unchanged when
    /// that is not less.
    private func lowered(_ lines: [OfferLine], _ margins: [Money], to total: Money?) -> [OfferLine] {
        guard let total else { return lines }
        var rest = lines.map(\.negotiated).sum() - total
        return zip(lines, margins).map { line, margin in
            guard rest > .zero else { return line }
            let extra = min(rest, margin)
            rest -= extra
            return line.discounted(by: extra)
        }
    }

    private func terms(
        _ kind: OfferTerms.Kind, _ lines: [OfferLine], down: ScheduledPayment?, _ installments: [ScheduledPayment],
        _ interest: Percentage, _ reason: OfferReason
    ) -> OfferTerms {
        OfferTerms(
            kind: kind, lines: lines, downPayment: down, installments: installments, interestPerMonth: interest,
            calculatedOn: day, validUntil: day.adding(days: policy.offerValidityDays),
            policyVersion: policy.version, authority: authority, reason: reason)
    }
}
