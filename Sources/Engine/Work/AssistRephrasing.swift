import Assist
import ContactPolicy
import Dialogue
import Domain
import Foundation
import Store
import Wording

/// A warmer wording for what is about to be said, where the creditor wants that. The plain text goes out unless the other
/// one passes every check, in time.
extension CollectionEngine {
    /// Holds an answer back for a moment and asks for a warmer wording of its first text.
    /// - Returns: whether it is held back.
    func asksForWarmth(
        _ turn: Turn, _ row: ConversationRow, _ party: Party, discloses: Bool, note: String, _ context: EntryContext
    ) throws -> Bool {
        guard party.settings.asksForWarmth ?? false, turn.next.language == .portuguese,
            let plain = turn.replies.first?.wordable, plain.count >= CollectionEngine.rephrasedCharactersMin,
            // With a code to pay nothing is delayed and nothing reworded.
            !turn.replies.contains(where: \.isPaymentCode)
        else { return false }
        let body = ReplyToRephrase(
            plain: plain, names: try names(party, context), register: register(party).rawValue, conversation: row.id,
            contents: turn.replies, discloses: discloses, note: note, speaks: turn.next.wantsVoice)
        let id = try context.nextID()
        let until = context.now.adding(milliseconds: configuration.helpWaitMilliseconds)
        try context.session.queueWork(
            .assistRephrase, id: id, creditor: row.creditor, lane: CollectionEngine.rephrasingLane(row.id),
            body: canonicalJSON(body), notBefore: context.now, validUntil: until)
        try context.session.setTimer(
            id: context.nextID(), creditor: row.creditor, key: "rephrase:\(id)", dueAt: until, kind: "rephrase",
            subject: id)
        context.noteEffect()
        return true
    }

    /// Shorter texts are warm enough.
    private static let rephrasedCharactersMin = 30
    private static func rephrasingLane(_ id: ConversationID) -> String { "rephrase:\(id)" }

    private func names(_ party: Party, _ context: EntryContext) throws -> [String] {
        let products = try party.debtor.map { try context.session.debts(debtor: $0.id).compactMap(\.product) } ?? []
        return [party.debtor?.name, party.settings.tradeName, party.settings.legalName].compactMap { $0 } + products
    }

    private func register(_ party: Party) -> RephrasingHelp.Register {
        switch party.settings.registers?.usual {
        case .formal: .formal
        case .short: .short
        default: .close
        }
    }

    /// The answer to it: said if it says the same, else the plain text is.
    func warmthAnswered(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let body: ReplyToRephrase = try effect.work()
        guard result.outcome == .done, let words: ModelWords = result.answer() else {
            return try sayHeld(effect, body.plain, result.errorText ?? "unreadable", context)
        }
        let rephrasing = RephrasingHelp(plain: body.plain, names: body.names).result(words.text) { text in
            StyleCheck.findings(in: text, neutral: !body.discloses).allSatisfy { $0.severity != .block }
        }
        let outcome =
            rephrasing.objections.isEmpty
            ? rephrasing.isWarmer ? "used" : "same"
            : rephrasing.objections.map(\.rawValue).sorted().joined(separator: ", ")
        try sayHeld(effect, rephrasing.text, outcome, context)
    }

    /// Nobody waits longer, or something else is about to be said: the plain text goes out.
    func warmthDue(_ id: Int64, _ context: EntryContext) throws {
        guard let effect = try context.session.find(EffectRow.self, .integer(id)), effect.state == .waiting else {
            return
        }
        let body: ReplyToRephrase = try effect.work()
        try sayHeld(effect, body.plain, "timed_out", context)
    }

    /// What is still held back in a conversation is said before anything newer.
    func sayHeldReplies(_ id: ConversationID, _ context: EntryContext) throws {
        let held = try context.session.select(
            EffectRow.self,
            "WHERE id IN (SELECT effect FROM effect_work WHERE lane = ?) AND state = ? ORDER BY id",
            .text(CollectionEngine.rephrasingLane(id)),
            .text(EffectState.waiting.rawValue))
        for effect in held { try warmthDue(effect.id, context) }
    }

    private func sayHeld(
        _ effect: EffectRow, _ text: String, _ outcome: String, _ context: EntryContext
    ) throws {
        let session = context.session
        let body: ReplyToRephrase = try effect.work()
        try session.finish(effect, as: outcome == "timed_out" ? .cancelled : .done)
        try session.clearTimer(key: "rephrase:\(effect.id)")
        guard let row = try session.find(ConversationRow.self, .id(body.conversation)) else { return }
        let party = try context.party(conversation: row)
        try context.record(
            .assisted, creditor: row.creditor, debtor: party.debtor?.id, ["call": "rephrase", "outcome": outcome])
        let file = try conversationFacts(party, context).file
        let isProven =
            try state(of: row).identity(file: file, contactPoint: party.contactPoint.id, now: context.now) != nil
        if body.discloses, !isProven { return }
        var facts = try contactFacts(party, conversation: row, context)
        facts.restrictions.humanOwner = row.owner.hasPrefix("staff:")
        let wish = ContactWish(
            purpose: .reply, discloses: body.discloses, identityProven: isProven, isFreeForm: true,
            asksForPayment: false, step: ContactPurpose.reply.rawValue)
        var said: [(MessageID, MessageContent)] = []
        for (index, content) in body.contents.enumerated() {
            let content = index == 0 ? content.reworded(text) : content
            if let id = try send(content, wish, author: "bot", row, party, facts: facts, note: body.note, context) {
                said.append((id, content))
            }
        }
        if body.speaks { try speak(said, row, discloses: body.discloses, context) }
    }
}

extension MessageContent {
    /// The text that could be said in other words; nil for files, and for approved templates.
    fileprivate var wordable: String? {
        switch self {
        case .text(let text): text
        case .buttons(let body, _, _), .list(let body, _, _, _): body
        case .image, .document, .audio, .template: nil
        }
    }

    fileprivate var isPaymentCode: Bool {
        if case .text(let text) = self { text.hasPrefix("000201") } else { false }
    }

    /// The same with another text.
    fileprivate func reworded(_ text: String) -> MessageContent {
        switch self {
        case .text: .text(text)
        case .buttons(_, let footer, let buttons): .buttons(body: text, footer: footer, buttons: buttons)
        case .list(_, let footer, let button, let rows):
            .list(body: text, footer: footer, button: button, rows: rows)
        case .image, .document, .audio, .template: self
        }
    }
}
