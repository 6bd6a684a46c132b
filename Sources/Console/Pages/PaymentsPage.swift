package import Domain

/// Pagamentos a resolver: money of which something has no place, each with what a person can do with it.
package struct PaymentsPage: Page {
    package let payments: [PaymentToPlace]
    /// Whether the person who looks may do anything about them.
    package let mayAct: Bool
    /// Whether money may go back by this person's word.
    package let mayRefund: Bool

    package init(payments: [PaymentToPlace], mayAct: Bool, mayRefund: Bool) {
        self.payments = payments
        self.mayAct = mayAct
        self.mayRefund = mayRefund
    }
}

/// One payment that waits for a person.
package struct PaymentToPlace: Sendable {
    package let id: PaymentID
    package let paidAt: Timestamp
    package let amount: Money
    /// What of it has no place.
    package let open: Money
    /// The bank's name for it.
    package let reference: String
    package let matter: Matter
    /// Nil while nobody knows whose it is.
    package let payer: Payer?

    package enum Matter: CaseIterable, Sendable {
        /// It names nobody.
        case unmatched
        /// For something that was paid already.
        case repeated
        /// More than was owed.
        case over
        /// For a code or an agreement that had ended.
        case late
    }

    /// The debtor, and which of their debts the money could pay.
    package struct Payer: Sendable {
        package let caseID: CaseID?
        package let name: String
        package let debts: [OpenDebt]

        package init(caseID: CaseID?, name: String, debts: [OpenDebt]) {
            self.caseID = caseID
            self.name = name
            self.debts = debts
        }
    }

    package struct OpenDebt: Sendable {
        package let id: DebtID
        package let contract: String
        package let owed: Money

        package init(id: DebtID, contract: String, owed: Money) {
            self.id = id
            self.contract = contract
            self.owed = owed
        }
    }

    package init(
        id: PaymentID, paidAt: Timestamp, amount: Money, open: Money, reference: String, matter: Matter, payer: Payer?
    ) {
        self.id = id
        self.paidAt = paidAt
        self.amount = amount
        self.open = open
        self.reference = reference
        self.matter = matter
        self.payer = payer
    }
}
