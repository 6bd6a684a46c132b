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
        let lines = lowered(limits.cash.lines, to: total)
        let amount = lines.map(\.negotiated).sum()
        let payment = ScheduledPayment(number: 1, due: min(max(due ?? last, day), last), amount: amount)
        return terms(.cash, lines, down: nil, [payment], .zero, reason)
    }

    /// Nil when these parts are not allowed: an installment under the minimum, say.
    func plan(
        count: Int, total: Money? = nil, down: Money? = nil, firstDue: CalendarDay? = nil, dayOfMonth: Int? = nil,
        reason: OfferReason
    ) -> OfferTerms? {
        guard let plan = limits.plan, (1...plan.countMax).contains(count) else { return nil }
        let lines = lowered(plan.lines, to: total)
        let negotiated = lines.map(\.negotiated).sum()
        let down = max(down ?? .zero, plan.downMin(of: negotiated))
        guard count > 1 || down > .zero, down < negotiated else { return nil }
        let parts = PlanSchedule.parts(
            negotiated - down, count: count, interestPerMonth: plan.interestPerMonth, method: plan.method)
        guard parts.count == count, parts.allSatisfy({ $0.amount >= plan.installmentMin }) else { return nil }
        let downDue = day.adding(days: plan.downDueWithinDays)
        let first = firstInstallmentDay(plan, wished: down > .zero ? nil : firstDue, dayOfMonth: dayOfMonth)
        let payments = parts.enumerated().map { index, part in
            ScheduledPayment(
                number: index + 1, due: first.adding(months: index), amount: part.amount, interest: part.interest)
        }
        let start = min(max(firstDue ?? downDue, day), downDue)
        let downPayment = down > .zero ? ScheduledPayment(number: 0, due: start, amount: down) : nil
        return terms(.plan, lines, down: downPayment, payments, plan.interestPerMonth, reason)
    }

    /// The most installments that the minimum allows; nil when not even the shortest plan is possible.
    func longestPlan(total: Money? = nil, down: Money? = nil) -> Int? {
        guard let plan = limits.plan else { return nil }
        return (1...plan.countMax).last { self.plan(count: $0, total: total, down: down, reason: .asWished) != nil }
    }

    /// A day inside the limit: as wished, the wished day of the month, or the usual thirty days.
    private func firstInstallmentDay(
        _ plan: OfferLimits.Plan, wished: CalendarDay?, dayOfMonth: Int?
    ) -> CalendarDay {
        let last = day.adding(days: plan.firstDueWithinDays)
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

    /// The lines with their principal lowered so that they sum to `total`; unchanged when that is not less.
    private func lowered(_ lines: [OfferLine], to total: Money?) -> [OfferLine] {
        guard let total else { return lines }
        var rest = lines.map(\.negotiated).sum() - total
        return lines.map { line in
            guard rest > .zero else { return line }
            let extra = min(rest, line.balance.principal - line.principalDiscount)
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
