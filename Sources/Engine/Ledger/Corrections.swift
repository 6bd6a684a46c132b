import Domain
import Store

extension CollectionEngine {
    /// The creditor's file says another principal than the books hold: they take the difference, and what was paid beyond
    /// it is the payer's. What the books cannot take, a debt in an agreement above all, is a person's to decide, and the
    /// debt stays as it was.
    func correct(_ id: DebtID, to principal: Money, _ context: EntryContext) throws {
        let session = context.session
        guard var debt = try session.find(DebtRow.self, .id(id)), debt.original != principal else { return }
        let zone = try context.settings(of: context.creditor(debt.creditor)).zone
        let today = zone.day(context.now)
        do {
            try session.savepoint {
                var books = try books(of: debt.debtor, creditor: debt.creditor, on: today, context)
                try books.record(.corrected(debt.id, by: principal - debt.original), on: today)
                debt.original = principal
                try session.update(debt)
                for payment in books.ledger.paymentsOwedBack {
                    guard var row = try session.find(PaymentRow.self, .id(payment)), row.review == nil else { continue }
                    row.review = "open"
                    try session.update(row)
                    try openReviewTask("payment_over", creditor: debt.creditor, debtor: debt.debtor, context)
                }
                try follow(books, of: debt.debtor, context)
            }
            try context.record(
                .debtChanged, creditor: debt.creditor, debtor: debt.debtor,
                ["contract": debt.contract, "amount_cents": "\(principal.cents)"])
        } catch EntryError.refused(let reason) {
            try openReviewTask("debt_correction", creditor: debt.creditor, debtor: debt.debtor, context)
            try context.record(
                .note, creditor: debt.creditor, debtor: debt.debtor,
                ["correction": "\(debt.contract): \(principal.cents), \(reason)"])
        }
    }
}
