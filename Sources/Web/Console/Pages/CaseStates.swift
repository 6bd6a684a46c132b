import Console
import Domain
import Store

/// Where a case stands, computed by the database, so that lists, counts and the case's own page cannot disagree.
enum CaseStates {
    /// The state of case `c` as the raw value of `CaseState`; takes four times `now`.
    ///
    /// The first that applies: settled, stopped for good, disputed, waiting for or with a person, agreed, promised, paused
    /// for a time, talking (the platform's window is open), else in the cadence.
    static let expression = """
        CASE WHEN c.status = 'settled' THEN 'quitado'
        WHEN c.status = 'closed' OR EXISTS (SELECT 1 FROM restriction r WHERE r.debtor = c.debtor AND r.lifted_at IS NULL
            AND (r.until IS NULL OR r.until > ?) AND (r.kind IN ('opt_out', 'deceased', 'crisis', 'lawyer', 'court')
            OR (r.kind = 'wrong_contact_point' AND NOT EXISTS (SELECT 1 FROM contact_point p
                WHERE p.debtor = c.debtor AND p.kind = 'phone' AND p.status <> 'wrong')))) THEN 'encerrado'
        WHEN EXISTS (SELECT 1 FROM restriction r WHERE r.debtor = c.debtor AND r.lifted_at IS NULL
            AND r.kind = 'dispute' AND (r.until IS NULL OR r.until > ?)) THEN 'contestacao'
        WHEN EXISTS (SELECT 1 FROM conversation t WHERE t.debtor = c.debtor AND t.owner <> 'bot') THEN 'pessoa'
        WHEN c.status = 'agreed' THEN 'acordo'
        WHEN EXISTS (SELECT 1 FROM promise q WHERE q.debtor = c.debtor AND q.status = 'open') THEN 'promessa'
        WHEN EXISTS (SELECT 1 FROM restriction r WHERE r.debtor = c.debtor AND r.lifted_at IS NULL
            AND r.kind IN ('hardship', 'pause', 'refused', 'paid_claim') AND r.until > ?) THEN 'pausa'
        WHEN EXISTS (SELECT 1 FROM conversation t WHERE t.debtor = c.debtor AND t.window_until > ?) THEN 'conversa'
        ELSE 'regua' END
        """

    static func values(_ now: Timestamp) -> [SQLValue] { Array(repeating: .timestamp(now), count: 4) }

    /// Debtors who can be in any state but the cadence's, an agreement's or the end's: few, found without looking at all cases.
    static let specialDebtors = """
        SELECT debtor FROM restriction WHERE creditor = ? AND lifted_at IS NULL
        UNION SELECT debtor FROM promise WHERE creditor = ? AND status = 'open'
        UNION SELECT debtor FROM conversation WHERE creditor = ? AND (owner <> 'bot' OR window_until > ?)
        """

    static func specialValues(_ creditor: CreditorID, _ now: Timestamp) -> [SQLValue] {
        [.id(creditor), .id(creditor), .id(creditor), .timestamp(now)]
    }

    static func state(_ session: Session, of id: CaseID, now: Timestamp) throws -> CaseState {
        let rows = try session.rows(
            "SELECT \(expression) FROM collection_case c WHERE c.id = ?", values(now) + [.id(id)])
        guard case .text(let text)? = rows.first?.first else { return .inCadence }
        return CaseState(rawValue: text) ?? .inCadence
    }
}
