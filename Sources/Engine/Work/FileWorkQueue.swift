import Domain
import Foundation
import Store

/// Files that people send are read or heard before they are answered, as far as that is done in time.
extension CollectionEngine {
    /// The file of a message is there: whatever can be made of it is asked for.
    func work(on file: MediaReference, of message: MessageRow, _ context: EntryContext) throws {
        guard let kind = CollectionEngine.fileWork(message.kind, file.mimeType),
            let conversation = try context.session.find(ConversationRow.self, .id(message.conversation))
        else { return }
        let party = try context.party(conversation: conversation)
        // Of somebody whom nobody knows nothing is expected.
        if kind == .receiptRead, party.debtor == nil { return }
        let body = FileWork(file: file.sha256, mimeType: file.mimeType, day: party.zone.day(message.at))
        // Reading is heavy: a few lanes for all, so that many pictures at once queue up instead of slowing each other down.
        let share = (message.id.rawValue >> 16) % CollectionEngine.readingLanes
        let lane = kind == .receiptRead ? "reading:\(share)" : "\(kind.rawValue):\(message.id)"
        try context.session.queueWork(
            kind, id: context.nextID(), creditor: message.creditor, lane: lane, message: message.id,
            body: canonicalJSON(body), notBefore: context.now, validUntil: context.now.adding(hours: 1))
        context.noteEffect()
    }

    private static let readingLanes: Int64 = 2

    /// What is done with a file, by the kind of message that it came with.
    private static func fileWork(_ kind: String, _ mimeType: String) -> WorkKind? {
        switch kind {
        case "audio": .voiceHear
        case "image": .receiptRead
        case "document": mimeType.hasPrefix("image/") || mimeType.hasPrefix("application/pdf") ? .receiptRead : nil
        default: nil
        }
    }

    /// Whether the answer to what came waits for work on it.
    static func awaitsWork(_ kind: String) -> Bool { ["audio", "image", "document"].contains(kind) }

    /// Nothing more is done about a message: the answer that waited for it comes as soon as everything else has.
    /// - Returns: whether the message still waits for its answer.
    @discardableResult
    func workEnded(on id: MessageID, _ context: EntryContext) throws -> Bool {
        guard let message = try context.session.find(MessageRow.self, .id(id)),
            var conversation = try context.session.find(ConversationRow.self, .id(message.conversation))
        else { return false }
        context.noteChange(in: conversation.id)
        try touch(conversation.id, context)
        let pending = try JSONDecoder().decode([MessageID].self, from: Data(conversation.pending.utf8))
        guard pending.contains(id) else { return false }
        guard let answerAt = conversation.answerAt, try !pending.contains(where: { try isAwaited($0, context) }) else {
            return true
        }
        let settle = try context.party(conversation: conversation).settings.settleMilliseconds
        let settled = (conversation.lastInboundAt ?? context.now).adding(milliseconds: settle)
        let at = min(answerAt, max(context.now, settled))
        conversation.answerAt = at
        conversation.updatedSeq = context.entry.seq
        try context.session.update(conversation)
        try setAnswerTimer(conversation, at, context)
        return true
    }

    func setAnswerTimer(_ conversation: ConversationRow, _ at: Timestamp, _ context: EntryContext) throws {
        guard at > context.now else {
            try context.session.clearTimer(key: "answer:\(conversation.id)")
            if !context.toAnswer.contains(conversation.id) { context.toAnswer.append(conversation.id) }
            return
        }
        try context.session.setTimer(
            id: context.nextID(), creditor: conversation.creditor, key: "answer:\(conversation.id)", dueAt: at,
            kind: "answer", subject: conversation.id.rawValue)
    }

    /// Whether something that is still being done may change the answer to a message.
    func isAwaited(_ id: MessageID, _ context: EntryContext) throws -> Bool {
        guard let message = try context.session.find(MessageRow.self, .id(id)),
            CollectionEngine.awaitsWork(message.kind)
        else { return false }
        return try context.session.hasWork(on: id)
    }
}
