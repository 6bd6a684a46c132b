package import Domain

/// A debtor's word to pay by a day.
package struct PromiseRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var conversation: ConversationID?
    package var madeAt: Timestamp
    package var dueDay: CalendarDay
    /// Cents; nil for all that is owed.
    package var amount: Int64?
    /// `open`, `kept`, `broken` or `replaced`.
    package var status: String

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID, conversation: ConversationID? = nil, madeAt: Timestamp,
        dueDay: CalendarDay, amount: Int64? = nil, status: String
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.conversation = conversation
        self.madeAt = madeAt
        self.dueDay = dueDay
        self.amount = amount
        self.status = status
    }

    package static let statements = TableStatements(
        "promise", "id", "creditor", "debtor", "conversation", "made_at", "due_day", "amount_cents", "status")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.id()
        conversation = try row.optionalID()
        madeAt = try row.timestamp()
        dueDay = try row.day()
        amount = try row.optionalInteger()
        status = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .id(conversation), .timestamp(madeAt), .day(dueDay),
            amount.map { .integer($0) } ?? .null, .text(status),
        ]
    }
}
