package import Domain

/// A version of something that people write: a cadence, a negotiation policy, templates. Versions are kept for ever.
package struct StrategyRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    /// `cadence`, `negotiation` or `templates`.
    package var kind: String
    package var name: String
    package var version: Int
    /// The YAML as it was written.
    package var body: String
    package var isActive: Bool
    package var activatedAt: Timestamp
    package var activatedBy: String

    package init(
        id: Int64, creditor: CreditorID, kind: String, name: String, version: Int, body: String, isActive: Bool,
        activatedAt: Timestamp, activatedBy: String
    ) {
        self.id = id
        self.creditor = creditor
        self.kind = kind
        self.name = name
        self.version = version
        self.body = body
        self.isActive = isActive
        self.activatedAt = activatedAt
        self.activatedBy = activatedBy
    }

    package static let statements = TableStatements(
        "strategy", "id", "creditor", "kind", "name", "version", "body", "active", "activated_at", "activated_by")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        kind = try row.text()
        name = try row.text()
        version = try row.int()
        body = try row.text()
        isActive = try row.bool()
        activatedAt = try row.timestamp()
        activatedBy = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .text(kind), .text(name), .int(version), .text(body), .bool(isActive),
            .timestamp(activatedAt), .text(activatedBy),
        ]
    }
}
