package import Domain

/// One message, in or out.
package struct MessageRow: TableRow, Hashable {
    package let id: MessageID
    package let creditor: CreditorID
    package var conversation: ConversationID
    package var debtor: DebtorID?
    /// `in` or `out`.
    package var direction: String
    /// `debtor`, `bot`, `cadence` or `staff:<login>`.
    package var author: String
    package var at: Timestamp
    package var kind: String
    package var body: String
    /// JSON of `MessageContent` or `InboundContent`.
    package var content: String
    package var purpose: String
    package var step: String?
    /// The platform's id (wamid).
    package var providerID: String?
    package var status: String
    package var sentAt: Timestamp?
    package var deliveredAt: Timestamp?
    package var readAt: Timestamp?
    package var failedAt: Timestamp?
    package var error: String?
    /// Millionths of the account's currency.
    package var costMicros: Int64
    /// What was understood, or why it was said.
    package var note: String?
    /// JSON: what programs made of its file, a receipt's fields or the words of a voice note.
    package var finding: String?

    package init(
        id: MessageID, creditor: CreditorID, conversation: ConversationID, debtor: DebtorID? = nil, direction: String,
        author: String, at: Timestamp, kind: String, body: String, content: String, purpose: String,
        step: String? = nil, providerID: String? = nil, status: String, sentAt: Timestamp? = nil,
        deliveredAt: Timestamp? = nil, readAt: Timestamp? = nil, failedAt: Timestamp? = nil, error: String? = nil,
        costMicros: Int64, note: String? = nil, finding: String? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.conversation = conversation
        self.debtor = debtor
        self.direction = direction
        self.author = author
        self.at = at
        self.kind = kind
        self.body = body
        self.content = content
        self.purpose = purpose
        self.step = step
        self.providerID = providerID
        self.status = status
        self.sentAt = sentAt
        self.deliveredAt = deliveredAt
        self.readAt = readAt
        self.failedAt = failedAt
        self.error = error
        self.costMicros = costMicros
        self.note = note
        self.finding = finding
    }

    package static let statements = TableStatements(
        "message", "id", "creditor", "conversation", "debtor", "direction", "author", "at", "kind", "body", "content",
        "purpose", "step", "provider_id", "status", "sent_at", "delivered_at", "read_at", "failed_at", "error",
        "cost_micros", "note", "finding")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        conversation = try row.id()
        debtor = try row.optionalID()
        direction = try row.text()
        author = try row.text()
        at = try row.timestamp()
        kind = try row.text()
        body = try row.text()
        content = try row.text()
        purpose = try row.text()
        step = try row.optionalText()
        providerID = try row.optionalText()
        status = try row.text()
        sentAt = try row.optionalTimestamp()
        deliveredAt = try row.optionalTimestamp()
        readAt = try row.optionalTimestamp()
        failedAt = try row.optionalTimestamp()
        error = try row.optionalText()
        costMicros = try row.integer()
        note = try row.optionalText()
        finding = try row.optionalText()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(conversation), .id(debtor), .text(direction), .text(author), .timestamp(at),
            .text(kind), .text(body), .text(content), .text(purpose), .text(step), .text(providerID), .text(status),
            .timestamp(sentAt), .timestamp(deliveredAt), .timestamp(readAt), .timestamp(failedAt), .text(error),
            .integer(costMicros), .text(note), .text(finding),
        ]
    }
}
