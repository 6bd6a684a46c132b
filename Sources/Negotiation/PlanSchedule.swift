import Domain

/// Amounts of a plan's installments, to the cent, by the calculator that also answers `quita installments`.
enum PlanSchedule {
    struct Part: Hashable {
        let amount: Money
        let interest: Money
    }

    /// Empty when the calculator refuses: an amount or a number out of its range.
    static func parts(_ total: Money, count: Int, interestPerMonth: Percentage, method: PlanMethod) -> [Part] {
        let method: InstallmentMethod =
            interestPerMonth == .zero
            ? .equal
            : method == .sac ? .sac : .price
        let schedule = try? Installments.schedule(
            principal: total, count: count, monthlyRate: interestPerMonth, method: method,
            first: CalendarDay(number: 0))
        return schedule?.installments.map { Part(amount: $0.amount, interest: $0.interest) } ?? []
    }
}
