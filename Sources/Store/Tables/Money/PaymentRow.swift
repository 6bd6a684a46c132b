package import Domain

/// Money that the bank says has come in.
package struct PaymentRow: TableRow, Hashable {
    package let id: PaymentID
    package var creditor: CreditorID?
    package var debtor: DebtorID?
    package var charge: ChargeID?
    /// The endToEndId: the same payment is booked once.
    package var reference: String
    package var amount: Money
    package var paidAt: Timestamp
    package var bookedAt: Timestamp
    /// What it was when it came: `matched`, `partial`, `over`, `repeated`, `late` (for what had ended by then) or
    /// `unmatched`.
    package var outcome: String
    /// What a person has to do with what of it is nobody's or the payer's: `open`, then `credit`, `refund`, `refunded`
    /// or `assigned`; nil where nothing is.
    package var review: String?

    package init(
        id: PaymentID, creditor: CreditorID? = nil, debtor: DebtorID? = nil, charge: ChargeID? = nil, reference: String,
        amount: Money, paidAt: Timestamp, bookedAt: Timestamp, outcome: String, review: String? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.charge = charge
        self.reference = reference
        self.amount = amount
        self.paidAt = paidAt
        self.bookedAt = bookedAt
        self.outcome = outcome
        self.review = review
    }

    package static let statements = TableStatements(
        "payment", "id", "creditor", "debtor", "charge", "reference", "amount_cents", "paid_at", "booked_at", "outcome",
        "review")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.optionalID()
        debtor = try row.optionalID()
        charge = try row.optionalID()
        reference = try row.text()
        amount = try row.money()
        paidAt = try row.timestamp()
        bookedAt = try row.timestamp()
        outcome = try row.text()
        review = try row.optionalText()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(charge), .text(reference), .money(amount), .timestamp(paidAt),
            .timestamp(bookedAt), .text(outcome), .text(review),
        ]
    }
}
