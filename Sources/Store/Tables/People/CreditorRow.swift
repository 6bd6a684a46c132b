package import Domain

/// A creditor: who is owed, in whose name messages go out.
package struct CreditorRow: TableRow, Hashable {
    package let id: CreditorID
    package var key: String
    package var name: String
    /// JSON of the creditor's profile (`Strategy`).
    package var profile: String
    /// The phone number id under which its WhatsApp messages go out and come in.
    package var whatsappNumber: String?
    package var createdAt: Timestamp

    package init(
        id: CreditorID, key: String, name: String, profile: String, whatsappNumber: String? = nil, createdAt: Timestamp
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.profile = profile
        self.whatsappNumber = whatsappNumber
        self.createdAt = createdAt
    }

    package static let statements = TableStatements(
        "creditor", "id", "key", "name", "profile", "whatsapp_number", "created_at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        key = try row.text()
        name = try row.text()
        profile = try row.text()
        whatsappNumber = try row.optionalText()
        createdAt = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [.id(id), .text(key), .text(name), .text(profile), .text(whatsappNumber), .timestamp(createdAt)]
    }
}
