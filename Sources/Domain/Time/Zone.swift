/// A time zone with one fixed offset from UTC.
///
/// Brazil has had no daylight saving time since Decreto 9.772/2019, so each of its four zones is one offset. A country
/// with daylight saving would make this a table of transitions; every caller already passes through here.
package struct Zone: Hashable, Sendable, Codable {
    /// The IANA name, for people and for other systems.
    package let name: String
    /// Minutes east of Greenwich; Brazil's are negative.
    package let offsetMinutes: Int

    package init(name: String, offsetMinutes: Int) {
        self.name = name
        self.offsetMinutes = offsetMinutes
    }

    package static let utc = Zone(name: "UTC", offsetMinutes: 0)
    /// UTC−3, most of Brazil.
    package static let brasilia = Zone(name: "America/Sao_Paulo", offsetMinutes: -180)
    /// UTC−4: AM, RR, RO, MT, MS.
    package static let amazon = Zone(name: "America/Manaus", offsetMinutes: -240)
    /// UTC−5: AC and the far west of AM.
    package static let acre = Zone(name: "America/Rio_Branco", offsetMinutes: -300)
    /// UTC−2: Fernando de Noronha.
    package static let noronha = Zone(name: "America/Noronha", offsetMinutes: -120)

    package func localTime(_ instant: Timestamp) -> LocalTime {
        let shifted = instant.milliseconds + Int64(offsetMinutes) * 60_000
        let day = shifted.quotientRoundedDown(by: 86_400_000)
        let rest = shifted - day * 86_400_000
        return LocalTime(day: CalendarDay(number: Int32(day)), millisecondOfDay: Int(rest))
    }

    package func day(_ instant: Timestamp) -> CalendarDay { localTime(instant).day }

    /// The instant at which a wall clock in this zone shows the given day and minute.
    package func instant(_ day: CalendarDay, minuteOfDay: Int = 0) -> Timestamp {
        Timestamp(milliseconds: Int64(day.number) * 86_400_000 + Int64(minuteOfDay - offsetMinutes) * 60_000)
    }
}

/// What a wall clock shows: a day, and how far into it.
package struct LocalTime: Hashable, Comparable, Sendable {
    package let day: CalendarDay
    /// 0 ..< 86 400 000
    package let millisecondOfDay: Int

    package init(day: CalendarDay, millisecondOfDay: Int) {
        self.day = day
        self.millisecondOfDay = millisecondOfDay
    }

    package var minuteOfDay: Int { millisecondOfDay / 60_000 }
    package var hour: Int { minuteOfDay / 60 }
    package var minute: Int { minuteOfDay % 60 }

    /// `HH:MM`
    package var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.millisecondOfDay) < (right.day, right.millisecondOfDay)
    }
}
