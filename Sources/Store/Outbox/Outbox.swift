package import ContactPolicy
package import Domain

extension Session {
    /// Queues a message to a person: the only way to the outbox for anything that a person receives.
    ///
    /// - Parameters:
    ///   - permission: from the contact policy; the message must leave before it expires.
    ///   - id: the effect's id, made from the entry.
    ///   - lane: the pair of number and person; messages of a lane leave in order.
    ///   - body: JSON of what the channel needs.
    package func queueMessage(
        _ permission: Permission, id: Int64, lane: String, message: MessageID, body: String, notBefore: Timestamp
    ) throws {
        try queue(
            EffectRow(
                id: id, creditor: permission.creditor, kind: .whatsAppMessage, lane: lane, message: message, body: body,
                notBefore: notBefore, validUntil: permission.validUntil))
    }

    /// Queues the download of something that a person sent.
    package func queueMediaFetch(
        id: Int64, creditor: CreditorID, message: MessageID, body: String, notBefore: Timestamp, validUntil: Timestamp
    ) throws {
        try queue(
            EffectRow(
                id: id, creditor: creditor, kind: .mediaFetch, lane: "media:\(message)", message: message, body: body,
                notBefore: notBefore, validUntil: validUntil))
    }

    /// Queues work that reaches nobody: its result comes back as an entry, and what then is said goes by `queueMessage`.
    package func queueWork(
        _ kind: WorkKind, id: Int64, creditor: CreditorID, lane: String, message: MessageID? = nil, body: String,
        notBefore: Timestamp, validUntil: Timestamp
    ) throws {
        try queue(
            EffectRow(
                id: id, creditor: creditor, kind: .work(kind), lane: lane, message: message, body: body,
                notBefore: notBefore, validUntil: validUntil))
    }

    private func queue(_ effect: EffectRow) throws {
        try insert(effect)
        try run(
            """
            INSERT INTO effect_work (effect, lane, not_before, attempts, phase, lease_until, owner)
            VALUES (?, ?, ?, 0, 'ready', 0, '')
            """, .integer(effect.id), .text(effect.lane), .timestamp(effect.notBefore))
    }

    package func effect(key: String) throws -> EffectRow? { try first(EffectRow.self, "WHERE key = ?", .text(key)) }

    /// The work is over, well or badly: delivery has nothing more to do with it.
    package func finish(_ effect: EffectRow, as state: EffectState) throws {
        var finished = effect
        finished.state = state
        try update(finished)
        try run("DELETE FROM effect_work WHERE effect = ?", .integer(effect.id))
    }

    /// The answer was lost: nobody sends it again until the engine has decided.
    package func markUnknown(_ effect: EffectRow) throws {
        var unknown = effect
        unknown.state = .unknown
        try update(unknown)
        try run("UPDATE effect_work SET phase = 'unknown' WHERE effect = ?", .integer(effect.id))
    }

    /// Back to the queue, not before an instant.
    package func retry(_ effect: EffectRow, notBefore: Timestamp) throws {
        var waiting = effect
        waiting.state = .waiting
        waiting.notBefore = notBefore
        try update(waiting)
        try run(
            "UPDATE effect_work SET phase = 'ready', not_before = ?, lease_until = 0, owner = '' WHERE effect = ?",
            .timestamp(notBefore), .integer(effect.id))
    }

    /// Withdraws what has not left yet, in one lane: the person has opted out, or the debt is paid.
    package func cancelWaiting(lane: String) throws -> [EffectRow] {
        let ready = try select(
            EffectRow.self,
            "WHERE lane = ? AND id IN (SELECT effect FROM effect_work WHERE lane = ? AND phase = 'ready') ORDER BY id",
            .text(lane), .text(lane))
        for effect in ready { try finish(effect, as: .cancelled) }
        return ready
    }
}
