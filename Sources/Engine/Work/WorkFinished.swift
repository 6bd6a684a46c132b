import Domain
import Store

extension CollectionEngine {
    /// What came of work that reached nobody. One line a kind.
    func workFinished(
        _ kind: WorkKind, _ result: EffectResult, _ effect: EffectRow, _ context: EntryContext
    ) throws {
        if try triesAgain(result, effect, context) { return }
        switch kind {
        case .documentDraw: try paperFinished(result, effect, context)
        case .receiptRead: try receiptRead(result, effect, context)
        case .voiceHear: try voiceHeard(result, effect, context)
        case .assistUnderstand: try meaningAnswered(result, effect, context)
        case .assistRephrase: try warmthAnswered(result, effect, context)
        case .voiceSpeak: try voiceSpoken(result, effect, context)
        case .pixCharge: try pixCharged(result, effect, context)
        case .pixCancel: try pixCancelled(result, effect, context)
        case .pixRefund: try pixRefunded(result, effect, context)
        case .pixReceived: try pixListed(result, effect, context)
        }
    }

    /// Work that was not done for a passing reason is done later, some times.
    private func triesAgain(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws -> Bool {
        let at = context.now.adding(seconds: 5 << Int64(min(result.attempt, 6)))
        guard result.outcome == .notSent, result.attempt < CollectionEngine.workAttemptsMax, at < effect.validUntil
        else { return false }
        try context.session.retry(effect, notBefore: at)
        context.noteEffect()
        return true
    }

    private static let workAttemptsMax = 4
}
