/// Brazil's holidays and business days, computed for any year.
///
/// It holds nothing but the local days that a creditor adds, so copies are cheap; every question is arithmetic.
package struct BrazilianCalendar: Sendable, Hashable {
    /// Days of a city, or of a state by a law of this year, added by configuration.
    package let local: [Holiday]

    package init(local: [Holiday] = []) { self.local = local }

    package static let standard = BrazilianCalendar()

    /// Easter Sunday by the Gregorian computus (anonymous algorithm, as given by Meeus).
    package static func easter(_ year: Int) -> CalendarDay {
        let cycle = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let correction = (century + 8) / 25
        let epact = (19 * cycle + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let shift = (cycle + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * shift + 114
        return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1) ?? CalendarDay(number: 0)
    }

    /// A holiday by federal law.
    package func isNationalHoliday(_ day: CalendarDay) -> Bool {
        let (year, month, dayOfMonth) = day.components
        switch month * 100 + dayOfMonth {
        case 101, 421, 501, 907, 1102, 1115, 1225: return true
        case 1012: return year >= 1980
        case 1120: return year >= 2024
        case 320...423: return BrazilianCalendar.easter(year).number - 2 == day.number
        default: return false
        }
    }

    /// Carnival Monday and Tuesday, Corpus Christi: banks do not settle, though the day is no national holiday.
    package func isBankHoliday(_ day: CalendarDay) -> Bool {
        let weekday = day.weekday
        guard weekday == .monday || weekday == .tuesday || weekday == .thursday else { return false }
        let (year, month, _) = day.components
        guard (2...6).contains(month) else { return false }
        let offset = day.number - BrazilianCalendar.easter(year).number
        return offset == -48 || offset == -47 || offset == 60
    }

    /// A holiday of the state, or one added by configuration for it.
    package func isStateHoliday(_ day: CalendarDay, in state: FederativeUnit) -> Bool {
        let year = day.year
        if HolidayRule.state(state).contains(where: { $0.day(in: year) == day }) { return true }
        return local.contains { $0.day == day && $0.state == state && $0.scope == .state }
    }

    /// A day on which nobody in the state is to be bothered: national or state holiday, or a local one that was added
    /// without a state.
    package func isHoliday(_ day: CalendarDay, in state: FederativeUnit?) -> Bool {
        if isNationalHoliday(day) { return true }
        if let state, isStateHoliday(day, in: state) { return true }
        return local.contains { $0.day == day && $0.scope != .optional && ($0.state == nil || $0.state == state) }
    }

    /// Monday to Friday, neither national nor bank holiday: Pix and boletos settle (Resolução CMN 4.880/2020).
    package func isBankBusinessDay(_ day: CalendarDay) -> Bool {
        day.weekday.rawValue <= 5 && !isNationalHoliday(day) && !isBankHoliday(day)
    }

    package func nextBankBusinessDay(onOrAfter day: CalendarDay) -> CalendarDay {
        var candidate = day
        while !isBankBusinessDay(candidate) { candidate = candidate.adding(days: 1) }
        return candidate
    }

    package func previousBankBusinessDay(onOrBefore day: CalendarDay) -> CalendarDay {
        var candidate = day
        while !isBankBusinessDay(candidate) { candidate = candidate.adding(days: -1) }
        return candidate
    }

    /// The day that many bank business days later, or earlier when negative; with 0, `day` itself.
    package func adding(bankBusinessDays count: Int, to day: CalendarDay) -> CalendarDay {
        var result = day
        for _ in 0..<abs(count) {
            result =
                count > 0
                ? nextBankBusinessDay(onOrAfter: result.adding(days: 1))
                : previousBankBusinessDay(onOrBefore: result.adding(days: -1))
        }
        return result
    }

    /// Bank business days after `start`, up to and including `end`; 0 when `end` is not later.
    package func bankBusinessDays(after start: CalendarDay, through end: CalendarDay) -> Int {
        guard start < end else { return 0 }
        var count = 0
        var day = start.adding(days: 1)
        while day <= end {
            if isBankBusinessDay(day) { count += 1 }
            day = day.adding(days: 1)
        }
        return count
    }
}

extension BrazilianCalendar {
    /// Two ways to count the business days of a month.
    package enum Counting: String, Codable, Sendable {
        /// Monday to Friday, as banks work.
        case bank
        /// Monday to Saturday, as salaries fall due: "quinto dia útil" (CLT art. 459 §1).
        case labour
    }

    /// The nth business day of a month; nil when the month has fewer, or `number` is below 1.
    package func businessDay(
        _ number: Int, ofMonth month: Int, year: Int, counting: Counting = .bank
    ) -> CalendarDay? {
        guard number >= 1, var day = CalendarDay(year: year, month: month, day: 1) else { return nil }
        let last = day.lastOfMonth
        var left = number
        while day <= last {
            let counts =
                switch counting {
                case .bank: isBankBusinessDay(day)
                case .labour: day.weekday != .sunday && !isNationalHoliday(day)
                }
            if counts { left -= 1 }
            if left == 0 { return day }
            day = day.adding(days: 1)
        }
        return nil
    }

    /// Everything known about a year, by day; a state's day that falls on a national holiday is not repeated.
    package func holidays(inYear year: Int) -> [Holiday] {
        let rules = HolidayRule.national + HolidayRule.ofAllStates + HolidayRule.municipal
        let computed = rules.compactMap { rule -> Holiday? in
            guard let day = rule.day(in: year) else { return nil }
            if rule.scope == .state || rule.scope == .municipal, isNationalHoliday(day) { return nil }
            return Holiday(
                day: day, scope: rule.scope, state: rule.state, name: rule.name, certainty: rule.certainty)
        }
        return (computed + local.filter { $0.day.year == year }).sorted {
            ($0.day, $0.state?.rawValue ?? "", $0.name) < ($1.day, $1.state?.rawValue ?? "", $1.name)
        }
    }

    /// What a day is, everywhere and in the state if one is given. Municipal days only where they were added.
    package func holidays(on day: CalendarDay, in state: FederativeUnit? = nil) -> [Holiday] {
        let year = day.year
        let rules = HolidayRule.national + (state.map(HolidayRule.state) ?? [])
        let computed = rules.filter { $0.day(in: year) == day }.map { rule in
            Holiday(day: day, scope: rule.scope, state: rule.state, name: rule.name, certainty: rule.certainty)
        }
        return computed + local.filter { $0.day == day && ($0.state == nil || $0.state == state) }
    }
}
