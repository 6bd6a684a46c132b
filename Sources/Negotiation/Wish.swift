package import Domain

/// What a debtor would like. Every part is optional; what is not said is free.
package struct Wish: Hashable, Codable, Sendable {
    /// "no máximo 800 à vista": what all of it may cost.
    package let total: Money?
    /// "150 por mês", "3x de 150": what one installment may cost.
    package let monthly: Money?
    /// "em 5x": how many installments, the down payment not counted; 1 without a down payment means at once.
    package let installments: Int?
    /// "entrada de 100".
    package let down: Money?
    /// "só dia 20": when the first money can come.
    package let firstDue: CalendarDay?
    /// "todo dia 10": the day of the month of each installment.
    package let dayOfMonth: Int?

    package init(
        total: Money? = nil, monthly: Money? = nil, installments: Int? = nil, down: Money? = nil,
        firstDue: CalendarDay? = nil, dayOfMonth: Int? = nil
    ) {
        self.total = total
        self.monthly = monthly
        self.installments = installments
        self.down = down
        self.firstDue = firstDue
        self.dayOfMonth = dayOfMonth
    }

    package var isEmpty: Bool { self == Wish() }

    /// Whether it can only be met by a plan.
    var wantsPlan: Bool { monthly != nil || (installments ?? 1) > 1 || down != nil || dayOfMonth != nil }
}

/// What a wish meets in the policy.
package enum WishResponse: Hashable, Sendable {
    /// The wish itself, or something better for the debtor.
    case acceptable(Offer)
    /// Not the wish, but what comes nearest to it, with what stood in the way.
    case nearest(Offer, why: Set<WishObstacle>)
    /// Nothing near it can be offered.
    case none(why: WishObstacle)

    package var offer: Offer? {
        switch self {
        case .acceptable(let offer), .nearest(let offer, _): offer
        case .none: nil
        }
    }
}

/// What in the policy stands between a wish and a yes.
package enum WishObstacle: String, Hashable, Codable, Sendable {
    /// The total is under the least that may be accepted.
    case totalTooLow
    /// So small an installment would need more of them than allowed, or lies under the minimum.
    case installmentTooSmall
    case tooManyInstallments
    case downPaymentTooSmall
    case dateTooFar
    /// Installments are due on other days of the month.
    case dayNotOffered
    /// An installment would take more than the person's stated means leave for it.
    case beyondMeans
    /// This debt can be paid at once only.
    case noPlan
    /// There is nothing to negotiate: nothing is owed, or it is time-barred.
    case nothingOwed
}
