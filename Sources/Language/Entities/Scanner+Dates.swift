import Domain

/// Days: near ones by name, weekdays, days of the month, dates in figures and words, spans of time, business days.
extension Scanner {
    func date(at index: Int) -> Mention? {
        if let mention = nearDay(at: index) { return mention }
        if let mention = recurring(at: index) { return mention }
        if let mention = businessDay(at: index) { return mention }
        if let mention = weekday(at: index) { return mention }
        if let mention = dayOfMonth(at: index) { return mention }
        if let mention = figures(at: index) { return mention }
        if let mention = dayAndMonthName(at: index) { return mention }
        if let mention = partOfMonth(at: index) { return mention }
        if let mention = distance(at: index) { return mention }
        return span(at: index) ?? vague(at: index)
    }

    func dated(_ range: Range<Int>, _ date: DateMention) -> Mention { Mention(range: range, value: .date(date)) }

    /// A day for a plan that may turn out to be no business day, and the same for something done.
    func planned(_ future: CalendarDay?, past: CalendarDay? = nil) -> DateMention {
        guard let future else { return .doubtful(.invalid) }
        return DateMention(future: future, past: past ?? (future <= today ? future : nil))
    }

    // MARK: Days by name

    private func nearDay(at index: Int) -> Mention? {
        switch word(index) {
        case "hoje", "today", "hoy", "tonight", "hojinho":
            if matches(index + 1, "em", "dia") { return nil }
            if ["ate", "desde"].contains(word(index - 1)), word(index + 1) == "nao" { return nil }
            return named(index..<index + 1, today)
        case "agorinha":
            return named(index..<index + 1, today)
        case "agora"
        where word(index + 1) == "de" && ["manha", "tarde", "noite", "manhazinha"].contains(word(index + 2)),
            "this" where ["morning", "afternoon"].contains(word(index + 1)):
            return named(index..<index + 1, today)
        case "amanha", "amanhazinha", "tomorrow":
            return named(index..<index + 1, today.adding(days: 1))
        case "manana" where word(index - 1) != "la":
            return named(index..<index + 1, today.adding(days: 1))
        case "depois":
            var next = index + 1
            if word(next) == "de" { next += 1 }
            guard ["amanha", "damanha", "manha"].contains(word(next)), word(next) != "manha" || next == index + 2 else {
                return nil
            }
            return named(index..<next + 1, today.adding(days: 2))
        case "pasado" where word(index + 1) == "manana":
            return named(index..<index + 2, today.adding(days: 2))
        case "ontem", "ayer", "yesterday":
            return dated(index..<index + 1, pastDay(today.adding(days: -1)))
        case "anteontem", "antontem", "antiontem", "anteayer", "antesdeontem":
            return dated(index..<index + 1, pastDay(today.adding(days: -2)))
        case "antes" where matches(index + 1, "de", "ontem"):
            return dated(index..<index + 3, pastDay(today.adding(days: -2)))
        default:
            return nil
        }
    }

    private func pastDay(_ day: CalendarDay) -> DateMention { DateMention(past: day, doubt: .past) }

    /// A day by name; "hoje não", "amanhã eu não consigo" only rule it out.
    private func named(_ range: Range<Int>, _ day: CalendarDay) -> Mention {
        var mention = DateMention.exact(day)
        mention.isNegated = isRuledOut(after: range.upperBound)
        return dated(range, mention)
    }

    /// A "não" right after a day, with at most the subject between: "hoje não", "sexta eu não posso".
    func isRuledOut(after index: Int) -> Bool {
        var next = index
        for _ in 0..<2 where ["eu", "ja", "tambem", "feira"].contains(word(next)) { next += 1 }
        if word(next) == "nao" { return !["e", "ne"].contains(word(next + 1)) }
        return ["ta", "fica", "e"].contains(word(next))
            && ["dificil", "impossivel", "ruim", "complicado"].contains(word(next + 1))
    }

    // MARK: Recurring days

    /// "todo dia 10", "dia 5 de cada mês", "todo mês no dia 15".
    private func recurring(at index: Int) -> Mention? {
        var next = index
        let opening = word(next)
        if ["todo", "todos", "toda", "cada", "sempre"].contains(opening) {
            next += 1
            if ["os", "o", "santo"].contains(word(next)) { next += 1 }
            var hasMonth = false
            if ["mes", "meses"].contains(word(next)) {
                hasMonth = true
                next += 1
            }
            while ["no", "na", "ate", "o", "pelo", "por", "ali"].contains(word(next)) { next += 1 }
            guard ["dia", "dias"].contains(word(next)) else { return nil }
            if word(next + 1) == "primeiro" {
                return Mention(range: index..<skipOfMonth(next + 2), value: .recurringDay(1))
            }
            guard let (number, end) = smallNumber(next + 1), (1...31).contains(number) else { return nil }
            if !hasMonth, isCount(at: end) { return nil }
            return Mention(range: index..<skipOfMonth(end), value: .recurringDay(number))
        }
        guard opening == "dia", let (number, end) = smallNumber(index + 1), (1...31).contains(number) else {
            return nil
        }
        var after = end
        if word(after) == "de" || word(after) == "do" || word(after) == "em" { after += 1 }
        guard ["cada", "todo", "todos"].contains(word(after)) else { return nil }
        if word(after + 1) == "os" { after += 1 }
        guard ["mes", "meses"].contains(word(after + 1)) else { return nil }
        return Mention(range: index..<after + 2, value: .recurringDay(number))
    }

    private func isCount(at index: Int) -> Bool { ["vezes", "x", "mensagens", "horas"].contains(word(index)) }

    private func skipOfMonth(_ index: Int) -> Int {
        if ["do", "de"].contains(word(index)) {
            if word(index + 1) == "mes" { return index + 2 }
            if ["cada", "todo"].contains(word(index + 1)), word(index + 2) == "mes" { return index + 3 }
        }
        return index
    }

    // MARK: Weekdays

    private func weekday(at index: Int) -> Mention? {
        var start = index
        var isNext = false
        if ["proxima", "proximo", "next", "proximos"].contains(word(start)) {
            isNext = true
            start += 1
        }
        guard let (day, end) = weekdayName(at: start) else {
            return isNext ? nil : weekThenWeekday(at: index)
        }
        if isList(after: end, day) { return dated(index..<end, .doubtful(.ambiguous([today.next(day)]))) }
        if let figure = dayFigure(after: end) { return dated(index..<figure.range.upperBound, figure.date) }
        return dated(index..<qualifierEnd(end), resolve(day, isNext: isNext, qualifierAt: end, before: index))
    }

    /// "segunda", "segunda-feira", "2ª feira", "6a-feira"; not "segunda via", "a segunda parcela".
    private func weekdayName(at index: Int) -> (Weekday, Int)? {
        if let number = integer(index), (2...6).contains(number), ["a", "o", "afeira"].contains(word(index + 1)) {
            if word(index + 1) == "afeira" { return (Weekday(rawValue: number - 1) ?? .monday, index + 2) }
            let feira = isMark(index + 2, "-") ? index + 3 : index + 2
            if word(feira) == "feira" { return (Weekday(rawValue: number - 1) ?? .monday, feira + 1) }
            return nil
        }
        guard let day = CalendarWords.weekday(word(index)) else { return nil }
        var end = index + 1
        if isMark(end, "-") && word(end + 1) == "feira" { end += 1 }
        if ["feira", "fera", "f"].contains(word(end)) { return (day, end + 1) }
        if NumberWords.ordinal(word(index)) != nil {
            let noun = word(end)
            if Scanner.countedByOrdinal.contains(noun) { return nil }
            if noun == "dia", word(end + 1) == "util" { return nil }
            if word(index - 1) == "a", context == .offer, !["que", "da", "na"].contains(noun) { return nil }
        }
        return (day, end)
    }

    static let countedByOrdinal: Set<String> = [
        "via", "vias", "parcela", "parcelas", "opcao", "opcoes", "proposta", "vez", "prestacao", "linha", "pessoa",
        "mensagem", "alternativa", "oferta", "mao", "divida", "conta", "fatura", "chance", "tentativa", "coisa",
        "cobranca", "ligacao", "quinzena", "semana", "copia", "dose",
    ]

    /// "de segunda a sexta", "segunda ou terça": no single day.
    private func isList(after end: Int, _ day: Weekday) -> Bool {
        guard ["a", "ou", "ate", "or", "o"].contains(word(end)) else { return false }
        var next = end + 1
        if ["na", "a"].contains(word(next)) { next += 1 }
        return CalendarWords.weekday(word(next)) != nil && word(end) != "ate"
    }

    /// "sexta, dia 27", "sexta 27/11": the figure decides.
    private func dayFigure(after end: Int) -> (range: Range<Int>, date: DateMention)? {
        var next = end
        if isMark(next, ",") || isMark(next, "(") { next += 1 }
        if ["agora", "que"].contains(word(next)), word(next + 1) == "dia" { next += 1 }
        guard let mention = word(next) == "dia" ? dayOfMonth(at: next) : figures(at: next),
            case .date(let date) = mention.value
        else { return nil }
        return (mention.range, date)
    }

    private func resolve(_ day: Weekday, isNext: Bool, qualifierAt end: Int, before start: Int) -> DateMention {
        let coming = today.next(day)
        let past = today.weekday == day ? today : today.previous(day)
        var mention = DateMention(future: coming, past: past)
        mention.isNegated = isRuledOut(after: qualifierEnd(end))
        if isPastQualifier(end) || ["ultima", "ultimo", "last"].contains(word(start - 1)) {
            return DateMention(past: today.previous(day), doubt: .past)
        }
        if isNextWeek(end) || ["outra", "outro"].contains(word(start - 1)) {
            let inNextWeek = today.mondayOfWeek.adding(days: 7 + day.rawValue - 1)
            mention.future = inNextWeek
        } else if ["que", "q"].contains(word(end)),
            ["vem", "vm", "vein", "ven"].contains(word(end + 1)) || word(end) == "vindoura"
        {
            if coming.mondayOfWeek == today.mondayOfWeek {
                return .doubtful(.ambiguous([coming, coming.adding(days: 7)]))
            }
        }
        return mention
    }

    private func isPastQualifier(_ index: Int) -> Bool {
        ["passada", "passado", "retrasada", "pasado", "passda"].contains(word(index))
            || (word(index) == "da" && word(index + 1) == "semana" && word(index + 2) == "passada")
    }

    private func isNextWeek(_ index: Int) -> Bool { nextWeekEnd(index) != nil }

    /// Where "da semana que vem", "da próxima semana", "da outra semana" ends.
    private func nextWeekEnd(_ index: Int) -> Int? {
        var next = index
        if isMark(next, ",") { next += 1 }
        if ["da", "na", "de"].contains(word(next)) { next += 1 }
        if word(next) == "semana", word(next + 1) == "que", ["vem", "ven", "vein"].contains(word(next + 2)) {
            return next + 3
        }
        if ["proxima", "outra"].contains(word(next)), word(next + 1) == "semana" { return next + 2 }
        return nil
    }

    private func qualifierEnd(_ index: Int) -> Int {
        if let end = nextWeekEnd(index) { return end }
        if word(index) == "que", ["vem", "ven", "vein"].contains(word(index + 1)) { return index + 2 }
        if isPastQualifier(index) { return word(index) == "da" ? index + 3 : index + 1 }
        if ["agora", "proxima", "mesmo", "sem"].contains(word(index)) {
            return word(index) == "sem" ? index : index + 1
        }
        if ["dessa", "desta"].contains(word(index)), word(index + 1) == "semana" { return index + 2 }
        return index
    }

    /// "semana que vem na quarta", "na próxima semana, sexta".
    private func weekThenWeekday(at index: Int) -> Mention? {
        guard word(index) == "semana" || ["proxima", "outra"].contains(word(index)), let end = nextWeekEnd(index),
            !["da", "na", "de"].contains(word(index))
        else { return nil }
        var next = end
        if isMark(next, ",") { next += 1 }
        while ["na", "no", "la", "pela", "ali", "a", "dia"].contains(word(next)) { next += 1 }
        guard let (day, after) = weekdayName(at: next) else { return nil }
        return dated(index..<after, planned(today.mondayOfWeek.adding(days: 7 + day.rawValue - 1)))
    }
}
