/// Money that changes hands some days after the beginning.
package struct DatedPayment: Hashable, Sendable {
    /// 0 or more.
    package let days: Int
    package let amount: Money

    package init(days: Int, amount: Money) {
        self.days = days
        self.amount = amount
    }
}

/// What credit costs in all (*custo efetivo total*, CET: CMN Resolution 4.881/2020): the yearly rate `c` for which the
/// payments, each divided by `(1 + c)^(days ÷ 365)`, sum to what was had for them.
package struct CostOfCredit: Hashable, Codable, Sendable {
    package let annual: Percentage
    /// The rate that compounds to `annual` in twelve equal months.
    package let monthly: Percentage

    /// Nil when the payments cost nothing: they do not exceed what was had. Nil too when no rate below a million percent
    /// a year explains them.
    package init?(received: Money, payments: [DatedPayment]) {
        let total = payments.map(\.amount).sum()
        guard received > .zero, total > received, payments.allSatisfy({ $0.days >= 0 && $0.amount >= .zero }) else {
            return nil
        }
        let wanted = UnitFraction.parts(received)
        let daily = UnitFraction.largest { fraction in
            payments.map { fraction.power($0.days).part(of: $0.amount) }.reduce(0, +) <= wanted
        }
        let year = daily.power(365)
        guard let annual = year.rate, let monthly = year.root(12).rate else { return nil }
        self.annual = annual
        self.monthly = monthly
    }
}

/// What future payments are worth today.
package struct PresentValue: Hashable, Sendable {
    /// What a cent is worth a day earlier.
    private let daily: UnitFraction

    /// - Parameter monthlyRate: per thirty days, compound.
    package init(monthlyRate: Percentage) {
        daily = monthlyRate <= .zero ? .one : UnitFraction.discount(monthlyRate).root(30)
    }

    /// In whole cents, rounded once. What is in the past counts as of today.
    package func of(_ payments: [DatedPayment]) -> Money {
        UnitFraction.cents(payments.map { daily.power($0.days).part(of: $0.amount) }.reduce(0, +))
    }
}
