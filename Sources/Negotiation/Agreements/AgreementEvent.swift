package import Domain

/// Proof of a yes: who reads it later sees what was said, when, and to which terms.
package struct Acceptance: Hashable, Codable, Sendable {
    /// Nil when it was not a message: a call, a signature.
    package let message: MessageID?
    /// As it was written.
    package let text: String
    package let at: Timestamp
    /// The day where the debtor is.
    package let day: CalendarDay
    /// `OfferTerms.fingerprint` of what was on the screen.
    package let termsShown: String

    package init(message: MessageID?, text: String, at: Timestamp, day: CalendarDay, termsShown: String) {
        self.message = message
        self.text = text
        self.at = at
        self.day = day
        self.termsShown = termsShown
    }
}

/// What can happen to an agreement.
package enum AgreementEvent: Hashable, Codable, Sendable {
    case accepted(Acceptance)
    /// Money for the agreement; it fills the open payments in their order.
    case paid(Money, on: CalendarDay)
    /// A payment is taken back: a refund, a reclaim.
    case paymentReversed(Money, on: CalendarDay)
    /// The offer ran out, was withdrawn, or the first payment never came.
    case lapsed(on: CalendarDay)
    case broken(on: CalendarDay)
    /// The debtor no longer wants it: a break, in time or not.
    case withdrawn(on: CalendarDay)
    /// Another agreement takes its place.
    case renegotiated(AgreementID, on: CalendarDay)
    /// The creditor declares it paid off before its end.
    case settled(on: CalendarDay)
}

/// How an agreement ended.
package enum AgreementEnding: Hashable, Codable, Sendable {
    /// Every payment came by the plan.
    case kept(on: CalendarDay)
    /// Paid off ahead of the plan, or declared so.
    case settled(on: CalendarDay)
    case broken(on: CalendarDay)
    case renegotiated(by: AgreementID, on: CalendarDay)
    /// It never came to be: not accepted in time, or never begun.
    case lapsed(on: CalendarDay)
}

/// Where an agreement stands. What a state has to carry is in its case: nothing is accepted without its evidence.
package enum AgreementState: Hashable, Sendable {
    case proposed
    /// Said yes to; nothing paid yet.
    case accepted(Acceptance)
    /// The first payment has come.
    case active(Acceptance)
    case ended(AgreementEnding, Acceptance?)

    package enum Name: String, CaseIterable, Codable, Sendable {
        case proposed, accepted, active, kept, settled, broken, renegotiated, lapsed
    }

    package var name: Name {
        switch self {
        case .proposed: .proposed
        case .accepted: .accepted
        case .active: .active
        case .ended(.kept, _): .kept
        case .ended(.settled, _): .settled
        case .ended(.broken, _): .broken
        case .ended(.renegotiated, _): .renegotiated
        case .ended(.lapsed, _): .lapsed
        }
    }

    package var acceptance: Acceptance? {
        switch self {
        case .proposed: nil
        case .accepted(let acceptance), .active(let acceptance): acceptance
        case .ended(_, let acceptance): acceptance
        }
    }

    package var isEnded: Bool { if case .ended = self { true } else { false } }
}

/// Why an event does not fit; the agreement is unchanged.
package enum AgreementError: Error, Hashable, Sendable {
    case notAllowed(in: AgreementState.Name)
    /// The yes was said to other terms than these.
    case otherTermsShown
    /// After the offer's last day, or before its first.
    case outsideValidity
    case amountNotPositive
    /// More than is left to pay: the rest is the payer's, and belongs in the books as an overpayment.
    case moreThanOwed(Money)
    /// More than was paid.
    case moreThanPaid(Money)
    /// No payment is so late that the agreement could be broken.
    case notLate
    /// Before the last event.
    case outOfOrder
}
