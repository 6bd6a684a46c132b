package import Domain

/// The laws on contact hours, as data: one row per state, two profiles for where there is no law or no known state.
///
/// The table stands in `contact-hours.csv`; what it says is of very different certainty, and each row tells its own.
package struct ContactHours: Sendable {
    package let rows: [ContactHoursRow]

    /// Reads the table. Columns are found by name; unknown scopes are kept and not used.
    package init(csv: String) throws(ContactHoursError) {
        rows = try ContactHoursReader(csv).rows()
        for needed in ["platform_default", "platform_strict"] where row(scope: needed) == nil {
            throw ContactHoursError(line: 1, reason: "no row of scope \(needed)")
        }
    }

    /// The table that ships with the program, read once.
    package static let shipped: Result<ContactHours, ContactHoursError> = Result { () throws(ContactHoursError) in
        try ContactHours(csv: String(decoding: PackageResources.contact_hours_csv, as: UTF8.self))
    }

    func row(scope: String, state: FederativeUnit? = nil) -> ContactHoursRow? {
        rows.first { $0.scope == scope && (state == nil || $0.state == state) }
    }

    /// The hours that bind in a state: its own row within the platform's default; nil is an unknown state.
    func profile(state: FederativeUnit?) -> HoursProfile {
        let fallback = row(scope: "platform_default")
        guard let state else { return HoursProfile(row(scope: "platform_strict"), within: fallback) }
        return HoursProfile(row(scope: "state", state: state) ?? fallback, within: fallback)
    }
}

package struct ContactHoursRow: Hashable, Sendable {
    package let scope: String
    package let state: FederativeUnit?
    package let weekdays: DayWindow?
    package let saturday: DayWindow?
    package let source: String
    package let certainty: String
}

/// The hours of one state after the platform's own limits, and what they rest on.
struct HoursProfile: Hashable, Sendable {
    let windows: WeekWindows
    let source: String
    let certainty: String

    init(_ row: ContactHoursRow?, within limit: ContactHoursRow?) {
        windows = WeekWindows(
            weekdays: WeekWindows.meet(row?.weekdays, limit?.weekdays),
            saturday: WeekWindows.meet(row?.saturday, limit?.saturday))
        source = row?.source ?? ""
        certainty = row?.certainty ?? ""
    }

    init(_ profile: HoursProfile, within window: DayWindow?) {
        windows =
            window.map { own in
                WeekWindows(
                    weekdays: WeekWindows.meet(profile.windows.weekdays, own),
                    saturday: WeekWindows.meet(profile.windows.saturday, own))
            } ?? profile.windows
        source = profile.source
        certainty = profile.certainty
    }
}

/// The window of each day of the week; none is a closed day, as every Sunday is.
struct WeekWindows: Hashable, Sendable {
    let weekdays: DayWindow?
    let saturday: DayWindow?

    func window(on weekday: Weekday) -> DayWindow? {
        switch weekday {
        case .sunday: nil
        case .saturday: saturday
        default: weekdays
        }
    }

    /// Where a missing window means that the day is closed.
    static func meet(_ left: DayWindow?, _ right: DayWindow?) -> DayWindow? {
        guard let left, let right else { return nil }
        return left.intersection(right)
    }
}

package struct ContactHoursError: Error, Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let reason: String

    package var description: String { "contact hours, line \(line): \(reason)" }
}
