package import Domain

/// A person who may sign in.
package struct StaffRow: TableRow, Hashable {
    package let id: UserID
    /// Nil for an administrator of the whole installation.
    package var creditor: CreditorID?
    package var login: String
    package var name: String
    /// `agent`, `supervisor`, `manager` or `administrator`.
    package var role: String
    /// The salted scrypt hash, in its own text form.
    package var password: String
    package var isActive: Bool
    package var createdAt: Timestamp

    package init(
        id: UserID, creditor: CreditorID? = nil, login: String, name: String, role: String, password: String,
        isActive: Bool, createdAt: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.login = login
        self.name = name
        self.role = role
        self.password = password
        self.isActive = isActive
        self.createdAt = createdAt
    }

    package static let statements = TableStatements(
        "staff", "id", "creditor", "login", "name", "role", "password", "active", "created_at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.optionalID()
        login = try row.text()
        name = try row.text()
        role = try row.text()
        password = try row.text()
        isActive = try row.bool()
        createdAt = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .text(login), .text(name), .text(role), .text(password), .bool(isActive),
            .timestamp(createdAt),
        ]
    }
}
