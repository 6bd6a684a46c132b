package import Domain

/// An offer that the policy allows. Only this room can make one, so whoever holds an `Offer` may say it aloud.
///
/// It is deliberately not `Codable`: what is stored are its `terms`, and they become an offer again only through
/// `Offer.revalidated(_:policy:facts:day:)`.
package struct Offer: Hashable, Sendable {
    package let terms: OfferTerms
    /// What the payments are worth to the creditor on the day of the offer, at the policy's discount rate.
    package let presentValue: Money

    init(minting terms: OfferTerms, under policy: NegotiationPolicy) {
        self.terms = terms
        presentValue = policy.presentValue.of(terms.datedPayments)
    }
}

extension Offer {
    package var kind: OfferTerms.Kind { terms.kind }
    package var total: Money { terms.total }
    package var principalDiscount: Money { terms.principalDiscount }
    package var waivedCharges: Money { terms.waivedCharges }
    package var saving: Money { terms.saving }
    package var downPayment: ScheduledPayment? { terms.downPayment }
    package var installments: [ScheduledPayment] { terms.installments }
    package var firstPayment: ScheduledPayment? { terms.payments.first }
    package var validUntil: CalendarDay { terms.validUntil }
    package var policyVersion: String { terms.policyVersion }
    package var authority: Authority { terms.authority }
    package var reason: OfferReason { terms.reason }
    package var cost: CostOfCredit? { terms.cost }

    /// Which of two offers stands first: the one that costs the debtor less; of equally cheap ones the one that is worth
    /// more to the creditor, which is the one paid sooner; then the one with fewer payments.
    ///
    /// The debtor's cost comes first because every offer is one that the creditor has allowed: among those, the cheapest
    /// is the one most likely kept.
    package func isBetter(than other: Offer) -> Bool {
        if total != other.total { return total < other.total }
        if presentValue != other.presentValue { return presentValue > other.presentValue }
        return terms.payments.count < other.terms.payments.count
    }
}

extension OfferTerms {
    /// The payments by their distance from the day of the offer.
    var datedPayments: [DatedPayment] {
        payments.map { DatedPayment(days: max(0, calculatedOn.days(until: $0.due)), amount: $0.amount) }
    }

    /// What the plan costs in all (CET), counted from the day of the offer; nil when no interest is charged.
    package var cost: CostOfCredit? {
        guard planInterest > .zero else { return nil }
        return CostOfCredit(received: lines.map(\.negotiated).sum(), payments: datedPayments)
    }
}
