import Console
import Domain
import Store

/// Pagamentos a resolver.
struct PaymentQueries {
    let session: Session
    let viewer: Viewer

    func page() throws -> PaymentsPage {
        let role = viewer.visitor.role
        return PaymentsPage(
            payments: try waiting().map { try view($0) }, mayAct: PaymentQueries.mayAct(role),
            mayRefund: PaymentQueries.mayRefund(role))
    }

    /// Who watches over the rules does not move money.
    static func mayAct(_ role: Role) -> Bool { role != .compliance }

    /// Money goes back by the word of those who answer for it.
    static func mayRefund(_ role: Role) -> Bool { role != .compliance && role != .agent }

    /// Money whose creditor nobody knows is shown to who sees all creditors.
    private func waiting() throws -> [PaymentRow] {
        let own = try session.paymentsToReview(creditor: viewer.creditor)
        guard viewer.visitor.staff.creditor == nil else { return own }
        return own
            + (try session.select(PaymentRow.self, "WHERE creditor IS NULL AND review = 'open' ORDER BY paid_at, id"))
    }

    private func view(_ row: PaymentRow) throws -> PaymentToPlace {
        PaymentToPlace(
            id: row.id, paidAt: row.paidAt, amount: row.amount,
            open: row.creditor == nil ? row.amount : try session.openMoney(of: row.id), reference: row.reference,
            matter: PaymentQueries.matter(row.outcome), payer: try row.debtor.map { try payer($0) })
    }

    private static func matter(_ outcome: String) -> PaymentToPlace.Matter {
        switch outcome {
        case "unmatched": .unmatched
        case "repeated": .repeated
        case "late": .late
        default: .over
        }
    }

    private func payer(_ debtor: DebtorID) throws -> PaymentToPlace.Payer {
        let debts = try session.debts(debtor: debtor)
        let amounts = try Debts(session, debts, viewer)
        return PaymentToPlace.Payer(
            caseID: try session.cases(debtor: debtor).first?.id, name: try session.debtorName(debtor),
            debts: debts.filter { $0.status == "open" }.map {
                PaymentToPlace.OpenDebt(id: $0.id, contract: $0.contract, owed: amounts.amounts($0).total)
            })
    }
}
