import Domain
import Foundation
import Negotiation
import Store

extension BalanceComponents {
    init(_ amounts: DebtAmounts) {
        self.init(
            principal: amounts.principal, fine: amounts.fine, interest: amounts.interest, correction: amounts.correction
        )
    }
}

extension DebtorRow {
    /// What the portfolio's file says in the first of these columns that it has.
    func attribute(_ names: String...) -> String? {
        guard attributes != "{}",
            let found = try? JSONDecoder().decode([String: String].self, from: Data(attributes.utf8))
        else { return nil }
        let byName = Dictionary(found.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        return names.lazy.compactMap { byName[$0] }.first
    }
}

extension CollectionEngine {
    /// Everything that may influence an offer to this debtor on a day, and nothing else.
    func negotiationFacts(
        _ debts: [DebtRow], _ party: Party, _ day: CalendarDay, _ debtor: DebtorRow, _ context: EntryContext
    ) throws -> NegotiationFacts {
        let session = context.session
        let negotiable = try debts.map { debt in
            let amounts = try amounts(debt, party, day, session)
            return NegotiableDebt(
                id: debt.id, product: debt.product, balance: BalanceComponents(amounts),
                daysPastDue: amounts.effectiveDue.days(until: day),
                isTimeBarred: debt.dueDay.adding(days: CollectionEngine.prescriptionDays) <= day)
        }
        return NegotiationFacts(
            debts: negotiable, previousBreaks: try previousBreaks(of: debtor.id, context.now, session),
            segment: debtor.attribute("segmento", "segment", "perfil", "profile"),
            score: debtor.attribute("score", "pontuacao", "pontuação").flatMap { Int($0) },
            means: try session.means(debtor: debtor.id).map {
                StatedMeans(income: $0.income, commitments: $0.commitments)
            },
            concededThisMonth: try conceded(in: day, party.creditor, session))
    }

    /// What the creditor has given up in the month of a day, by its books; nil where the policy sets no budget.
    private func conceded(in day: CalendarDay, _ creditor: CreditorRow, _ session: Session) throws -> Money? {
        guard try policy(of: creditor, session).monthlyBudget != nil else { return nil }
        return try session.discountsGranted(creditor: creditor.id, inMonthOf: day)
    }
}
