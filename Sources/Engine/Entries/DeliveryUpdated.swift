import Channels
import ContactPolicy
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// A status of one of our messages. Statuses come late, twice and in any order; they join, and never go back.
    func delivered(
        _ event: WhatsAppEvent, _ update: DeliveryUpdate, _ creditor: CreditorRow, _ context: EntryContext
    ) throws {
        guard let providerID = event.messageID else { return }
        let session = context.session
        let effect = try update.callbackData.flatMap { try session.effect(key: $0) }
        var message = try session.message(creditor: creditor.id, providerID: providerID)
        if message == nil, let effect, effect.creditor == creditor.id, let id = effect.message {
            // The status has overtaken the answer to the send, or the answer was lost: the key tells whose it is.
            var found = try session.find(MessageRow.self, .id(id))
            if found?.providerID == nil { found?.providerID = providerID }
            message = found
        }
        guard var message, message.providerID == providerID else {
            return try keepUnknownStatus(event, providerID, creditor, context)
        }
        if let effect, effect.state == .unknown || effect.state == .waiting {
            try session.finish(effect, as: .done)
            try session.clearTimer(key: "unknown:\(effect.id)")
        }
        try join(update, at: event.at ?? context.now, &message, creditor, context)
        try session.update(message)
        context.noteChange(in: message.conversation)
        try touch(message.conversation, context)
    }

    private func keepUnknownStatus(
        _ event: WhatsAppEvent, _ providerID: String, _ creditor: CreditorRow, _ context: EntryContext
    ) throws {
        guard try context.session.markSeen("event:" + event.dedupKey.text, entry: context.entry.seq) else { return }
        try context.session.insert(
            PlatformEventRow(
                id: context.nextID(), creditor: creditor.id, at: event.at ?? context.now, kind: "status.unmatched",
                detail: providerID))
    }

    private func join(
        _ update: DeliveryUpdate, at: Timestamp, _ message: inout MessageRow, _ creditor: CreditorRow,
        _ context: EntryContext
    ) throws {
        func earliest(_ known: Timestamp?) -> Timestamp { known.map { min($0, at) } ?? at }
        switch update.status {
        case .sent: message.sentAt = earliest(message.sentAt)
        case .delivered: message.deliveredAt = earliest(message.deliveredAt)
        case .read, .played: message.readAt = earliest(message.readAt)
        case .failed: message.failedAt = earliest(message.failedAt)
        default: break
        }
        let before = DeliveryStatus(rawValue: message.status) ?? .accepted
        let after = before.joined(with: update.status)
        message.status = after.rawValue
        if let billing = update.billing, message.costMicros == 0 {
            message.costMicros = PriceTable.cost(of: billing, at: at)
        }
        if after == .failed, before != .failed, let error = update.error {
            try failed(error, &message, creditor, context)
        }
    }

    /// A message that will not arrive: what its error means is done.
    func failed(
        _ error: PlatformError, _ message: inout MessageRow, _ creditor: CreditorRow, _ context: EntryContext
    ) throws {
        let rule = WhatsAppErrors.rule(for: error.code)
        message.error = "\(error.code): \(rule.text)"
        let session = context.session
        // Nothing reached the person: the contact does not count.
        if var attempt = try session.attempt(message: message.id) {
            attempt.isUndone = true
            try session.update(attempt)
        }
        try act(on: rule, message, creditor, context)
        // The cadence looks again: another day, another number, another channel.
        if let debtor = message.debtor, message.purpose.hasPrefix("cadence") {
            for var row in try session.cases(debtor: debtor) where row.status == "open" {
                row.nextActionAt = context.now.adding(minutes: 1)
                try session.update(row)
            }
        }
    }

    private func act(on rule: ErrorRule, _ message: MessageRow, _ creditor: CreditorRow, _ context: EntryContext) throws
    {
        let session = context.session
        switch rule.action {
        case .switchChannel(_, let days):
            guard let conversation = try session.find(ConversationRow.self, .id(message.conversation)),
                let id = conversation.contactPoint, var point = try session.find(ContactPointRow.self, .id(id))
            else { return }
            point.status = "unreachable"
            point.statusUntil = days.map { context.now.adding(days: Int64($0)) }
            try session.update(point)
            try context.record(.unreachable, creditor: creditor.id, debtor: message.debtor, ["number": point.value])
        case .stopSender(let scope):
            let name =
                scope == .template
                ? "template:\(templateName(message) ?? "")" : scope == .templates ? "templates" : "account"
            try session.throwSwitch(
                StopSwitchRow(
                    name: "\(name)@\(creditor.id)", creditor: creditor.id, since: context.now, until: nil,
                    reason: rule.text))
        case .reidentify:
            guard let conversation = try session.find(ConversationRow.self, .id(message.conversation)) else { return }
            var fresh = conversation
            fresh.state = nil
            try session.update(fresh)
        case .stopMarketing:
            guard let conversation = try session.find(ConversationRow.self, .id(message.conversation)) else { return }
            try context.restrict(try context.party(conversation: conversation), .marketingOptOut)
        default: break
        }
    }

    private func templateName(_ message: MessageRow) -> String? {
        guard
            case .template(let template)? = try? JSONDecoder().decode(
                MessageContent.self, from: Data(message.content.utf8))
        else { return nil }
        return template.name
    }

    func touch(_ id: ConversationID, _ context: EntryContext) throws {
        try context.session.run(
            "UPDATE conversation SET updated_seq = ? WHERE id = ?", .integer(context.entry.seq), .id(id))
    }
}

extension ErrorAction {
    var stopsSender: Bool { if case .stopSender = self { true } else { false } }
}
