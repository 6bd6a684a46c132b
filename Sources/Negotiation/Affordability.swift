package import Domain

/// What a person says that they live on, each month.
package struct StatedMeans: Hashable, Codable, Sendable {
    /// Net.
    package let income: Money
    /// Installments and alimony that are paid already.
    package let commitments: Money

    package init(income: Money, commitments: Money = .zero) {
        self.income = income
        self.commitments = commitments
    }
}

/// How much of somebody's means a plan may ask for. Nobody is offered what they cannot keep.
package struct AffordabilityRules: Hashable, Sendable {
    /// What is left untouched for living (*mínimo existencial*): R$ 600 by Decreto 11.150/2022 as amended by Decreto
    /// 11.567/2023.
    package let existentialMinimum: Money
    /// The most of the income that installments may take.
    package let incomeShareMax: Percentage

    package init(
        existentialMinimum: Money = Money(cents: 600_00), incomeShareMax: Percentage = Percentage(30)
    ) {
        self.existentialMinimum = existentialMinimum
        self.incomeShareMax = incomeShareMax
    }

    /// The most that one month's installment may be, never negative.
    package func installmentMax(_ means: StatedMeans) -> Money {
        let free = means.income - means.commitments - existentialMinimum
        return max(.zero, min(free, max(.zero, means.income).shareRoundedDown(incomeShareMax) - means.commitments))
    }
}
