import Domain
import Foundation
import Payments
import Store

/// Money that a person gives back, at the bank that received it.
extension CollectionEngine {
    /// Asks the bank to send a payment's money back, once: the refund's id is the payment's and the act's. Its end comes like every refund's,
    /// by callback or by the list of payments.
    ///
    /// - Returns: false where no bank can be asked: a person transfers the money.
    func refundAtBank(_ payment: PaymentRow, _ amount: Money, _ context: EntryContext) throws -> Bool {
        guard let creditor = payment.creditor, EndToEndID(payment.reference) != nil,
            let bank = try context.settings(of: context.creditor(creditor)).pixBank
        else { return false }
        let errand = BankErrand(
            bank: bank.name,
            errand: .refund(
                endToEndID: payment.reference, id: "Q\(payment.id)X\(context.entry.seq)", amount: amount,
                description: nil))
        try context.session.queueWork(
            .pixRefund, id: context.nextID(), creditor: creditor, lane: "pix-refund:\(payment.id)",
            body: canonicalJSON(errand), notBefore: context.now, validUntil: context.now.adding(days: 3))
        context.noteEffect()
        return true
    }

    func pixRefunded(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let reply: PixReply? = result.answer()
        let outcome: PixOutcome<PixRefund>? = reply?.outcome()
        if let delay = repeatDelay(outcome, attempt: result.attempt),
            case let at = context.now.adding(seconds: delay), at < effect.validUntil
        {
            try context.session.retry(effect, notBefore: at)
            return context.noteEffect()
        }
        if case .done? = outcome { return try context.session.finish(effect, as: .done) }
        try context.session.finish(effect, as: .failed)
        let body: BankErrand = try effect.work()
        guard case .refund(let reference, _, _, _) = body.errand,
            let payment = try context.session.payment(reference: reference)
        else { return }
        // The promise stands in the books; who made it has to keep it another way.
        try openReviewTask("refund", creditor: effect.creditor, debtor: payment.debtor, context)
    }
}
