/// What is owed on a day, part by part, as the law wants it shown (CDC art. 42-A, 52, 54-B).
package struct Balance: Hashable, Codable, Sendable {
    /// The day for which it was computed.
    package let day: CalendarDay
    /// The last day on which payment was on time: the first bank business day on or after the due date.
    package let effectiveDue: CalendarDay
    /// Calendar days of delay, 0 when on time.
    package let daysLate: Int
    /// The principal, after monetary correction when late.
    package let principal: Money
    package let fine: Money
    package let interest: Money
    /// What was taken off; never more than the rest adds up to.
    package let discount: Money

    package var charges: Money { fine + interest }
    package var total: Money { principal + fine + interest - discount }
}

package enum LateCharges {
    /// The balance of one debt.
    ///
    /// Payment by the first bank business day on or after the due date is on time (Lei 7.089/1983). After it come a
    /// fine, once, and simple interest pro rata die over months of 30 days, both on the corrected principal; each part
    /// is rounded half up to the cent by itself.
    /// - Parameter discount: taken off the total; capped there.
    package static func balance(
        principal: Money, due: CalendarDay, on day: CalendarDay, terms: LateChargeTerms = .standard,
        discount: Money = .zero, calendar: BrazilianCalendar = .standard
    ) -> Balance {
        let effectiveDue = calendar.nextBankBusinessDay(onOrAfter: due)
        guard day > effectiveDue else {
            return Balance(
                day: day, effectiveDue: effectiveDue, daysLate: 0, principal: principal, fine: .zero, interest: .zero,
                discount: min(discount, principal))
        }
        let start = terms.daysBasis == .effective ? effectiveDue : due
        let days = start.days(until: day)
        let base = principal.scaled(by: terms.correction)
        let fine = base.share(terms.fine)
        let interest = base.scaled(by: terms.monthlyInterest.micros * Int64(days), over: Percentage.whole.micros * 30)
        return Balance(
            day: day, effectiveDue: effectiveDue, daysLate: days, principal: base, fine: fine, interest: interest,
            discount: min(discount, base + fine + interest))
    }
}
