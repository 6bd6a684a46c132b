import Domain

/// Amounts, counts and times as the console writes them. Money and days come from `Domain`, the one place that formats
/// them; what is only ever seen on a screen stands here.
enum Format {
    static let nonBreakingSpace = "\u{A0}"

    static func money(_ amount: Money) -> String { Portuguese.money(amount) }
    static func day(_ day: CalendarDay) -> String { Portuguese.weekdayDate(day) }
    static func number(_ value: Int) -> String { Portuguese.number(value) }

    /// `46 %`, rounded half up; a dash where there is no whole.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return percent(points(part, of: whole))
    }

    static func percent(_ points: Int) -> String { "\(points)\(nonBreakingSpace)%" }

    /// Whole percentage points, rounded half up.
    static func points(_ part: Int, of whole: Int) -> Int {
        whole > 0 ? (part * 200 + whole) / (whole * 2) : 0
    }

    /// Hundredths as one decimal, rounded half up: `462` is `4,6`.
    static func tenths(ofHundredths value: Int) -> String {
        let tenths = (value + 5) / 10
        return "\(tenths / 10),\(tenths % 10)"
    }

    /// `38 s`, `4 min`, `2 h 05 min`, `3 dias`.
    static func duration(seconds: Int) -> String {
        let space = nonBreakingSpace
        switch seconds {
        case ..<0: return "0\(space)s"
        case ..<60: return "\(seconds)\(space)s"
        case ..<3600: return "\(seconds / 60)\(space)min"
        case ..<86_400:
            let minutes = seconds / 60 % 60
            let hours = "\(seconds / 3600)\(space)h"
            return minutes == 0 ? hours : hours + "\(space)\(padded(minutes, 2))\(space)min"
        default:
            let days = seconds / 86_400
            return days == 1 ? "1\(space)dia" : "\(days)\(space)dias"
        }
    }

    /// `segunda-feira, 23 de novembro de 2026, 14:05`, with the zone where it is not Brasília's.
    static func full(_ instant: Timestamp, in zone: Zone) -> String {
        let local = zone.localTime(instant)
        let text = "\(Portuguese.weekday(local.day.weekday)), \(Portuguese.fullDate(local.day)), \(local.clock)"
        return zone == .brasilia ? text : text + " (\(zone.name))"
    }

    /// `seg 23 nov 14:05`; only `14:05` on the day of `now`, and with the year in another year.
    static func short(_ instant: Timestamp, now: Timestamp, in zone: Zone) -> String {
        let local = zone.localTime(instant)
        let today = zone.day(now)
        if local.day == today { return local.clock }
        let year = local.day.year == today.year ? "" : " \(local.day.year)"
        return "\(day(local.day))\(year) \(local.clock)"
    }
}
