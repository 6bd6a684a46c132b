package import Domain

/// A posting with what a program outside needs to place it: the event of its entry and the creditor's own contract.
package struct PostedLine: Sendable, Hashable {
    package let id: Int64
    package let entry: LedgerEntryID
    /// The name of the entry's event.
    package let event: String
    package let debtor: DebtorID?
    package let debt: DebtID?
    package let contract: String?
    package let agreement: AgreementID?
    package let payment: PaymentID?
    package let account: LedgerAccount
    /// Debits are positive, credits negative.
    package let amount: Money
    package let day: CalendarDay
    package let at: Timestamp
}

extension Session {
    /// A creditor's postings after one of them, in the order in which they were booked, at most so many.
    ///
    /// Ids grow with the inbox, and the engine commits entries in their order: nothing is ever added before a posting
    /// that somebody has seen, so the last id seen is all that a reader must remember.
    package func postedLines(of creditor: CreditorID, after: Int64, limit: Int) throws -> [PostedLine] {
        let found = try rows(
            """
            SELECT p.id, p.entry, e.kind, p.debtor, p.debt, d.contract, p.agreement, p.payment, p.account, \
            p.amount_cents, p.day, p.at FROM posting p JOIN ledger_entry e ON e.id = p.entry \
            LEFT JOIN debt d ON d.id = p.debt WHERE p.creditor = ? AND p.id > ? ORDER BY p.id LIMIT ?
            """, .id(creditor), .integer(after), .integer(Int64(limit)))
        return try found.map { row in
            var reader = RowReader(row, table: "posting")
            return PostedLine(
                id: try reader.integer(), entry: try reader.id(), event: try reader.text(),
                debtor: try reader.optionalID(), debt: try reader.optionalID(), contract: try reader.optionalText(),
                agreement: try reader.optionalID(), payment: try reader.optionalID(), account: try reader.choice(),
                amount: try reader.money(), day: try reader.day(), at: try reader.timestamp())
        }
    }
}
