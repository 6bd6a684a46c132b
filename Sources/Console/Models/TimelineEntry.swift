package import Domain

/// One line of a case's single history.
package struct TimelineEntry: Sendable {
    package let at: Timestamp
    package let event: Event
    /// Who did it, where that is a person.
    package let by: String?

    package enum Event: Sendable {
        case message(ChatMessage)
        case decision(ContactDecision)
        case identityProven(means: [String])
        case identityFailed
        case offersMade([OfferLine])
        case agreementMade(total: Money, installments: Int)
        case agreementBroken
        case agreementSettled
        case promiseMade(due: CalendarDay, amount: Money?)
        case promiseKept, promiseBroken
        case chargeCreated(amount: Money, txid: String)
        case paymentReceived(amount: Money, endToEndID: String?)
        case debtSettled(contract: String)
        case handedOver(HandoverReason)
        case takenOver
        case handedBack
        case restricted(RestrictionKind)
        case restrictionLifted(RestrictionKind)
        case imported(file: String)
        case debtAdded(contract: String, amount: Money)
        case debtChanged(contract: String)
        case cadenceStarted(name: String)
        case cadenceStopped(name: String)
        case satisfaction(score: Int)
        case note(String)
        /// An event without a phrase of its own yet.
        case other(String)
    }

    package init(at: Timestamp, event: Event, by: String? = nil) {
        self.at = at
        self.event = event
        self.by = by
    }
}
