package import Domain

/// Values as words of one language, seen from one day.
package struct Phrasing: Sendable {
    package let tongue: Tongue
    package let today: CalendarDay

    package init(tongue: Tongue, today: CalendarDay) {
        self.tongue = tongue
        self.today = today
    }

    package func money(_ amount: Money) -> String {
        switch tongue {
        case .portuguese, .spanish: Portuguese.money(amount, space: .plain)
        case .english: EnglishFormat.money(amount)
        }
    }

    /// "27/11", with the year where it is not this one.
    package func shortDate(_ day: CalendarDay) -> String {
        switch tongue {
        case .portuguese, .spanish: day.year == today.year ? Portuguese.shortDate(day) : Portuguese.date(day)
        case .english: EnglishFormat.date(day, withYear: day.year != today.year)
        }
    }

    /// A day as one says it aloud: "hoje, 23/11", "amanhã, 24/11", "sexta-feira, 27/11".
    package func date(_ day: CalendarDay) -> String {
        let distance = today.days(until: day)
        let name =
            switch (distance, tongue) {
            case (0, .portuguese): "hoje"
            case (1, .portuguese): "amanhã"
            case (0, .spanish): "hoy"
            case (1, .spanish): "mañana"
            case (0, .english): "today"
            case (1, .english): "tomorrow"
            default: weekday(day)
            }
        return "\(name), \(shortDate(day))"
    }

    func weekday(_ day: CalendarDay) -> String {
        switch tongue {
        case .portuguese: Portuguese.weekday(day.weekday)
        case .spanish: SpanishFormat.weekday(day.weekday)
        case .english: EnglishFormat.weekday(day.weekday)
        }
    }

    package func percent(_ percentage: Percentage) -> String {
        let text = Portuguese.percent(percentage)
        return tongue == .english ? String(text.map { $0 == "," ? "." : $0 }) : text
    }

    func clock(minute: Int) -> String {
        let hour = minute / 60 % 24
        let rest = minute % 60
        switch tongue {
        case .portuguese, .spanish: return rest == 0 ? "\(hour)h" : "\(hour)h\(padded(rest, 2))"
        case .english:
            let twelve = hour % 12 == 0 ? 12 : hour % 12
            return (rest == 0 ? "\(twelve)" : "\(twelve):\(padded(rest, 2))") + (hour < 12 ? " am" : " pm")
        }
    }

    /// When a person answers, as a whole sentence.
    func service(_ time: ServiceTime) -> String {
        switch (time, tongue) {
        case (.openNow(let minute), .portuguese): "A resposta vem ainda hoje, até as \(clock(minute: minute))."
        case (.openNow(let minute), .spanish): "La respuesta llega hoy mismo, antes de las \(clock(minute: minute))."
        case (.openNow(let minute), .english): "You will get an answer today, by \(clock(minute: minute))."
        case (.opens(let day, let minute), .portuguese):
            "O atendimento volta \(date(day)), a partir das \(clock(minute: minute))."
        case (.opens(let day, let minute), .spanish):
            "La atención vuelve \(date(day)), desde las \(clock(minute: minute))."
        case (.opens(let day, let minute), .english): "The team is back \(date(day)), from \(clock(minute: minute))."
        case (.unknown, .portuguese): "A resposta vem por aqui mesmo."
        case (.unknown, .spanish): "La respuesta llega por aquí mismo."
        case (.unknown, .english): "The answer will come right here."
        }
    }

    /// A day, a time, or both: "amanhã, 24/11, de manhã".
    func moment(day: CalendarDay?, time: SpokenTime?) -> String {
        let parts = [day.map(date), time.map(spoken)].compactMap { $0 }
        return parts.joined(separator: ", ")
    }

    private func spoken(_ time: SpokenTime) -> String {
        switch (time, tongue) {
        case (.minute(let minute), .portuguese): "às \(clock(minute: minute))"
        case (.minute(let minute), .spanish): "a las \(clock(minute: minute))"
        case (.minute(let minute), .english): "at \(clock(minute: minute))"
        case (.morning, .portuguese): "de manhã"
        case (.morning, .spanish): "por la mañana"
        case (.morning, .english): "in the morning"
        case (.afternoon, .portuguese): "à tarde"
        case (.afternoon, .spanish): "por la tarde"
        case (.afternoon, .english): "in the afternoon"
        case (.evening, .portuguese): "à noite"
        case (.evening, .spanish): "por la noche"
        case (.evening, .english): "in the evening"
        }
    }

    /// "da Loja Aurora", "do Banco Sol": the article that a Portuguese name takes, by its first word.
    func of(_ name: String) -> String {
        switch tongue {
        case .spanish: return "de \(name)"
        case .english: return "of \(name)"
        case .portuguese:
            let first = name.prefix { $0.isLetter }.lowercased()
            return (Phrasing.masculineNames.contains(first) ? "do " : "da ") + name
        }
    }

    private static let masculineNames: Set<String> = [
        "banco", "grupo", "mercado", "supermercado", "hipermercado", "instituto", "colégio", "colegio", "hospital",
        "magazine", "atacado", "atacadão", "armazém", "empório", "laboratório", "centro", "clube", "condomínio",
        "consórcio", "escritório", "posto", "shopping", "sistema", "fundo",
    ]

    /// "Loja Aurora (CNPJ 12.345.678/0001-95)"
    func named(_ creditor: CreditorText) -> String {
        guard let cnpj = creditor.cnpj else { return creditor.tradeName }
        return "\(creditor.tradeName) (CNPJ \(cnpj))"
    }

    /// The creditor's name, CNPJ and address in one line.
    func identity(_ creditor: CreditorText) -> String {
        let number = creditor.cnpj.map { "CNPJ \($0)" }
        return [creditor.legalName, number, creditor.address].compactMap { $0 }.joined(separator: ", ")
    }

    /// Where the number comes from and how to hear no more (P3).
    var rights: String {
        word(
            "Seu número veio do seu cadastro. Para não receber mais, escreva SAIR.",
            "Tu número viene de tu registro. Para no recibir más, escribe SALIR.",
            "Your number comes from your registration. To stop messages, write STOP.")
    }

    func beneficiary(_ name: String, _ document: String?) -> String {
        document.map { "\(name), CNPJ \($0)" } ?? name
    }

    /// "27/11 ou 04/12"
    func alternatives(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let word =
            switch tongue {
            case .portuguese: "ou"
            case .spanish: "o"
            case .english: "or"
            }
        return items.dropLast().joined(separator: "; ") + " \(word) " + last
    }
}

enum SpanishFormat {
    static func weekday(_ day: Weekday) -> String {
        switch day {
        case .monday: "lunes"
        case .tuesday: "martes"
        case .wednesday: "miércoles"
        case .thursday: "jueves"
        case .friday: "viernes"
        case .saturday: "sábado"
        case .sunday: "domingo"
        }
    }
}

enum EnglishFormat {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func weekday(_ day: Weekday) -> String {
        switch day {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    static func date(_ day: CalendarDay, withYear: Bool) -> String {
        let text = "\(months[day.month - 1]) \(day.day)"
        return withYear ? "\(text), \(day.year)" : text
    }

    /// "R$ 1,234.56": the currency's own sign, the language's own marks.
    static func money(_ amount: Money) -> String {
        let swapped = Portuguese.money(amount, space: .plain).map { character -> Character in
            switch character {
            case ".": ","
            case ",": "."
            default: character
            }
        }
        return String(swapped)
    }
}
