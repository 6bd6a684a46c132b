package import Domain

/// One side of an entry in the books; the amounts of one entry sum to zero.
package struct PostingRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    /// Nil while nobody knows whose money it is.
    package var debtor: DebtorID?
    package var entry: LedgerEntryID
    package var debt: DebtID?
    package var agreement: AgreementID?
    package var payment: PaymentID?
    package var account: LedgerAccount
    /// Debits are positive, credits negative.
    package var amount: Money
    /// As its entry's.
    package var day: CalendarDay
    package var at: Timestamp

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID?, entry: LedgerEntryID, posting: LedgerPosting,
        day: CalendarDay, at: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.entry = entry
        switch posting.subject {
        case .debt(let debt): self.debt = debt
        case .agreement(let agreement): self.agreement = agreement
        case nil: break
        }
        payment = posting.payment
        account = posting.account
        amount = posting.amount
        self.day = day
        self.at = at
    }

    /// As the books' arithmetic knows it.
    package var posting: LedgerPosting {
        LedgerPosting(
            account: account, subject: debt.map { .debt($0) } ?? agreement.map { .agreement($0) }, payment: payment,
            amount: amount)
    }

    package static let statements = TableStatements(
        "posting", "id", "creditor", "debtor", "entry", "debt", "agreement", "payment", "account", "amount_cents",
        "day",
        "at")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.optionalID()
        entry = try row.id()
        debt = try row.optionalID()
        agreement = try row.optionalID()
        payment = try row.optionalID()
        account = try row.choice()
        amount = try row.money()
        day = try row.day()
        at = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .id(entry), .id(debt), .id(agreement), .id(payment),
            .text(account.rawValue), .money(amount), .day(day), .timestamp(at),
        ]
    }
}
