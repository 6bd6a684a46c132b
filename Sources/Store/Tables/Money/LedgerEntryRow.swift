package import Domain

/// One event in the books: of one debtor, or, without a debtor, of a payment that nobody could assign yet.
package struct LedgerEntryRow: TableRow, Hashable {
    /// Made from the inbox entry that caused it: books are in the order of their ids.
    package let id: LedgerEntryID
    package let creditor: CreditorID
    package var debtor: DebtorID?
    /// The payment that it is about, if it is about one.
    package var payment: PaymentID?
    /// What happened, for queries: the event's name.
    package var kind: String
    package var event: LedgerEvent
    /// The day that counts, where the debtor is: of a payment the day on which it was made.
    package var day: CalendarDay
    /// When it was booked.
    package var at: Timestamp

    package init(
        id: LedgerEntryID, creditor: CreditorID, debtor: DebtorID?, event: LedgerEvent, day: CalendarDay, at: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        payment = event.payment
        kind = event.name
        self.event = event
        self.day = day
        self.at = at
    }

    package static let statements = TableStatements(
        "ledger_entry", "id", "creditor", "debtor", "payment", "kind", "event", "day", "at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.optionalID()
        payment = try row.optionalID()
        kind = try row.text()
        event = try row.json()
        day = try row.day()
        at = try row.timestamp()
    }

    package func values() throws -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(payment), .text(kind), .text(try canonicalJSON(event)), .day(day),
            .timestamp(at),
        ]
    }
}
