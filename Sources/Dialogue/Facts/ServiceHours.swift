package import Domain

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

extension ServiceHours {
    /// What is said about an answer by a person, as instants.
    package struct Promise: Hashable, Sendable {
        /// When the team must hear of it where nobody has answered yet.
        package let alarmAt: Timestamp
        /// By then the person was told to have an answer: the end of today's service, or an hour into the next one.
        package let dueAt: Timestamp
    }

    /// Nil where no service is to be expected, and none is promised.
    ///
    /// - Parameter zone: of the team.
    package func promise(at now: Timestamp, zone: Zone, calendar: BrazilianCalendar) -> Promise? {
        let local = zone.localTime(now)
        switch nextService(at: local, calendar: calendar) {
        case .openNow(let until):
            // An hour is long to wait in the middle of the day; towards its end the alarm comes while somebody is there.
            let end = zone.instant(local.day, minuteOfDay: until)
            let before = max(now, end.adding(minutes: -30))
            return Promise(alarmAt: min(now.adding(minutes: 60), before), dueAt: end)
        case .opens(let day, let minute):
            let opening = zone.instant(day, minuteOfDay: minute)
            return Promise(alarmAt: opening, dueAt: opening.adding(minutes: 60))
        case nil: return nil
        }
    }
}

/// When a person will be there.
enum NextService: Hashable {
    case openNow(until: Int)
    case opens(CalendarDay, minute: Int)
}
