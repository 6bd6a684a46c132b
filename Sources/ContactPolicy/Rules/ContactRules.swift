import Domain

/// The policy in force: settings, laws and holidays, prepared for many decisions.
package struct ContactRules: Sendable {
    package let settings: ContactSettings
    let tables: RuleTables

    /// - Throws: when a setting is looser than the hard limits: all such settings at once.
    package init(
        settings: ContactSettings = ContactSettings(), hours: ContactHours, calendar: ContactCalendar
    ) throws(ContactRulesError) {
        let problems = settings.problems()
        guard problems.isEmpty else { throw .looserThanLaw(problems) }
        self.settings = settings
        tables = RuleTables(settings: settings, hours: hours, calendar: calendar)
    }

    /// With the table of contact hours that ships with the program.
    package init(
        settings: ContactSettings = ContactSettings(), calendar: ContactCalendar
    ) throws(ContactRulesError) {
        switch ContactHours.shipped {
        case .success(let hours): try self.init(settings: settings, hours: hours, calendar: calendar)
        case .failure(let error): throw .unreadableHours(error)
        }
    }
}

package enum ContactRulesError: Error, Hashable, Sendable {
    case looserThanLaw([ContactSettingsProblem])
    case unreadableHours(ContactHoursError)
}

/// Everything that is looked up per day and state, computed once.
final class RuleTables: Sendable {
    /// By `ContactPlace.index`; the last is the strict profile.
    let profiles: [HoursProfile]
    /// The same windows alone, which are all that a verdict needs.
    let windows: [WeekWindows]
    /// One bit per day and place index: no contact because of a holiday.
    private let holidayBits: [UInt64]
    private let calendar: ContactCalendar
    private let restOnBankHolidays: Bool

    /// Other years are computed when asked.
    private static let years = 2020...2049
    private static let firstDay = CalendarDay(year: years.lowerBound, month: 1, day: 1)?.number ?? 0
    private static let dayCount = (CalendarDay(year: years.upperBound, month: 12, day: 31)?.number ?? 0) - firstDay + 1
    private static let wordsPerPlace = Int(dayCount + 63) / 64

    init(settings: ContactSettings, hours: ContactHours, calendar: ContactCalendar) {
        self.calendar = calendar
        restOnBankHolidays = settings.restOnBankHolidays
        let names: [FederativeUnit?] = FederativeUnit.allCases + [nil]
        profiles = names.map { HoursProfile(hours.profile(state: $0), within: settings.ownHours) }
        windows = profiles.map(\.windows)
        var bits = [UInt64](repeating: 0, count: RuleTables.wordsPerPlace * names.count)
        let unknown = Int(ContactPlace.unknownIndex)
        let states = FederativeUnit.allCases
        for day in Set(RuleTables.years.flatMap(calendar.candidates)) {
            let offset = Int(day.number - RuleTables.firstDay)
            guard offset >= 0 && offset < Int(RuleTables.dayCount) else { continue }
            let bit: UInt64 = 1 << UInt64(offset % 64)
            let word = offset / 64
            let everywhere =
                calendar.isHoliday(day, nil) || (settings.restOnBankHolidays && calendar.isBankHoliday(day))
            for place in 0..<unknown where everywhere || calendar.isHoliday(day, states[place]) {
                bits[place * RuleTables.wordsPerPlace + word] |= bit
                bits[unknown * RuleTables.wordsPerPlace + word] |= bit
            }
        }
        holidayBits = bits
    }

    /// A holiday in that place, municipal ones apart.
    func isHoliday(_ day: CalendarDay, place: UInt8) -> Bool {
        let offset = day.number - RuleTables.firstDay
        guard offset >= 0 && offset < RuleTables.dayCount else { return computedHoliday(day, place: place) }
        let word = holidayBits[Int(place) * RuleTables.wordsPerPlace + Int(offset) / 64]
        return word & (1 << UInt64(offset % 64)) != 0
    }

    private func computedHoliday(_ day: CalendarDay, place: UInt8) -> Bool {
        if restOnBankHolidays && calendar.isBankHoliday(day) { return true }
        if place == ContactPlace.unknownIndex {
            return FederativeUnit.allCases.contains { calendar.isHoliday(day, $0) }
        }
        return calendar.isHoliday(day, nil) || calendar.isHoliday(day, FederativeUnit.allCases[Int(place)])
    }

    /// The last day of a number of bank days after a day.
    func bankDay(after day: CalendarDay, count: Int) -> CalendarDay {
        var result = day
        for _ in 0..<count {
            repeat { result = result.adding(days: 1) } while !calendar.isBankDay(result)
        }
        return result
    }
}
