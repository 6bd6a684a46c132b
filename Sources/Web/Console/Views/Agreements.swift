import Console
import Domain
import Foundation
import Negotiation
import Store

/// Agreements and offers as cards and lines.
enum Agreements {
    static func cards(_ session: Session, _ rows: [AgreementRow], today: CalendarDay) throws -> [AgreementCard] {
        try rows.reversed().map { try card(session, $0, today: today) }
    }

    static func card(_ session: Session, _ row: AgreementRow, today: CalendarDay) throws -> AgreementCard {
        let lines = try session.installments(agreement: row.id).map { installment -> InstallmentLine in
            let state: InstallmentLine.State =
                if installment.status == "paid", let at = installment.paidAt {
                    .paid(at: at)
                } else {
                    installment.dueDay < today ? .late : .open
                }
            return InstallmentLine(
                id: installment.id, number: installment.number, due: installment.dueDay, amount: installment.amount,
                state: state)
        }
        let isRunning = row.isRunning
        let state: AgreementCard.State =
            switch row.status {
            case "settled", "kept": .settled
            case "accepted", "active":
                isRunning && lines.contains { $0.state == .late }
                    ? .late : row.status == "active" ? .running : .waitingDownPayment
            default: .broken
            }
        return AgreementCard(
            id: row.id, madeAt: row.acceptedAt, by: .assistant, state: state, before: row.owed, total: row.total,
            installments: lines)
    }

    /// Offers that were shown, first as shown; those that no longer read are left out.
    static func offers(_ rows: [OfferRow]) -> [Console.OfferLine] {
        rows.compactMap { row in
            guard let terms = try? JSONDecoder().decode(OfferTerms.self, from: Data(row.terms.utf8)) else { return nil }
            return line(terms, id: row.id)
        }
    }

    static func line(_ terms: OfferTerms, id: OfferID?) -> Console.OfferLine {
        OfferLine(
            id: id, total: terms.total, down: terms.downPayment?.amount, installments: terms.installments.count,
            installment: terms.installments.first?.amount ?? terms.total, discount: max(.zero, terms.saving),
            validUntil: terms.validUntil)
    }

    /// The offers of the last time that some were shown.
    static func latest(_ rows: [OfferRow]) -> [OfferRow] {
        guard let last = rows.last else { return [] }
        return rows.filter { entryNumber(of: $0.id.rawValue) == entryNumber(of: last.id.rawValue) }
    }
}
