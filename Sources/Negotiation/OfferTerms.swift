package import Domain

/// One payment of an offer.
package struct ScheduledPayment: Hashable, Codable, Sendable {
    /// 0 is the down payment, 1 the only payment of a cash offer or the first installment.
    package let number: Int
    package let due: CalendarDay
    package let amount: Money
    /// The part of `amount` that is interest of the plan.
    package let interest: Money

    package init(number: Int, due: CalendarDay, amount: Money, interest: Money = .zero) {
        self.number = number
        self.due = due
        self.amount = amount
        self.interest = interest
    }
}

/// What an offer does to one debt.
package struct OfferLine: Hashable, Codable, Sendable {
    package let debt: DebtID
    package let balance: BalanceComponents
    package let waivedCharges: Money
    package let principalDiscount: Money
    package let daysPastDue: Int

    package init(
        debt: DebtID, balance: BalanceComponents, waivedCharges: Money, principalDiscount: Money, daysPastDue: Int
    ) {
        self.debt = debt
        self.balance = balance
        self.waivedCharges = waivedCharges
        self.principalDiscount = principalDiscount
        self.daysPastDue = daysPastDue
    }

    /// What remains to be paid for this debt, the plan's interest not counted.
    package var negotiated: Money { balance.total - waivedCharges - principalDiscount }
}

/// Why an offer is as it is.
package enum OfferReason: String, Codable, Sendable {
    /// The whole balance, nothing conceded.
    case fullBalance
    /// At once, for the least money.
    case cashDiscount
    /// Fewer installments, paid off sooner.
    case shorterPlan
    /// The smallest installments that the policy allows.
    case smallestInstallments
    /// Exactly what the person wished.
    case asWished
    /// The nearest allowed to what the person wished.
    case nearestToWish
}

/// The content of an offer, to store and to send elsewhere. It carries no right: only `Offer` does, and an offer is
/// made again from stored terms by `Offer.revalidated`.
package struct OfferTerms: Hashable, Codable, Sendable {
    package enum Kind: String, Codable, Sendable { case cash, plan }

    package let kind: Kind
    package let lines: [OfferLine]
    /// Nil in a cash offer and in a plan without a down payment.
    package let downPayment: ScheduledPayment?
    /// One in a cash offer; the installments of a plan, the down payment not among them.
    package let installments: [ScheduledPayment]
    package let interestPerMonth: Percentage
    /// The day whose balances were used.
    package let calculatedOn: CalendarDay
    /// The last day on which the offer can be accepted.
    package let validUntil: CalendarDay
    package let policyVersion: String
    package let authority: Authority
    package let reason: OfferReason

    package init(
        kind: Kind, lines: [OfferLine], downPayment: ScheduledPayment?, installments: [ScheduledPayment],
        interestPerMonth: Percentage, calculatedOn: CalendarDay, validUntil: CalendarDay, policyVersion: String,
        authority: Authority, reason: OfferReason
    ) {
        self.kind = kind
        self.lines = lines
        self.downPayment = downPayment
        self.installments = installments
        self.interestPerMonth = interestPerMonth
        self.calculatedOn = calculatedOn
        self.validUntil = validUntil
        self.policyVersion = policyVersion
        self.authority = authority
        self.reason = reason
    }
}

extension OfferTerms {
    /// Every payment in the order in which it is due.
    package var payments: [ScheduledPayment] { (downPayment.map { [$0] } ?? []) + installments }
    /// What is paid in all.
    package var total: Money { payments.map(\.amount).sum() }
    /// What the debts amount to before anything is conceded.
    package var balance: Money { lines.map(\.balance.total).sum() }
    package var principal: Money { lines.map(\.balance.principal).sum() }
    package var waivedCharges: Money { lines.map(\.waivedCharges).sum() }
    package var principalDiscount: Money { lines.map(\.principalDiscount).sum() }
    /// What is conceded in all: never negative unless the plan's interest exceeds it.
    package var saving: Money { balance - total }
    package var planInterest: Money { payments.map(\.interest).sum() }
    /// How much less than the principal is asked for, as a share of it, rounded down.
    package var discountShare: Percentage {
        guard principal > .zero else { return .zero }
        let micros = Int128(principalDiscount.cents) * Int128(Percentage.whole.micros) / Int128(principal.cents)
        return Percentage(micros: Int64(clamping: micros))
    }

    /// The same payments by another name: what makes two options the same to the person who chooses.
    package func isSameDeal(as other: OfferTerms) -> Bool {
        kind == other.kind && payments == other.payments && lines == other.lines
    }
}
