import Console
import Domain
import Engine
import Store

/// Debts with their charges on a day, computed like the engine computes them.
struct Debts: Sendable {
    let terms: LateChargeTerms
    let day: CalendarDay
    let calendar = BrazilianCalendar.standard
    private let tables: IndexTables
    private let positions: [DebtID: DebtPosition]
    private let paid: [DebtID: Money]

    /// - Parameter debts: those that will be asked about.
    init(_ session: Session, _ debts: [DebtRow], _ viewer: Viewer) throws {
        terms = viewer.settings?.lateCharges ?? .standard
        day = viewer.today
        tables =
            try session.activeStrategy(creditor: viewer.creditor, kind: .indices)
            .flatMap { try? loadIndices($0.body, file: $0.name) } ?? .empty
        positions = try session.positions(of: debts)
        paid = try session.paid(for: debts.filter(\.isInBooks).map(\.id))
    }

    func amounts(_ debt: DebtRow) -> DebtAmounts {
        (positions[debt.id] ?? .nothing).amounts(
            due: debt.dueDay, on: day, terms: terms, tables: tables, calendar: calendar)
    }

    /// What is still owed, agreed or not.
    func owed(_ debts: [DebtRow]) -> Money {
        debts.filter { $0.status != "settled" }.map { amounts($0).total }.sum()
    }

    /// Of the oldest debt that is open, or of the oldest at all; never negative where a list wants days late.
    func daysLate(_ debts: [DebtRow]) -> Int {
        let open = debts.filter { $0.status != "settled" }
        guard let oldest = (open.isEmpty ? debts : open).map(\.dueDay).min() else { return 0 }
        return calendar.nextBankBusinessDay(onOrAfter: oldest).days(until: day)
    }

    func table(_ debts: [DebtRow], isDisputed: Bool) -> DebtTable {
        DebtTable(
            on: day, lines: debts.map { line($0, isDisputed: isDisputed) }, total: owed(debts),
            terms:
                "multa \(Portuguese.percent(terms.fine)), juros \(Portuguese.percent(terms.monthlyInterest)) ao mês pro rata"
        )
    }

    private func line(_ debt: DebtRow, isDisputed: Bool) -> DebtLine {
        let isSettled = debt.status == "settled"
        let amounts = amounts(debt)
        let state: DebtLine.State =
            switch debt.status {
            case "settled": .paid
            case "agreed": .inAgreement
            default: isDisputed ? .disputed : .open
            }
        return DebtLine(
            id: debt.id, contract: debt.contract, product: debt.product, due: debt.dueDay,
            daysLate: max(0, amounts.effectiveDue.days(until: day)), principal: debt.original,
            fine: isSettled ? .zero : amounts.fine, interest: isSettled ? .zero : amounts.interest,
            correction: isSettled ? .zero : amounts.correction, paid: paid[debt.id] ?? .zero,
            total: isSettled ? .zero : amounts.total, state: state)
    }
}
