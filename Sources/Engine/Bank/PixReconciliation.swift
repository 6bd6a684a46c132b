import Domain
import Foundation
import Payments
import Store

/// What a callback has missed is found by asking for the bank's list, again and again. Each payment comes in by the same way
/// as a callback's, and is booked once by its `endToEndId`.
extension CollectionEngine {
    /// A creditor's settings are new: its bank is asked from now on, or no more.
    func scheduleReconciliation(of creditor: CreditorRow, _ settings: CreditorSettings, _ context: EntryContext) throws
    {
        let key = "pix-received:\(creditor.id)"
        guard let bank = settings.pixBank, settings.pixKey != nil else {
            return try context.session.clearTimer(key: key)
        }
        // A timer that runs knows from when on it has to ask.
        guard try context.session.first(TimerRow.self, "WHERE key = ?", .text(key)) == nil else { return }
        try setReconciliation(creditor.id, bank, from: context.now, context)
    }

    private func setReconciliation(
        _ creditor: CreditorID, _ bank: PixBankSettings, from: Timestamp, _ context: EntryContext
    ) throws {
        try context.session.setTimer(
            id: context.nextID(), creditor: creditor, key: "pix-received:\(creditor)",
            dueAt: context.now.adding(seconds: bank.reconcileMinutes * 60), kind: "pix-received",
            subject: creditor.rawValue, detail: "\(from.milliseconds)")
    }

    /// Time to ask. The next time is set at once, with the same beginning: it moves when the whole list has come.
    func reconcile(_ timer: TimerRow, _ context: EntryContext) throws {
        let creditor = try context.creditor(CreditorID(timer.subject))
        guard let bank = try context.settings(of: creditor).pixBank else { return }
        let from = timer.detail.flatMap { Int64($0) }.map { Timestamp(milliseconds: $0) } ?? context.now
        try setReconciliation(creditor.id, bank, from: from, context)
        try askForPayments(creditor.id, bank, from: from, through: context.now, page: 0, context)
    }

    private func askForPayments(
        _ creditor: CreditorID, _ bank: PixBankSettings, from: Timestamp, through: Timestamp, page: Int,
        _ context: EntryContext
    ) throws {
        let errand = BankErrand(bank: bank.name, errand: .received(from: from, through: through, page: page))
        try context.session.queueWork(
            .pixReceived, id: context.nextID(), creditor: creditor, lane: "pix-received:\(creditor)",
            body: canonicalJSON(errand), notBefore: context.now,
            validUntil: context.now.adding(seconds: bank.reconcileMinutes * 60))
        context.noteEffect()
    }

    /// A page of the bank's list.
    func pixListed(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let body: BankErrand = try effect.work()
        let reply: PixReply? = result.answer()
        let outcome: PixOutcome<PixReceivedPage>? = reply?.outcome()
        guard case .received(let from, let through, let number) = body.errand, case .done(let page)? = outcome else {
            // Asked again soon, and by the timer in any case.
            if let delay = repeatDelay(outcome, attempt: result.attempt),
                case let at = context.now.adding(seconds: delay), at < effect.validUntil
            {
                try context.session.retry(effect, notBefore: at)
                return context.noteEffect()
            }
            return try context.session.finish(effect, as: .failed)
        }
        try context.session.finish(effect, as: .done)
        try takeIn(page.page.items, malformed: page.malformed, context)
        guard let bank = try context.settings(of: context.creditor(effect.creditor)).pixBank else { return }
        let listing = PixListing(from: from, through: through, page: number, itemsPerPage: PixErrand.itemsPerPage)
        if let next = page.next(after: listing) {
            return try askForPayments(effect.creditor, bank, from: from, through: through, page: next.page, context)
        }
        // Banks list a payment some time after it was made: the next look begins before this one ended.
        let begin = max(from, through.adding(hours: -CollectionEngine.overlapHours))
        guard
            let timer = try context.session.first(
                TimerRow.self, "WHERE key = ?", .text("pix-received:\(effect.creditor)"))
        else { return }
        try context.session.setTimer(
            id: timer.id, creditor: timer.creditor, key: timer.key, dueAt: timer.dueAt, kind: timer.kind,
            subject: timer.subject, detail: "\(begin.milliseconds)")
    }

    private static let overlapHours: Int64 = 2
}
