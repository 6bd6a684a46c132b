package import Domain

/// One side of a booking; the amounts of one booking sum to zero.
package struct PostingRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID?
    package var debt: DebtID?
    package var payment: PaymentID?
    package var account: String
    package var amount: Money
    package var at: Timestamp
    package var memo: String

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID? = nil, debt: DebtID? = nil, payment: PaymentID? = nil,
        account: String, amount: Money, at: Timestamp, memo: String
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.debt = debt
        self.payment = payment
        self.account = account
        self.amount = amount
        self.at = at
        self.memo = memo
    }

    package static let statements = TableStatements(
        "posting", "id", "creditor", "debtor", "debt", "payment", "account", "amount_cents", "at", "memo")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.optionalID()
        debt = try row.optionalID()
        payment = try row.optionalID()
        account = try row.text()
        amount = try row.money()
        at = try row.timestamp()
        memo = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .id(debt), .id(payment), .text(account), .money(amount),
            .timestamp(at), .text(memo),
        ]
    }
}
