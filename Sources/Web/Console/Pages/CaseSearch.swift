import Console
import Domain
import Store

/// The conditions of a search for cases `c`, in words of SQL and values.
struct CaseSearch {
    private(set) var sql: String
    private(set) var values: [SQLValue]

    init(_ viewer: Viewer) {
        sql = "c.creditor = ?"
        values = [.id(viewer.creditor)]
    }

    /// Everything that the filter says but the state, which is counted beside.
    init(_ filter: CaseFilter, _ viewer: Viewer) {
        self.init(viewer)
        if let portfolio = filter.portfolio { add("c.portfolio = ?", [.id(portfolio)]) }
        if let (condition, found) = CaseSearch.text(filter.search, viewer.creditor) {
            add("c.debtor IN (\(condition))", found)
        }
        if let stage = filter.stage {
            let from = filter.from ?? viewer.today.adding(days: -29)
            let to = filter.to ?? viewer.today
            let (condition, found) = CaseSearch.reached(
                stage, from: viewer.zone.instant(from), to: viewer.zone.instant(to.adding(days: 1)), viewer.creditor)
            add("c.debtor IN (\(condition))", found)
        }
    }

    private mutating func add(_ condition: String, _ more: [SQLValue]) {
        sql += " AND \(condition)"
        values += more
    }

    /// Debtors by name, document, contract or telephone; nil when nothing is searched for.
    static func text(_ search: String, _ creditor: CreditorID) -> (sql: String, values: [SQLValue])? {
        let words = folded(search).filter { $0 != "%" && $0 != "_" && $0 != "\\" }
        guard words.contains(where: { !$0.isWhitespace }) else { return nil }
        var parts = ["SELECT id FROM debtor WHERE creditor = ? AND search_name LIKE ?"]
        var values: [SQLValue] = [.id(creditor), .text("%\(words.trimmingSpaces)%")]
        guard words.contains(where: \.isNumber) else { return (parts[0], values) }
        let typed = search.trimmingSpaces
        parts.append("SELECT debtor FROM debt WHERE creditor = ? AND contract = ?")
        values += [.id(creditor), .text(typed)]
        if let document = try? TaxDocument(parsing: typed) {
            parts.append("SELECT id FROM debtor WHERE creditor = ? AND document = ?")
            values += [.id(creditor), .text(document.normalized)]
        }
        if let phone = try? PhoneNumber(parsing: typed) {
            parts.append("SELECT debtor FROM contact_point WHERE creditor = ? AND match_key = ?")
            values += [.id(creditor), .text(phone.canonicalKey)]
        }
        return (parts.joined(separator: " UNION "), values)
    }

    /// Debtors who were contacted in the period and came at least as far as the stage: the people behind `Funnel`'s figure.
    static func reached(
        _ stage: FunnelStage, from: Timestamp, to: Timestamp, _ creditor: CreditorID
    ) -> (sql: String, values: [SQLValue]) {
        let period: [SQLValue] = [.id(creditor), .timestamp(from), .timestamp(to)]
        let contact = "m.creditor = ? AND m.at >= ? AND m.at < ? AND \(FigureQueries.leftContact)"
        let further: [(FunnelStage, String)] = [
            (.delivered, "SELECT m.debtor FROM message m WHERE \(contact) AND m.delivered_at IS NOT NULL"),
            (.read, "SELECT m.debtor FROM message m WHERE \(contact) AND m.read_at IS NOT NULL"),
            (.replied, "SELECT debtor FROM message WHERE creditor = ? AND at >= ? AND at < ? AND direction = 'in'"),
            (.agreed, "SELECT debtor FROM agreement WHERE creditor = ? AND accepted_at >= ? AND accepted_at < ?"),
            (
                .paid,
                "SELECT debtor FROM payment WHERE creditor = ? AND paid_at >= ? AND paid_at < ? "
                    + "AND outcome IN ('matched', 'partial', 'over')"
            ),
        ]
        let contacted = "SELECT m.debtor FROM message m WHERE \(contact)"
        let enough = further.filter { Funnel.number(of: $0.0) >= Funnel.number(of: stage) }.map(\.1)
        guard stage != .sent else { return (contacted, period) }
        return (
            "\(contacted) AND m.debtor IN (\(enough.joined(separator: " UNION ")))",
            period + enough.flatMap { _ in period }
        )
    }
}

extension String {
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
