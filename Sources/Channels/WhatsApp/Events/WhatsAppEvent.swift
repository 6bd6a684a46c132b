package import Domain

/// One thing that WhatsApp's webhook told us, taken out of its envelope.
///
/// A POST may carry a thousand of them; each stands alone, so that a bad neighbour does not spoil it.
package struct WhatsAppEvent: Hashable, Sendable {
    package let origin: EventOrigin
    package let kind: EventKind
    package let dedupKey: EventKey
    /// The platform's own instant: of the message, the status, or the account's notice. Account errors have none.
    package let at: Timestamp?
    /// The message that the event is (inbound, echo) or is about (delivery); of Meta's making, up to about 128
    /// characters.
    package let messageID: String?
    /// The person at the other end. Nil where the event is about an account, a template or a number.
    package let contact: WhatsAppContact?
    /// The message that was quoted or answered.
    package let replyTo: String?
    /// Set when it happened in a group.
    package let groupID: String?
    /// Whether it opens or extends the 24-hour window with this person (reference §5.1). Reactions, edits, revocations
    /// and system notices are read conservatively: they do not.
    package let opensWindow: Bool

    package init(
        origin: EventOrigin, kind: EventKind, dedupKey: EventKey, at: Timestamp? = nil, messageID: String? = nil,
        contact: WhatsAppContact? = nil, replyTo: String? = nil, groupID: String? = nil, opensWindow: Bool = false
    ) {
        self.origin = origin
        self.kind = kind
        self.dedupKey = dedupKey
        self.at = at
        self.messageID = messageID
        self.contact = contact
        self.replyTo = replyTo
        self.groupID = groupID
        self.opensWindow = opensWindow
    }
}

/// Where in Meta's objects an event happened.
package struct EventOrigin: Hashable, Sendable {
    /// The WhatsApp Business Account (`entry[].id`).
    package let accountID: String?
    /// The business number's opaque id (`metadata.phone_number_id`), never its digits.
    package let numberID: String?
    /// The business number as shown; for people, not a key.
    package let displayPhone: String?
    /// The webhook field, as written or as told from the value's shape where it was missing.
    package let field: String?

    package init(accountID: String?, numberID: String?, displayPhone: String?, field: String?) {
        self.accountID = accountID
        self.numberID = numberID
        self.displayPhone = displayPhone
        self.field = field
    }
}

/// By what a repeated delivery of the same event is recognised (reference §4.2).
package struct EventKey: Hashable, Sendable {
    package let text: String
    /// Account errors carry no instant, so the same key can stand for a later, new occurrence: then it holds only for
    /// as long as Meta retries, 7 days after it was received. Otherwise it holds for ever.
    package let recurs: Bool

    package init(_ text: String, recurs: Bool = false) {
        self.text = text
        self.recurs = recurs
    }
}

/// What happened. The names that tools print are in `EventKind.name`.
package enum EventKind: Hashable, Sendable {
    case messageReceived(ReceivedMessage)
    case selectionReceived(ReceivedSelection)
    case flowSubmitted(FlowSubmission)
    case reactionChanged(target: String, emoji: String?)
    case contactShared(SharedContact)
    case identityChanged(IdentityChange)
    case messageEdited(target: String, type: String?, text: String?)
    case messageRevoked(target: String)
    case messageUnsupported(subtype: String?, code: Int?)
    case paymentIntent(PaymentIntent)
    case deliveryUpdated(DeliveryUpdate)
    case templateStatusChanged(TemplateStatusChange)
    case templateCategoryChanging(TemplateIdentity, current: String?, future: String, effectiveAt: Timestamp?)
    case templateCategoryChanged(TemplateIdentity, from: String?, to: String)
    case templateQualityChanged(TemplateIdentity, from: String?, to: String)
    case accountRestricted(AccountRestriction)
    case accountDisabled(AccountDisabling)
    case accountError(PlatformError)
    case numberLimitsChanged(NumberLimits)
    case portfolioLimitsChanged(PortfolioLimits)
    case preferenceChanged(category: String, value: String, detail: String?)
    case callEnded(EndedCall)
    case callPermissionChanged(CallPermission)
    case echoSent(EchoedMessage)
    case flowHealth(FlowHealth)
    case unknown(UnknownPart)
}

/// What was not understood, kept as it came.
package struct UnknownPart: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        /// A webhook field, or an event of one, that this program does not act on.
        case field
        /// A kind of message or status that this program does not know.
        case messageType = "message_type"
        /// A known kind whose required parts are missing or of another shape.
        case malformed
    }

    package let reason: Reason
    /// The unknown kind's name: `hologram`.
    package let type: String?
    /// What is wrong, for the engineer who reads it.
    package let detail: String?
    package let raw: JSONValue

    package init(reason: Reason, type: String? = nil, detail: String? = nil, raw: JSONValue) {
        self.reason = reason
        self.type = type
        self.detail = detail
        self.raw = raw
    }
}
