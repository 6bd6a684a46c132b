package import Domain

/// A part of the balance that a policy can waive.
package enum ChargeComponent: String, CaseIterable, Codable, Sendable {
    case fine, interest, correction
}

/// When a rule speaks: all its conditions hold. The first rule of a policy whose conditions hold is the one in force.
package struct OfferCondition: Hashable, Sendable {
    /// Days past due of the debt, both ends included; an open end is nil. `D+1..D+30` is 1 through 30.
    package let daysPastDueFrom: Int?
    package let daysPastDueThrough: Int?
    /// The updated balance of the debt, both ends included.
    package let balanceFrom: Money?
    package let balanceThrough: Money?
    /// Empty means any.
    package let products: Set<String>
    /// Empty means any.
    package let segments: Set<String>
    /// The rule is not for people who broke more agreements than this.
    package let previousBreaksMax: Int?
    /// The rule is only for people who broke at least so many.
    package let previousBreaksMin: Int?
    /// The creditor's score, both ends included. A case without a score meets no such condition.
    package let scoreFrom: Int?
    package let scoreThrough: Int?

    package init(
        daysPastDueFrom: Int? = nil, daysPastDueThrough: Int? = nil, balanceFrom: Money? = nil,
        balanceThrough: Money? = nil, products: Set<String> = [], segments: Set<String> = [],
        previousBreaksMax: Int? = nil, previousBreaksMin: Int? = nil, scoreFrom: Int? = nil, scoreThrough: Int? = nil
    ) {
        self.daysPastDueFrom = daysPastDueFrom
        self.daysPastDueThrough = daysPastDueThrough
        self.balanceFrom = balanceFrom
        self.balanceThrough = balanceThrough
        self.products = products
        self.segments = segments
        self.previousBreaksMax = previousBreaksMax
        self.previousBreaksMin = previousBreaksMin
        self.scoreFrom = scoreFrom
        self.scoreThrough = scoreThrough
    }

    func holds(for debt: NegotiableDebt, in facts: NegotiationFacts) -> Bool {
        let balance = debt.balance.total
        return debt.daysPastDue >= daysPastDueFrom ?? Int.min
            && debt.daysPastDue <= daysPastDueThrough ?? Int.max
            && balance >= balanceFrom ?? balance && balance <= balanceThrough ?? balance
            && (products.isEmpty || debt.product.map(products.contains) ?? false)
            && (segments.isEmpty || facts.segment.map(segments.contains) ?? false)
            && facts.previousBreaks <= previousBreaksMax ?? Int.max
            && facts.previousBreaks >= previousBreaksMin ?? Int.min
            && scoreHolds(facts.score)
    }

    private func scoreHolds(_ score: Int?) -> Bool {
        guard scoreFrom != nil || scoreThrough != nil else { return true }
        return score.map { $0 >= scoreFrom ?? Int.min && $0 <= scoreThrough ?? Int.max } ?? false
    }
}

/// What is conceded to who pays at once.
package struct CashTerms: Hashable, Sendable {
    /// Charges that are not asked for.
    package let waive: Set<ChargeComponent>
    /// Share of the principal that is not asked for.
    package let principalDiscount: Percentage
    /// The payment is due at most this many days after the offer.
    package let dueWithinDays: Int

    package init(
        waive: Set<ChargeComponent> = [], principalDiscount: Percentage = .zero, dueWithinDays: Int = 5
    ) {
        self.waive = waive
        self.principalDiscount = principalDiscount
        self.dueWithinDays = dueWithinDays
    }
}

/// The least that is paid at the start of a plan (*entrada*).
package enum DownPaymentRule: Hashable, Sendable {
    case none
    /// Of the negotiated total; at least this share.
    case share(Percentage)
    case amount(Money)
}

/// What is conceded to who pays in installments.
package struct InstallmentTerms: Hashable, Sendable {
    /// The most installments, the down payment not counted.
    package let countMax: Int
    /// The least that an installment may be.
    package let installmentMin: Money
    package let down: DownPaymentRule
    package let waive: Set<ChargeComponent>
    package let principalDiscount: Percentage
    /// Interest of the plan; zero means equal parts without interest.
    package let interestPerMonth: Percentage
    package let method: PlanMethod
    package let downDueWithinDays: Int
    /// The first installment is due at most this many days after the offer.
    package let firstDueWithinDays: Int
    /// Days of the month on which installments may be due, 1 to 28; empty means any.
    package let dueDays: Set<Int>

    package init(
        countMax: Int, installmentMin: Money, down: DownPaymentRule = .none, waive: Set<ChargeComponent> = [],
        principalDiscount: Percentage = .zero, interestPerMonth: Percentage = .zero, method: PlanMethod = .price,
        downDueWithinDays: Int = 3, firstDueWithinDays: Int = 35, dueDays: Set<Int> = []
    ) {
        self.countMax = countMax
        self.installmentMin = installmentMin
        self.down = down
        self.waive = waive
        self.principalDiscount = principalDiscount
        self.interestPerMonth = interestPerMonth
        self.method = method
        self.downDueWithinDays = downDueWithinDays
        self.firstDueWithinDays = firstDueWithinDays
        self.dueDays = dueDays
    }
}

/// How interest is spread over a plan; of no effect when the plan bears none.
package enum PlanMethod: String, Codable, Sendable {
    /// Equal payments.
    case price
    /// Equal amortisation, falling payments.
    case sac
}

/// One line of a policy: for whom, and what.
package struct OfferRule: Hashable, Sendable {
    package let when: OfferCondition
    package let cash: CashTerms?
    package let installments: InstallmentTerms?

    package init(when: OfferCondition, cash: CashTerms?, installments: InstallmentTerms?) {
        self.when = when
        self.cash = cash
        self.installments = installments
    }
}
