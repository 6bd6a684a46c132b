import ContactPolicy
import Dialogue
import Domain
import Foundation
import Payments
import Store

extension CollectionEngine {
    /// The bank's callback: each payment is booked once, whatever the bank repeats.
    func pixCallback(_ context: EntryContext) throws {
        let callback: PixCallback
        do {
            callback = try PixCallback(decoding: context.entry.body)
        } catch {
            throw EntryError.badBody(kind: context.entry.kind.rawValue, reason: "\(error)")
        }
        for payment in callback.received { try book(payment, context) }
        for bad in callback.malformed {
            try context.session.insert(
                PlatformEventRow(
                    id: context.nextID(), at: context.now, kind: "pix.malformed",
                    detail: "item \(bad.index): \(bad.reason)"))
        }
    }

    private func book(_ received: PixReceived, _ context: EntryContext) throws {
        let session = context.session
        try noteRefunds(of: received, context)
        guard try session.payment(reference: received.endToEndID) == nil else { return }
        let charge = try received.txid.flatMap { try session.charge(txid: $0.text) }
        let id: PaymentID = try context.nextID()
        var payment = PaymentRow(
            id: id, creditor: charge?.creditor, debtor: charge?.debtor, charge: charge?.id,
            reference: received.endToEndID, amount: received.amount, paidAt: received.at, bookedAt: context.now,
            outcome: "unmatched")
        guard var charge else {
            try session.insert(payment)
            try session.insert(
                PlatformEventRow(
                    id: context.nextID(), at: context.now, kind: "payment.unmatched", detail: received.endToEndID))
            return
        }
        // A code may be paid in parts: what counts is what was still missing.
        let missing =
            try charge.amount
            - session.payments(debtor: charge.debtor).filter { $0.charge == charge.id }.map(\.amount).sum()
        payment.outcome =
            charge.status == "paid"
            ? "repeated"
            : received.amount == missing ? "matched" : received.amount < missing ? "partial" : "over"
        try session.insert(payment)
        guard payment.outcome != "repeated" else {
            try context.record(
                .paymentUnmatched, creditor: charge.creditor, debtor: charge.debtor,
                ["amount_cents": "\(payment.amount.cents)", "reason": "repeated"])
            guard let party = try party(of: charge.debtor, context) else { return }
            return try openTask("payment_repeated", party, nil, context)
        }
        if payment.outcome != "partial" {
            charge.status = "paid"
            charge.paidAt = received.at
            try session.update(charge)
        }
        try context.record(
            .paymentBooked, creditor: charge.creditor, debtor: charge.debtor,
            ["amount_cents": "\(payment.amount.cents)"])
        guard let party = try party(of: charge.debtor, context) else { return }
        try settle(payment, for: .charge(charge), party, context)
    }

    /// Money that went back: a person decides what it means; nobody is dunned for it before.
    private func noteRefunds(of received: PixReceived, _ context: EntryContext) throws {
        for refund in received.refunds {
            let key = "refund:\(received.endToEndID):\(refund.id):\(refund.status)"
            guard try context.session.markSeen(key, entry: context.entry.seq) else { continue }
            let payment = try context.session.payment(reference: received.endToEndID)
            try context.session.insert(
                PlatformEventRow(
                    id: context.nextID(), creditor: payment?.creditor, at: context.now, kind: "payment.refund",
                    detail: key))
            if let debtor = payment?.debtor, let party = try party(of: debtor, context) {
                try openTask("refund", party, nil, context)
            }
        }
    }

    /// What a payment was for, as far as it says.
    enum PaymentAim {
        case charge(ChargeRow)
        case debt(DebtID)
    }

    /// Writes the payment off against what it was for, stops the cadence in the same transaction, and thanks once.
    func settle(_ payment: PaymentRow, for aim: PaymentAim, _ party: Party, _ context: EntryContext) throws {
        let session = context.session
        let debtor = party.contactPoint.debtor
        let effect: PaymentFacts.Effect
        switch aim {
        case .charge(let charge):
            if let id = charge.agreement, var agreement = try session.find(AgreementRow.self, .id(id)),
                agreement.status == "proposed" || agreement.status == "active"
            {
                effect = try settleInstallment(payment, charge, &agreement, party, context)
            } else {
                effect = try settleDebts(payment, first: nil, party, context)
            }
        case .debt(let debt): effect = try settleDebts(payment, first: debt, party, context)
        }
        try context.lift(.paidClaim, debtor: debtor)
        try closeReceiptTasks(of: payment, debtor, context)
        if let promise = try session.openPromise(debtor: debtor) {
            try close(promise, as: "kept", context)
            try context.record(.promiseKept, creditor: party.creditor.id, debtor: debtor)
        }
        try setCases(of: debtor, context)
        let thanks = PaymentFacts(
            payment: payment.id, amount: payment.amount, paidOn: party.zone.day(payment.paidAt), effect: effect)
        let conversations = try session.conversations(debtor: debtor)
        if let conversation = conversations.last(where: { $0.contactPoint == party.contactPoint.id })
            ?? conversations.last
        {
            try take(.paymentConfirmed(thanks), conversation, context)
            if case .settled = effect { try drawSettlementLetter(conversation, party, context) }
        }
    }

    private func settleInstallment(
        _ payment: PaymentRow, _ charge: ChargeRow, _ agreement: inout AgreementRow, _ party: Party,
        _ context: EntryContext
    ) throws -> PaymentFacts.Effect {
        let session = context.session
        var rest = payment.amount
        var all = try session.installments(agreement: agreement.id)
        // The installment that the code was for first, then the others in order.
        let order = all.indices.sorted { left, right in
            (all[left].id == charge.installment ? 0 : 1, all[left].number)
                < (all[right].id == charge.installment ? 0 : 1, all[right].number)
        }
        for index in order where all[index].status == "open" && rest > .zero {
            let part = min(rest, all[index].amount - all[index].paid)
            all[index].paid += part
            rest -= part
            if all[index].paid == all[index].amount {
                all[index].status = "paid"
                all[index].paidAt = payment.paidAt
            }
            try session.update(all[index])
        }
        try post(payment, to: "agreement \(agreement.id)", debt: nil, context)
        let number = all.first { $0.id == charge.installment }?.number ?? 1
        let open = all.filter { $0.status == "open" }
        guard let next = open.first else {
            agreement.status = "settled"
            agreement.endedAt = context.now
            try session.update(agreement)
            try session.clearTimer(key: "agreement:\(agreement.id)")
            try session.clearTimer(key: "agreement-reminder:\(agreement.id)")
            try settleDebts(of: agreement, context)
            try context.record(.agreementSettled, creditor: agreement.creditor, debtor: agreement.debtor)
            return .settled
        }
        agreement.status = "active"
        try session.update(agreement)
        try scheduleAgreement(agreement, party, context)
        if let charged = all.first(where: { $0.id == charge.installment }), charged.status == "open" {
            return .partial(open: charged.amount - charged.paid)
        }
        return .installment(
            number: number, of: all.count { $0.number > 0 },
            next: PaymentFacts.NextPayment(amount: next.amount - next.paid, due: next.dueDay))
    }

    private func settleDebts(of agreement: AgreementRow, _ context: EntryContext) throws {
        for link in try context.session.agreementDebts(agreement: agreement.id) {
            guard var debt = try context.session.find(DebtRow.self, .id(link.debt)) else { continue }
            debt.status = "settled"
            debt.settledAt = context.now
            try context.session.update(debt)
        }
    }

    /// Without an agreement: the debt that was named, then the oldest first, each one's charges before its principal (CC
    /// arts. 352 and 354).
    private func settleDebts(
        _ payment: PaymentRow, first: DebtID?, _ party: Party, _ context: EntryContext
    ) throws -> PaymentFacts.Effect {
        let session = context.session
        var rest = payment.amount
        var missing = Money.zero
        let day = party.zone.day(payment.paidAt)
        let open = try session.debts(debtor: party.contactPoint.debtor).filter { $0.status == "open" }
        for var debt in open.filter({ $0.id == first }) + open.filter({ $0.id != first }) where rest > .zero {
            let owed = balance(debt, party, day)
            guard debt.id == first || owed.effectiveDue <= day || rest >= owed.total else { continue }
            if rest >= owed.total {
                rest -= owed.total
                debt.status = "settled"
                debt.settledAt = context.now
                debt.paid = debt.original
            } else {
                let toPrincipal = max(.zero, rest - owed.fine - owed.interest)
                debt.paid += toPrincipal
                missing += owed.total - rest
                rest = .zero
            }
            try session.update(debt)
        }
        try post(payment, to: "debts", debt: nil, context)
        return missing > .zero ? .partial(open: missing) : .settled
    }

    /// Two postings that sum to zero: what came into the bank, and what the debtor owes less.
    private func post(_ payment: PaymentRow, to memo: String, debt: DebtID?, _ context: EntryContext) throws {
        guard let creditor = payment.creditor else { return }
        for (account, amount) in [("bank", payment.amount), ("receivable", -payment.amount)] {
            try context.session.insert(
                PostingRow(
                    id: context.nextID(), creditor: creditor, debtor: payment.debtor, debt: debt, payment: payment.id,
                    account: account, amount: amount, at: context.now, memo: memo))
        }
    }
}
