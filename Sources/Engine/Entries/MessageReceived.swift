import Channels
import Dialogue
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// Something that a person sent: kept, the window moved by the platform's own instant, and answered, at once or after
    /// the pause in which more may come.
    func received(_ event: WhatsAppEvent, _ creditor: CreditorRow, _ context: EntryContext) throws {
        guard let providerID = event.messageID, let contact = event.contact else { return }
        let session = context.session
        guard try session.message(creditor: creditor.id, providerID: providerID) == nil else { return }
        guard var conversation = try conversation(of: contact, creditor, context) else { return }
        let party = try context.party(conversation: conversation)
        guard let content = event.inboundContent else {
            return try learnNumber(event, &conversation, party, context)
        }
        let id: MessageID = try context.nextID()
        let at = event.at ?? context.now
        try session.insert(
            MessageRow(
                id: id, creditor: creditor.id, conversation: conversation.id, debtor: party.debtor?.id, direction: "in",
                author: "debtor", at: at, kind: content.kind, body: content.words, content: canonicalJSON(content),
                purpose: "inbound", providerID: providerID, status: "received", costMicros: 0))
        if event.opensWindow {
            conversation.windowUntil = max(conversation.windowUntil ?? at, at.adding(hours: 24))
        }
        conversation.lastInboundAt = max(conversation.lastInboundAt ?? at, at)
        conversation.updatedSeq = context.entry.seq
        let isFetched = try fetchMedia(of: event, message: id, creditor, party, context)
        var point = party.contactPoint
        if point.unanswered != 0 || point.status == "unreachable" {
            point.unanswered = 0
            if point.status == "unreachable" { point.status = "usable" }
            try session.update(point)
        }
        try wait(
            for: content, id, forFile: isFetched && CollectionEngine.awaitsWork(content.kind), &conversation, party,
            context)
        try session.update(conversation)
        context.noteChange(in: conversation.id)
    }

    /// The person gave us their number on our request: the conversation, known by its BSUID so far, gets a telephone.
    private func learnNumber(
        _ event: WhatsAppEvent, _ conversation: inout ConversationRow, _ party: Party, _ context: EntryContext
    ) throws {
        guard case .contactShared(let shared) = event.kind, shared.isOwnNumber, let phone = shared.phone,
            try context.session.markSeen("event:" + event.dedupKey.text, entry: context.entry.seq)
        else { return }
        let key = PhoneIdentity.matchingKey(phone)
        conversation.address = key
        conversation.updatedSeq = context.entry.seq
        try context.session.update(conversation)
        var point = party.contactPoint
        guard point.value.isEmpty else { return }
        point.value = PhoneIdentity.canonical(phone)
        point.matchKey = key
        try context.session.update(point)
    }

    /// Adds the message to those that wait for an answer, and says when it will come.
    private func wait(
        for content: InboundContent, _ id: MessageID, forFile: Bool, _ conversation: inout ConversationRow,
        _ party: Party, _ context: EntryContext
    ) throws {
        var pending = try JSONDecoder().decode([MessageID].self, from: Data(conversation.pending.utf8))
        pending.append(id)
        conversation.pending = try canonicalJSON(pending)
        let settle = party.settings.settleMilliseconds
        let waitsForFile = try forFile || pending.dropLast().contains { try isAwaited($0, context) }
        if waitsForFile {
            // What was sent first is still being read or heard; nobody waits for that for ever.
            let limit = configuration.fileWaitMilliseconds
            let answerAt = max(
                conversation.answerAt ?? context.now, context.now.adding(milliseconds: forFile ? limit : settle))
            conversation.answerAt = answerAt
            return try setAnswerTimer(conversation, answerAt, context)
        }
        // A tap says all that it has to say; what is typed may go on in the next message.
        let isTap = if case .selection = content { true } else { false }
        guard !isTap, settle > 0 else {
            conversation.answerAt = context.now
            try context.session.clearTimer(key: "answer:\(conversation.id)")
            if !context.toAnswer.contains(conversation.id) { context.toAnswer.append(conversation.id) }
            return
        }
        // Every further message moves the answer, but nobody who writes on and on waits for ever.
        guard pending.count <= CollectionEngine.messagesThatMoveTheAnswer || conversation.answerAt == nil else {
            return
        }
        let answerAt = context.now.adding(milliseconds: settle)
        conversation.answerAt = answerAt
        try setAnswerTimer(conversation, answerAt, context)
    }

    private static let messagesThatMoveTheAnswer = 5

    /// - Returns: whether there is a file to fetch.
    private func fetchMedia(
        of event: WhatsAppEvent, message: MessageID, _ creditor: CreditorRow, _ party: Party, _ context: EntryContext
    ) throws -> Bool {
        guard case .messageReceived(let received) = event.kind, let media = received.media,
            let number = party.settings.whatsAppNumberID
        else { return false }
        let body = MediaToFetch(
            number: number, mediaID: media.id, mimeType: media.mimeType ?? "application/octet-stream")
        try context.session.queueMediaFetch(
            id: context.nextID(), creditor: creditor.id, message: message, body: canonicalJSON(body),
            notBefore: context.now, validUntil: media.fetchBefore)
        context.noteEffect()
        return true
    }

    /// The conversation with a person, by BSUID first, then by any form of the number; made when there is none.
    func conversation(
        of contact: WhatsAppContact, _ creditor: CreditorRow, _ context: EntryContext
    ) throws -> ConversationRow? {
        guard contact.isIdentified else { return nil }
        let session = context.session
        let key = contact.phone.map(PhoneIdentity.matchingKey)
        let known =
            try contact.bsuid.flatMap { try session.conversation(creditor: creditor.id, bsuid: $0) }
            ?? key.flatMap { try session.conversation(creditor: creditor.id, address: $0) }
        if var known {
            var isChanged = false
            if let bsuid = contact.bsuid, known.bsuid == nil {
                known.bsuid = bsuid
                isChanged = true
                if let point = known.contactPoint { try learn(bsuid, at: point, context) }
            }
            if let key, known.address.isEmpty {
                known.address = key
                isChanged = true
            }
            if isChanged { try session.update(known) }
            return known
        }
        let point = try contactPoint(of: contact, key: key, creditor, context)
        return try startConversation(point, address: key ?? "", bsuid: contact.bsuid, context)
    }

    func startConversation(
        _ point: ContactPointRow, address: String, bsuid: String?, _ context: EntryContext
    ) throws -> ConversationRow {
        let made = ConversationRow(
            id: try context.nextID(), creditor: point.creditor,
            debtor: point.debtor == Party.nobody ? nil : point.debtor, contactPoint: point.id, channel: "whatsapp",
            address: address, bsuid: bsuid, owner: "bot", startedAt: context.now, pending: "[]",
            updatedSeq: context.entry.seq)
        try context.session.insert(made)
        return made
    }

    private func learn(_ bsuid: String, at id: ContactPointID, _ context: EntryContext) throws {
        guard var point = try context.session.find(ContactPointRow.self, .id(id)), point.bsuid == nil else { return }
        point.bsuid = bsuid
        try context.session.update(point)
    }

    /// The contact point behind an address. A number that two debtors gave belongs, for who writes, to nobody yet: the
    /// dialogue asks for the name, and a person of the team decides.
    private func contactPoint(
        of contact: WhatsAppContact, key: String?, _ creditor: CreditorRow, _ context: EntryContext
    ) throws -> ContactPointRow {
        let session = context.session
        if let bsuid = contact.bsuid, let point = try session.contactPoint(creditor: creditor.id, bsuid: bsuid) {
            return point
        }
        if let key {
            let matches = try session.contactPoints(creditor: creditor.id, matchKey: key)
                .filter { $0.status != "wrong" }
            if let only = matches.first, Set(matches.map(\.debtor)).count == 1 {
                if let bsuid = contact.bsuid, only.bsuid == nil { try learn(bsuid, at: only.id, context) }
                return try session.find(ContactPointRow.self, .id(only.id)) ?? only
            }
        }
        let stranger = ContactPointRow(
            id: try context.nextID(), creditor: creditor.id, debtor: Party.nobody, kind: "phone",
            value: contact.phone.map(PhoneIdentity.canonical) ?? "", matchKey: key ?? "", bsuid: contact.bsuid, rank: 0,
            status: "usable", unanswered: 0)
        try session.insert(stranger)
        return stranger
    }

    /// The person's number or id changed: whoever has it now has proved nothing.
    func identityChanged(
        _ event: WhatsAppEvent, _ change: IdentityChange, _ creditor: CreditorRow, _ context: EntryContext
    ) throws {
        guard let contact = event.contact, contact.isIdentified,
            try context.session.markSeen("event:" + event.dedupKey.text, entry: context.entry.seq)
        else { return }
        let session = context.session
        let key = contact.phone.map(PhoneIdentity.matchingKey)
        guard
            var conversation = try contact.bsuid.flatMap({ try session.conversation(creditor: creditor.id, bsuid: $0) })
                ?? key.flatMap({ try session.conversation(creditor: creditor.id, address: $0) })
        else { return }
        conversation.state = nil
        conversation.updatedSeq = context.entry.seq
        try session.update(conversation)
        if let id = conversation.contactPoint, var point = try session.find(ContactPointRow.self, .id(id)) {
            point.provenAt = nil
            point.status = "wrong"
            try session.update(point)
        }
        let party = try context.party(conversation: conversation)
        try openTask("identity_changed", party, conversation, context)
        try context.record(
            .identityChanged, creditor: creditor.id, debtor: conversation.debtor, ["change": change.change])
    }

    /// A colleague wrote from the phone app: the message is shown, and the bot steps back.
    func echoed(
        _ event: WhatsAppEvent, _ echo: EchoedMessage, _ creditor: CreditorRow, _ context: EntryContext
    ) throws {
        guard let providerID = event.messageID, let contact = event.contact,
            try context.session.message(creditor: creditor.id, providerID: providerID) == nil,
            var conversation = try conversation(of: contact, creditor, context)
        else { return }
        let content = MessageContent.text(echo.text ?? "")
        try context.session.insert(
            MessageRow(
                id: context.nextID(), creditor: creditor.id, conversation: conversation.id, debtor: conversation.debtor,
                direction: "out", author: "staff:phone", at: event.at ?? context.now, kind: echo.type,
                body: content.text,
                content: canonicalJSON(content), purpose: "echo", providerID: providerID, status: "sent", costMicros: 0)
        )
        // A colleague who has it already keeps it: there is one owner at any time.
        if !conversation.owner.hasPrefix("staff:") { conversation.owner = "staff:phone" }
        conversation.waitingSince = nil
        try endWatch(conversation, context)
        try watchSilence(conversation, context)
        conversation.lastOutboundAt = event.at ?? context.now
        conversation.updatedSeq = context.entry.seq
        try context.session.update(conversation)
        try take(.humanTookOver(by: UserID(0)), conversation, context)
    }
}
