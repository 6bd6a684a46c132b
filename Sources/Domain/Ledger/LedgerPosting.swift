/// What an amount in the books is about.
package enum LedgerSubject: Hashable, Codable, Sendable {
    case debt(DebtID)
    case agreement(AgreementID)
}

/// One side of an entry. Amounts of one entry sum to zero.
package struct LedgerPosting: Hashable, Codable, Sendable {
    package let account: LedgerAccount
    /// Nil on accounts that are not about one debt or agreement.
    package let subject: LedgerSubject?
    /// The payment whose money this is. What a payment has settled is the sum of its postings, so that it can be taken
    /// back to the cent.
    package let payment: PaymentID?
    /// Debits are positive, credits negative.
    package let amount: Money

    package init(account: LedgerAccount, subject: LedgerSubject? = nil, payment: PaymentID? = nil, amount: Money) {
        self.account = account
        self.subject = subject
        self.payment = payment
        self.amount = amount
    }
}

/// An event and what it did to the books.
package struct LedgerEntry: Hashable, Codable, Sendable {
    package let at: Timestamp
    package let event: LedgerEvent
    package let postings: [LedgerPosting]

    package init(at: Timestamp, event: LedgerEvent, postings: [LedgerPosting]) {
        self.at = at
        self.event = event
        self.postings = postings
    }
}
