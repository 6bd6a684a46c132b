/// What the books hold of one debt. To know what is owed on a day, what has accrued since is added; that sum is computed,
/// never stored.
package struct DebtPosition: Hashable, Sendable {
    package var principal: Money
    package var fine: Money
    package var interest: Money
    package var correction: Money
    /// The day through which charges are among these; nil when none are.
    package var accruedThrough: CalendarDay?
    /// Replaced by an agreement: `principal` is its share of what that still asks for, and nothing accrues.
    package var standsStill = false

    package init(
        principal: Money, fine: Money = .zero, interest: Money = .zero, correction: Money = .zero,
        accruedThrough: CalendarDay? = nil
    ) {
        self.principal = principal
        self.fine = fine
        self.interest = interest
        self.correction = correction
        self.accruedThrough = accruedThrough
    }

    package init(_ ledger: Ledger, _ debt: DebtID) {
        let subject = LedgerSubject.debt(debt)
        self.init(
            principal: ledger.balances[.principal, subject], fine: ledger.balances[.fine, subject],
            interest: ledger.balances[.interest, subject], correction: ledger.balances[.correction, subject],
            accruedThrough: ledger.accruedThrough(debt))
    }

    package static let nothing = DebtPosition(principal: .zero)

    /// What stands in the books, without what has accrued since.
    package var booked: Money { principal + fine + interest + correction }

    /// What became due since the books were last brought up to date.
    ///
    /// Where the tables lack a month that the terms need, the terms hold without tables (`LateChargeTerms.withoutTables`).
    package func accrual(
        due: CalendarDay, on day: CalendarDay, terms: LateChargeTerms, tables: IndexTables,
        calendar: BrazilianCalendar
    ) -> AccruedCharges {
        let outstanding = principal + correction
        guard outstanding > .zero, !standsStill else { return AccruedCharges(through: max(day, accruedThrough ?? day)) }
        do throws(IndexTableError) {
            return try LateCharges.accrued(
                outstanding: outstanding, due: due, after: accruedThrough, on: day, terms: terms, tables: tables,
                calendar: calendar)
        } catch {
            let bare = try? LateCharges.accrued(
                outstanding: outstanding, due: due, after: accruedThrough, on: day, terms: terms.withoutTables,
                calendar: calendar)
            return bare ?? AccruedCharges(through: max(day, accruedThrough ?? day))
        }
    }

    /// What is owed on a day.
    package func amounts(
        due: CalendarDay, on day: CalendarDay, terms: LateChargeTerms, tables: IndexTables,
        calendar: BrazilianCalendar
    ) -> DebtAmounts {
        let accrued = accrual(due: due, on: day, terms: terms, tables: tables, calendar: calendar)
        let effectiveDue = calendar.nextBankBusinessDay(onOrAfter: due)
        let start = terms.daysBasis == .effective ? effectiveDue : due
        return DebtAmounts(
            day: day, effectiveDue: effectiveDue, daysLate: day > effectiveDue ? start.days(until: day) : 0,
            principal: principal, correction: correction + accrued.correction, fine: fine + accrued.fine,
            interest: interest + accrued.interest)
    }
}

/// What is owed on one debt on one day, part by part.
package struct DebtAmounts: Hashable, Sendable {
    package let day: CalendarDay
    /// The last day on which payment was on time.
    package let effectiveDue: CalendarDay
    /// 0 when on time.
    package let daysLate: Int
    package let principal: Money
    package let correction: Money
    package let fine: Money
    package let interest: Money

    package var total: Money { principal + correction + fine + interest }

    /// As papers show it: the correction is the principal in today's money.
    package var balance: Balance {
        Balance(
            day: day, effectiveDue: effectiveDue, daysLate: daysLate, principal: principal + correction, fine: fine,
            interest: interest, discount: .zero)
    }
}
