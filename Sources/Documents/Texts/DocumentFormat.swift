import Domain

/// Amounts, days and counts as one language writes them on paper. The one place where a document formats a value.
struct DocumentFormat: Sendable {
    let language: DocumentLanguage

    /// `R$ 1.234,56`, unbroken; `R$ 1,234.56` in English.
    func money(_ amount: Money) -> String { localised(Portuguese.money(amount)) }

    /// `1.234,56`, for columns that say the currency in their title or whose paper does.
    func amount(_ amount: Money) -> String { localised(Portuguese.amount(amount)) }

    func percent(_ percentage: Percentage) -> String { localised(Portuguese.percent(percentage)) }

    func number(_ value: Int) -> String { localised(Portuguese.number(value)) }

    /// `23/11/2026`; in English `23 Nov 2026`, since 11/12 would be read in two ways.
    func date(_ day: CalendarDay) -> String {
        guard language == .english else { return Portuguese.date(day) }
        let (year, month, number) = day.components
        return "\(number)\u{A0}\(English.month(month).prefix(3))\u{A0}\(year)"
    }

    /// `23 de novembro de 2026`
    func longDate(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        return switch language {
        case .portuguese: Portuguese.fullDate(day)
        case .spanish: "\(number) de \(Spanish.month(month)) de \(year)"
        case .english: "\(number) \(English.month(month)) \(year)"
        }
    }

    /// `23/11/2026 14:05`, by the clock of a zone.
    func instant(_ instant: Timestamp, in zone: Zone) -> String {
        let local = zone.localTime(instant)
        return date(local.day) + "\u{A0}" + local.clock
    }

    private func localised(_ text: String) -> String {
        guard language == .english else { return text }
        return String(
            text.map { character in
                switch character {
                case ",": "."
                case ".": ","
                default: character
                }
            })
    }
}

private enum English {
    static func month(_ month: Int) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return (1...12).contains(month) ? months[month - 1] : ""
    }
}

private enum Spanish {
    static func month(_ month: Int) -> String {
        let months = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ]
        return (1...12).contains(month) ? months[month - 1] : ""
    }
}
