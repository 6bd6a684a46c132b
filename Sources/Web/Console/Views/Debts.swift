import Console
import Domain
import Engine
import Store

/// Debts with their charges on a day, computed like the engine computes them.
struct Debts: Sendable {
    let terms: LateChargeTerms
    let day: CalendarDay
    let calendar = BrazilianCalendar.standard

    init(_ settings: CreditorSettings?, on day: CalendarDay) {
        terms = settings?.lateCharges ?? .standard
        self.day = day
    }

    func balance(_ debt: DebtRow) -> Balance {
        LateCharges.balance(
            principal: debt.original - debt.paid, due: debt.dueDay, on: day, terms: terms, discount: .zero,
            calendar: calendar)
    }

    /// What is still owed, agreed or not.
    func owed(_ debts: [DebtRow]) -> Money {
        debts.filter { $0.status != "settled" }.map { balance($0).total }.sum()
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
        let balance = balance(debt)
        let state: DebtLine.State =
            switch debt.status {
            case "settled": .paid
            case "agreed": .inAgreement
            default: isDisputed ? .disputed : .open
            }
        return DebtLine(
            id: debt.id, contract: debt.contract, product: debt.product, due: debt.dueDay,
            daysLate: max(0, balance.effectiveDue.days(until: day)), principal: debt.original,
            fine: isSettled ? .zero : balance.fine, interest: isSettled ? .zero : balance.interest,
            correction: isSettled ? .zero : balance.principal - (debt.original - debt.paid), paid: debt.paid,
            total: isSettled ? .zero : balance.total, state: state)
    }
}
