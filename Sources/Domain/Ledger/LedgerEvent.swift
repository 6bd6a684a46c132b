/// Charges that became due since the last time that they were booked.
package struct AccruedCharges: Hashable, Codable, Sendable {
    package let fine: Money
    package let interest: Money
    package let correction: Money
    /// The day through which they are counted: the next accrual begins after it.
    package let through: CalendarDay

    package init(fine: Money = .zero, interest: Money = .zero, correction: Money = .zero, through: CalendarDay) {
        self.fine = fine
        self.interest = interest
        self.correction = correction
        self.through = through
    }

    package var total: Money { fine + interest + correction }
}

/// What is given up of one debt, by part.
package struct Concession: Hashable, Codable, Sendable {
    package let principal: Money
    package let fine: Money
    package let interest: Money
    package let correction: Money

    package init(
        principal: Money = .zero, fine: Money = .zero, interest: Money = .zero, correction: Money = .zero
    ) {
        self.principal = principal
        self.fine = fine
        self.interest = interest
        self.correction = correction
    }

    package subscript(account: LedgerAccount) -> Money {
        switch account {
        case .principal: principal
        case .fine: fine
        case .interest: interest
        case .correction: correction
        default: .zero
        }
    }

    package var total: Money { principal + fine + interest + correction }
}

/// Where the money of a payment belongs.
package enum PaymentTarget: Hashable, Codable, Sendable {
    /// These debts, in this order (the oldest first, unless the payer says otherwise: CC art. 352); what is left over is
    /// owed back.
    case debts([DebtID])
    case agreement(AgreementID)
    /// Nobody knows yet; a person looks.
    case unknown
}

/// What can happen to the books.
package enum LedgerEvent: Hashable, Codable, Sendable {
    /// A creditor hands over a debt.
    case placed(DebtID, principal: Money)
    /// The creditor corrects the principal, up or down. What was paid beyond the corrected debt becomes an
    /// overpayment.
    case corrected(DebtID, by: Money)
    /// Charges up to a day; booked before a payment, an agreement, or whatever else needs them to stand still.
    case accrued(DebtID, AccruedCharges)
    case discounted(DebtID, Concession)
    case writtenOff(DebtID)
    /// The write-off is taken back, because money came or because it was a mistake.
    case writeOffReversed(DebtID)

    case paid(PaymentID, Money, PaymentTarget)
    /// Money that was unmatched or overpaid finds its place.
    case assigned(PaymentID, PaymentTarget)
    /// All of a payment leaves these books, because its money belongs into another debtor's.
    case released(PaymentID)

    /// A refund (*devolução*) is asked for: of what was paid too much, then of what the payment had settled, which is
    /// owed again.
    case refundRequested(PaymentID, Money)
    case refundConfirmed(PaymentID, Money)
    /// The bank refused: the money is still here, and is owed back to whoever paid.
    case refundFailed(PaymentID, Money)

    /// The bank blocks money that a payer reclaims (Pix MED, a card chargeback).
    case contested(PaymentID, Money)
    /// The payer was right: the money is gone, and what it had settled is owed again.
    case contestUpheld(PaymentID)
    case contestRejected(PaymentID)

    /// The debts are replaced by what was agreed; `interest` is the plan's own.
    case agreed(AgreementID, [AgreedDebt], interest: Money)
    /// Late charges of an agreement's installments.
    case agreementAccrued(AgreementID, Money)
    /// The agreement ends unfulfilled: the debts revive, and what was paid under it is credited to them. The discount
    /// revives too, unless it is kept.
    case broken(AgreementID, keepsDiscount: Bool)
}

/// A debt that enters an agreement, and what is given up of it.
package struct AgreedDebt: Hashable, Codable, Sendable {
    package let debt: DebtID
    package let concession: Concession

    package init(debt: DebtID, concession: Concession = Concession()) {
        self.debt = debt
        self.concession = concession
    }
}

/// Why an event cannot be booked. The books are unchanged.
package enum LedgerError: Error, Hashable, Sendable {
    /// Amounts must be positive, or not negative where they may be nothing.
    case amountNotPositive
    /// Larger than any debt can be: sums could overflow.
    case amountTooLarge
    case debtPlacedTwice(DebtID)
    case unknownDebt(DebtID)
    case underAgreement(DebtID)
    case nothingOwed(LedgerSubject)
    /// More is given up or taken back than is there.
    case exceedsBalance(LedgerAccount, available: Money)
    /// A payment is booked once.
    case paidTwice(PaymentID)
    case unknownPayment(PaymentID)
    case agreedTwice(AgreementID)
    /// Never made, or ended already.
    case noRunningAgreement(AgreementID)
    case nothingContested(PaymentID)
    case repeatedDebt(DebtID)
    /// Before the last entry: the books only grow at their end.
    case beforeLastEntry
    /// Charges up to a day before the one through which they are booked already.
    case accruedAlready(through: CalendarDay)
}
