package import Domain

/// Everything that the exact recognisers found in a text, whatever it means, with what is doubtful about it.
///
/// ``Understanding/entities`` is the part of it that an asserted intent has a place for.
package struct Details: Hashable, Sendable {
    package var found: Entities
    package var dateDoubt: DateDoubt?
    /// "uns 200", "200 e pouco", "1.5", "1,234.56": read it back before it counts.
    package var amountIsApproximate = false
    /// Readings of an amount that cannot be told apart ("1.5" is 1,50 or 1.500,00); `found.amount` is then nil.
    package var amountCandidates: [Money] = []
    /// The amount is per month or per installment ("80 por mês", "3x de 150").
    package var amountIsPerInstallment = false
    /// The amount is a down payment ("dou 200 de entrada").
    package var amountIsDownPayment = false
    /// Half of the total, in tenths of a percent of it ("metade agora" is 500, "um terço" 333); no amount in figures.
    package var sharePermille: Int?
    /// Every run of digits in the text, in order, dots, dashes, slashes and blanks inside a number removed only where
    /// they hold a CPF or a phone together: for the proof of identity and for the choice by a bare number.
    package var digitGroups: [String] = []
    /// A day and a month that stand in the text as a birthday would ("12/03", "12 de março", "12031985").
    package var dayAndMonths: [DayAndMonth] = []
    /// The only word or number in the text is a choice by position ("a segunda", "opção 2", "2"): 1-based.
    package var ordinalChoice: Int?
    package var phones: [String] = []
    package var emails: [String] = []

    package init(found: Entities = Entities()) { self.found = found }
}

/// A day of the year as people write a birthday.
package struct DayAndMonth: Hashable, Sendable {
    package let day: Int
    package let month: Int
    package let year: Int?

    package init(day: Int, month: Int, year: Int? = nil) {
        self.day = day
        self.month = month
        self.year = year
    }
}

/// Why a date should be asked about, or read back, before it counts.
package enum DateDoubt: Hashable, Sendable {
    /// The day found is a Saturday, a Sunday or a bank holiday: say so, and offer the next business day.
    case notBusinessDay(next: CalendarDay)
    /// Nothing tells which ("sexta que vem" on a Monday); no date is given.
    case ambiguous([CalendarDay])
    /// A span, not a day ("semana que vem", "começo do mês que vem"); no date is given.
    case range(from: CalendarDay, through: CalendarDay)
    /// A time with no day in it ("quando eu receber", "quando der"); no date is given.
    case vague(Vagueness)
    /// A day that does not exist ("30/02", "dia 45"); no date is given.
    case invalid
    /// The day lies in the past: a payment's, never a promise's.
    case past
    /// "5º dia útil" by bank days; where Saturdays count, as for salaries, it would be `salary`.
    case salaryDay(salary: CalendarDay)
}

/// How vague a time without a day is.
package enum Vagueness: Hashable, Sendable {
    /// Tied to income: ask for the pay day.
    case payday
    /// "mais pra frente", "quando der": ask once for a date, record no promise.
    case someday
}
