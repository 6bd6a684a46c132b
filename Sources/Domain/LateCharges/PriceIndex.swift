/// A published monthly rate by which amounts are corrected or charged.
package enum PriceIndex: String, CaseIterable, Codable, Sendable {
    /// IBGE's consumer price index, the legal one where a contract names none (CC art. 389).
    case ipca
    /// Its preview, of which the legal rate is made.
    case ipca15
    case inpc
    /// FGV's general market price index.
    case igpm
    /// The Central Bank's base rate, accumulated over the month. It pays for time as well as for inflation, so nothing
    /// else may be charged beside it.
    case selic
    /// The legal rate of interest (*taxa legal*: CC art. 406 as of Lei 14.905/2024; CMN Resolution 5.171/2024).
    case legalRate = "legal_rate"
}

/// A calendar month.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since year 0.
    let number: Int

    package init?(year: Int, month: Int) {
        guard (1...9998).contains(year), (1...12).contains(month) else { return nil }
        number = year * 12 + month - 1
    }

    package init(_ day: CalendarDay) {
        let (year, month, _) = day.components
        number = year * 12 + month - 1
    }

    /// Reads `YYYY-MM` and nothing else.
    package init?(iso text: some StringProtocol) {
        guard text.utf8.count == 7, let day = CalendarDay(iso: text + "-01") else { return nil }
        self.init(day)
    }

    private init(number: Int) { self.number = number }

    package var year: Int { number / 12 }
    package var month: Int { number % 12 + 1 }
    package var next: CalendarMonth { CalendarMonth(number: number + 1) }
    package var previous: CalendarMonth { CalendarMonth(number: number - 1) }
    package var firstDay: CalendarDay { CalendarDay(iso: "\(description)-01") ?? CalendarDay(number: 0) }
    /// In days.
    package var length: Int { CalendarDay.length(ofMonth: month, year: year) }
    package var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

    package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.number < right.number }

    /// The days from `start`, not counted, through `end`, by month; empty when `end` is not later.
    static func days(after start: CalendarDay, through end: CalendarDay) -> [(month: CalendarMonth, days: Int)] {
        guard start < end else { return [] }
        var result: [(month: CalendarMonth, days: Int)] = []
        var day = start.adding(days: 1)
        while day <= end {
            let last = min(day.lastOfMonth, end)
            result.append((CalendarMonth(day), day.days(until: last) + 1))
            day = last.adding(days: 1)
        }
        return result
    }
}
