package import Domain

/// The talk with one person on one channel.
package struct ConversationRow: TableRow, Hashable {
    package let id: ConversationID
    package let creditor: CreditorID
    /// Nil while nobody known answers to the address.
    package var debtor: DebtorID?
    package var contactPoint: ContactPointID?
    package var channel: String
    /// The canonical key of the number, or empty when only the BSUID is known.
    package var address: String
    package var bsuid: String?
    /// JSON of `Dialogue.Conversation`.
    package var state: String?
    /// `bot`, `queue` or `staff:<login>`: exactly one at any time.
    package var owner: String
    package var handoverReason: String?
    package var handoverSummary: String?
    package var waitingSince: Timestamp?
    /// End of the platform's 24 hours, from the platform's own timestamps.
    package var windowUntil: Timestamp?
    package var lastInboundAt: Timestamp?
    package var lastOutboundAt: Timestamp?
    package var startedAt: Timestamp
    package var resolvedAt: Timestamp?
    /// JSON: ids of the messages that have not been answered.
    package var pending: String
    package var answerAt: Timestamp?
    /// The last inbox entry that changed what a page shows.
    package var updatedSeq: Int64
    package var outcome: String?

    package init(
        id: ConversationID, creditor: CreditorID, debtor: DebtorID? = nil, contactPoint: ContactPointID? = nil,
        channel: String, address: String, bsuid: String? = nil, state: String? = nil, owner: String,
        handoverReason: String? = nil, handoverSummary: String? = nil, waitingSince: Timestamp? = nil,
        windowUntil: Timestamp? = nil, lastInboundAt: Timestamp? = nil, lastOutboundAt: Timestamp? = nil,
        startedAt: Timestamp, resolvedAt: Timestamp? = nil, pending: String, answerAt: Timestamp? = nil,
        updatedSeq: Int64, outcome: String? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.contactPoint = contactPoint
        self.channel = channel
        self.address = address
        self.bsuid = bsuid
        self.state = state
        self.owner = owner
        self.handoverReason = handoverReason
        self.handoverSummary = handoverSummary
        self.waitingSince = waitingSince
        self.windowUntil = windowUntil
        self.lastInboundAt = lastInboundAt
        self.lastOutboundAt = lastOutboundAt
        self.startedAt = startedAt
        self.resolvedAt = resolvedAt
        self.pending = pending
        self.answerAt = answerAt
        self.updatedSeq = updatedSeq
        self.outcome = outcome
    }

    package static let statements = TableStatements(
        "conversation", "id", "creditor", "debtor", "contact_point", "channel", "address", "bsuid", "state", "owner",
        "handover_reason", "handover_summary", "waiting_since", "window_until", "last_inbound_at", "last_outbound_at",
        "started_at", "resolved_at", "pending", "answer_at", "updated_seq", "outcome")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.optionalID()
        contactPoint = try row.optionalID()
        channel = try row.text()
        address = try row.text()
        bsuid = try row.optionalText()
        state = try row.optionalText()
        owner = try row.text()
        handoverReason = try row.optionalText()
        handoverSummary = try row.optionalText()
        waitingSince = try row.optionalTimestamp()
        windowUntil = try row.optionalTimestamp()
        lastInboundAt = try row.optionalTimestamp()
        lastOutboundAt = try row.optionalTimestamp()
        startedAt = try row.timestamp()
        resolvedAt = try row.optionalTimestamp()
        pending = try row.text()
        answerAt = try row.optionalTimestamp()
        updatedSeq = try row.integer()
        outcome = try row.optionalText()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(contactPoint), .text(channel), .text(address), .text(bsuid),
            .text(state), .text(owner), .text(handoverReason), .text(handoverSummary), .timestamp(waitingSince),
            .timestamp(windowUntil), .timestamp(lastInboundAt), .timestamp(lastOutboundAt), .timestamp(startedAt),
            .timestamp(resolvedAt), .text(pending), .timestamp(answerAt), .integer(updatedSeq), .text(outcome),
        ]
    }
}
