import Console
import Domain
import Store

/// Carteira.
struct CasesQueries {
    let session: Session
    let viewer: Viewer

    static let pageSize = 50

    /// The filter as the address says it; what it does not know is left out.
    static func filter(_ fields: FormFields) -> CaseFilter {
        CaseFilter(
            search: String(fields["busca"].prefix(100)), state: CaseState(rawValue: fields["estado"]),
            stage: FunnelStage(rawValue: fields["etapa"]), portfolio: PortfolioID(text: fields["carteira"]),
            from: CalendarDay(iso: fields["de"]), to: CalendarDay(iso: fields["ate"]),
            order: CaseFilter.Order(rawValue: fields["ordem"]) ?? .daysLate,
            page: max(1, min(Int(fields["pagina"]) ?? 1, 100_000)))
    }

    func page() throws -> CasesPage {
        let filter = CasesQueries.filter(viewer.query)
        let search = CaseSearch(filter, viewer)
        let counts = try stateCounts(search)
        let portfolios = try session.portfolios(creditor: viewer.creditor)
        let total = filter.state.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
        return CasesPage(
            filter: filter, portfolios: portfolios.map { PortfolioChoice(id: $0.id, name: $0.name) },
            stateCounts: counts,
            rows: try rows(filter, search, portfolios), total: total, pageSize: CasesQueries.pageSize)
    }

    /// Counts per state without looking at every case's surroundings: most cases are in none but their own status.
    private func stateCounts(_ search: CaseSearch) throws -> [CaseState: Int] {
        var counts: [CaseState: Int] = [:]
        let byStatus: [(String, CaseState)] = [
            ("open", .inCadence), ("agreed", .agreement), ("settled", .settled), ("closed", .stopped),
        ]
        for row in try session.rows(
            "SELECT c.status, COUNT(*) FROM collection_case c WHERE \(search.sql) GROUP BY c.status", search.values)
        {
            var reader = RowReader(row, table: "collection_case")
            let status = try reader.text()
            let count = try reader.int()
            if let state = byStatus.first(where: { $0.0 == status })?.1 { counts[state, default: 0] += count }
        }
        let special = try session.rows(
            """
            SELECT status, state, COUNT(*) FROM (
                SELECT c.status AS status, \(CaseStates.expression) AS state FROM collection_case c
                WHERE \(search.sql) AND c.status IN ('open', 'agreed') AND c.debtor IN (\(CaseStates.specialDebtors))
            ) AS special GROUP BY status, state
            """,
            CaseStates.values(viewer.now) + search.values + CaseStates.specialValues(viewer.creditor, viewer.now))
        for row in special {
            var reader = RowReader(row, table: "collection_case")
            let home: CaseState = try reader.text() == "open" ? .inCadence : .agreement
            guard let state = CaseState(rawValue: try reader.text()), state != home else { continue }
            let count = try reader.int()
            counts[home, default: 0] -= count
            counts[state, default: 0] += count
        }
        return counts.filter { $0.value > 0 }
    }

    private func rows(
        _ filter: CaseFilter, _ search: CaseSearch, _ portfolios: [PortfolioRow]
    ) throws -> [Console.CaseRow] {
        var condition = search.sql
        var values = search.values
        if let state = filter.state {
            switch state {
            case .settled: condition += " AND c.status = 'settled'"
            case .inCadence: condition += " AND c.status = 'open'"
            case .agreement: condition += " AND c.status = 'agreed'"
            case .stopped, .talking, .waitingForPerson, .promised, .paused, .disputed:
                // A closed case is stopped whatever stands around it.
                condition += " AND (c.status = 'closed' OR c.debtor IN (\(CaseStates.specialDebtors)))"
                values += CaseStates.specialValues(viewer.creditor, viewer.now)
            }
            condition += " AND \(CaseStates.expression) = ?"
            values += CaseStates.values(viewer.now) + [.text(state.rawValue)]
        }
        let statements = Store.CaseRow.statements
        let columns = statements.columns.map { "c.\($0)" }.joined(separator: ", ")
        let found = try session.rows(
            """
            SELECT \(columns) FROM collection_case c JOIN debtor d ON d.id = c.debtor
            WHERE \(condition) ORDER BY \(CasesQueries.order(filter.order)) LIMIT ? OFFSET ?
            """, values + [.int(CasesQueries.pageSize), .int((filter.page - 1) * CasesQueries.pageSize)])
        let cases = try found.map { row in
            var reader = RowReader(row, table: statements.table)
            return try Store.CaseRow(&reader)
        }
        return try views(cases, portfolios)
    }

    /// What is late first, what is over last. The balance's order is that of the principal: charges follow it closely.
    private static func order(_ order: CaseFilter.Order) -> String {
        switch order {
        case .daysLate: "CASE WHEN c.status IN ('settled', 'closed') THEN 1 ELSE 0 END, c.oldest_due, c.id"
        case .balance:
            "COALESCE((SELECT SUM(CASE WHEN x.in_books = 0 THEN x.original_cents ELSE (SELECT "
                + "COALESCE(SUM(p.amount_cents), 0) FROM posting p WHERE p.debt = x.id AND p.account = 'principal') END) "
                + "FROM debt x WHERE x.collection_case = c.id AND x.status <> 'settled'), 0) DESC, c.id"
        case .name: "d.search_name, c.id"
        case .lastContact:
            "COALESCE((SELECT MAX(t.last_outbound_at) FROM conversation t WHERE t.debtor = c.debtor), 0) DESC, c.id"
        }
    }

    private func views(_ cases: [Store.CaseRow], _ portfolios: [PortfolioRow]) throws -> [Console.CaseRow] {
        let names = Dictionary(portfolios.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let debts = Dictionary(grouping: try session.debts(cases: cases.map(\.id)), by: \.collectionCase)
        let charges = try Debts(session, Array(debts.values.joined()), viewer)
        let cadence = try session.activeCadence(viewer.creditor)?.cadence
        return try cases.map { row in
            let own = debts[row.id] ?? []
            let state = try CaseStates.state(session, of: row.id, now: viewer.now)
            let talk = try session.conversations(debtor: row.debtor).max {
                ($0.lastOutboundAt ?? .distantPast) < ($1.lastOutboundAt ?? .distantPast)
            }
            let plan = CasePlan(row, state, cadence, now: viewer.now)
            return Console.CaseRow(
                id: row.id, debtorName: try session.debtorName(row.debtor), portfolio: names[row.portfolio] ?? "",
                daysLate: charges.daysLate(own), balance: charges.owed(own), state: state,
                lastContactAt: talk?.lastOutboundAt,
                lastChannel: talk?.lastOutboundAt == nil ? nil : talk.flatMap { Channel(rawValue: $0.channel) },
                nextContactAt: plan.nextAt, nextStep: plan.nextStep)
        }
    }
}

/// What the cadence will do next with a case, as far as it is planned.
struct CasePlan {
    let nextAt: Timestamp?
    let nextStep: String?

    init(_ row: Store.CaseRow, _ state: CaseState, _ cadence: Cadence?, now: Timestamp) {
        guard row.status == "open", state != .stopped, let cadence, let at = row.nextActionAt else {
            (nextAt, nextStep) = (nil, nil)
            return
        }
        let settled = Set(row.settledSteps.split(separator: " ").map(String.init))
        let next = cadence.steps.first { !settled.contains($0.key) }
        nextAt = next == nil || at <= now ? nil : at
        nextStep = next.flatMap { Words.step($0.key) }
    }
}

extension Timestamp {
    /// Before everything that can have happened.
    static let distantPast = Timestamp(milliseconds: .min)
}

extension Session {
    func debtorName(_ id: DebtorID) throws -> String {
        try find(DebtorRow.self, .id(id)).map { PersonName($0.name).display } ?? ""
    }
}
