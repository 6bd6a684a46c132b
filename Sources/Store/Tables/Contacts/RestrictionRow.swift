package import Domain

/// A reason not to contact a debtor.
package struct RestrictionRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var contactPoint: ContactPointID?
    package var kind: String
    package var channel: String?
    package var since: Timestamp
    package var until: Timestamp?
    package var liftedAt: Timestamp?
    package var detail: String?

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID, contactPoint: ContactPointID? = nil, kind: String,
        channel: String? = nil, since: Timestamp, until: Timestamp? = nil, liftedAt: Timestamp? = nil,
        detail: String? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.contactPoint = contactPoint
        self.kind = kind
        self.channel = channel
        self.since = since
        self.until = until
        self.liftedAt = liftedAt
        self.detail = detail
    }

    package static let statements = TableStatements(
        "restriction", "id", "creditor", "debtor", "contact_point", "kind", "channel", "since", "until", "lifted_at",
        "detail")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.id()
        contactPoint = try row.optionalID()
        kind = try row.text()
        channel = try row.optionalText()
        since = try row.timestamp()
        until = try row.optionalTimestamp()
        liftedAt = try row.optionalTimestamp()
        detail = try row.optionalText()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .id(contactPoint), .text(kind), .text(channel), .timestamp(since),
            .timestamp(until), .timestamp(liftedAt), .text(detail),
        ]
    }
}
