import Assist
import Dialogue
import Domain
import Foundation
import Language
import Store

/// A second opinion on a message that the model here is unsure about, where the creditor wants one. It never sees who wrote,
/// and what it says is a hint: never an amount, a day, a yes or a no.
extension CollectionEngine {
    /// Asks about the first of the messages that it could help with, once.
    /// - Returns: whether the answer waits for it.
    func asksForMeaning(
        _ rows: [MessageRow], _ conversation: ConversationRow, _ context: EntryContext
    ) throws -> Bool {
        let party = try context.party(conversation: conversation)
        guard party.settings.asksForMeaning ?? false, conversation.owner == "bot" else { return false }
        for row in rows {
            guard try !wasAsked(row.id, context), let help = try help(row, conversation, party, context) else {
                continue
            }
            guard !help.local.isSure, !UnderstandingHelp.neverDropped.contains(where: help.local.has) else { continue }
            let until = context.now.adding(milliseconds: configuration.helpWaitMilliseconds)
            let body = MessageToUnderstand(masked: help.question.masked, context: help.context.rawValue)
            try context.session.queueWork(
                .assistUnderstand, id: context.nextID(), creditor: row.creditor, lane: "assist:\(row.id)",
                message: row.id, body: canonicalJSON(body), notBefore: context.now, validUntil: until)
            context.noteEffect()
            var waiting = conversation
            waiting.answerAt = until
            try context.session.update(waiting)
            try setAnswerTimer(waiting, until, context)
            return true
        }
        return false
    }

    private struct Help {
        let question: UnderstandingHelp
        let local: Understanding
        let context: QuestionContext
    }

    private func help(
        _ row: MessageRow, _ conversation: ConversationRow, _ party: Party, _ context: EntryContext
    ) throws -> Help? {
        guard case .text(let text) = try inbound(row).content else { return nil }
        let asked = try state(of: conversation).contextQuestion
        let local = configuration.listener.hear(text, party.zone.day(row.at), asked)
        let names = [party.debtor?.name].compactMap { $0 }
        return Help(
            question: UnderstandingHelp(message: text, context: asked, names: names), local: local, context: asked)
    }

    private func wasAsked(_ message: MessageID, _ context: EntryContext) throws -> Bool {
        let count = try context.session.integer(
            "SELECT COUNT(*) FROM effect WHERE message = ? AND kind = ?", .id(message),
            .text(WorkKind.assistUnderstand.rawValue))
        return (count ?? 0) > 0
    }

    /// The answer to it, or none: the conversation goes on either way.
    func meaningAnswered(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let session = context.session
        guard let id = effect.message, var row = try session.find(MessageRow.self, .id(id)),
            let conversation = try session.find(ConversationRow.self, .id(row.conversation))
        else { return try session.finish(effect, as: .failed) }
        let party = try context.party(conversation: conversation)
        var outcome = result.errorText ?? "unreadable"
        if result.outcome == .done, let words: ModelWords = result.answer(),
            let help = try help(row, conversation, party, context),
            let read = help.question.read(words.text, local: help.local)
        {
            // What binds counts only where it was understood here too; else the plain way asks.
            let usable = read.intents.filter { !UnderstandingHelp.binding.contains($0) || help.local.has($0) }
            outcome = usable.isEmpty ? "to_ask" : "used"
            if !usable.isEmpty {
                var found = row.found ?? MessageFinding()
                found.hint = usable
                row.finding = try canonicalJSON(found)
                try session.update(row)
            }
        }
        try session.finish(effect, as: outcome == "used" || outcome == "to_ask" ? .done : .failed)
        try context.record(
            .assisted, creditor: row.creditor, debtor: row.debtor, ["call": "understand", "outcome": outcome])
        try workEnded(on: id, context)
    }

    /// The time for it is over: nothing that comes later changes an answer that was given.
    func endQuestions(about rows: [MessageRow], _ context: EntryContext) throws {
        for row in rows {
            let waiting = try context.session.select(
                EffectRow.self, "WHERE message = ? AND kind = ? AND state = ? ORDER BY id", .id(row.id),
                .text(WorkKind.assistUnderstand.rawValue), .text(EffectState.waiting.rawValue))
            for effect in waiting {
                try context.session.finish(effect, as: .cancelled)
                try context.record(
                    .assisted, creditor: row.creditor, debtor: row.debtor,
                    ["call": "understand", "outcome": "timed_out"])
            }
        }
    }
}
