import ContactPolicy
import Dialogue
import Domain
import Store

extension CollectionEngine {
    /// Timers that one entry handles; the clock makes another entry for the rest.
    private static let timersPerEntry = 200

    /// The clock has reached one or more timers. Each is gone before it acts, so that none fires twice.
    func timersDue(_ context: EntryContext) throws {
        for timer in try context.session.timersDue(context.now, limit: CollectionEngine.timersPerEntry) {
            try context.session.clearTimer(key: timer.key)
            switch timer.kind {
            case "answer":
                if let conversation = try context.session.find(ConversationRow.self, .integer(timer.subject)),
                    conversation.answerAt != nil
                {
                    try answer(conversation, context)
                }
            case "handover": try handOverDue(ConversationID(timer.subject), context)
            case "rephrase": try warmthDue(timer.subject, context)
            case "silence": try silenceOver(ConversationID(timer.subject), context)
            case "effect-unknown": try decideUnknown(effect: timer.subject, context)
            case "promise": try promiseOverdue(timer.subject, context)
            case "agreement": try agreementOverdue(AgreementID(timer.subject), context)
            case "agreement-reminder": try remindOfAgreement(AgreementID(timer.subject), context)
            case "pix-charge": try pixChargeLate(effect: timer.subject, context)
            case "pix-received": try reconcile(timer, context)
            default: throw EntryError.refused("a timer of the unknown kind \(timer.kind)")
            }
        }
    }

    private func promiseOverdue(_ id: Int64, _ context: EntryContext) throws {
        guard var promise = try context.session.find(PromiseRow.self, .integer(id)), promise.status == "open" else {
            return
        }
        promise.status = "broken"
        try context.session.update(promise)
        try context.record(.promiseBroken, creditor: promise.creditor, debtor: promise.debtor)
        try setCases(of: promise.debtor, context)
        for var row in try context.session.cases(debtor: promise.debtor) where row.status == "open" {
            row.nextActionAt = context.now
            try context.session.update(row)
        }
    }
}
