package import Domain

/// Sending on a path that is stopped until a person or an instant clears it.
package struct StopSwitchRow: TableRow, Hashable {
    /// `number:<id>`, `account:<id>` or `template:<name>`.
    package let name: String
    package let creditor: CreditorID
    package var since: Timestamp
    package var until: Timestamp?
    package var reason: String

    package init(name: String, creditor: CreditorID, since: Timestamp, until: Timestamp? = nil, reason: String) {
        self.name = name
        self.creditor = creditor
        self.since = since
        self.until = until
        self.reason = reason
    }

    package static let statements = TableStatements("stop_switch", "name", "creditor", "since", "until", "reason")

    package init(_ row: inout RowReader) throws {
        name = try row.text()
        creditor = try row.id()
        since = try row.timestamp()
        until = try row.optionalTimestamp()
        reason = try row.text()
    }

    package func values() -> [SQLValue] {
        [.text(name), .id(creditor), .timestamp(since), .timestamp(until), .text(reason)]
    }
}
