package import Domain

extension Session {
    /// Sets a timer; a timer of the same key is moved.
    package func setTimer(
        id: Int64, creditor: CreditorID, key: String, dueAt: Timestamp, kind: String, subject: Int64,
        detail: String? = nil
    ) throws {
        try run(
            """
            INSERT INTO timer (id, creditor, key, due_at, kind, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, detail = excluded.detail
            """, .integer(id), .id(creditor), .text(key), .timestamp(dueAt), .text(kind), .integer(subject),
            .text(detail))
    }

    package func clearTimer(key: String) throws { try run("DELETE FROM timer WHERE key = ?", .text(key)) }

    package func timersDue(_ now: Timestamp, limit: Int) throws -> [TimerRow] {
        try select(TimerRow.self, "WHERE due_at <= ? ORDER BY due_at, id LIMIT ?", .timestamp(now), .int(limit))
    }

    /// The next instant at which the clock must make an entry: for a timer, or for a case.
    package func nextTimerAt() throws -> Timestamp? {
        try integer("SELECT MIN(due_at) FROM timer").map { Timestamp(milliseconds: $0) }
    }

    package func nextCaseAt() throws -> Timestamp? {
        // The condition is the index's own.
        try integer("SELECT MIN(next_action_at) FROM collection_case WHERE next_action_at IS NOT NULL")
            .map { Timestamp(milliseconds: $0) }
    }
}
