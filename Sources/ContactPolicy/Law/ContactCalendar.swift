package import Domain

/// The holidays that the gate needs, as functions, so that this room does not depend on how they are computed.
package struct ContactCalendar: Sendable {
    /// National holidays and, with a state, that state's: what CDC and the state laws call a holiday.
    package let isHoliday: @Sendable (_ day: CalendarDay, _ state: FederativeUnit?) -> Bool
    /// A bank holiday or optional day (Carnival, Corpus Christi …), on which offices may choose to rest.
    package let isBankHoliday: @Sendable (_ day: CalendarDay) -> Bool
    /// Every day of a year on which one of the two may say yes; it saves asking for all the others.
    package let candidates: @Sendable (_ year: Int) -> [CalendarDay]

    package init(
        isHoliday: @escaping @Sendable (_ day: CalendarDay, _ state: FederativeUnit?) -> Bool,
        isBankHoliday: @escaping @Sendable (_ day: CalendarDay) -> Bool,
        candidates: @escaping @Sendable (_ year: Int) -> [CalendarDay] = ContactCalendar.everyDay
    ) {
        self.isHoliday = isHoliday
        self.isBankHoliday = isBankHoliday
        self.candidates = candidates
    }

    package static let everyDay: @Sendable (Int) -> [CalendarDay] = { year in
        guard let first = CalendarDay(year: year, month: 1, day: 1) else { return [] }
        return (0..<366).map { first.adding(days: $0) }
    }

    /// A day on which banks settle: Monday to Friday, neither national nor bank holiday.
    func isBankDay(_ day: CalendarDay) -> Bool {
        let weekday = day.weekday
        return weekday != .saturday && weekday != .sunday && !isHoliday(day, nil) && !isBankHoliday(day)
    }
}
