import Console
import Domain
import Store

/// What wants a person now: each a count, and since when the oldest waits where that is known.
struct AskQueries {
    let session: Session
    let viewer: Viewer

    /// Promises broken and imports with rejections longer ago than this want nobody any more.
    private static let recentDays = 7

    /// Only what is not zero.
    func asks() throws -> [Ask] {
        let creditor: SQLValue = .id(viewer.creditor)
        let today = viewer.today
        let recent = viewer.now.adding(days: -Int64(AskQueries.recentDays))
        let found = [
            try ask(
                .waitingForPerson,
                "SELECT COUNT(*), MIN(waiting_since) FROM conversation WHERE creditor = ? AND owner = 'queue'",
                [creditor]),
            try ask(
                .promisesDueToday,
                "SELECT COUNT(*), NULL FROM promise WHERE creditor = ? AND status = 'open' AND due_day = ?",
                [creditor, .day(today)]),
            try ask(
                .promisesBroken,
                "SELECT COUNT(*), NULL FROM promise WHERE creditor = ? AND status = 'broken' AND due_day >= ?",
                [creditor, .day(today.adding(days: -AskQueries.recentDays))]),
            try ask(
                .installmentsLate,
                """
                SELECT COUNT(*), NULL FROM installment i JOIN agreement a ON a.id = i.agreement
                WHERE i.creditor = ? AND i.status = 'open' AND i.due_day < ? AND a.status IN ('accepted', 'active')
                """, [creditor, .day(today)]),
            try ask(
                .disputesOpen,
                """
                SELECT COUNT(DISTINCT debtor), MIN(since) FROM restriction
                WHERE creditor = ? AND kind = 'dispute' AND lifted_at IS NULL
                """, [creditor]),
            try ask(
                .importsWithRejections,
                "SELECT COUNT(*), MIN(started_at) FROM import_run WHERE creditor = ? AND rejected > 0 AND started_at >= ?",
                [creditor, .timestamp(recent)]),
            try ask(
                .messagesUnknown,
                """
                SELECT COUNT(*), NULL FROM effect_work w JOIN effect e ON e.id = w.effect
                WHERE e.creditor = ? AND w.phase = 'unknown'
                """, [creditor]),
            try unmatched(), try templatesPaused(),
        ]
        return found.compactMap { $0 }
    }

    private func ask(_ matter: Ask.Matter, _ sql: String, _ values: [SQLValue]) throws -> Ask? {
        guard let row = try session.rows(sql, values).first else { return nil }
        var reader = RowReader(row, table: "ask")
        let count = try reader.int()
        return count > 0 ? Ask(matter: matter, count: count, oldestSince: try reader.optionalTimestamp()) : nil
    }

    /// Money of which something has no place until a person gives it one, however old. What belongs to no charge belongs to no creditor yet: only who sees all creditors sees it.
    private func unmatched() throws -> Ask? {
        let nobodys = viewer.visitor.staff.creditor == nil ? "(creditor = ? OR creditor IS NULL)" : "creditor = ?"
        return try ask(
            .paymentsUnmatched,
            """
            SELECT COUNT(*), MIN(paid_at) FROM payment
            WHERE \(nobodys) AND review = 'open'
            """, [.id(viewer.creditor)])
    }

    private func templatesPaused() throws -> Ask? {
        let paused = try session.stopSwitches(creditor: viewer.creditor, now: viewer.now)
            .filter { $0.name.hasPrefix("template:") }
        return paused.isEmpty
            ? nil : Ask(matter: .templatesPaused, count: paused.count, oldestSince: paused.map(\.since).min())
    }
}
