import Domain

/// When people of the creditor's team answer.
package struct ServiceHours: Hashable, Codable, Sendable {
    /// Minutes of the day, half-open; nil on days without service.
    package let weekdays: Range<Int>?
    package let saturdays: Range<Int>?

    package init(weekdays: Range<Int>?, saturdays: Range<Int>? = nil) {
        self.weekdays = weekdays
        self.saturdays = saturdays
    }

    /// Monday to Friday, 9 h to 18 h.
    package static let office = ServiceHours(weekdays: 540..<1080)

    func window(on day: CalendarDay, calendar: BrazilianCalendar) -> Range<Int>? {
        if calendar.isNationalHoliday(day) { return nil }
        switch day.weekday {
        case .sunday: return nil
        case .saturday: return saturdays
        default: return weekdays
        }
    }

    /// When somebody will next be there: now, or the next opening within two weeks.
    func nextService(at local: LocalTime, calendar: BrazilianCalendar) -> NextService? {
        for offset in 0...14 {
            let day = local.day.adding(days: offset)
            guard let window = window(on: day, calendar: calendar) else { continue }
            if offset > 0 { return .opens(day, minute: window.lowerBound) }
            if window.contains(local.minuteOfDay) { return .openNow(until: window.upperBound) }
            if local.minuteOfDay < window.lowerBound { return .opens(day, minute: window.lowerBound) }
        }
        return nil
    }
}

/// When a person will be there.
enum NextService: Hashable {
    case openNow(until: Int)
    case opens(CalendarDay, minute: Int)
}
