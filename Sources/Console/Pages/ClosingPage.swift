package import Domain

/// Fechamento: one day's money, what became of it, what was pending at its end, and whether payments and books agree.
package struct ClosingPage: Page {
    package let day: CalendarDay
    package let received: Money
    package let booked: Money
    package let excess: Money
    package let unmatched: Money
    /// What entered the bank account by the books: the same as `received`, or something is broken.
    package let booksReceived: Money
    package let wentBack: Money
    package let kinds: [KindLine]
    package let pending: [Pending]
    package let differences: [Difference]
    package let isBalanced: Bool

    package init(
        day: CalendarDay, received: Money, booked: Money, excess: Money, unmatched: Money, booksReceived: Money,
        wentBack: Money, kinds: [KindLine], pending: [Pending], differences: [Difference], isBalanced: Bool
    ) {
        self.day = day
        self.received = received
        self.booked = booked
        self.excess = excess
        self.unmatched = unmatched
        self.booksReceived = booksReceived
        self.wentBack = wentBack
        self.kinds = kinds
        self.pending = pending
        self.differences = differences
        self.isBalanced = isBalanced
    }

    /// What payments turned out to be, by the names of `ReconciliationVerdict`.
    package enum Kind: String, CaseIterable, Sendable { case matched, partial, late, over, duplicate, unknown }

    /// Payments that turned out alike.
    package struct KindLine: Sendable {
        package let kind: Kind
        package let count: Int
        package let received: Money
        package let booked: Money

        package init(kind: Kind, count: Int, received: Money, booked: Money) {
            self.kind = kind
            self.count = count
            self.received = received
            self.booked = booked
        }
    }

    package struct Pending: Sendable {
        /// How it stands now.
        package enum State: CaseIterable, Sendable { case open, credit, decided }

        package let reference: String
        package let paidAt: Timestamp
        package let open: Money
        package let state: State

        package init(reference: String, paidAt: Timestamp, open: Money, state: State) {
            self.reference = reference
            self.paidAt = paidAt
            self.open = open
            self.state = state
        }
    }

    package struct Difference: Sendable {
        package enum Matter: String, CaseIterable, Sendable {
            case notInBooks = "not_in_books"
            case withoutPayment = "without_payment"
            case otherAmount = "other_amount"
            case unbalancedEntry = "unbalanced_entry"
        }

        package let matter: Matter
        package let reference: String
        package let paid: Money
        package let inBooks: Money

        package init(matter: Matter, reference: String, paid: Money, inBooks: Money) {
            self.matter = matter
            self.reference = reference
            self.paid = paid
            self.inBooks = inBooks
        }
    }
}
