package import Domain

/// How far one of our messages got.
package struct DeliveryUpdate: Hashable, Sendable {
    package let status: DeliveryStatus
    /// What we sent along, echoed.
    package let callbackData: String?
    package let billing: Billing?
    /// Why it failed.
    package let error: PlatformError?
    /// In groups: the member whose device this is about (phone digits, or a user id). The event's contact is the same
    /// person.
    package let participant: String?
    /// Everything to this person is free until then (72-hour free entry point).
    package let freeEntryUntil: Timestamp?

    package init(
        status: DeliveryStatus, callbackData: String? = nil, billing: Billing? = nil, error: PlatformError? = nil,
        participant: String? = nil, freeEntryUntil: Timestamp? = nil
    ) {
        self.status = status
        self.callbackData = callbackData
        self.billing = billing
        self.error = error
        self.participant = participant
        self.freeEntryUntil = freeEntryUntil
    }
}

/// What Meta charges for one message; the amount stands in a dated price table, not here.
package struct Billing: Hashable, Sendable {
    package let billable: Bool
    /// `regular`, `free_customer_service`, `free_entry_point`, `free_group_customer_service`.
    package let type: String?
    /// `utility`, `marketing`, `service`, `authentication`, …; hyphens as in `authentication-international`.
    package let category: String?
    /// `paid_exempt`.
    package let subtype: String?

    package init(billable: Bool, type: String?, category: String?, subtype: String? = nil) {
        self.billable = billable
        self.type = type
        self.category = category
        self.subtype = subtype
    }
}

/// An error as Meta writes it in webhooks and answers. `WhatsAppErrors.rule(for:)` says what it means for us.
package struct PlatformError: Hashable, Sendable {
    package let code: Int
    package let title: String?
    package let details: String?

    package init(code: Int, title: String? = nil, details: String? = nil) {
        self.code = code
        self.title = title
        self.details = details
    }
}

/// A template of an account. The name is unique only together with the language.
package struct TemplateIdentity: Hashable, Sendable {
    /// Digits; beyond 2^53, so a text.
    package let id: String
    package let name: String?
    /// `pt_BR`, with an underscore whatever the webhook wrote.
    package let language: String?

    package init(id: String, name: String?, language: String?) {
        self.id = id
        self.name = name
        self.language = language
    }
}

package struct TemplateStatusChange: Hashable, Sendable {
    package let template: TemplateIdentity
    /// `APPROVED`, `REJECTED`, `PAUSED`, `DISABLED`, …
    package let event: String
    package let reason: String?
    package let category: String?
    /// Which pause: `FIRST_PAUSE`, `SECOND_PAUSE`, `RATE_LIMITING_PAUSE`, …
    package let pause: String?
    /// Meta's words for people: why rejected, what to change.
    package let explanation: String?

    /// Whether steps that use the template may go on: only what Meta has approved, or flagged while still sending.
    package var allowsSending: Bool { ["APPROVED", "REINSTATED", "FLAGGED", "UNARCHIVED"].contains(event) }

    package init(
        template: TemplateIdentity, event: String, reason: String?, category: String?, pause: String?,
        explanation: String?
    ) {
        self.template = template
        self.event = event
        self.reason = reason
        self.category = category
        self.pause = pause
        self.explanation = explanation
    }
}

/// Business-initiated sending of the account has to stop.
package struct AccountRestriction: Hashable, Sendable {
    /// `RESTRICTED_BIZ_INITIATED_MESSAGING`, …; empty for a violation without a restriction yet.
    package let restrictions: [String]
    /// When the last of them ends; nil when one has no end.
    package let until: Timestamp?
    package let violation: String?

    package init(restrictions: [String], until: Timestamp?, violation: String?) {
        self.restrictions = restrictions
        self.until = until
        self.violation = violation
    }
}

package struct AccountDisabling: Hashable, Sendable {
    /// `DISABLE`, `SCHEDULE_FOR_DISABLE`, `REINSTATE`; or the event itself (`ACCOUNT_DELETED`).
    package let state: String
    package let date: CalendarDay?
    /// The date as Meta wrote it: `November 30, 2026`.
    package let dateText: String?

    package init(state: String, date: CalendarDay?, dateText: String?) {
        self.state = state
        self.date = date
        self.dateText = dateText
    }
}

/// A number's throughput or messaging tier changed.
package struct NumberLimits: Hashable, Sendable {
    package let displayPhone: String?
    /// `ONBOARDING`, `THROUGHPUT_UPGRADE`; older `UPGRADE`, `DOWNGRADE`, `FLAGGED`, `UNFLAGGED`.
    package let event: String?
    /// `TIER_250`, `TIER_2K`, `TIER_10K`, `TIER_100K`, `TIER_UNLIMITED`.
    package let tier: String?
    package let previousTier: String?

    package init(displayPhone: String?, event: String?, tier: String?, previousTier: String?) {
        self.displayPhone = displayPhone
        self.event = event
        self.tier = tier
        self.previousTier = previousTier
    }
}

/// How many people may be written to outside a window in a rolling 24 hours.
package struct PortfolioLimits: Hashable, Sendable {
    /// −1 is unlimited; nil when Meta has set none.
    package let limit: Int64?
    package let phoneNumbersMax: Int64?

    package init(limit: Int64?, phoneNumbersMax: Int64?) {
        self.limit = limit
        self.phoneNumbersMax = phoneNumbersMax
    }
}

package struct EndedCall: Hashable, Sendable {
    package let callID: String
    /// `USER_INITIATED` or `BUSINESS_INITIATED`.
    package let direction: String
    package let answered: Bool
    /// Seconds; nil when nobody picked up.
    package let duration: Int64?

    package init(callID: String, direction: String, answered: Bool, duration: Int64?) {
        self.callID = callID
        self.direction = direction
        self.answered = answered
        self.duration = duration
    }
}

/// Whether we may call the person.
package struct CallPermission: Hashable, Sendable {
    package let granted: Bool
    package let permanent: Bool
    package let until: Timestamp?
    /// Meta gave it because the person called us, without an answer to a request.
    package let automatic: Bool

    package init(granted: Bool, permanent: Bool, until: Timestamp?, automatic: Bool) {
        self.granted = granted
        self.permanent = permanent
        self.until = until
        self.automatic = automatic
    }
}

/// Meta's watch over a Flow and its endpoint.
package struct FlowHealth: Hashable, Sendable {
    package let flowID: String
    /// `ENDPOINT_AVAILABILITY`, `CLIENT_ERROR_RATE`, `FLOW_STATUS_CHANGE`, …
    package let event: String
    /// Whether the alarm is on; nil for what is no alarm.
    package let active: Bool?
    package let oldStatus: String?
    package let newStatus: String?
    package let message: String?

    package init(
        flowID: String, event: String, active: Bool?, oldStatus: String?, newStatus: String?, message: String?
    ) {
        self.flowID = flowID
        self.event = event
        self.active = active
        self.oldStatus = oldStatus
        self.newStatus = newStatus
        self.message = message
    }
}
