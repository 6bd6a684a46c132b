package import Domain

/// The right of another program of a creditor's to read what the API shows.
package struct APITokenRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    /// What people call it; one token per creditor and name.
    package var name: String
    /// SHA-256 of the token, in hexadecimal digits. The token is 256 bits of chance, so it needs neither salt nor rounds.
    package var hash: String
    package var isActive: Bool
    package var createdAt: Timestamp

    package init(
        id: Int64, creditor: CreditorID, name: String, hash: String, isActive: Bool, createdAt: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.name = name
        self.hash = hash
        self.isActive = isActive
        self.createdAt = createdAt
    }

    package static let statements = TableStatements(
        "api_token", "id", "creditor", "name", "hash", "active", "created_at")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        name = try row.text()
        hash = try row.text()
        isActive = try row.bool()
        createdAt = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [.integer(id), .id(creditor), .text(name), .text(hash), .bool(isActive), .timestamp(createdAt)]
    }
}

extension Session {
    package func apiToken(creditor: CreditorID, name: String) throws -> APITokenRow? {
        try first(APITokenRow.self, "WHERE creditor = ? AND name = ?", .id(creditor), .text(name))
    }

    /// The token that is in force under this hash.
    package func activeAPIToken(hash: String) throws -> APITokenRow? {
        try first(APITokenRow.self, "WHERE hash = ? AND active = 1", .text(hash))
    }
}
