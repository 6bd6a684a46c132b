package import Domain

/// What a debt amounts to on a day, by component.
package struct BalanceComponents: Hashable, Codable, Sendable {
    package let principal: Money
    package let fine: Money
    package let interest: Money
    package let correction: Money

    package init(principal: Money, fine: Money = .zero, interest: Money = .zero, correction: Money = .zero) {
        self.principal = principal
        self.fine = fine
        self.interest = interest
        self.correction = correction
    }

    package var charges: Money { fine + interest + correction }
    package var total: Money { principal + charges }

    package subscript(component: ChargeComponent) -> Money {
        switch component {
        case .fine: fine
        case .interest: interest
        case .correction: correction
        }
    }

    /// What is waived by a set of components.
    func amount(of components: Set<ChargeComponent>) -> Money {
        ChargeComponent.allCases.filter(components.contains).map { self[$0] }.sum()
    }
}

/// A debt as negotiation sees it on one day.
package struct NegotiableDebt: Hashable, Codable, Sendable {
    package let id: DebtID
    package let product: String?
    package let balance: BalanceComponents
    /// Negative before the due day.
    package let daysPastDue: Int
    /// A prescribed debt (CC 206 §5 I) is never actively offered.
    package let isTimeBarred: Bool

    package init(
        id: DebtID, product: String? = nil, balance: BalanceComponents, daysPastDue: Int, isTimeBarred: Bool = false
    ) {
        self.id = id
        self.product = product
        self.balance = balance
        self.daysPastDue = daysPastDue
        self.isTimeBarred = isTimeBarred
    }
}

/// Everything about a debtor that may influence an offer, and nothing else: whoever has the same facts gets the same
/// offer.
package struct NegotiationFacts: Hashable, Codable, Sendable {
    /// In the order in which they are shown.
    package let debts: [NegotiableDebt]
    /// Agreements that this debtor broke in the last twelve months.
    package let previousBreaks: Int
    package let segment: String?
    /// The creditor's own score of the case, higher meaning likelier to pay; nil when there is none.
    package let score: Int?
    /// What the debtor said about their means; nil when nothing was said.
    package let means: StatedMeans?
    /// What has been conceded to all debtors under this policy in the month of the offer, for the policy's budget.
    package let concededThisMonth: Money?

    package init(
        debts: [NegotiableDebt], previousBreaks: Int = 0, segment: String? = nil, score: Int? = nil,
        means: StatedMeans? = nil, concededThisMonth: Money? = nil
    ) {
        self.debts = debts
        self.previousBreaks = previousBreaks
        self.segment = segment
        self.score = score
        self.means = means
        self.concededThisMonth = concededThisMonth
    }

    /// What all debts together amount to.
    package var balance: Money { negotiable.map(\.balance.total).sum() }

    /// Debts that may be offered: not time-barred, with something owed.
    package var negotiable: [NegotiableDebt] {
        debts.filter { !$0.isTimeBarred && $0.balance.total > .zero }
    }
}
