package import Domain

/// A wish to say something to a person, as the gate sees it: who, where, why and when, but not the words.
package struct ContactRequest: Hashable, Sendable {
    /// The outbox key of the effect; the permission carries it, so that it opens one door only.
    package let key: String
    package let creditor: CreditorID
    package let debtor: DebtorID
    package let contactPoint: ContactPointID
    package let channel: Channel
    package let purpose: ContactPurpose
    /// The text names the debt, an amount, or the fact that something is owed.
    package let discloses: Bool
    /// The person at this contact point has proved to be the debtor.
    package let identityProven: Bool
    /// The text asks for money. By default true for what the cadence sends, false for the rest.
    package let asksForPayment: Bool
    /// On WhatsApp: not an approved template, hence only inside the service window.
    package let isFreeForm: Bool
    /// The due date that a reminder is about: a debt's, or an installment's. It bounds reminders and shows when one
    /// is stale.
    package let dueDate: CalendarDay?
    package let at: Timestamp

    package init(
        key: String, creditor: CreditorID, debtor: DebtorID, contactPoint: ContactPointID, channel: Channel,
        purpose: ContactPurpose, discloses: Bool, identityProven: Bool, asksForPayment: Bool? = nil,
        isFreeForm: Bool = false, dueDate: CalendarDay? = nil, at: Timestamp
    ) {
        self.key = key
        self.creditor = creditor
        self.debtor = debtor
        self.contactPoint = contactPoint
        self.channel = channel
        self.purpose = purpose
        self.discloses = discloses
        self.identityProven = identityProven
        self.asksForPayment = asksForPayment ?? purpose.isAutomatedReminder
        self.isFreeForm = isFreeForm
        self.dueDate = dueDate
        self.at = at
    }

    /// The same wish at another instant.
    package func at(_ instant: Timestamp) -> ContactRequest {
        ContactRequest(
            key: key, creditor: creditor, debtor: debtor, contactPoint: contactPoint, channel: channel,
            purpose: purpose, discloses: discloses, identityProven: identityProven, asksForPayment: asksForPayment,
            isFreeForm: isFreeForm, dueDate: dueDate, at: instant)
    }
}

/// On which side of the due date a reminder falls.
package enum DueRelation: String, CaseIterable, Codable, Sendable {
    case before, on, after
}

/// Why we want to write or call.
package enum ContactPurpose: Hashable, Sendable {
    /// A step of the cadence.
    case cadence(DueRelation)
    /// A reminder of an agreement's installment.
    case agreementReminder(DueRelation)
    /// The one kind word on the eve or the day of a promise.
    case courtesy
    /// An automatic answer to a person who wrote to us.
    case reply
    /// The confirmation that a payment arrived.
    case receipt
    /// What a person on our side writes: an answer inside the service window, an attempt of their own outside it.
    case agentMessage
    /// The single message that acknowledges a stop: opt-out, wrong person, death, crisis.
    case confirmation

    /// Sent by the program on its own initiative.
    package var isAutomatedReminder: Bool {
        switch self {
        case .cadence, .agreementReminder, .courtesy: true
        case .reply, .receipt, .agentMessage, .confirmation: false
        }
    }
}

extension ContactPurpose: RawRepresentable, Codable {
    package var rawValue: String {
        switch self {
        case .cadence(let relation): "cadence_" + relation.rawValue
        case .agreementReminder(let relation): "agreement_reminder_" + relation.rawValue
        case .courtesy: "courtesy"
        case .reply: "reply"
        case .receipt: "receipt"
        case .agentMessage: "agent_message"
        case .confirmation: "confirmation"
        }
    }

    package init?(rawValue: String) {
        guard let match = ContactPurpose.all.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = match
    }

    package static let all: [ContactPurpose] =
        DueRelation.allCases.map { .cadence($0) } + DueRelation.allCases.map { .agreementReminder($0) }
        + [.courtesy, .reply, .receipt, .agentMessage, .confirmation]
}
