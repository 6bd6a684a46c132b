import Domain
import Store

extension CollectionEngine {
    /// Places a chunk of a portfolio file: debtors, their numbers, cases and debts are added or brought up to date.
    ///
    /// The same rows again change nothing. What the file no longer holds stays: a file that is cut short must not close
    /// cases.
    func portfolioRows(_ context: EntryContext) throws {
        let chunk = try PortfolioChunk(decoding: context.entry.body)
        let session = context.session
        guard let creditor = try session.creditor(key: chunk.creditorKey) else {
            throw EntryError.missing("creditor \(chunk.creditorKey)")
        }
        let portfolio = try portfolio(chunk, of: creditor, context)
        var run =
            try session.importRun(key: chunk.runKey)
            ?? ImportRunRow(
                id: context.nextID(), creditor: creditor.id, portfolio: portfolio.id, key: chunk.runKey,
                source: chunk.source, rejected: 0, startedAt: context.now)
        let isNewRun = run.id >> 16 == context.entry.seq
        var placement = try Placement(
            rows: chunk.rows, creditor: creditor.id, portfolio: portfolio.id,
            firstLookAt: try session.activeStrategy(creditor: creditor.id, kind: .cadence) == nil ? nil : context.now,
            context: context)
        for row in chunk.rows {
            switch try placement.place(row) {
            case .added: run.added += 1
            case .updated: run.updated += 1
            case .unchanged: run.unchanged += 1
            }
        }
        try placement.write()
        for (debt, principal) in placement.corrections { try correct(debt, to: principal, context) }
        run.rejected += chunk.rejected
        if isNewRun { try session.insert(run) } else { try session.update(run) }
    }

    private func portfolio(_ chunk: PortfolioChunk, of creditor: CreditorRow, _ context: EntryContext) throws
        -> PortfolioRow
    {
        if let found = try context.session.portfolio(creditor: creditor.id, key: chunk.portfolioKey) { return found }
        let made = PortfolioRow(
            id: try context.nextID(), creditor: creditor.id, key: chunk.portfolioKey, name: chunk.portfolioName,
            createdAt: context.now)
        try context.session.insert(made)
        return made
    }
}

/// What a row did.
enum PlacementResult { case added, updated, unchanged }

/// A chunk's rows against what the store already holds: read with a few queries, changed in memory, written once.
private struct Placement {
    private let creditor: CreditorID
    private let portfolio: PortfolioID
    private let firstLookAt: Timestamp?
    private let context: EntryContext
    private var debtors: [String: Tracked<DebtorRow>] = [:]
    private var points: [DebtorID: [Tracked<ContactPointRow>]] = [:]
    private var cases: [DebtorID: Tracked<CaseRow>] = [:]
    private var debts: [CaseID: [String: Tracked<DebtRow>]] = [:]
    /// New principals of debts that are in the books, where money has moved: the books take the difference.
    private(set) var corrections: [(debt: DebtID, principal: Money)] = []

    init(
        rows: [PlacedDebt], creditor: CreditorID, portfolio: PortfolioID, firstLookAt: Timestamp?, context: EntryContext
    ) throws {
        self.creditor = creditor
        self.portfolio = portfolio
        self.firstLookAt = firstLookAt
        self.context = context
        let session = context.session
        debtors.reserveCapacity(rows.count)
        points.reserveCapacity(rows.count)
        cases.reserveCapacity(rows.count)
        debts.reserveCapacity(rows.count)
        let documents = Set(rows.map(\.document)).sorted()
        for debtor in try session.debtors(creditor: creditor, documents: documents) {
            debtors[debtor.document] = Tracked(stored: debtor)
        }
        let ids = debtors.values.map(\.row.id).sorted()
        for point in try session.contactPoints(debtors: ids) {
            points[point.debtor, default: []].append(Tracked(stored: point))
        }
        for found in try session.cases(portfolio: portfolio, debtors: ids) {
            cases[found.debtor] = Tracked(stored: found)
        }
        for debt in try session.debts(cases: cases.values.map(\.row.id).sorted()) {
            debts[debt.collectionCase, default: [:]][debt.contract] = Tracked(stored: debt)
        }
    }

    mutating func place(_ row: PlacedDebt) throws -> PlacementResult {
        let hash = PortfolioChunk.hash(row)
        if let debtor = debtors[row.document]?.row.id, let found = cases[debtor]?.row.id,
            debts[found]?[row.contract]?.row.sourceHash == hash
        {
            return .unchanged
        }
        let debtor = try placeDebtor(row)
        try placeContactPoints(row, of: debtor)
        var collectionCase = try placeCase(row, of: debtor)
        let isNew = try placeDebt(row, hash: hash, in: collectionCase)
        let open = debts[collectionCase.id, default: [:]].values.filter { $0.row.status != "settled" }
        collectionCase.oldestDue = open.map(\.row.dueDay).min() ?? collectionCase.oldestDue
        if collectionCase.status == "settled", !open.isEmpty { collectionCase.status = "open" }
        if collectionCase.status == "open" { collectionCase.nextActionAt = firstLookAt }
        cases[debtor]?.row = collectionCase
        return isNew ? .added : .updated
    }

    private mutating func placeDebtor(_ row: PlacedDebt) throws -> DebtorID {
        guard var debtor = debtors[row.document]?.row else {
            let made = DebtorRow(
                id: try context.nextID(), creditor: creditor, document: row.document, name: row.name,
                searchName: folded(row.name), state: row.state, city: row.city, birthDay: row.birthDay,
                attributes: row.attributes, createdAt: context.now)
            debtors[row.document] = Tracked(new: made)
            return made.id
        }
        // A row that knows less does not erase what another row of the same person knew.
        debtor.name = row.name
        debtor.searchName = folded(row.name)
        debtor.state = row.state ?? debtor.state
        debtor.city = row.city ?? debtor.city
        debtor.birthDay = row.birthDay ?? debtor.birthDay
        if row.attributes != "{}" { debtor.attributes = row.attributes }
        debtors[row.document]?.row = debtor
        return debtor.id
    }

    private mutating func placeContactPoints(_ row: PlacedDebt, of debtor: DebtorID) throws {
        for phone in row.phones where !points[debtor, default: []].contains(where: { $0.row.value == phone }) {
            try add(kind: "phone", value: phone, matchKey: PhoneNumber(e164: phone)?.canonicalKey ?? phone, to: debtor)
        }
        if let email = row.email, !points[debtor, default: []].contains(where: { $0.row.value == email }) {
            try add(kind: "email", value: email, matchKey: email, to: debtor)
        }
    }

    private mutating func add(kind: String, value: String, matchKey: String, to debtor: DebtorID) throws {
        let rank = points[debtor, default: []].count
        points[debtor, default: []].append(
            Tracked(
                new: ContactPointRow(
                    id: try context.nextID(), creditor: creditor, debtor: debtor, kind: kind, value: value,
                    matchKey: matchKey, rank: rank, status: "usable", unanswered: 0)))
    }

    private mutating func placeCase(_ row: PlacedDebt, of debtor: DebtorID) throws -> CaseRow {
        if let found = cases[debtor]?.row { return found }
        let made = CaseRow(
            id: try context.nextID(), creditor: creditor, portfolio: portfolio, debtor: debtor, status: "open",
            openedAt: context.now, oldestDue: row.dueDay, nextActionAt: firstLookAt)
        cases[debtor] = Tracked(new: made)
        return made
    }

    /// Whether the debt is new.
    private mutating func placeDebt(_ row: PlacedDebt, hash: Int64, in collectionCase: CaseRow) throws -> Bool {
        guard var debt = debts[collectionCase.id]?[row.contract]?.row else {
            let made = DebtRow(
                id: try context.nextID(), creditor: creditor, portfolio: portfolio, collectionCase: collectionCase.id,
                debtor: collectionCase.debtor, contract: row.contract, product: row.product, original: row.amount,
                dueDay: row.dueDay, status: "open", sourceHash: hash)
            debts[collectionCase.id, default: [:]][row.contract] = Tracked(new: made)
            return true
        }
        debt.product = row.product ?? debt.product
        if debt.original != row.amount {
            if debt.isInBooks { corrections.append((debt.id, row.amount)) } else { debt.original = row.amount }
        }
        debt.dueDay = row.dueDay
        debt.sourceHash = hash
        debts[collectionCase.id]?[row.contract]?.row = debt
        return false
    }

    func write() throws {
        try write(debtors.values) { $0.id.rawValue }
        try write(points.values.joined()) { $0.id.rawValue }
        try write(cases.values) { $0.id.rawValue }
        try write(debts.values.lazy.flatMap(\.values)) { $0.id.rawValue }
    }

    /// In the order of the ids: the rows' places in a dictionary are chance, and the log must give the same store again.
    private func write<Row: TableRow & Equatable>(_ rows: some Sequence<Tracked<Row>>, id: (Row) -> Int64) throws {
        let session = context.session
        for tracked in rows.sorted(by: { id($0.row) < id($1.row) }) {
            if tracked.isNew {
                try session.insert(tracked.row)
            } else if tracked.isChanged {
                try session.update(tracked.row)
            }
        }
    }
}

/// A row that remembers how the store holds it, so that only what changed is written.
private struct Tracked<Row: TableRow & Equatable> {
    var row: Row
    private let stored: Row?

    init(stored row: Row) {
        self.row = row
        stored = row
    }

    init(new row: Row) {
        self.row = row
        stored = nil
    }

    var isNew: Bool { stored == nil }
    var isChanged: Bool { stored != nil && stored != row }
}
