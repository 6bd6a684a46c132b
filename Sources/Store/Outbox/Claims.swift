package import Domain

/// An effect that delivery has taken to do.
package struct ClaimedEffect: Sendable {
    package let effect: EffectRow
    /// This attempt's number, from 1.
    package let attempt: Int
}

extension Session {
    /// Takes effects that may leave now: the oldest of each lane, and of no lane in which another is under way.
    ///
    /// The claim is on disk before anything is sent, so a crash leaves a trace: an effect in phase `sending` has perhaps
    /// been sent.
    package func claim(now: Timestamp, owner: String, leaseUntil: Timestamp, limit: Int) throws -> [ClaimedEffect] {
        let ready = try rows(
            """
            SELECT w.effect, w.attempts FROM effect_work w
            WHERE w.phase = 'ready' AND w.not_before <= ? AND NOT EXISTS (
                SELECT 1 FROM effect_work p WHERE p.lane = w.lane AND p.effect < w.effect)
            ORDER BY w.effect LIMIT ?
            """, .timestamp(now), .int(limit))
        return try ready.compactMap { row in
            guard case .integer(let id) = row[0], case .integer(let attempts) = row[1] else { return nil }
            // The phase is asked again: on PostgreSQL another node may have taken it meanwhile.
            let changed = try run(
                """
                UPDATE effect_work SET phase = 'sending', attempts = attempts + 1, lease_until = ?, owner = ?
                WHERE effect = ? AND phase = 'ready'
                """, .timestamp(leaseUntil), .text(owner), .integer(id))
            guard changed == 1, let effect = try find(EffectRow.self, .integer(id)) else { return nil }
            return ClaimedEffect(effect: effect, attempt: Int(attempts) + 1)
        }
    }

    /// Effects whose sender has died: claimed, never finished, and the lease is over or the owner known to be dead.
    package func abandoned(now: Timestamp, isDead: (_ owner: String) -> Bool) throws -> [ClaimedEffect] {
        try rows(
            "SELECT effect, attempts, lease_until, owner FROM effect_work WHERE phase = 'sending' ORDER BY effect"
        ).compactMap { row in
            guard case .integer(let id) = row[0], case .integer(let attempts) = row[1],
                case .integer(let lease) = row[2],
                case .text(let owner) = row[3], lease < now.milliseconds || isDead(owner),
                let effect = try find(EffectRow.self, .integer(id))
            else { return nil }
            return ClaimedEffect(effect: effect, attempt: Int(attempts))
        }
    }

    /// The next instant at which something may be claimed, for the pacer's sleep. What waits behind another effect of its
    /// lane does not count: its turn comes when that one is settled, not by the clock.
    package func nextEffectAt() throws -> Timestamp? {
        try integer(
            """
            SELECT w.not_before FROM effect_work w
            WHERE w.phase = 'ready' AND NOT EXISTS (
                SELECT 1 FROM effect_work p WHERE p.lane = w.lane AND p.effect < w.effect)
            ORDER BY w.not_before LIMIT 1
            """
        ).map { Timestamp(milliseconds: $0) }
    }
}
