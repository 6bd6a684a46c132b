package import Domain

/// Something to look at again at an instant.
package struct TimerRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    /// One timer per key: setting it again moves it.
    package var key: String
    package var dueAt: Timestamp
    package var kind: String
    package var subject: Int64
    package var detail: String?

    package init(
        id: Int64, creditor: CreditorID, key: String, dueAt: Timestamp, kind: String, subject: Int64,
        detail: String? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.key = key
        self.dueAt = dueAt
        self.kind = kind
        self.subject = subject
        self.detail = detail
    }

    package static let statements = TableStatements(
        "timer", "id", "creditor", "key", "due_at", "kind", "subject", "detail")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        key = try row.text()
        dueAt = try row.timestamp()
        kind = try row.text()
        subject = try row.integer()
        detail = try row.optionalText()
    }

    package func values() -> [SQLValue] {
        [.integer(id), .id(creditor), .text(key), .timestamp(dueAt), .text(kind), .integer(subject), .text(detail)]
    }
}
