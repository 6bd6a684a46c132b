import Domain
import Payments
import Store

extension CollectionEngine {
    /// The bank's callback: each payment is booked once, and each of its refunds, whatever the bank repeats.
    func pixCallback(_ context: EntryContext) throws {
        let callback: PixCallback
        do {
            callback = try PixCallback(decoding: context.entry.body)
        } catch {
            throw EntryError.badBody(kind: context.entry.kind.rawValue, reason: "\(error)")
        }
        try takeIn(callback.received, malformed: callback.malformed, context)
    }

    /// What the bank says has come, told by a callback or found in its list.
    func takeIn(_ received: [PixReceived], malformed: [PixCallback.Malformed], _ context: EntryContext) throws {
        for payment in received {
            try book(payment, context)
            try bookRefunds(of: payment, context)
        }
        for bad in malformed {
            try context.session.insert(
                PlatformEventRow(
                    id: context.nextID(), at: context.now, kind: "pix.malformed",
                    detail: "item \(bad.index): \(bad.reason)"))
        }
    }

    private func book(_ received: PixReceived, _ context: EntryContext) throws {
        let session = context.session
        guard received.amount > .zero, try session.payment(reference: received.endToEndID) == nil else { return }
        let charge = try received.txid.flatMap { try session.charge(txid: $0.text) }
        var payment = PaymentRow(
            id: try context.nextID(), creditor: charge?.creditor, debtor: charge?.debtor, charge: charge?.id,
            reference: received.endToEndID, amount: received.amount, paidAt: received.at, bookedAt: context.now,
            outcome: "unmatched")
        guard let charge, let party = try party(of: charge.debtor, context) else {
            payment.creditor = try payment.creditor ?? owner(ofKey: received.key, context)
            payment.debtor = nil
            return try keepUnmatched(payment, detail: received.endToEndID, context)
        }
        // A code may be paid in parts: what counts is what was still missing.
        let expected =
            charge.status == "paid"
            ? .zero : max(.zero, charge.amount - (try session.received(for: charge.id)))
        let open = received.txid.map { OpenCharge(id: charge.id, txid: $0, expected: expected) }
        let match = PaymentMatch.of(received, among: [open].compactMap { $0 })
        switch match {
        case .partial: payment.outcome = "partial"
        case .over: payment.outcome = "over"
        case .alreadyPaid: payment.outcome = "repeated"
        case .exact, .unknown, .unidentified, .ambiguous: payment.outcome = "matched"
        }
        // For something that had ended by then: the money finds what is owed now.
        if charge.status == "cancelled" { payment.outcome = "late" }
        if payment.outcome == "matched" || payment.outcome == "over" { try close(charge, paidAt: received.at, session) }
        try receive(payment, for: payment.outcome == "repeated" ? .nothing : .charge(charge), party, context)
    }

    private func close(_ charge: ChargeRow, paidAt: Timestamp, _ session: Session) throws {
        var paid = charge
        paid.status = "paid"
        paid.paidAt = paidAt
        try session.update(paid)
    }

    /// Whose account was paid: the creditor whose key it is, or the only one there is.
    private func owner(ofKey key: String?, _ context: EntryContext) throws -> CreditorID? {
        let all = try context.session.creditors()
        if let key, let owner = try all.first(where: { try context.settings(of: $0).pixKey == key }) { return owner.id }
        return all.count == 1 ? all[0].id : nil
    }

    /// Money that names nobody is kept in the books, and on a person's list. Where not even the creditor is known there
    /// are no books to write into: it is on the administrator's list until it has one.
    func keepUnmatched(_ payment: PaymentRow, detail: String, _ context: EntryContext) throws {
        let session = context.session
        var kept = payment
        kept.outcome = "unmatched"
        kept.review = "open"
        try session.insert(kept)
        try session.insert(
            PlatformEventRow(
                id: context.nextID(), creditor: kept.creditor, at: context.now, kind: "payment.unmatched",
                detail: detail))
        guard let creditor = kept.creditor else { return }
        let zone = try context.settings(of: context.creditor(creditor)).zone
        var books = DebtorBooks(
            creditor: creditor, debtor: nil, ledger: try session.ledger(unassigned: kept.id), context)
        try books.record(.paid(kept.id, kept.amount, .unknown), on: zone.day(kept.paidAt))
        try openReviewTask("payment_unmatched", creditor: creditor, debtor: nil, context)
    }

    /// A task about a payment; there may be nobody to whom it belongs.
    func openReviewTask(_ kind: String, creditor: CreditorID, debtor: DebtorID?, _ context: EntryContext) throws {
        try context.session.insert(
            TaskRow(
                id: context.nextID(), creditor: creditor, debtor: debtor, conversation: nil, kind: kind, reason: kind,
                openedAt: context.now, dueAt: nil))
        try context.record(.taskOpened, creditor: creditor, debtor: debtor, ["kind": kind])
    }
}
