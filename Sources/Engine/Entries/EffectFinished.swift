import Channels
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// What came of an effect, as delivery reports it.
    func effectFinished(_ context: EntryContext) throws {
        let result: EffectResult = try context.body()
        guard let effect = try context.session.find(EffectRow.self, .integer(result.effect)) else {
            throw EntryError.missing("effect \(result.effect)")
        }
        // A status may have settled it already, or an earlier report of the same attempt.
        guard effect.state == .waiting || effect.state == .unknown else {
            if effect.state == .done, result.outcome == .accepted { try learn(from: result, effect, context) }
            return
        }
        switch effect.kind {
        case .whatsAppMessage: try messageFinished(result, effect, context)
        case .mediaFetch: try mediaFinished(result, effect, context)
        case .work(let kind): try workFinished(kind, result, effect, context)
        }
    }

    private func messageFinished(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let session = context.session
        guard let id = effect.message, var message = try session.find(MessageRow.self, .id(id)) else { return }
        switch result.outcome {
        case .accepted, .fetched, .done:
            try session.finish(effect, as: .done)
            try session.clearTimer(key: "unknown:\(effect.id)")
            return try learn(from: result, effect, context)
        case .unknown:
            try session.markUnknown(effect)
            try session.setTimer(
                id: context.nextID(), creditor: effect.creditor, key: "unknown:\(effect.id)",
                dueAt: context.now.adding(milliseconds: configuration.unknownWaitMilliseconds), kind: "effect-unknown",
                subject: effect.id)
            message.status = "unknown"
        case .notSent: try tryAgain(effect, after: min(60, 1 << min(result.attempt, 6)), &message, context)
        case .expired:
            try session.finish(effect, as: .cancelled)
            message.status = "expired"
            try undoAttempt(of: message, context)
        case .rejected: try rejected(result, effect, &message, context)
        }
        try session.update(message)
        context.noteChange(in: message.conversation)
        try touch(message.conversation, context)
    }

    /// The platform has it: its id, and the form of the number that it knows.
    private func learn(from result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let session = context.session
        guard let id = effect.message, var message = try session.find(MessageRow.self, .id(id)) else { return }
        message.providerID = message.providerID ?? result.providerID
        let now = DeliveryStatus(sendResponse: result.platformState)
        message.status = (DeliveryStatus(rawValue: message.status) ?? .accepted).joined(with: now).rawValue
        try session.update(message)
        if let bsuid = result.bsuid,
            let conversation = try session.find(ConversationRow.self, .id(message.conversation)),
            let pointID = conversation.contactPoint, var point = try session.find(ContactPointRow.self, .id(pointID)),
            point.bsuid == nil
        {
            point.bsuid = bsuid
            try session.update(point)
        }
        context.noteChange(in: message.conversation)
        try touch(message.conversation, context)
    }

    private func rejected(
        _ result: EffectResult, _ effect: EffectRow, _ message: inout MessageRow, _ context: EntryContext
    ) throws {
        let code = result.errorCode ?? 1
        let rule = WhatsAppErrors.rule(for: code)
        if let delay = rule.action.delaySeconds(beforeTry: result.attempt - 1) {
            return try tryAgain(effect, after: delay, &message, context)
        }
        // The number's other form is tried once: nothing was delivered, so it is no second contact.
        if case .switchChannel(true, _) = rule.action, try tryOtherForm(effect, &message, context) { return }
        try context.session.finish(effect, as: .failed)
        message.status = DeliveryStatus.failed.rawValue
        message.failedAt = context.now
        let creditor = try context.creditor(effect.creditor)
        try failed(PlatformError(code: code, details: result.errorText), &message, creditor, context)
    }

    private func tryOtherForm(_ effect: EffectRow, _ message: inout MessageRow, _ context: EntryContext) throws -> Bool
    {
        var body = try JSONDecoder().decode(OutgoingWhatsApp.self, from: Data(effect.body.utf8))
        guard let phone = body.phone, let full = PhoneIdentity.otherForm(phone),
            // Only from the full form to the short one: the other way round would go on for ever.
            full.utf8.count < phone.utf8.count
        else { return false }
        body.phone = full
        var other = effect
        other.body = try canonicalJSON(body)
        try context.session.retry(other, notBefore: context.now)
        context.noteEffect()
        return true
    }

    private func tryAgain(
        _ effect: EffectRow, after seconds: Int64, _ message: inout MessageRow, _ context: EntryContext
    ) throws {
        let at = context.now.adding(seconds: seconds)
        guard at < effect.validUntil else {
            try context.session.finish(effect, as: .cancelled)
            message.status = "expired"
            return try undoAttempt(of: message, context)
        }
        message.status = "queued"
        try context.session.retry(effect, notBefore: at)
        context.noteEffect()
    }

    private func undoAttempt(of message: MessageRow, _ context: EntryContext) throws {
        guard var attempt = try context.session.attempt(message: message.id) else { return }
        attempt.isUndone = true
        try context.session.update(attempt)
    }

    /// No status came for a send without an answer. It is never sent again: the platform repeats a report for days, so a
    /// report that has not come yet proves nothing, and once too few is better than twice. A contact that we began is given
    /// up; where a person waits for an answer, somebody at the desk is asked to look.
    func decideUnknown(effect id: Int64, _ context: EntryContext) throws {
        let session = context.session
        guard let effect = try session.find(EffectRow.self, .integer(id)), effect.state == .unknown,
            let messageID = effect.message, var message = try session.find(MessageRow.self, .id(messageID))
        else { return }
        try session.finish(effect, as: .failed)
        message.status = "unknown"
        message.error = "no answer and no status"
        if ["reply", "receipt", "confirmation", "agent_message"].contains(message.purpose),
            let conversation = try session.find(ConversationRow.self, .id(message.conversation))
        {
            try openTask("send_unknown", try context.party(conversation: conversation), conversation, context)
        }
        try session.update(message)
        context.noteChange(in: message.conversation)
    }

    private func mediaFinished(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let session = context.session
        switch result.outcome {
        case .fetched:
            try session.finish(effect, as: .done)
            guard let id = effect.message, let message = try session.find(MessageRow.self, .id(id)),
                let hash = result.fileHash
            else { return }
            // The file hangs on the message by its hash; the message's own content stays as it came.
            var shown = message
            shown.step = "file:\(hash)"
            try session.update(shown)
            let type = result.fileType ?? "application/octet-stream"
            try work(on: MediaReference(sha256: hash, mimeType: type), of: shown, context)
            if try !session.hasWork(on: id) { try workEnded(on: id, context) }
            context.noteChange(in: message.conversation)
            try touch(message.conversation, context)
        case .notSent, .unknown, .rejected:
            let at = context.now.adding(seconds: min(3_600, 10 << min(Int64(result.attempt), 8)))
            if at < effect.validUntil, result.attempt < 12 {
                try session.retry(effect, notBefore: at)
                context.noteEffect()
            } else {
                try session.finish(effect, as: .failed)
                if let id = effect.message { try workEnded(on: id, context) }
            }
        case .accepted, .expired, .done:
            try session.finish(effect, as: .failed)
            if let id = effect.message { try workEnded(on: id, context) }
        }
    }
}
