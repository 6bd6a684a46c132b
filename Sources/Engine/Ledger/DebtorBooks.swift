import Domain
import Store

/// The books on one debtor, or on a payment that nobody could assign, open while one entry is applied. What is recorded
/// is in the store at once.
struct DebtorBooks {
    let creditor: CreditorID
    /// Nil for a payment that nobody could assign.
    let debtor: DebtorID?
    private(set) var ledger: Ledger
    private let context: EntryContext

    init(creditor: CreditorID, debtor: DebtorID?, ledger: Ledger, _ context: EntryContext) {
        self.creditor = creditor
        self.debtor = debtor
        self.ledger = ledger
        self.context = context
    }

    /// Books an event and keeps it with its postings.
    /// - Parameter day: the day that counts; see `LedgerEntryRow.day`.
    mutating func record(_ event: LedgerEvent, on day: CalendarDay) throws {
        let at = max(context.now, ledger.entries.last?.at ?? context.now)
        do throws(LedgerError) {
            try ledger.record(event, at: at)
        } catch {
            throw EntryError.refused("the books do not take \(event.name): \(error)")
        }
        guard let entry = ledger.entries.last else { return }
        let row = LedgerEntryRow(
            id: try context.nextID(), creditor: creditor, debtor: debtor, event: event, day: day, at: at)
        try context.session.insert(row)
        for posting in entry.postings {
            try context.session.insert(
                PostingRow(
                    id: context.nextID(), creditor: creditor, debtor: debtor, entry: row.id, posting: posting, day: day,
                    at: at))
        }
    }

    /// What of a payment has no place: overpaid, or not assigned.
    func openMoney(of payment: PaymentID) -> Money {
        ledger.balances[.overpayment, payment] + ledger.balances[.unmatched, payment]
    }

    func position(of debt: DebtID) -> DebtPosition { DebtPosition(ledger, debt) }
}

extension CollectionEngine {
    /// A debtor's books. Debts come into them with their first movement, so that placing a million costs nothing
    /// (decision 0026).
    func books(of debtor: DebtorID, creditor: CreditorID, on today: CalendarDay, _ context: EntryContext) throws
        -> DebtorBooks
    {
        let session = context.session
        var books = DebtorBooks(
            creditor: creditor, debtor: debtor, ledger: try session.ledger(debtor: debtor), context)
        for var debt in try session.debts(debtor: debtor) where !debt.isInBooks {
            try books.record(.placed(debt.id, principal: debt.original), on: today)
            debt.isInBooks = true
            try session.update(debt)
        }
        return books
    }

    func books(of party: Party, _ context: EntryContext) throws -> DebtorBooks {
        try books(
            of: party.contactPoint.debtor, creditor: party.creditor.id, on: party.zone.day(context.now), context)
    }

    /// Books the charges of a debt up to a day, before something happens to it that needs them to stand still.
    func accrue(
        _ debt: DebtRow, on day: CalendarDay, _ party: Party, _ books: inout DebtorBooks, _ context: EntryContext
    ) throws {
        guard !books.ledger.isUnderAgreement(debt.id) else { return }
        let charges = books.position(of: debt.id).accrual(
            due: debt.dueDay, on: day, terms: party.settings.lateCharges,
            tables: try tables(of: party.creditor.id, context.session), calendar: configuration.calendar)
        guard charges.total > .zero else { return }
        try books.record(.accrued(debt.id, charges), on: charges.through)
    }

    /// What is owed on a debt on a day: what the books hold, and what has accrued since.
    func amounts(_ debt: DebtRow, _ party: Party, _ day: CalendarDay, _ session: Session) throws -> DebtAmounts {
        try session.position(of: debt).amounts(
            due: debt.dueDay, on: day, terms: party.settings.lateCharges,
            tables: try tables(of: party.creditor.id, session), calendar: configuration.calendar)
    }

    /// The creditor's index tables, where it has loaded some.
    func tables(of creditor: CreditorID, _ session: Session) throws -> IndexTables {
        guard let row = try session.activeStrategy(creditor: creditor, kind: .indices) else { return .empty }
        return try strategies.tables(row)
    }

    /// Brings the debts' standing in line with the books, and the cases with the debts.
    /// - Returns: the debts that are settled now and were not before.
    @discardableResult
    func follow(_ books: DebtorBooks, of debtor: DebtorID, _ context: EntryContext) throws -> [DebtRow] {
        var settled: [DebtRow] = []
        for var debt in try context.session.debts(debtor: debtor) where debt.isInBooks {
            let before = debt
            debt.status = CollectionEngine.standing(of: debt.id, in: books.ledger)
            if debt.status != before.status { debt.settledAt = debt.status == "settled" ? context.now : nil }
            guard debt != before else { continue }
            try context.session.update(debt)
            if debt.status == "settled" { settled.append(debt) }
        }
        try setCases(of: debtor, context)
        return settled
    }

    private static func standing(of debt: DebtID, in ledger: Ledger) -> String {
        if let agreement = ledger.runningAgreement(of: debt) {
            return ledger.balances.owed(.agreement(agreement)) > .zero ? "agreed" : "settled"
        }
        return ledger.balances.owed(.debt(debt)) > .zero ? "open" : "settled"
    }
}
