package import Domain
package import Negotiation

/// What a debtor owes and has agreed: reachable in a conversation only through `DebtorFile.reveal(to:)`.
package struct CaseContents: Sendable {
    /// In the order in which they are explained, the same as in `negotiation.debts`.
    package let debts: [DebtView]
    package let negotiation: NegotiationFacts
    package let policy: NegotiationPolicy
    /// The agreement in force, if any.
    package let agreement: AgreementView?
    /// Nil when nothing was paid lately.
    package let lastPayment: PaymentView?
    package let bureau: BureauStatus

    package init(
        debts: [DebtView], negotiation: NegotiationFacts, policy: NegotiationPolicy, agreement: AgreementView? = nil,
        lastPayment: PaymentView? = nil, bureau: BureauStatus = .unknown
    ) {
        self.debts = debts
        self.negotiation = negotiation
        self.policy = policy
        self.agreement = agreement
        self.lastPayment = lastPayment
        self.bureau = bureau
    }
}

/// A debt as it is explained to its debtor, line by line.
package struct DebtView: Hashable, Sendable {
    package let id: DebtID
    /// As the creditor calls it: "Crediário".
    package let product: String?
    /// The last characters of the contract number.
    package let contractEnd: String?
    package let originalAmount: Money
    package let dueDate: CalendarDay
    /// On the conversation's day.
    package let balance: BalanceComponents
    package let daysPastDue: Int
    /// The contract's terms, to explain the charges; nil where unknown.
    package let finePercentage: Percentage?
    package let interestPerMonth: Percentage?

    package init(
        id: DebtID, product: String?, contractEnd: String?, originalAmount: Money, dueDate: CalendarDay,
        balance: BalanceComponents, daysPastDue: Int, finePercentage: Percentage? = nil,
        interestPerMonth: Percentage? = nil
    ) {
        self.id = id
        self.product = product
        self.contractEnd = contractEnd
        self.originalAmount = originalAmount
        self.dueDate = dueDate
        self.balance = balance
        self.daysPastDue = daysPastDue
        self.finePercentage = finePercentage
        self.interestPerMonth = interestPerMonth
    }
}

/// The agreement in force.
package struct AgreementView: Hashable, Sendable {
    package let terms: OfferTerms
    /// The next payment that is still open; nil when all is paid.
    package let nextPayment: ScheduledPayment?
    /// How many payments were made, the down payment included.
    package let paidCount: Int

    package init(terms: OfferTerms, nextPayment: ScheduledPayment?, paidCount: Int) {
        self.terms = terms
        self.nextPayment = nextPayment
        self.paidCount = paidCount
    }
}

/// A payment that the bank confirmed.
package struct PaymentView: Hashable, Sendable {
    package let amount: Money
    package let paidOn: CalendarDay

    package init(amount: Money, paidOn: CalendarDay) {
        self.amount = amount
        self.paidOn = paidOn
    }
}

/// What is known about a listing at a credit bureau for this case.
package enum BureauStatus: String, Codable, Sendable {
    case unknown, listed, notListed
}
