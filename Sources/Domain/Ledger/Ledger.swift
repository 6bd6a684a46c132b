/// The books on one debtor: entries in order, each balanced, never changed. Every figure is a sum over them.
package struct Ledger: Hashable, Sendable {
    package private(set) var entries: [LedgerEntry] = []
    /// The sum of all entries, kept so that booking does not read them again.
    package private(set) var balances = LedgerBalances()
    /// In which order payments settle.
    package let imputation: Imputation

    var placed: Set<DebtID> = []
    var accruedThrough: [DebtID: CalendarDay] = [:]
    var payments: [PaymentID] = []
    /// The debts of each agreement ever made.
    var agreements: [AgreementID: [AgreedDebt]] = [:]
    var running: Set<AgreementID> = []

    package init(imputation: Imputation = .legal) { self.imputation = imputation }

    /// The books after the same events once more.
    package init(
        replaying events: some Sequence<(at: Timestamp, event: LedgerEvent)>, imputation: Imputation = .legal
    ) throws(LedgerError) {
        self.init(imputation: imputation)
        for (at, event) in events { try record(event, at: at) }
    }

    /// The books as they were kept: entries that were booked once are not booked anew.
    package init(restoring entries: some Sequence<LedgerEntry>, imputation: Imputation = .legal) {
        self.init(imputation: imputation)
        for entry in entries {
            self.entries.append(entry)
            for posting in entry.postings { balances.apply(posting) }
            note(entry.event)
        }
    }

    /// Whether a debt has been placed in these books.
    package func isPlaced(_ debt: DebtID) -> Bool { placed.contains(debt) }

    /// Books an event.
    /// - Throws: why it cannot be booked; then nothing has changed.
    package mutating func record(_ event: LedgerEvent, at: Timestamp) throws(LedgerError) {
        if let last = entries.last, at < last.at { throw .beforeLastEntry }
        var draft = LedgerDraft(ledger: self)
        try draft.book(event)
        entries.append(LedgerEntry(at: at, event: event, postings: draft.postings))
        balances = draft.balances
        note(event)
    }

    /// The balances as they were after everything up to an instant, that instant included.
    package func balances(at instant: Timestamp) -> LedgerBalances {
        LedgerBalances(entries.prefix { $0.at <= instant }.lazy.flatMap(\.postings))
    }

    /// The day through which charges of a debt are booked; nil when none are.
    package func accruedThrough(_ debt: DebtID) -> CalendarDay? { accruedThrough[debt] }

    /// Whether an agreement replaces the debt.
    package func isUnderAgreement(_ debt: DebtID) -> Bool { runningAgreement(of: debt) != nil }

    /// The agreement that replaces the debt: one at most, since only a free debt can be agreed on.
    package func runningAgreement(of debt: DebtID) -> AgreementID? {
        running.first { agreements[$0]?.contains { $0.debt == debt } ?? false }
    }

    /// What the debtor could still reclaim: overpaid, or not assigned.
    package var owedBack: Money { balances[.overpayment] + balances[.unmatched] }

    /// Payments of which something is owed back, in the order in which they came.
    package var paymentsOwedBack: [PaymentID] {
        payments.filter { balances[.overpayment, $0] + balances[.unmatched, $0] > .zero }
    }

    private mutating func note(_ event: LedgerEvent) {
        switch event {
        case .placed(let debt, _): placed.insert(debt)
        case .accrued(let debt, let charges): accruedThrough[debt] = charges.through
        case .paid(let payment, _, _): payments.append(payment)
        case .released(let payment): payments.removeAll { $0 == payment }
        case .agreed(let agreement, let debts, _):
            agreements[agreement] = debts
            running.insert(agreement)
        case .broken(let agreement, _): running.remove(agreement)
        default: break
        }
    }
}
