import ContactPolicy
import Dialogue
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// Answers every conversation that the entry has left with messages that wait for no more.
    func answerWaiting(_ context: EntryContext) throws {
        // Answering may start nothing new to answer; the list is taken once.
        for id in context.toAnswer {
            guard let conversation = try context.session.find(ConversationRow.self, .id(id)) else { continue }
            try answer(conversation, context)
        }
    }

    /// Gives what has gathered in a conversation to the dialogue, as one.
    func answer(_ conversation: ConversationRow, _ context: EntryContext) throws {
        let ids = try JSONDecoder().decode([MessageID].self, from: Data(conversation.pending.utf8))
        var messages: [InboundMessage] = []
        for id in ids {
            guard let row = try context.session.find(MessageRow.self, .id(id)) else { continue }
            messages.append(try inbound(row))
        }
        var answered = conversation
        answered.pending = "[]"
        answered.answerAt = nil
        guard !messages.isEmpty else { return try context.session.update(answered) }
        try take(.messages(messages), answered, context)
    }

    /// What a person sent, with what was made of it meanwhile. A voice note that was heard is read like a text.
    private func inbound(_ row: MessageRow) throws -> InboundMessage {
        let found = row.found
        if let spoken = found?.spoken { return InboundMessage(id: row.id, content: .text(spoken)) }
        let content = try JSONDecoder().decode(InboundContent.self, from: Data(row.content.utf8))
        return InboundMessage(id: row.id, content: content, receipt: found?.receipt?.finding)
    }

    /// One step of a conversation: what it comes to is said, done and kept.
    ///
    /// A charge that the step asks for is made at once, and the conversation told, within the same entry.
    func take(_ input: ConversationInput, _ conversation: ConversationRow, _ context: EntryContext) throws {
        var row = conversation
        var inputs = [input]
        // A step may ask for a charge, and the charge leads to one more step; never to a third.
        for _ in 0..<3 {
            guard let next = inputs.first else { break }
            inputs.removeFirst()
            inputs += try takeOne(next, &row, context)
        }
    }

    private func takeOne(
        _ input: ConversationInput, _ row: inout ConversationRow, _ context: EntryContext
    ) throws -> [ConversationInput] {
        let party = try context.party(conversation: row)
        let facts = try conversationFacts(party, context)
        let before = try state(of: row)
        let ownerBefore = row.owner
        let turn = before.step(input, facts: facts, now: context.now, listener: configuration.listener)
        row.state = try canonicalJSON(turn.next)
        row.owner = owner(after: turn.next.keeper, before: row.owner)
        row.updatedSeq = context.entry.seq
        try context.session.update(row)
        try note(turn, context)
        var followUps: [ConversationInput] = []
        for command in turn.commands { followUps += try perform(command, &row, party, context) }
        try say(
            turn, input, row, party, ownerBefore: ownerBefore,
            identity: turn.next.identity(file: facts.file, contactPoint: party.contactPoint.id, now: context.now),
            context)
        if let latest = try context.session.find(ConversationRow.self, .id(row.id)) { row = latest }
        context.noteChange(in: row.id)
        return followUps
    }

    func state(of row: ConversationRow) throws -> Conversation {
        guard let text = row.state else { return Conversation() }
        return try JSONDecoder().decode(Conversation.self, from: Data(text.utf8))
    }

    /// The dialogue knows three keepers; the row also says which person.
    private func owner(after keeper: Keeper, before: String) -> String {
        switch keeper {
        case .bot: "bot"
        case .queue: before.hasPrefix("staff:") ? before : "queue"
        case .person: before.hasPrefix("staff:") ? before : "queue"
        }
    }

    /// Keeps what was understood beside the message that said it.
    private func note(_ turn: Turn, _ context: EntryContext) throws {
        for reading in turn.readings {
            guard var message = try context.session.find(MessageRow.self, .id(reading.message)) else { continue }
            message.note = try canonicalJSON(reading)
            try context.session.update(message)
        }
    }

    /// Puts each reply to the gate, and what it allows into the outbox.
    private func say(
        _ turn: Turn, _ input: ConversationInput, _ row: ConversationRow, _ party: Party, ownerBefore: String,
        identity: ProvenIdentity?, _ context: EntryContext
    ) throws {
        guard !turn.replies.isEmpty else { return }
        let isStop = turn.commands.contains { $0.isStop }
        let purpose: ContactPurpose =
            if isStop { .confirmation } else if case .paymentConfirmed = input { .receipt } else { .reply }
        var facts = try contactFacts(party, conversation: row, context)
        // Who gives a conversation to a person says so, and when it will be answered. Only a person who has it silences
        // the bot; where it merely waits for one, the dialogue has its one word.
        facts.restrictions.humanOwner = ownerBefore.hasPrefix("staff:")
        let note = try canonicalJSON(turn.reasons)
        var said: [(MessageID, MessageContent)] = []
        for content in turn.replies {
            let wish = ContactWish(
                purpose: purpose, discloses: identity != nil, identityProven: identity != nil, isFreeForm: true,
                asksForPayment: false, step: purpose.rawValue)
            if let id = try send(content, wish, author: "bot", row, party, facts: facts, note: note, context) {
                said.append((id, content))
            }
        }
        if turn.next.wantsVoice, !isStop { try speak(said, row, discloses: identity != nil, context) }
        if isStop { try context.acknowledgeStops(debtor: party.contactPoint.debtor) }
    }

    /// The one way of the engine to say something: gate, message, outbox.
    ///
    /// - Returns: the message, or nil when the gate did not allow it.
    @discardableResult
    func send(
        _ content: MessageContent, _ wish: ContactWish, author: String, _ conversation: ConversationRow, _ party: Party,
        facts: ContactFacts, note: String?, _ context: EntryContext
    ) throws -> MessageID? {
        var (decision, decisionRow) = try decideContact(wish, party, facts: facts, context)
        guard let permission = decision.permission, let number = party.settings.whatsAppNumberID else { return nil }
        let id: MessageID = try context.nextID()
        decisionRow.message = id
        try context.session.update(decisionRow)
        try context.session.insert(
            MessageRow(
                id: id, creditor: party.creditor.id, conversation: conversation.id, debtor: party.debtor?.id,
                direction: "out", author: author, at: context.now, kind: content.kind, body: content.text,
                content: canonicalJSON(content), purpose: wish.purpose.rawValue, step: wish.step, status: "queued",
                costMicros: 0, note: note))
        let body = OutgoingWhatsApp(
            number: number, phone: PhoneNumber(e164: party.contactPoint.value)?.whatsAppForms.first,
            bsuid: party.contactPoint.bsuid,
            content: content)
        try context.session.queueMessage(
            permission, id: context.nextID(), lane: party.lane, message: id, body: canonicalJSON(body),
            notBefore: context.now)
        context.noteEffect()
        context.noteChange(in: conversation.id)
        if var row = try context.session.find(ConversationRow.self, .id(conversation.id)) {
            row.lastOutboundAt = context.now
            row.updatedSeq = context.entry.seq
            try context.session.update(row)
        }
        return id
    }
}

extension Command {
    /// Commands after which one acknowledgement may be given and then silence.
    var isStop: Bool {
        switch self {
        case .optOut, .wrongPerson, .deceased, .crisis: true
        default: false
        }
    }
}
