/// A day of the Gregorian calendar, without a time or a zone.
package struct CalendarDay: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01, which is day 0.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// Nil when the day does not exist (30 February, month 13) or the year is outside 1…9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil, after Howard Hinnant's public-domain description: years start in March.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(iso text: some StringProtocol) {
        var number = 0
        var index = 0
        for byte in text.utf8 {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte.isASCIIDigit else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
            index += 1
            guard index <= 10 else { return nil }
        }
        guard index == 10 else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    package var weekday: Weekday {
        let index = (Int(number) + 3) % 7
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }

    /// The day `days` later, or earlier when negative.
    package func adding(days: Int) -> CalendarDay { CalendarDay(number: number + Int32(days)) }

    /// The same day `months` later; the last day of the month where that day does not exist.
    package func adding(months: Int) -> CalendarDay {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        let targetYear = index / 12
        let targetMonth = index % 12 + 1
        let last = CalendarDay.length(ofMonth: targetMonth, year: targetYear)
        return CalendarDay(year: targetYear, month: targetMonth, day: min(day, last)) ?? self
    }

    /// How many days `other` lies after this day.
    package func days(until other: CalendarDay) -> Int { Int(other.number) - Int(number) }

    package var lastOfMonth: CalendarDay {
        let (year, month, day) = components
        return adding(days: CalendarDay.length(ofMonth: month, year: year) - day)
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    /// ISO 8601: `YYYY-MM-DD`.
    package var iso: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package var description: String { iso }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = CalendarDay(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// ISO order: the week starts on Monday.
package enum Weekday: Int, CaseIterable, Sendable, Codable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A decimal number, padded with zeros on the left to a width.
package func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
