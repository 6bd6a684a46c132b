import ContactPolicy
import Dialogue
import Domain
import Store

extension CollectionEngine {
    /// Has what was just written to a person spoken, too, where they would rather listen. A Pix code is left out: it is to be
    /// copied.
    func speak(
        _ replies: [(id: MessageID, content: MessageContent)], _ row: ConversationRow, discloses: Bool,
        _ context: EntryContext
    ) throws {
        guard let last = replies.last?.id else { return }
        let text = replies.map(\.content.text).filter { !$0.isEmpty && !$0.hasPrefix("000201") }
            .joined(separator: "\n")
        guard !text.isEmpty else { return }
        let body = TextToSpeak(text: text, conversation: row.id, after: last, discloses: discloses)
        try context.session.queueWork(
            .voiceSpeak, id: context.nextID(), creditor: row.creditor, lane: "voice.speak:\(row.id)",
            body: canonicalJSON(body), notBefore: context.now, validUntil: context.now.adding(minutes: 10))
        context.noteEffect()
    }

    /// The voice note is there: it follows the words in writing, through the same gate. Where they tell of a debt, who
    /// listens must still be the one who proved it; what has been overtaken by newer words stays unsaid.
    func voiceSpoken(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let session = context.session
        let body: TextToSpeak = try effect.work()
        guard result.outcome == .fetched, let hash = result.fileHash, let type = result.fileType,
            let row = try session.find(ConversationRow.self, .id(body.conversation))
        else { return try session.finish(effect, as: .failed) }
        let newer = try session.integer(
            "SELECT COUNT(*) FROM message WHERE conversation = ? AND direction = 'out' AND id > ?", .id(row.id),
            .id(body.after))
        guard newer == 0, !row.owner.hasPrefix("staff:") else { return try session.finish(effect, as: .cancelled) }
        try session.finish(effect, as: .done)
        let party = try context.party(conversation: row)
        let state = try state(of: row)
        let file = try conversationFacts(party, context).file
        let identity = state.identity(file: file, contactPoint: party.contactPoint.id, now: context.now)
        if body.discloses, identity == nil { return }
        var facts = try contactFacts(party, conversation: row, context)
        facts.restrictions.humanOwner = false
        let wish = ContactWish(
            purpose: .reply, discloses: body.discloses, identityProven: identity != nil, isFreeForm: true,
            asksForPayment: false, step: "voice")
        let content = MessageContent.audio(MediaReference(sha256: hash, mimeType: type))
        guard
            let id = try send(content, wish, author: "bot", row, party, facts: facts, note: nil, context),
            var message = try session.find(MessageRow.self, .id(id))
        else { return }
        message.finding = try canonicalJSON(MessageFinding(spoken: body.text))
        try session.update(message)
    }
}
