import Console
import Dialogue
import Domain
import Engine
import Foundation
import Language
import Store

/// Rows of messages as bubbles.
struct Messages {
    let names: StaffNames
    /// MIME types of the stored files that messages name, by hash.
    private let files: [String: String]
    private let channel: Channel
    /// What colleagues have said that messages mean.
    private let corrections: [MessageID: [String]]

    /// Reads what the rows refer to.
    init(_ session: Session, _ rows: [MessageRow], channel: Channel, names: StaffNames, creditor: CreditorID) throws {
        self.names = names
        self.channel = channel
        var files: [String: String] = [:]
        for row in rows {
            guard let hash = Messages.fileHash(row), files[hash] == nil else { continue }
            let found = try session.rows(
                "SELECT mime FROM media WHERE sha256 = ? AND creditor = ?", .text(hash), .id(creditor))
            if case .text(let mime)? = found.first?.first { files[hash] = mime }
        }
        self.files = files
        var corrections: [MessageID: [String]] = [:]
        if let first = rows.map(\.id.rawValue).min(), let last = rows.map(\.id.rawValue).max() {
            let found = try session.select(
                CorrectionRow.self, "WHERE creditor = ? AND message >= ? AND message <= ?", .id(creditor),
                .integer(first), .integer(last))
            for row in found { corrections[row.message] = row.intents.split(separator: ",").map(String.init) }
        }
        self.corrections = corrections
    }

    /// The file that was fetched for an inbound message hangs on its `step`.
    private static func fileHash(_ row: MessageRow) -> String? {
        guard row.direction == "in", let step = row.step, step.hasPrefix("file:") else { return nil }
        return String(step.dropFirst("file:".count))
    }

    /// In the rows' order. An option counts as taken when the person tapped it before our next message.
    func bubbles(_ rows: [MessageRow]) -> [ChatMessage] {
        rows.enumerated().map { index, row in
            bubble(row, chosen: row.direction == "out" ? chosenOption(rows, after: index) : nil)
        }
    }

    private func bubble(_ row: MessageRow, chosen: String?) -> ChatMessage {
        let found = row.direction == "in" ? row.found : nil
        return ChatMessage(
            id: row.id, at: row.at, author: author(row), body: body(row), status: status(row), quote: nil,
            understood: Messages.understood(row), corrected: corrections[row.id] ?? [],
            read: found?.receipt.map(ReceiptWords.facts) ?? [], spoken: found?.spoken, channel: channel,
            chosenOption: chosen)
    }

    private func chosenOption(_ rows: [MessageRow], after index: Int) -> String? {
        guard case .ours(let content) = body(rows[index]) else { return nil }
        let options = Set(content.options.map(\.id))
        guard !options.isEmpty else { return nil }
        for row in rows[(index + 1)...] {
            if row.direction == "out" {
                // Several bubbles of one answer stand together; only what follows the person's turn ends the choice.
                if entryNumber(of: row.id.rawValue) == entryNumber(of: rows[index].id.rawValue) { continue }
                return nil
            }
            if case .theirs(.selection(let id, _), _) = body(row), options.contains(id) { return id }
        }
        return nil
    }

    func author(_ row: MessageRow) -> ChatMessage.Author {
        switch row.author {
        case "debtor": .client
        case "bot": .assistant
        case "cadence": .cadence(step: Words.step(row.step) ?? "")
        default: .person(name: names.person(row.author) ?? row.author)
        }
    }

    /// A message whose content this program cannot read shows at least its words.
    private func body(_ row: MessageRow) -> ChatMessage.Body {
        let json = Data(row.content.utf8)
        if row.direction == "out" {
            return .ours((try? JSONDecoder().decode(MessageContent.self, from: json)) ?? .text(row.body))
        }
        let content = (try? JSONDecoder().decode(InboundContent.self, from: json)) ?? .text(row.body)
        let media = Messages.fileHash(row).flatMap { hash in
            files[hash].map { MediaReference(sha256: hash, mimeType: $0) }
        }
        return .theirs(content, media: media)
    }

    private func status(_ row: MessageRow) -> Console.DeliveryStatus? {
        guard row.direction == "out" else { return nil }
        return switch row.status {
        case "sent": .sent
        case "delivered": .delivered
        case "read", "played": .read
        case "unknown": .unknown
        case "failed": .failed(reason: row.error ?? Words.notDelivered)
        case "cancelled": .failed(reason: Words.withdrawnBeforeSending)
        case "expired": .failed(reason: Words.permissionExpired)
        default: .queued
        }
    }

    /// What the dialogue understood, kept beside the message.
    static func understood(_ row: MessageRow) -> [Understood] {
        guard row.direction == "in", let note = row.note,
            let reading = try? JSONDecoder().decode(Reading.self, from: Data(note.utf8))
        else { return [] }
        let facts = Words.entities(reading.entities)
        return reading.intents.enumerated().map { index, heard in
            Understood(
                intent: heard.intent.rawValue, confidencePercent: (heard.confidencePermille + 5) / 10,
                entities: index == 0 ? facts : [])
        }
    }
}

extension MessageContent {
    /// What can be tapped.
    var options: [MessageOption] {
        switch self {
        case .buttons(_, _, let buttons): buttons
        case .list(_, _, _, let rows): rows
        case .template(let template): template.quickReplies
        case .text, .image, .document, .audio: []
        }
    }
}

extension Session {
    /// The newest messages of a conversation, in order; those before a message where one is named.
    func newestMessages(_ conversation: ConversationID, before: MessageID?, limit: Int) throws -> [MessageRow] {
        try select(
            MessageRow.self, "WHERE conversation = ? AND id < ? ORDER BY id DESC LIMIT ?", .id(conversation),
            .integer(before?.rawValue ?? .max), .int(limit)
        ).reversed()
    }
}
