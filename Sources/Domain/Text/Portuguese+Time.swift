extension Portuguese {
    /// `23/11/2026`
    package static func date(_ day: CalendarDay) -> String {
        let (year, month, dayOfMonth) = day.components
        return "\(padded(dayOfMonth, 2))/\(padded(month, 2))/\(padded(year, 4))"
    }

    /// `23/11`
    package static func shortDate(_ day: CalendarDay) -> String {
        let (_, month, dayOfMonth) = day.components
        return "\(padded(dayOfMonth, 2))/\(padded(month, 2))"
    }

    /// `seg 23 nov`, as tables show days.
    package static func weekdayDate(_ day: CalendarDay) -> String {
        let (_, month, dayOfMonth) = day.components
        return "\(weekdayShort(day.weekday)) \(dayOfMonth) \(monthShort(month))"
    }

    /// `segunda-feira, 23/11`, as messages say them.
    package static func longWeekdayDate(_ day: CalendarDay) -> String {
        weekday(day.weekday) + ", " + shortDate(day)
    }

    /// `23 de novembro de 2026`; the first of a month is `1º`.
    package static func fullDate(_ day: CalendarDay) -> String {
        let (year, month, dayOfMonth) = day.components
        return "\(dayOfMonth == 1 ? "1º" : String(dayOfMonth)) de \(Portuguese.month(month)) de \(year)"
    }

    /// `9h`, `9h30`
    package static func time(_ time: LocalTime) -> String {
        time.minute == 0 ? "\(time.hour)h" : "\(time.hour)h\(padded(time.minute, 2))"
    }

    /// `segunda-feira`
    package static func weekday(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: "segunda-feira"
        case .tuesday: "terça-feira"
        case .wednesday: "quarta-feira"
        case .thursday: "quinta-feira"
        case .friday: "sexta-feira"
        case .saturday: "sábado"
        case .sunday: "domingo"
        }
    }

    /// `seg`
    package static func weekdayShort(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: "seg"
        case .tuesday: "ter"
        case .wednesday: "qua"
        case .thursday: "qui"
        case .friday: "sex"
        case .saturday: "sáb"
        case .sunday: "dom"
        }
    }

    private static let months = [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
        "dezembro",
    ]

    /// `novembro`; empty outside 1…12.
    package static func month(_ month: Int) -> String { (1...12).contains(month) ? months[month - 1] : "" }

    /// `nov`
    package static func monthShort(_ month: Int) -> String { String(Portuguese.month(month).prefix(3)) }
}
