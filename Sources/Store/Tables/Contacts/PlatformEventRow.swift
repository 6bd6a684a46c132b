package import Domain

/// An event of the channel about accounts, templates and limits, or one that was not understood.
package struct PlatformEventRow: TableRow, Hashable {
    package let id: Int64
    package var creditor: CreditorID?
    package var at: Timestamp
    package var kind: String
    package var detail: String

    package init(id: Int64, creditor: CreditorID? = nil, at: Timestamp, kind: String, detail: String) {
        self.id = id
        self.creditor = creditor
        self.at = at
        self.kind = kind
        self.detail = detail
    }

    package static let statements = TableStatements("platform_event", "id", "creditor", "at", "kind", "detail")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.optionalID()
        at = try row.timestamp()
        kind = try row.text()
        detail = try row.text()
    }

    package func values() -> [SQLValue] {
        [.integer(id), .id(creditor), .timestamp(at), .text(kind), .text(detail)]
    }
}
