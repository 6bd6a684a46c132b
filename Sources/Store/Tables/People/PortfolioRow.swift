package import Domain

/// A portfolio: debts placed for collection together.
package struct PortfolioRow: TableRow, Hashable {
    package let id: PortfolioID
    package let creditor: CreditorID
    package var key: String
    package var name: String
    package var createdAt: Timestamp

    package init(id: PortfolioID, creditor: CreditorID, key: String, name: String, createdAt: Timestamp) {
        self.id = id
        self.creditor = creditor
        self.key = key
        self.name = name
        self.createdAt = createdAt
    }

    package static let statements = TableStatements("portfolio", "id", "creditor", "key", "name", "created_at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        key = try row.text()
        name = try row.text()
        createdAt = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [.id(id), .id(creditor), .text(key), .text(name), .timestamp(createdAt)]
    }
}
