package import Domain

/// Whether stored terms still are an offer.
package enum Revalidation: Hashable, Sendable {
    case standing(Offer)
    case lapsed(Set<OfferViolation>)

    package var offer: Offer? {
        if case .standing(let offer) = self { offer } else { nil }
    }
}

extension Offer {
    /// Makes an offer of stored terms again when they still hold on `day`: not expired, made under this very policy,
    /// for the same debts with the same principal (so that nothing was paid or corrected in between).
    ///
    /// The amounts stay those that were shown: charges that grew since then do not change an offer that is valid.
    package static func revalidated(
        _ terms: OfferTerms, policy: NegotiationPolicy, facts: NegotiationFacts, day: CalendarDay
    ) -> Revalidation {
        var found: Set<OfferViolation> = []
        if day > terms.validUntil || day < terms.calculatedOn { found.insert(.expired) }
        let present = facts.negotiable
        if present.map(\.id) != terms.lines.map(\.debt) { return .lapsed(found.union([.otherDebts])) }
        let age = terms.calculatedOn.days(until: day)
        var then: [NegotiableDebt] = []
        for (line, debt) in zip(terms.lines, present) {
            if line.balance.principal != debt.balance.principal || line.balance.total > debt.balance.total {
                found.insert(.otherBalance)
            }
            if line.daysPastDue != debt.daysPastDue - age { found.insert(.otherBalance) }
            then.append(
                NegotiableDebt(
                    id: debt.id, product: debt.product, balance: line.balance, daysPastDue: line.daysPastDue))
        }
        // Not the budget: what was offered in time is kept, whoever has used the budget up since.
        let past = NegotiationFacts(
            debts: then, previousBreaks: facts.previousBreaks, segment: facts.segment, score: facts.score,
            means: facts.means)
        found.formUnion(OfferAudit.violations(of: terms, policy: policy, facts: past))
        return found.isEmpty ? .standing(Offer(minting: terms, under: policy)) : .lapsed(found)
    }
}
