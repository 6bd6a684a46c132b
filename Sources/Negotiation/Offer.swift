package import Domain

/// An offer that the policy allows. Only this room can make one, so whoever holds an `Offer` may say it aloud.
///
/// It is deliberately not `Codable`: what is stored are its `terms`, and they become an offer again only through
/// `Offer.revalidated(_:policy:facts:day:)`.
package struct Offer: Hashable, Sendable {
    package let terms: OfferTerms

    init(minting terms: OfferTerms) { self.terms = terms }
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
}
