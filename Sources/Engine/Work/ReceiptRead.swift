import Dialogue
import Domain
import Foundation
import Negotiation
import Payments
import Store

extension CollectionEngine {
    /// What stands on a picture: held against what this person may pay, kept beside the picture, and answered by the
    /// dialogue. Nothing is written off on it.
    func receiptRead(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let session = context.session
        guard let id = effect.message, var message = try session.find(MessageRow.self, .id(id)),
            let conversation = try session.find(ConversationRow.self, .id(message.conversation))
        else { return try session.finish(effect, as: .failed) }
        let party = try context.party(conversation: conversation)
        guard result.outcome == .done, let scan: ReceiptScan = result.answer(), let debtor = party.debtor else {
            // Nobody could read it: a colleague will look at the picture, as at any receipt.
            try session.finish(effect, as: .failed)
            try workEnded(on: id, context)
            return
        }
        try session.finish(effect, as: .done)
        let claim = try claim(scan, of: message, party, debtor, context)
        message.finding = try canonicalJSON(MessageFinding(receipt: claim))
        try session.update(message)
        let isInTime = try workEnded(on: id, context)
        // Read too late for its answer: the claim was made unread, and its task now learns what it is about.
        if !isInTime, claim.finding.claimsPayment { try claimPaid(id, conversation, party, debtor, context) }
    }

    private func claim(
        _ scan: ReceiptScan, of message: MessageRow, _ party: Party, _ debtor: DebtorRow, _ context: EntryContext
    ) throws -> ReceiptClaim {
        let day = party.zone.day(message.at)
        let reading = scan.reading(on: day, zone: party.zone)
        let booked = try paymentsAlike(reading.endToEndID?.value, context)
        let match = ReceiptMatch(
            reading, against: try expectation(of: debtor, reading, booked, day, party, context))
        return ReceiptClaim(
            message: message.id, amount: reading.amount?.value, paidOn: reading.paidOn?.value,
            endToEndID: reading.endToEndID?.value.text, payee: reading.payee.name?.value,
            institution: reading.institution?.value, verdict: match.verdict.name,
            reasons: match.reasons.map(\.rawValue).sorted(),
            finding: finding(match, reading, booked.first { $0.debtor == debtor.id }, party))
    }

    /// Payments that are booked already and whose id may be the one on the receipt, seen through OCR. The first 21
    /// characters (payer's bank and minute) are digits and have been put right by the reader.
    private func paymentsAlike(_ id: EndToEndID?, _ context: EntryContext) throws -> [PaymentRow] {
        guard let id else { return [] }
        return try context.session.select(
            PaymentRow.self, "WHERE reference LIKE ? ORDER BY id", .text(id.text.prefix(21) + "%")
        ).filter { id.looksLike($0.reference) }
    }

    private func expectation(
        of debtor: DebtorRow, _ reading: ReceiptReading, _ booked: [PaymentRow], _ day: CalendarDay, _ party: Party,
        _ context: EntryContext
    ) throws -> ReceiptExpectation {
        let settings = party.settings
        let document = settings.cnpj.flatMap { try? TaxDocument(parsing: $0) }
        return ReceiptExpectation(
            charges: try expectedCharges(of: debtor, paidOn: min(reading.paidOn?.value ?? day, day), party, context),
            payeeNames: [settings.legalName, settings.tradeName].compactMap { $0 },
            payeeDocuments: Set([document].compactMap { $0 }),
            payeeKeys: Set([settings.pixKey.flatMap { try? PixKey($0) }].compactMap { $0 }),
            bookedIDs: Set(booked.map(\.reference)), today: day)
    }

    /// What this person may have paid: open codes, payments of the agreement, and each debt, as it stood on the day.
    private func expectedCharges(
        of debtor: DebtorRow, paidOn day: CalendarDay, _ party: Party, _ context: EntryContext
    ) throws -> [ReceiptExpectation.Charge] {
        let session = context.session
        let codes = try session.openCharges(debtor: debtor.id)
        var expected = codes.map { charge in
            let made = party.zone.day(charge.createdAt)
            return ReceiptExpectation.Charge(
                id: charge.id, amount: charge.amount, due: made, since: made, txid: PixTxid(charge.txid))
        }
        if let agreement = try currentAgreement(debtor.id, session) {
            let since = party.zone.day(agreement.acceptedAt)
            for installment in try session.installments(agreement: agreement.id)
            where installment.status == "open" && !codes.contains(where: { $0.installment == installment.id }) {
                expected.append(
                    ReceiptExpectation.Charge(
                        id: ChargeID(installment.id.rawValue), amount: installment.amount - installment.paid,
                        due: installment.dueDay, since: since))
            }
        }
        let debts = try session.debts(debtor: debtor.id).filter { $0.status == "open" }
        let offered = debts.count == 1 ? try offeredTotals(debtor, session) : []
        for debt in debts {
            let today = try self.amounts(debt, party, party.zone.day(context.now), session)
            let amounts: Set<Money> = [today.balance.total, today.principal]
            let amount = try self.amounts(debt, party, day, session).balance.total
            // A code that asks for the same is the same.
            guard !codes.contains(where: { $0.amount == amount || amounts.contains($0.amount) }) else { continue }
            expected.append(
                ReceiptExpectation.Charge(
                    id: ChargeID(debt.id.rawValue), amount: amount, otherAmounts: amounts.union(offered),
                    due: debt.dueDay, since: debt.dueDay.adding(days: -CollectionEngine.paidAheadDaysMax)))
        }
        return expected
    }

    /// A debt is seldom paid longer before its due day.
    private static let paidAheadDaysMax = 60

    /// Totals that were offered for all that is owed, at once.
    private func offeredTotals(_ debtor: DebtorRow, _ session: Session) throws -> Set<Money> {
        Set(
            try session.offers(debtor: debtor.id).compactMap { row in
                let terms = try? JSONDecoder().decode(OfferTerms.self, from: Data(row.terms.utf8))
                return terms.flatMap { $0.kind == .cash ? $0.total : nil }
            })
    }

    private func finding(
        _ match: ReceiptMatch, _ reading: ReceiptReading, _ booked: PaymentRow?, _ party: Party
    ) -> ReceiptFinding {
        guard reading.looksLikeReceipt else { return .noReceipt }
        return switch match.verdict {
        case .matches, .partial, .ambiguous: .fits
        case .alreadyBooked:
            booked.map { .confirmed(amount: $0.amount, day: party.zone.day($0.paidAt)) } ?? .differs
        case .otherAmount, .tooOld, .notPaid(.completed), .notPaid(.unstated): .differs
        case .otherPayee: .otherPayee
        case .notPaid(.scheduled), .notPaid(.processing): .scheduled
        case .notPaid(.failed), .notPaid(.returned): .notDone
        case .notPaid(.unpaidOrder): .unpaidOrder
        case .unreadable: .unreadable
        }
    }

    /// Somebody says that it is paid: dunning waits, and a person verifies it at the bank. A receipt that was read gives
    /// the task its figures, and takes the place of a claim without one.
    func claimPaid(
        _ receipt: MessageID?, _ row: ConversationRow, _ party: Party, _ debtor: DebtorRow, _ context: EntryContext
    ) throws {
        let until = context.now.adding(days: 2)
        try context.restrict(party, .paidClaim, until: until)
        try context.record(.paidClaimed, creditor: party.creditor.id, debtor: debtor.id)
        let open = try context.session.openTasks(debtor: debtor.id)
        let message = try receipt.flatMap { try context.session.find(MessageRow.self, .id($0)) }
        guard let claim = message?.found?.receipt else {
            if !open.contains(where: { $0.kind == "paid_claim" || $0.kind == "receipt" }) {
                try openTask("paid_claim", party, row, dueAt: until, context)
            }
            return
        }
        guard !open.contains(where: { $0.receipt?.message == claim.message }) else { return }
        for task in open where task.kind == "paid_claim" { try close(task, context) }
        try openTask("receipt", party, row, dueAt: until, detail: try canonicalJSON(claim), context)
    }

    /// The bank has reported the payment: what was to be verified is.
    func closeReceiptTasks(of payment: PaymentRow, _ debtor: DebtorID, _ context: EntryContext) throws {
        for task in try context.session.openTasks(debtor: debtor) {
            guard let text = task.receipt?.endToEndID, let id = EndToEndID(text), id.looksLike(payment.reference)
            else { continue }
            try close(task, context)
        }
    }

    private func close(_ task: TaskRow, _ context: EntryContext) throws {
        var closed = task
        closed.closedAt = context.now
        try context.session.update(closed)
        try context.record(.taskClosed, creditor: task.creditor, debtor: task.debtor, ["kind": task.kind])
    }
}

extension ReceiptReading {
    /// An amount alone is a price tag: something else must speak of a payment.
    var looksLikeReceipt: Bool {
        kind != nil || endToEndID != nil || boleto != nil || code != nil || status != .unstated
            || payee.document != nil || payee.key != nil
    }
}

extension ReceiptMatch.Verdict {
    /// For the task and the page; stable.
    var name: String {
        switch self {
        case .matches: "matches"
        case .partial: "partial"
        case .otherAmount: "other_amount"
        case .otherPayee: "other_payee"
        case .tooOld: "too_old"
        case .alreadyBooked: "already_booked"
        case .notPaid(let status): "not_paid_\(status.rawValue)"
        case .ambiguous: "ambiguous"
        case .unreadable: "unreadable"
        }
    }
}
