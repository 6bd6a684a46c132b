package import Domain

/// One import of a portfolio file: what its rows changed.
package struct ImportRunRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package let portfolio: PortfolioID
    /// Made by the importer; all chunks of one file share it.
    package let key: String
    /// The file's name.
    package let source: String
    package var added: Int
    package var updated: Int
    package var unchanged: Int
    package var rejected: Int
    package let startedAt: Timestamp

    package init(
        id: Int64, creditor: CreditorID, portfolio: PortfolioID, key: String, source: String, rejected: Int,
        startedAt: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.portfolio = portfolio
        self.key = key
        self.source = source
        added = 0
        updated = 0
        unchanged = 0
        self.rejected = rejected
        self.startedAt = startedAt
    }

    package static let statements = TableStatements(
        "import_run", "id", "creditor", "portfolio", "key", "source", "added", "updated", "unchanged", "rejected",
        "started_at")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        portfolio = try row.id()
        key = try row.text()
        source = try row.text()
        added = try row.int()
        updated = try row.int()
        unchanged = try row.int()
        rejected = try row.int()
        startedAt = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(portfolio), .text(key), .text(source), .int(added), .int(updated),
            .int(unchanged), .int(rejected), .timestamp(startedAt),
        ]
    }
}
