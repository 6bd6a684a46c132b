package import Domain

/// One payment of an agreement; number 0 is the down payment.
package struct InstallmentRow: TableRow, Hashable {
    package let id: InstallmentID
    package let creditor: CreditorID
    package var agreement: AgreementID
    package var number: Int
    package var dueDay: CalendarDay
    package var amount: Money
    package var paid: Money
    /// `open` or `paid`.
    package var status: String
    package var paidAt: Timestamp?

    package init(
        id: InstallmentID, creditor: CreditorID, agreement: AgreementID, number: Int, dueDay: CalendarDay,
        amount: Money, paid: Money, status: String, paidAt: Timestamp? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.agreement = agreement
        self.number = number
        self.dueDay = dueDay
        self.amount = amount
        self.paid = paid
        self.status = status
        self.paidAt = paidAt
    }

    package static let statements = TableStatements(
        "installment", "id", "creditor", "agreement", "number", "due_day", "amount_cents", "paid_cents", "status",
        "paid_at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        agreement = try row.id()
        number = try row.int()
        dueDay = try row.day()
        amount = try row.money()
        paid = try row.money()
        status = try row.text()
        paidAt = try row.optionalTimestamp()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(agreement), .int(number), .day(dueDay), .money(amount), .money(paid),
            .text(status), .timestamp(paidAt),
        ]
    }
}
