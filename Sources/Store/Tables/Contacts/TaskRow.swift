package import Domain

/// Something that a person must do.
package struct TaskRow: TableRow, Hashable {
    package let id: TaskID
    package let creditor: CreditorID
    package var debtor: DebtorID?
    package var conversation: ConversationID?
    package var kind: String
    package var reason: String
    package var openedAt: Timestamp
    package var dueAt: Timestamp?
    package var closedAt: Timestamp?
    /// JSON of what the person needs for it: a receipt's fields, say.
    package var detail: String?

    package init(
        id: TaskID, creditor: CreditorID, debtor: DebtorID? = nil, conversation: ConversationID? = nil, kind: String,
        reason: String, openedAt: Timestamp, dueAt: Timestamp? = nil, closedAt: Timestamp? = nil,
        detail: String? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.conversation = conversation
        self.kind = kind
        self.reason = reason
        self.openedAt = openedAt
        self.dueAt = dueAt
        self.closedAt = closedAt
        self.detail = detail
    }

    package static let statements = TableStatements(
        "task", "id", "creditor", "debtor", "conversation", "kind", "reason", "opened_at", "due_at", "closed_at",
        "detail")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.optionalID()
        conversation = try row.optionalID()
        kind = try row.text()
        reason = try row.text()
        openedAt = try row.timestamp()
        dueAt = try row.optionalTimestamp()
        closedAt = try row.optionalTimestamp()
        detail = try row.optionalText()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(conversation), .text(kind), .text(reason), .timestamp(openedAt),
            .timestamp(dueAt), .timestamp(closedAt), .text(detail),
        ]
    }
}
