import Domain
import Negotiation
import Payments
import Store

/// Money that goes back: a refund of ours, or one that the payer or the bank has fought for (MED).
extension CollectionEngine {
    /// The bank tells every step of a refund, more than once; each is booked once.
    func bookRefunds(of received: PixReceived, _ context: EntryContext) throws {
        for refund in received.refunds {
            let key = "refund:\(received.endToEndID):\(refund.id)"
            guard try context.session.markSeen("\(key):\(refund.status)", entry: context.entry.seq) else { continue }
            guard let payment = try context.session.payment(reference: received.endToEndID) else { continue }
            try context.session.insert(
                PlatformEventRow(
                    id: context.nextID(), creditor: payment.creditor, at: context.now, kind: "payment.refund",
                    detail: "\(key):\(refund.status)"))
            guard payment.creditor != nil, refund.amount > .zero else { continue }
            switch refund.status {
            case .processing: _ = try begin(refund, key, payment, context)
            case .returned:
                let began = try begin(refund, key, payment, context)
                if try context.session.markSeen("\(key):ended", entry: context.entry.seq) {
                    try end(refund, of: began, confirmed: true, context)
                }
            case .failed:
                guard try context.session.seen(key) else { continue }
                if try context.session.markSeen("\(key):ended", entry: context.entry.seq) {
                    try end(refund, of: payment, confirmed: false, context)
                }
            case .other: try openRefundTask(payment, context)
            }
        }
    }

    /// The first that is heard of a refund: the money is promised, and what it had settled is owed again. One that a person
    /// of ours asked for is in the books already.
    private func begin(
        _ refund: PixRefund, _ key: String, _ payment: PaymentRow, _ context: EntryContext
    ) throws -> PaymentRow {
        guard try context.session.markSeen(key, entry: context.entry.seq) else { return payment }
        var books = try books(on: payment, context)
        if payment.review == "refund", books.ledger.balances[.refunds, payment.id] >= refund.amount { return payment }
        return try takeBack(payment, refund.amount, &books, context)
    }

    private func end(
        _ refund: PixRefund, of payment: PaymentRow, confirmed: Bool, _ context: EntryContext
    ) throws {
        var books = try books(on: payment, context)
        let day = try zone(of: payment, context).day(refund.settledAt ?? context.now)
        var ended = payment
        let amount = min(refund.amount, books.ledger.balances[.refunds, payment.id])
        guard amount > .zero else { return }
        if confirmed {
            try books.record(.refundConfirmed(payment.id, amount), on: day)
            if ended.review != nil { ended.review = books.openMoney(of: payment.id) > .zero ? "open" : "refunded" }
        } else {
            // The money is still here, and is the payer's: a person decides anew.
            try books.record(.refundFailed(payment.id, amount), on: day)
            ended.review = "open"
            try openRefundTask(payment, context)
        }
        try context.session.update(ended)
        try refundFollowed(books, payment, context)
    }

    /// Promises a payment's money back: what was too much first, then what it had settled, which is owed again.
    ///
    /// A person decides what an undone payment means; until they close the task nobody is dunned for it.
    @discardableResult
    func takeBack(
        _ payment: PaymentRow, _ wanted: Money, _ books: inout DebtorBooks, _ context: EntryContext
    ) throws -> PaymentRow {
        let available = books.ledger.balances[.cash, payment.id] - books.ledger.balances[.refunds, payment.id]
        let amount = min(wanted, available)
        guard amount > .zero else { return payment }
        let owedBefore = books.ledger.balances.owed
        let agreements = try payment.debtor.map { try context.session.agreements(debtor: $0) } ?? []
        let before = agreements.map { books.ledger.balances.owed(.agreement($0.id)) }
        let day = try zone(of: payment, context).day(context.now)
        try books.record(.refundRequested(payment.id, amount), on: day)
        for (row, owed) in zip(agreements, before) {
            let revived = books.ledger.balances.owed(.agreement(row.id)) - owed
            if revived > .zero { try undo(revived, in: row, on: day, context) }
        }
        try reopenCharge(of: payment, context)
        try refundFollowed(books, payment, context)
        guard let debtor = payment.debtor, books.ledger.balances.owed > owedBefore else { return payment }
        if let party = try party(of: debtor, context) {
            try context.restrict(party, .paidClaim, until: context.now.adding(days: 7))
            try openTask("refund", party, nil, dueAt: context.now.adding(days: 7), context)
        }
        return payment
    }

    /// What was paid under an agreement and is gone: it is under way again.
    private func undo(_ amount: Money, in row: AgreementRow, on day: CalendarDay, _ context: EntryContext) throws {
        var reopened = row
        var life = try life(of: row)
        let part = min(amount, life.paid)
        guard part > .zero else { return }
        try life.take(
            .paymentReversed(part, on: max(day, life.lastEventDay)), calendar: configuration.calendar)
        try keep(life, in: &reopened, context)
        if let party = try party(of: row.debtor, context) { try scheduleAgreement(reopened, life, party, context) }
    }

    private func reopenCharge(of payment: PaymentRow, _ context: EntryContext) throws {
        guard let id = payment.charge, var charge = try context.session.find(ChargeRow.self, .id(id)),
            charge.status == "paid"
        else { return }
        charge.status = "cancelled"
        try context.session.update(charge)
    }

    private func refundFollowed(_ books: DebtorBooks, _ payment: PaymentRow, _ context: EntryContext) throws {
        if let debtor = payment.debtor { try follow(books, of: debtor, context) }
    }

    private func openRefundTask(_ payment: PaymentRow, _ context: EntryContext) throws {
        guard let creditor = payment.creditor else { return }
        try openReviewTask("refund", creditor: creditor, debtor: payment.debtor, context)
    }

    /// The books in which a payment's money stands.
    func books(on payment: PaymentRow, _ context: EntryContext) throws -> DebtorBooks {
        guard let creditor = payment.creditor else { throw EntryError.missing("the creditor of payment \(payment.id)") }
        guard let debtor = payment.debtor else {
            return DebtorBooks(
                creditor: creditor, debtor: nil, ledger: try context.session.ledger(unassigned: payment.id), context)
        }
        return try books(
            of: debtor, creditor: creditor, on: try zone(of: payment, context).day(context.now), context)
    }

    func zone(of payment: PaymentRow, _ context: EntryContext) throws -> Zone {
        if let debtor = payment.debtor, let party = try party(of: debtor, context) { return party.zone }
        guard let creditor = payment.creditor else { return .brasilia }
        return try context.settings(of: context.creditor(creditor)).zone
    }
}
