package import Domain

/// A person or company who owes this creditor.
package struct DebtorRow: TableRow, Hashable {
    package let id: DebtorID
    package let creditor: CreditorID
    /// CPF or CNPJ, normalised.
    package var document: String
    package var name: String
    /// Lower case without accents.
    package var searchName: String
    /// Federative unit of the address.
    package var state: String?
    package var city: String?
    package var birthDay: CalendarDay?
    /// JSON of the file's further columns.
    package var attributes: String
    package var createdAt: Timestamp

    package init(
        id: DebtorID, creditor: CreditorID, document: String, name: String, searchName: String, state: String? = nil,
        city: String? = nil, birthDay: CalendarDay? = nil, attributes: String, createdAt: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.document = document
        self.name = name
        self.searchName = searchName
        self.state = state
        self.city = city
        self.birthDay = birthDay
        self.attributes = attributes
        self.createdAt = createdAt
    }

    package static let statements = TableStatements(
        "debtor", "id", "creditor", "document", "name", "search_name", "state", "city", "birth_day", "attributes",
        "created_at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        document = try row.text()
        name = try row.text()
        searchName = try row.text()
        state = try row.optionalText()
        city = try row.optionalText()
        birthDay = try row.optionalDay()
        attributes = try row.text()
        createdAt = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .text(document), .text(name), .text(searchName), .text(state), .text(city),
            .day(birthDay), .text(attributes), .timestamp(createdAt),
        ]
    }
}
