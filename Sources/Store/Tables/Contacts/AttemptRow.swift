package import Domain

/// A contact that Quita began, for the caps per person.
package struct AttemptRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID
    /// Caps hold per person over all creditors.
    package var document: String
    package var contactPoint: ContactPointID
    package var channel: String
    package var at: Timestamp
    /// As in `ContactPurpose`.
    package var purpose: String
    /// The due date that it was about.
    package var dueDay: CalendarDay?
    /// Nothing reached the person.
    package var isUndone: Bool
    package var message: MessageID

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID, document: String, contactPoint: ContactPointID,
        channel: String, at: Timestamp, purpose: String,
        dueDay: CalendarDay? = nil, isUndone: Bool, message: MessageID
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.document = document
        self.contactPoint = contactPoint
        self.channel = channel
        self.at = at
        self.purpose = purpose
        self.dueDay = dueDay
        self.isUndone = isUndone
        self.message = message
    }

    package static let statements = TableStatements(
        "attempt", "id", "creditor", "debtor", "document", "contact_point", "channel", "at", "purpose", "due_day",
        "undone",
        "message")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.id()
        document = try row.text()
        contactPoint = try row.id()
        channel = try row.text()
        at = try row.timestamp()
        purpose = try row.text()
        dueDay = try row.optionalDay()
        isUndone = try row.bool()
        message = try row.id()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .text(document), .id(contactPoint), .text(channel),
            .timestamp(at), .text(purpose), .day(dueDay), .bool(isUndone), .id(message),
        ]
    }
}
