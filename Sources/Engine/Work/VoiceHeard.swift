import Domain
import Store

extension CollectionEngine {
    /// The words of a voice note: kept beside the audio, and read like typed ones. Without words the person is told how else
    /// to go on, by the dialogue.
    func voiceHeard(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        guard let id = effect.message, var message = try context.session.find(MessageRow.self, .id(id)),
            result.outcome == .done, let heard: HeardVoice = result.answer(), !heard.text.isEmpty
        else {
            try context.session.finish(effect, as: .failed)
            if let id = effect.message { try workEnded(on: id, context) }
            return
        }
        try context.session.finish(effect, as: .done)
        message.finding = try canonicalJSON(MessageFinding(spoken: heard.text))
        message.body = heard.text
        try context.session.update(message)
        try workEnded(on: id, context)
    }
}
