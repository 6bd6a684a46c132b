/// One amount that was due on one day under one contract.
package struct Debt: Hashable, Codable, Sendable {
    /// The creditor's own reference, as they write it.
    package let contract: String
    /// What was bought, in the creditor's words.
    package let product: String?
    /// What is still owed of the original amount, without charges.
    package let principal: Money
    /// As agreed; see `effectiveDue`.
    package let dueDate: CalendarDay

    package init(contract: String, product: String? = nil, principal: Money, dueDate: CalendarDay) {
        self.contract = contract
        self.product = product
        self.principal = principal
        self.dueDate = dueDate
    }

    /// The last day on which payment is on time.
    package func effectiveDue(calendar: BrazilianCalendar = .standard) -> CalendarDay {
        calendar.nextBankBusinessDay(onOrAfter: dueDate)
    }

    /// Age in calendar days from the effective due day; negative before it, 0 on it.
    package func daysPastDue(on day: CalendarDay, calendar: BrazilianCalendar = .standard) -> Int {
        effectiveDue(calendar: calendar).days(until: day)
    }

    package func bucket(on day: CalendarDay, calendar: BrazilianCalendar = .standard) -> AgeingBucket {
        AgeingBucket(daysPastDue: daysPastDue(on: day, calendar: calendar))
    }

    package func balance(
        on day: CalendarDay, terms: LateChargeTerms = .standard, discount: Money = .zero,
        calendar: BrazilianCalendar = .standard
    ) -> Balance {
        LateCharges.balance(
            principal: principal, due: dueDate, on: day, terms: terms, discount: discount, calendar: calendar)
    }
}
