import Console
import Domain
import Store

/// Conformidade: who asked to be left alone, and every decision with its reasons.
struct ComplianceQueries {
    let session: Session
    let viewer: Viewer

    static let pageSize = 50
    /// Without a day, the decisions of this many days are looked at.
    private static let days = 30
    /// Decisions against a contact that are read for the counts per rule; the newest.
    private static let refusalsMax = 10_000
    private static let optOutsShown = 50

    static func filter(_ fields: FormFields) -> DecisionFilter {
        let rule = fields["regra"].prefix(40)
        return DecisionFilter(
            rule: rule.isEmpty ? nil : String(rule), verdict: Verdict(rawValue: fields["resultado"]),
            day: CalendarDay(iso: fields["dia"]), page: max(1, min(Int(fields["pagina"]) ?? 1, 100_000)))
    }

    func page() throws -> CompliancePage {
        let filter = ComplianceQueries.filter(viewer.query)
        let refusals = try refusals(filter)
        let (shown, total) = try filter.rule == nil ? decisions(filter) : decisions(filter, among: refusals)
        return CompliancePage(
            filter: filter, rules: ComplianceQueries.counts(refusals), decisions: try shown.map(view), total: total,
            pageSize: ComplianceQueries.pageSize, optOuts: try optOuts(), optOutTotal: try optOutTotal())
    }

    /// The days in question, with the ids that their entries can have given: `decision` has no index over time.
    private func scope(_ filter: DecisionFilter) throws -> (sql: String, values: [SQLValue]) {
        let first = filter.day ?? viewer.today.adding(days: 1 - ComplianceQueries.days)
        let last = filter.day ?? viewer.today
        let from = viewer.zone.instant(first)
        let to = viewer.zone.instant(last.adding(days: 1))
        return (
            "creditor = ? AND id >= ? AND id < ? AND at >= ? AND at < ?",
            [
                .id(viewer.creditor), .integer(try session.firstID(notBefore: from)),
                .integer(try session.firstID(notBefore: to)), .timestamp(from), .timestamp(to),
            ]
        )
    }

    private func decisions(_ filter: DecisionFilter) throws -> ([DecisionRow], Int) {
        var (sql, values) = try scope(filter)
        if let verdict = filter.verdict {
            sql += " AND verdict = ?"
            values.append(.text(verdict.rawValue))
        }
        let total = try session.integers("SELECT COUNT(*) FROM decision WHERE \(sql)", values)[0]
        let rows = try session.select(
            DecisionRow.self, "WHERE \(sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: values + [.int(ComplianceQueries.pageSize), .int((filter.page - 1) * ComplianceQueries.pageSize)])
        return (rows, total)
    }

    /// Which rules decided stands inside the kept text: those decisions are filtered here.
    private func decisions(_ filter: DecisionFilter, among refusals: [Refusal]) -> ([DecisionRow], Int) {
        let matching = refusals.filter { refusal in
            (filter.verdict == nil || refusal.row.verdict == filter.verdict?.rawValue)
                && refusal.rules.contains { $0.rule == filter.rule }
        }
        let page = matching.dropFirst((filter.page - 1) * ComplianceQueries.pageSize).prefix(ComplianceQueries.pageSize)
        return (page.map(\.row), matching.count)
    }

    private struct Refusal {
        let row: DecisionRow
        let rules: [(rule: String, verdict: Verdict)]
    }

    private func refusals(_ filter: DecisionFilter) throws -> [Refusal] {
        let (sql, values) = try scope(filter)
        return try session.select(
            DecisionRow.self, "WHERE \(sql) AND verdict <> 'allowed' ORDER BY id DESC LIMIT ?",
            values: values + [.int(ComplianceQueries.refusalsMax)]
        ).map { Refusal(row: $0, rules: Decisions.against($0)) }
    }

    private static func counts(_ refusals: [Refusal]) -> [RuleCount] {
        var counts: [String: (deferred: Int, refused: Int)] = [:]
        for refusal in refusals {
            for (rule, verdict) in refusal.rules {
                if verdict == .deferred { counts[rule, default: (0, 0)].deferred += 1 }
                if verdict == .refused { counts[rule, default: (0, 0)].refused += 1 }
            }
        }
        return counts.map { RuleCount(rule: $0.key, deferred: $0.value.deferred, refused: $0.value.refused) }
            .sorted { ($0.deferred + $0.refused, $1.rule) > ($1.deferred + $1.refused, $0.rule) }
    }

    private func view(_ row: DecisionRow) throws -> Console.ContactDecision {
        Decisions.view(row, debtorName: try session.debtorName(row.debtor), showsCase: true)
    }

    private func optOutTotal() throws -> Int {
        Int(
            try session.integer(
                "SELECT COUNT(*) FROM restriction WHERE creditor = ? AND kind = 'opt_out' AND lifted_at IS NULL",
                .id(viewer.creditor)) ?? 0)
    }

    private func optOuts() throws -> [OptOutLine] {
        let rows = try session.select(
            RestrictionRow.self,
            "WHERE creditor = ? AND kind = 'opt_out' AND lifted_at IS NULL ORDER BY since DESC, id DESC LIMIT ?",
            .id(viewer.creditor), .int(ComplianceQueries.optOutsShown))
        return try rows.map { row in
            let talk = try session.conversations(debtor: row.debtor).latest
            // The last thing that the person said before it was understood so.
            let words = try talk.flatMap { talk in
                try session.first(
                    MessageRow.self, "WHERE conversation = ? AND direction = 'in' AND id < ? ORDER BY id DESC",
                    .id(talk.id), .integer(row.id))
            }
            return OptOutLine(
                caseID: try session.cases(debtor: row.debtor).first?.id, debtorName: try session.debtorName(row.debtor),
                channel: row.channel.flatMap { Channel(rawValue: $0) }, at: row.since, words: words?.preview)
        }
    }
}
