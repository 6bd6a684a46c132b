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

    package init(
        day: CalendarDay, effectiveDue: CalendarDay, daysLate: Int, principal: Money, fine: Money, interest: Money,
        discount: Money
    ) {
        self.day = day
        self.effectiveDue = effectiveDue
        self.daysLate = daysLate
        self.principal = principal
        self.fine = fine
        self.interest = interest
        self.discount = discount
    }
}

package enum LateCharges {
    /// The balance of one debt.
    ///
    /// Payment by the first bank business day on or after the due date is on time (Lei 7.089/1983). After it come a
    /// fine, once, and simple interest pro rata die over months of 30 days, both on the corrected principal; each part
    /// is rounded half up to the cent by itself.
    ///
    /// Terms that name an index are computed without it here: use the function with `tables`.
    /// - Parameter discount: taken off the total; capped there.
    package static func balance(
        principal: Money, due: CalendarDay, on day: CalendarDay, terms: LateChargeTerms = .standard,
        discount: Money = .zero, calendar: BrazilianCalendar = .standard
    ) -> Balance {
        let period = Period(due: due, day: day, basis: terms.daysBasis, calendar: calendar)
        return balance(principal, period, terms, index: .one, interest: nil, discount)
    }

    /// The balance of one debt under terms that may name an index or the legal rate.
    ///
    /// The days of delay are those of `daysBasis`. An index that fell does not take the principal below what was agreed
    /// (STJ, REsp 1.265.580: the nominal amount stays).
    /// - Throws: when the tables lack a month that must be known.
    package static func balance(
        principal: Money, due: CalendarDay, on day: CalendarDay, terms: LateChargeTerms, tables: IndexTables,
        discount: Money = .zero, calendar: BrazilianCalendar = .standard
    ) throws(IndexTableError) -> Balance {
        let period = Period(due: due, day: day, basis: terms.daysBasis, calendar: calendar)
        guard period.days > 0 else { return balance(principal, period, terms, index: .one, interest: nil, discount) }
        let (factor, interest) = try rates(terms, from: period.start, to: day, tables)
        return balance(principal, period, terms, index: factor, interest: interest, discount)
    }

    /// What became due since charges were last booked: the whole of `balance` the first time; afterwards correction and
    /// interest for the days since, on what is left of the corrected principal, and no second fine.
    /// - Parameters:
    ///   - outstanding: principal and correction that are still owed.
    ///   - last: the day through which charges are booked.
    package static func accrued(
        outstanding: Money, due: CalendarDay, after last: CalendarDay?, on day: CalendarDay, terms: LateChargeTerms,
        tables: IndexTables = .empty, calendar: BrazilianCalendar = .standard
    ) throws(IndexTableError) -> AccruedCharges {
        let period = Period(due: due, day: day, basis: terms.daysBasis, calendar: calendar)
        guard period.days > 0, last ?? period.effectiveDue < day else {
            return AccruedCharges(through: max(day, last ?? day))
        }
        guard let last, last > period.effectiveDue else {
            let whole = try balance(
                principal: outstanding, due: due, on: day, terms: terms, tables: tables, calendar: calendar)
            return AccruedCharges(
                fine: whole.fine, interest: whole.interest, correction: whole.principal - outstanding, through: day)
        }
        let (factor, interest) = try rates(terms, from: last, to: day, tables)
        let corrected = outstanding.scaled(by: factor)
        return AccruedCharges(
            interest: interest.map(corrected.share) ?? simple(corrected, terms, days: last.days(until: day)),
            correction: corrected - outstanding, through: day)
    }

    /// When a debt is late, and by how much.
    private struct Period {
        let day: CalendarDay
        let effectiveDue: CalendarDay
        /// The day after which days count.
        let start: CalendarDay
        /// 0 when on time.
        let days: Int

        init(due: CalendarDay, day: CalendarDay, basis: LateChargeTerms.DaysBasis, calendar: BrazilianCalendar) {
            self.day = day
            effectiveDue = calendar.nextBankBusinessDay(onOrAfter: due)
            start = basis == .effective ? effectiveDue : due
            days = day > effectiveDue ? start.days(until: day) : 0
        }
    }

    private static func rates(
        _ terms: LateChargeTerms, from start: CalendarDay, to day: CalendarDay, _ tables: IndexTables
    ) throws(IndexTableError) -> (factor: DecimalFactor, interest: Percentage?) {
        var factor = DecimalFactor.one
        if let index = terms.index { factor = max(.one, try tables.factor(index, from: start, to: day)) }
        guard let index = terms.interestIndex else { return (factor, nil) }
        return (factor, try tables.simpleInterest(index, from: start, to: day))
    }

    private static func simple(_ base: Money, _ terms: LateChargeTerms, days: Int) -> Money {
        base.scaled(by: terms.monthlyInterest.micros * Int64(days), over: Percentage.whole.micros * 30)
    }

    private static func balance(
        _ principal: Money, _ period: Period, _ terms: LateChargeTerms, index: DecimalFactor, interest: Percentage?,
        _ discount: Money
    ) -> Balance {
        guard period.days > 0 else {
            return Balance(
                day: period.day, effectiveDue: period.effectiveDue, daysLate: 0, principal: principal, fine: .zero,
                interest: .zero, discount: min(discount, principal))
        }
        let base = principal.scaled(by: terms.correction).scaled(by: index)
        let fine = base.share(terms.fine)
        let interest = interest.map(base.share) ?? simple(base, terms, days: period.days)
        return Balance(
            day: period.day, effectiveDue: period.effectiveDue, daysLate: period.days, principal: base, fine: fine,
            interest: interest, discount: min(discount, base + fine + interest))
    }
}
