package import Domain

/// What is known of the debtor when the gate is asked. The caller gathers it per person, over all debts and creditors
/// of the installation, because the caps are the person's.
package struct ContactFacts: Sendable {
    /// Every place where the debtor may be; contact must be lawful in all of them. The first is the likeliest (the
    /// address, else the area code). Empty means unknown: the strict window in every Brazilian zone.
    package var places: [ContactPlace]
    /// Business-initiated messages and calls, sent or queued, over all debts, channels, creditors and agents: at
    /// least those of the last eight days and every service reminder of the due dates in question. Any order.
    package var attempts: [ContactAttempt]
    /// Unanswered attempts on this contact point older than `attempts`, counted since the last answer.
    package var earlierUnanswered: Int
    /// The platform's time of the person's last message at this contact point: it opens the service window.
    package var lastInboundAt: Timestamp?
    /// The last time that both sides spoke, on any channel.
    package var lastConversationAt: Timestamp?
    /// That conversation ended with an agreed next contact, which F4 then does not forbid.
    package var followUpAgreed: Bool
    package var restrictions: ContactRestrictions

    package init(
        places: [ContactPlace], attempts: [ContactAttempt] = [], earlierUnanswered: Int = 0,
        lastInboundAt: Timestamp? = nil, lastConversationAt: Timestamp? = nil, followUpAgreed: Bool = false,
        restrictions: ContactRestrictions = ContactRestrictions()
    ) {
        self.places = places
        self.attempts = attempts
        self.earlierUnanswered = earlierUnanswered
        self.lastInboundAt = lastInboundAt
        self.lastConversationAt = lastConversationAt
        self.followUpAgreed = followUpAgreed
        self.restrictions = restrictions
    }
}

/// A business-initiated message or call that was made, or is queued to be made.
package struct ContactAttempt: Hashable, Sendable {
    package let at: Timestamp
    package let channel: Channel
    package let contactPoint: ContactPointID
    package let purpose: ContactPurpose
    /// The due date that the attempt was about.
    package let dueDate: CalendarDay?
    /// The person answered it.
    package let answered: Bool

    package init(
        at: Timestamp, channel: Channel, contactPoint: ContactPointID, purpose: ContactPurpose,
        dueDate: CalendarDay? = nil, answered: Bool = false
    ) {
        self.at = at
        self.channel = channel
        self.contactPoint = contactPoint
        self.purpose = purpose
        self.dueDate = dueDate
        self.answered = answered
    }
}
