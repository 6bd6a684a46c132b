package import Domain

/// Whether the client has proved who they are; debts are talked about only afterwards.
package enum IdentityState: Hashable, Sendable {
    case notProven(triesLeft: Int?)
    /// `means`: the data given, as people name them: `CPF (3 dígitos)`, `nascimento`.
    case proven(at: Timestamp, means: [String])
    /// Tries are used up, or the number is somebody else's.
    case refused(at: Timestamp)
}

/// One debt with its charges on a day.
package struct DebtLine: Sendable {
    package let id: DebtID
    package let contract: String
    package let product: String?
    package let due: CalendarDay
    package let daysLate: Int
    package let principal: Money
    package let fine: Money
    package let interest: Money
    package let correction: Money
    package let paid: Money
    /// What is owed on `DebtTable.on`.
    package let total: Money
    package let state: State

    package enum State: String, CaseIterable, Sendable { case open, inAgreement, paid, disputed, withdrawn }

    package init(
        id: DebtID, contract: String, product: String? = nil, due: CalendarDay, daysLate: Int, principal: Money,
        fine: Money, interest: Money, correction: Money = .zero, paid: Money = .zero, total: Money, state: State
    ) {
        self.id = id
        self.contract = contract
        self.product = product
        self.due = due
        self.daysLate = daysLate
        self.principal = principal
        self.fine = fine
        self.interest = interest
        self.correction = correction
        self.paid = paid
        self.total = total
        self.state = state
    }
}

/// Debts, and the day for which their charges are computed.
package struct DebtTable: Sendable {
    package let on: CalendarDay
    package let lines: [DebtLine]
    package let total: Money
    /// How charges are computed, in one sentence: `multa 2 %, juros 1 % ao mês pro rata`.
    package let terms: String?

    package init(on: CalendarDay, lines: [DebtLine], total: Money, terms: String? = nil) {
        self.on = on
        self.lines = lines
        self.total = total
        self.terms = terms
    }
}

package struct AgreementCard: Sendable {
    package let id: AgreementID
    package let madeAt: Timestamp
    /// Who closed it.
    package let by: ChatMessage.Author
    package let state: State
    /// The debts' total before the discount.
    package let before: Money
    package let total: Money
    package let installments: [InstallmentLine]

    package enum State: String, CaseIterable, Sendable { case waitingDownPayment, running, late, settled, broken }

    package init(
        id: AgreementID, madeAt: Timestamp, by: ChatMessage.Author, state: State, before: Money, total: Money,
        installments: [InstallmentLine]
    ) {
        self.id = id
        self.madeAt = madeAt
        self.by = by
        self.state = state
        self.before = before
        self.total = total
        self.installments = installments
    }
}

package struct InstallmentLine: Sendable {
    package let id: InstallmentID?
    /// 0 is the down payment.
    package let number: Int
    package let due: CalendarDay
    package let amount: Money
    package let state: State

    package enum State: Hashable, Sendable {
        case open, late
        case paid(at: Timestamp)
    }

    package init(id: InstallmentID? = nil, number: Int, due: CalendarDay, amount: Money, state: State) {
        self.id = id
        self.number = number
        self.due = due
        self.amount = amount
        self.state = state
    }
}

package struct PromiseLine: Sendable {
    package let due: CalendarDay
    /// Nil where no amount was said.
    package let amount: Money?
    package let madeAt: Timestamp
    package let state: State

    package enum State: String, CaseIterable, Sendable { case running, kept, broken, withdrawn }

    package init(due: CalendarDay, amount: Money? = nil, madeAt: Timestamp, state: State) {
        self.due = due
        self.amount = amount
        self.madeAt = madeAt
        self.state = state
    }
}

/// Something that forbids or pauses contact.
package struct RestrictionLine: Sendable {
    package let kind: RestrictionKind
    package let since: Timestamp
    package let until: Timestamp?
    /// The person's own words, or who set it.
    package let reason: String?

    package init(kind: RestrictionKind, since: Timestamp, until: Timestamp? = nil, reason: String? = nil) {
        self.kind = kind
        self.since = since
        self.until = until
        self.reason = reason
    }
}

package enum RestrictionKind: Hashable, Sendable {
    case optOut, wrongPerson, deceased, dispute, paymentClaimed, promise, hardship, crisis, lawyer, courtOrder
    case doNotCallRegister, prescribed, minor, refused, thirdParty, marketingOptOut
    /// The person asked for time.
    case pause
    /// A kind without a phrase of its own yet.
    case other(String)
}

/// An offer that the negotiation engine has made or may make.
package struct OfferLine: Sendable {
    package let id: OfferID?
    package let total: Money
    package let down: Money?
    /// 1 is cash.
    package let installments: Int
    package let installment: Money
    package let discount: Money
    package let validUntil: CalendarDay?

    package init(
        id: OfferID? = nil, total: Money, down: Money? = nil, installments: Int, installment: Money, discount: Money,
        validUntil: CalendarDay? = nil
    ) {
        self.id = id
        self.total = total
        self.down = down
        self.installments = installments
        self.installment = installment
        self.discount = discount
        self.validUntil = validUntil
    }
}

/// A way to reach the client.
package struct ContactPointLine: Sendable {
    package let channel: Channel
    /// As shown to people without need of all digits: `(11) 9••••-1234`.
    package let shown: String
    /// Why it is not used, if so.
    package let blocked: RestrictionKind?

    package init(channel: Channel, shown: String, blocked: RestrictionKind? = nil) {
        self.channel = channel
        self.shown = shown
        self.blocked = blocked
    }
}
