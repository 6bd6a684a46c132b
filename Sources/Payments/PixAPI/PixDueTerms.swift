package import Domain

/// Money or a share of something: the API's modalities 1 and 2.
package enum PixValue: Hashable, Sendable {
    case amount(Money)
    /// At most two decimals, since the API has no more.
    case percent(Percentage)

    /// The value for a base, rounded half up to the cent.
    func of(_ base: Money) -> Money {
        switch self {
        case .amount(let money): money
        case .percent(let percentage): base.share(percentage)
        }
    }
}

/// Which days count.
package enum PixDays: Hashable, Sendable {
    case calendar
    case business
}

/// Interest that the bank adds for each day after the effective due day.
package enum PixInterest: Hashable, Sendable {
    package enum Period: Hashable, Sendable { case day, month, year }

    /// So many reais a day: modalities 1 and 5.
    case amountPerDay(Money, PixDays)
    /// Simple interest: modalities 2 to 4, and 6 to 8 on business days.
    case percent(Percentage, per: Period, PixDays)
}

/// What the bank takes off for who pays early.
package enum PixDiscount: Hashable, Sendable {
    /// One of up to three steps, each until its day: modalities 1 (amounts) and 2 (percentages).
    case until([PixDiscountStep])
    /// For each day before the effective due day: modalities 3 to 6.
    case perDayEarly(PixValue, PixDays)
}

/// The discount for payment by a day.
package struct PixDiscountStep: Hashable, Sendable {
    package let day: CalendarDay
    package let value: PixValue

    package init(day: CalendarDay, value: PixValue) {
        self.day = day
        self.value = value
    }
}

/// What a charge with a due date asks for on which day; the bank computes it when somebody pays.
package struct PixDueTerms: Hashable, Sendable {
    package var original: Money
    package var due: CalendarDay
    /// Calendar days after the effective due day in which it can still be paid.
    package var validDaysAfterDue: Int
    /// Once, after the effective due day.
    package var fine: PixValue?
    package var interest: PixInterest?
    /// Taken off whenever it is paid (*abatimento*).
    package var rebate: PixValue?
    package var discount: PixDiscount?

    package init(
        original: Money, due: CalendarDay, validDaysAfterDue: Int = 30, fine: PixValue? = nil,
        interest: PixInterest? = nil, rebate: PixValue? = nil, discount: PixDiscount? = nil
    ) {
        self.original = original
        self.due = due
        self.validDaysAfterDue = validDaysAfterDue
        self.fine = fine
        self.interest = interest
        self.rebate = rebate
        self.discount = discount
    }
}

/// What an amount is made of (*componentesValor*).
package struct PixComponents: Hashable, Sendable {
    package let original: Money
    package let fine: Money
    package let interest: Money
    package let rebate: Money
    package let discount: Money

    package init(
        original: Money, fine: Money = .zero, interest: Money = .zero, rebate: Money = .zero, discount: Money = .zero
    ) {
        self.original = original
        self.fine = fine
        self.interest = interest
        self.rebate = rebate
        self.discount = discount
    }

    package var total: Money { original + fine + interest - rebate - discount }
}

extension PixDueTerms {
    /// The last day on which payment is on time: a due day on which banks are closed moves to the next on which they work
    /// (API Pix, `validadeAposVencimento`).
    package func effectiveDue(_ calendar: BrazilianCalendar = .standard) -> CalendarDay {
        calendar.nextBankBusinessDay(onOrAfter: due)
    }

    /// The last day on which it can be paid; it moves like the due day (API Pix, examples A to G).
    package func lastDay(_ calendar: BrazilianCalendar = .standard) -> CalendarDay {
        calendar.nextBankBusinessDay(onOrAfter: effectiveDue(calendar).adding(days: validDaysAfterDue))
    }

    /// What is asked for on a day, part by part; nil after the last day.
    ///
    /// Every part is rounded half up to the cent by itself. Fine, interest and discount are taken from the original less
    /// the rebate. A month has 30 days and a year 365; of business days, 21 and 252.
    package func amount(on day: CalendarDay, calendar: BrazilianCalendar = .standard) -> PixComponents? {
        guard day <= lastDay(calendar) else { return nil }
        let effective = effectiveDue(calendar)
        let taken = min(original, rebate?.of(original) ?? .zero)
        let base = original - taken
        guard day > effective else {
            return PixComponents(
                original: original, rebate: taken,
                discount: min(base, discountValue(on: day, effective: effective, base: base, calendar)))
        }
        return PixComponents(
            original: original, fine: fine?.of(base) ?? .zero,
            interest: interestValue(on: day, effective: effective, base: base, calendar), rebate: taken)
    }

    private func interestValue(
        on day: CalendarDay, effective: CalendarDay, base: Money, _ calendar: BrazilianCalendar
    ) -> Money {
        func count(_ days: PixDays) -> Int64 {
            switch days {
            case .calendar: Int64(effective.days(until: day))
            case .business: Int64(calendar.bankBusinessDays(after: effective, through: day))
            }
        }
        switch interest {
        case nil: return .zero
        case .amountPerDay(let money, let days): return money * count(days)
        case .percent(let percentage, let period, let days):
            let length: Int64 =
                switch (period, days) {
                case (.day, _): 1
                case (.month, .calendar): 30
                case (.month, .business): 21
                case (.year, .calendar): 365
                case (.year, .business): 252
                }
            return base.scaled(by: percentage.micros * count(days), over: Percentage.whole.micros * length)
        }
    }

    private func discountValue(
        on day: CalendarDay, effective: CalendarDay, base: Money, _ calendar: BrazilianCalendar
    ) -> Money {
        switch discount {
        case nil: return .zero
        case .until(let steps):
            // A step that ends on the due day moves with it.
            let open = steps.filter { day <= ($0.day == due ? effective : $0.day) }
            return open.min { $0.day < $1.day }?.value.of(base) ?? .zero
        case .perDayEarly(let value, let days):
            let early =
                switch days {
                case .calendar: Int64(max(0, day.days(until: effective)))
                case .business: Int64(calendar.bankBusinessDays(after: day, through: effective))
                }
            switch value {
            case .amount(let money): return money * early
            case .percent(let percentage):
                return base.scaled(by: percentage.micros * early, over: Percentage.whole.micros)
            }
        }
    }
}
