import Domain

/// The words of the calendar, folded, with the ways in which they are shortened and misspelt.
enum CalendarWords {
    static func weekday(_ word: String) -> Weekday? { weekdays[word] }
    static func month(_ word: String) -> Int? { months[word] }

    static var all: Set<String> { Set(weekdays.keys).union(months.keys) }

    private static let weekdays: [String: Weekday] = [
        "segunda": .monday, "sgunda": .monday, "segundona": .monday, "lunes": .monday, "monday": .monday,
        "terca": .tuesday, "terssa": .tuesday, "terca-feira": .tuesday, "martes": .tuesday, "tuesday": .tuesday,
        "quarta": .wednesday, "quarata": .wednesday, "miercoles": .wednesday, "wednesday": .wednesday,
        "quinta": .thursday, "jueves": .thursday, "thursday": .thursday,
        "sexta": .friday, "sextou": .friday, "viernes": .friday, "friday": .friday,
        "sabado": .saturday, "saturday": .saturday,
        "domingo": .sunday, "domingao": .sunday, "sunday": .sunday,
        "segundafeira": .monday, "tercafeira": .tuesday, "quartafeira": .wednesday, "quintafeira": .thursday,
        "sextafeira": .friday,
    ]

    private static let months: [String: Int] = [
        "janeiro": 1, "enero": 1, "january": 1, "fevereiro": 2, "febrero": 2, "february": 2,
        "marco": 3, "marso": 3, "mar": 3, "marzo": 3, "march": 3, "abril": 4, "april": 4, "maio": 5, "mai": 5,
        "mayo": 5, "may": 5,
        "junho": 6, "jun": 6, "junio": 6, "june": 6, "julho": 7, "jul": 7, "julio": 7, "july": 7,
        "agosto": 8, "august": 8, "setembro": 9, "set": 9, "septiembre": 9, "setiembre": 9, "september": 9,
        "outubro": 10, "out": 10, "octubre": 10, "october": 10, "novembro": 11, "noviembre": 11, "november": 11,
        "dezembro": 12, "dez": 12, "dizembro": 12, "desembro": 12, "diciembre": 12, "december": 12,
    ]

    /// Abbreviations that are other words as well, so that they name a month only after "de" or a day.
    static let doubtfulMonths: Set<String> = ["mar", "mai", "may", "jun", "jul", "set", "out", "dez", "march"]
}

/// Arithmetic on days as conversation needs it.
extension CalendarDay {
    /// The next such weekday strictly after this day.
    func next(_ weekday: Weekday) -> CalendarDay {
        let distance = (weekday.rawValue - self.weekday.rawValue + 6) % 7 + 1
        return adding(days: distance)
    }

    /// The latest such weekday strictly before this day.
    func previous(_ weekday: Weekday) -> CalendarDay {
        next(weekday).adding(days: -7) == self ? adding(days: -7) : next(weekday).adding(days: -7)
    }

    /// The Monday of this day's week.
    var mondayOfWeek: CalendarDay { adding(days: 1 - weekday.rawValue) }

    /// The next day with this number strictly after this day; months without it are passed over.
    func next(dayOfMonth number: Int) -> CalendarDay? {
        guard (1...31).contains(number) else { return nil }
        let first = CalendarDay(year: year, month: month, day: 1) ?? self
        for offset in 0...3 {
            let start = first.adding(months: offset)
            if let day = CalendarDay(year: start.year, month: start.month, day: number), day > self { return day }
        }
        return nil
    }

    /// The latest day with this number, this day included.
    func latest(dayOfMonth number: Int) -> CalendarDay? {
        guard (1...31).contains(number) else { return nil }
        let first = CalendarDay(year: year, month: month, day: 1) ?? self
        for offset in 0...3 {
            let start = first.adding(months: -offset)
            if let day = CalendarDay(year: start.year, month: start.month, day: number), day <= self { return day }
        }
        return nil
    }

    /// The next such day of the year, this day included; nil when it exists in no year near (30 February).
    func next(month: Int, day: Int) -> CalendarDay? {
        for offset in 0...8 {
            if let found = CalendarDay(year: year + offset, month: month, day: day), found >= self { return found }
        }
        return nil
    }

    func latest(month: Int, day: Int) -> CalendarDay? {
        for offset in 0...8 {
            if let found = CalendarDay(year: year - offset, month: month, day: day), found <= self { return found }
        }
        return nil
    }
}
