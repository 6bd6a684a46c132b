import Domain

/// Why terms are not an offer under a policy.
package enum OfferViolation: String, Hashable, Codable, Sendable {
    case nothingOwed, otherDebts, otherBalance, chargesWrong, totalTooLow, planNotAllowed, tooManyInstallments
    case installmentTooSmall, downPaymentTooSmall, doesNotSum, dateTooFar, datesOutOfOrder, expired, otherPolicy
    case interestWrong, notPositive, dayNotOffered, beyondMeans
}

/// The rules of a policy read the other way round: not "what can be offered" but "is this allowed". It shares no
/// arithmetic with the builder beyond the limits themselves, so that each keeps watch over the other.
package enum OfferAudit {
    /// Every violation of terms offered on their own `calculatedOn` day under the given facts of that day.
    package static func violations(
        of terms: OfferTerms, policy: NegotiationPolicy, facts: NegotiationFacts
    ) -> Set<OfferViolation> {
        guard let limits = OfferLimits(facts: facts, policy: policy, authority: terms.authority) else {
            return [.nothingOwed]
        }
        var found = lineViolations(terms, facts)
        if terms.policyVersion != policy.version { found.insert(.otherPolicy) }
        if terms.validUntil > terms.calculatedOn.adding(days: policy.offerValidityDays) { found.insert(.dateTooFar) }
        if terms.payments.contains(where: { $0.amount <= .zero }) || terms.installments.isEmpty {
            found.insert(.notPositive)
        }
        if zip(terms.payments, terms.payments.dropFirst()).contains(where: { $0.due > $1.due }) {
            found.insert(.datesOutOfOrder)
        }
        if terms.payments.contains(where: { $0.due < terms.calculatedOn }) { found.insert(.datesOutOfOrder) }
        switch terms.kind {
        case .cash: found.formUnion(cashViolations(terms, limits.cash))
        case .plan:
            guard let plan = limits.plan else { return found.union([.planNotAllowed]) }
            found.formUnion(planViolations(terms, plan))
        }
        return found
    }

    private static func lineViolations(_ terms: OfferTerms, _ facts: NegotiationFacts) -> Set<OfferViolation> {
        let debts = facts.negotiable
        guard terms.lines.map(\.debt) == debts.map(\.id) else { return [.otherDebts] }
        var found: Set<OfferViolation> = []
        for (line, debt) in zip(terms.lines, debts) {
            if line.balance != debt.balance || line.daysPastDue != debt.daysPastDue { found.insert(.otherBalance) }
            if line.waivedCharges < .zero || line.waivedCharges > line.balance.charges { found.insert(.chargesWrong) }
            if line.principalDiscount < .zero || line.principalDiscount > line.balance.principal {
                found.insert(.totalTooLow)
            }
        }
        return found
    }

    /// Whether some debt is discounted beyond its own rule and margin.
    private static func concedesTooMuch(_ lines: [OfferLine], _ listed: [OfferLine], _ margins: [Money]) -> Bool {
        zip(lines, zip(listed, margins)).contains { line, limit in
            line.principalDiscount > limit.0.principalDiscount + limit.1
        }
    }

    private static func cashViolations(_ terms: OfferTerms, _ cash: OfferLimits.Cash) -> Set<OfferViolation> {
        var found: Set<OfferViolation> = []
        if terms.total < cash.floor || concedesTooMuch(terms.lines, cash.lines, cash.margins) {
            found.insert(.totalTooLow)
        }
        if zip(terms.lines, cash.lines).contains(where: { $0.waivedCharges > $1.waivedCharges }) {
            found.insert(.chargesWrong)
        }
        if terms.downPayment != nil || terms.installments.count != 1 || terms.planInterest != .zero
            || terms.total != terms.lines.map(\.negotiated).sum()
        {
            found.insert(.doesNotSum)
        }
        let last = terms.calculatedOn.adding(days: cash.dueWithinDays)
        if terms.payments.contains(where: { $0.due > last }) { found.insert(.dateTooFar) }
        return found
    }

    private static func planViolations(_ terms: OfferTerms, _ plan: OfferLimits.Plan) -> Set<OfferViolation> {
        var found: Set<OfferViolation> = []
        let negotiated = terms.lines.map(\.negotiated).sum()
        if negotiated < plan.floor || concedesTooMuch(terms.lines, plan.lines, plan.margins) {
            found.insert(.totalTooLow)
        }
        if zip(terms.lines, plan.lines).contains(where: { $0.waivedCharges > $1.waivedCharges }) {
            found.insert(.chargesWrong)
        }
        if terms.total - terms.planInterest != negotiated { found.insert(.doesNotSum) }
        if terms.interestPerMonth != plan.interestPerMonth
            || (plan.interestPerMonth == .zero && terms.planInterest != .zero)
        {
            found.insert(.interestWrong)
        }
        if terms.installments.count > plan.countMax { found.insert(.tooManyInstallments) }
        if terms.installments.map(\.number) != Array(1...max(1, terms.installments.count)) { found.insert(.doesNotSum) }
        if terms.installments.contains(where: { $0.amount < plan.installmentMin }) {
            found.insert(.installmentTooSmall)
        }
        if (terms.downPayment?.amount ?? .zero) < plan.downMin(of: negotiated) { found.insert(.downPaymentTooSmall) }
        if let most = plan.installmentMax, terms.installments.contains(where: { $0.amount > most }) {
            found.insert(.beyondMeans)
        }
        if let dueDays = plan.dueDays, !terms.installments.allSatisfy({ dueDays.contains($0.due.day) }) {
            found.insert(.dayNotOffered)
        }
        let downLast = terms.calculatedOn.adding(days: plan.downDueWithinDays)
        if let down = terms.downPayment, down.due > downLast || down.number != 0 { found.insert(.dateTooFar) }
        let firstLast = terms.calculatedOn.adding(days: plan.firstDueWithinDays)
        if let first = terms.installments.first {
            if first.due > firstLast { found.insert(.dateTooFar) }
            for (index, payment) in terms.installments.enumerated() where payment.due > first.due.adding(months: index)
            {
                found.insert(.dateTooFar)
            }
        }
        return found
    }
}
