import Domain

/// Days of the month, dates in figures, dates with the month's name, business days and parts of the month.
extension Scanner {
    /// "dia 10", "dia 05 do mês que vem", "dia primeiro", "dia vinte e cinco de março", "dia 10/12".
    func dayOfMonth(at index: Int) -> Mention? {
        if word(index) == "the" || word(index) == "el", let number = integer(index + 1),
            let day = today.next(dayOfMonth: number),
            word(index) == "el" || ["th", "st", "nd", "rd"].contains(word(index + 2))
        {
            return dated(
                index..<index + (word(index) == "el" ? 2 : 3),
                DateMention(future: day, past: today.latest(dayOfMonth: number)))
        }
        guard ["dia", "dias", "d", "die"].contains(word(index)), let (number, end) = dayNumber(index + 1) else {
            if let written = monthThenDay(at: index) { return written }
            guard word(index) == "dia", let figure = figures(at: index + 1) else { return nil }
            return Mention(range: index..<figure.range.upperBound, value: figure.value)
        }
        if word(end) == "util" || word(end) == "uteis" { return nil }
        let (mention, after) = monthDay(number, qualifierAt: end)
        var date = mention
        if isRuledOut(after: after) { date.isNegated = true }
        if ["ou", "or"].contains(word(after)),
            let (other, last) = dayNumber(word(after + 1) == "dia" ? after + 2 : after + 1),
            let first = date.future, let second = today.next(dayOfMonth: other)
        {
            return dated(index..<last, .doubtful(.ambiguous([first, second].sorted())))
        }
        return dated(index..<after, date)
    }

    /// "10", "05", "1o", "primeiro", "vinte e cinco", and the index after it.
    private func dayNumber(_ index: Int) -> (Int, Int)? {
        if ["primeiro", "primero"].contains(word(index)) { return (1, index + 1) }
        guard let (number, end) = smallNumber(index) else { return nil }
        if isNumber(index), word(end) == "o", isGlued(end) { return (number, end + 1) }
        if ["x", "vezes", "conto", "reais", "pau"].contains(word(end)) || isMark(end, "%") { return nil }
        return (number, end)
    }

    /// The day `number` of the month that the following words name, else the next one ahead.
    private func monthDay(_ number: Int, qualifierAt end: Int) -> (DateMention, Int) {
        if let (offset, after) = relativeMonth(end) {
            let month = (CalendarDay(year: today.year, month: today.month, day: 1) ?? today).adding(months: offset)
            let day = CalendarDay(year: month.year, month: month.month, day: number)
            let past = day.map { $0 <= today } ?? false
            if offset < 0 { return (DateMention(past: day, doubt: day == nil ? .invalid : .past), after) }
            if past, let day, day < today { return (DateMention(future: nil, past: day, doubt: .past), after) }
            return (planned(day), after)
        }
        var next = end
        if ["de", "do", "em", "of"].contains(word(next)) { next += 1 }
        if word(next) == "mes", word(next + 1) == "de" { next += 2 }
        if word(next) == "mes", let month = integer(next + 1), (1...12).contains(month) {
            return (yearDay(number, month, yearAt: next + 2))
        }
        if let month = CalendarWords.month(word(next)), next > end || !CalendarWords.doubtfulMonths.contains(word(next))
        {
            return yearDay(number, month, yearAt: next + 1)
        }
        if next > end, word(end) == "do" || word(end) == "de", let (month, _) = smallNumber(next),
            isNumber(next) || word(end) == "do", (1...12).contains(month),
            !["x", "vezes", "reais", "conto"].contains(word(next + 1))
        {
            return yearDay(number, month, yearAt: next + 1)
        }
        guard (1...31).contains(number) else { return (.doubtful(.invalid), end) }
        return (DateMention(future: today.next(dayOfMonth: number), past: today.latest(dayOfMonth: number)), end)
    }

    /// Day, month and perhaps the year that follows ("de 2027").
    private func yearDay(_ day: Int, _ month: Int, yearAt index: Int) -> (DateMention, Int) {
        var next = index
        if ["de", "do", "of"].contains(word(next)) || isMark(next, ",") { next += 1 }
        if let year = integer(next), (2000...2099).contains(year) {
            return (fixed(CalendarDay(year: year, month: month, day: day)), next + 1)
        }
        if next > index, NumberWords.isThousand(word(next + 1)), let year = quantity(at: next),
            (200_000...209_900).contains(year.cents)
        {
            return (fixed(CalendarDay(year: Int(year.cents / 100), month: month, day: day)), year.end)
        }
        return (ofYear(day: day, month: month), index)
    }

    private func fixed(_ day: CalendarDay?) -> DateMention {
        guard let day else { return .doubtful(.invalid) }
        if day < today { return DateMention(past: day, doubt: .past) }
        return DateMention(future: day, past: day == today ? day : nil)
    }

    private func ofYear(day: Int, month: Int) -> DateMention {
        guard let future = today.next(month: month, day: day) else { return .doubtful(.invalid) }
        return DateMention(future: future, past: today.latest(month: month, day: day))
    }

    /// Months from now that "do mês que vem", "desse mês", "do mês passado" name, and the index after them.
    func relativeMonth(_ index: Int) -> (Int, Int)? {
        var next = index
        if isMark(next, ",") { next += 1 }
        if ["do", "de", "no", "d"].contains(word(next)) { next += 1 }
        switch word(next) {
        case "mes" where word(next + 1) == "que" && ["vem", "ven", "vein", "entra"].contains(word(next + 2)):
            return (1, next + 3)
        case "mes" where ["passado", "pasado"].contains(word(next + 1)): return (-1, next + 2)
        case "mes" where word(next + 1) == "seguinte" || word(next + 1) == "proximo": return (1, next + 2)
        case "proximo" where word(next + 1) == "mes", "outro" where word(next + 1) == "mes",
            "next" where word(next + 1) == "month":
            return (1, next + 2)
        case "deste" where word(next + 1) == "mes", "desse" where word(next + 1) == "mes",
            "este" where word(next + 1) == "mes", "esse" where word(next + 1) == "mes",
            "neste" where word(next + 1) == "mes", "nesse" where word(next + 1) == "mes",
            "dese" where word(next + 1) == "mes":
            return (0, word(next + 2) == "mesmo" ? next + 3 : next + 2)
        case "corrente" where next > index: return (0, next + 1)
        default: return nil
        }
    }

    /// "mês que vem dia 10", "mês que vem, no dia 5".
    private func monthThenDay(at index: Int) -> Mention? {
        guard ["mes", "proximo", "outro", "esse", "este", "nesse", "neste"].contains(word(index)),
            let (offset, end) = relativeMonth(index), offset >= 0
        else { return nil }
        var next = end
        if isMark(next, ",") { next += 1 }
        while ["no", "la", "ate", "pelo", "o", "por", "ali"].contains(word(next)) { next += 1 }
        guard word(next) == "dia", let (number, after) = dayNumber(next + 1) else { return nil }
        let month = (CalendarDay(year: today.year, month: today.month, day: 1) ?? today).adding(months: offset)
        return dated(index..<after, planned(CalendarDay(year: month.year, month: month.month, day: number)))
    }

    // MARK: Figures

    /// "10/12", "10/12/26", "10-12-2026", "10.12.2026".
    func figures(at index: Int) -> Mention? {
        guard isNumber(index) else { return nil }
        let text = tokens[index].text
        guard let separator = text.utf8.first(where: { $0 < 0x30 || $0 > 0x39 }) else { return nil }
        let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int(Substring($0)) }
        guard numbers.count == parts.count, (2...3).contains(parts.count), parts[0].count <= 2, parts[1].count <= 2
        else {
            return isoFigures(parts.map(Substring.init), separator, at: index)
        }
        if parts.count == 2 {
            guard separator == UInt8(ascii: "/") || (separator == UInt8(ascii: "-") && word(index - 1) == "dia") else {
                return nil
            }
            return dated(index..<index + 1, figureDay(numbers[0], numbers[1]))
        }
        guard separator != UInt8(ascii: ","), separator != UInt8(ascii: ":") else { return nil }
        let year: Int
        switch parts[2].count {
        case 2: year = 2000 + numbers[2]
        case 4: year = numbers[2]
        default: return nil
        }
        return dated(index..<index + 1, fixed(CalendarDay(year: year, month: numbers[1], day: numbers[0])))
    }

    private func figureDay(_ day: Int, _ month: Int) -> DateMention {
        guard (1...12).contains(month), (1...31).contains(day) else { return .doubtful(.invalid) }
        return ofYear(day: day, month: month)
    }

    private func isoFigures(_ parts: [Substring], _ separator: UInt8, at index: Int) -> Mention? {
        guard parts.count == 3, parts[0].count == 4, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return dated(index..<index + 1, fixed(CalendarDay(year: year, month: month, day: day)))
    }

    /// "30 de novembro", "primeiro de dezembro", "1º de março de 2027", "5 dezembro", "vinte e cinco de maio".
    func dayAndMonthName(at index: Int) -> Mention? {
        guard let (day, end) = dayNumber(index) else { return nil }
        if word(end) == "do" || word(end) == "de", relativeMonth(end) != nil, (1...31).contains(day) {
            let (mention, after) = monthDay(day, qualifierAt: end)
            return dated(index..<after, mention)
        }
        if context == .askedDate, word(end) == "do", let (month, after) = smallNumber(end + 1),
            (1...12).contains(month),
            (1...31).contains(day), after >= tokens.count || tokens[after].kind != .word
        {
            return dated(index..<after, ofYear(day: day, month: month))
        }
        var next = end
        if ["de", "do", "of"].contains(word(next)) { next += 1 }
        guard let month = CalendarWords.month(word(next)),
            next > end || !CalendarWords.doubtfulMonths.contains(word(next))
        else { return nil }
        let (mention, after) = yearDay(day, month, yearAt: next + 1)
        return dated(index..<after, mention)
    }

    // MARK: Business days

    /// "5º dia útil", "quinto dia util", "no 5 dia útil do mês que vem", "último dia útil".
    func businessDay(at index: Int) -> Mention? {
        var number = 0
        var next = index
        if word(index) == "ultimo" {
            next += 1
        } else if let ordinal = NumberWords.ordinal(word(index)) {
            number = ordinal
            next += 1
        } else if let value = integer(index), (1...23).contains(value) {
            number = value
            next += 1
            if ["o", "a", "to", "th"].contains(word(next)) { next += 1 }
            if isMark(next, ".") { next += 1 }
        } else {
            return nil
        }
        guard ["dia", "d"].contains(word(next)),
            ["util", "utiu", "utel", "ultil", "utio", "utiul", "ultiu", "hutil"].contains(word(next + 1))
        else { return nil }
        let end = next + 2
        let month = relativeMonth(end)
        let after = month?.1 ?? end
        let offset: Int
        if let stated = month?.0 {
            offset = stated
        } else if ["de", "em"].contains(word(end)), let name = CalendarWords.month(word(end + 1)) {
            return dated(index..<end + 2, businessDate(number, offset: (name - today.month + 12) % 12))
        } else {
            let thisMonth = businessDate(number, offset: 0)
            let isAhead = thisMonth.future.map { $0 > today } ?? false
            var mention = isAhead ? thisMonth : businessDate(number, offset: 1)
            mention.past = isAhead ? businessDate(number, offset: -1).future : thisMonth.future
            return dated(index..<end, mention)
        }
        return dated(index..<after, businessDate(number, offset: offset))
    }

    /// The nth business day of a month by bank days; 0 is the last.
    private func businessDate(_ number: Int, offset: Int) -> DateMention {
        let month = (CalendarDay(year: today.year, month: today.month, day: 1) ?? today).adding(months: offset)
        let calendar = BrazilianCalendar.standard
        if number == 0 {
            return DateMention(future: calendar.previousBankBusinessDay(onOrBefore: month.lastOfMonth))
        }
        let bank = calendar.businessDay(number, ofMonth: month.month, year: month.year, counting: .bank)
        let salary = calendar.businessDay(number, ofMonth: month.month, year: month.year, counting: .labour)
        guard let bank else { return .doubtful(.invalid) }
        var mention = DateMention(future: bank)
        if let salary, salary != bank { mention.doubt = .salaryDay(salary: salary) }
        return mention
    }

    // MARK: Parts of a month

    /// "fim do mês" is its last day; "começo" and "meados" are spans.
    func partOfMonth(at index: Int) -> Mention? {
        if word(index) == "ultimo", word(index + 1) == "dia" {
            guard let (month, after) = monthReference(index + 2) else { return nil }
            return dated(index..<after, lastDay(of: month))
        }
        if word(index) == "fds" { return dated(index..<index + 1, weekend()) }
        let isEnd = ["fim", "final", "finalzinho", "finzinho", "fin", "finalsinho"].contains(word(index))
        let isStart = ["comeco", "inicio", "comecinho", "inicinho", "principio"].contains(word(index))
        let isMiddle = ["meados", "meio", "metade"].contains(word(index))
        guard isEnd || isStart || isMiddle else { return nil }
        if isEnd, ["de", "da"].contains(word(index + 1)), word(index + 2) == "semana" {
            return dated(index..<index + 3, weekend())
        }
        guard let (month, after) = monthReference(index + 1) else { return nil }
        if isEnd { return dated(index..<after, lastDay(of: month)) }
        let from = isStart ? month : month.adding(days: 9)
        return dated(index..<after, .doubtful(.range(from: from, through: month.adding(days: isStart ? 9 : 19))))
    }

    private func weekend() -> DateMention {
        let saturday = today.weekday == .saturday ? today : today.next(.saturday)
        return .doubtful(.range(from: saturday, through: saturday.adding(days: 1)))
    }

    private func lastDay(of month: CalendarDay) -> DateMention {
        let last = month.lastOfMonth
        let previous = month.adding(days: -1)
        return DateMention(future: last < today ? nil : last, past: last <= today ? last : previous)
    }

    /// The first day of the month that "do mês", "do mês que vem", "de dezembro" name.
    private func monthReference(_ index: Int) -> (CalendarDay, Int)? {
        let first = CalendarDay(year: today.year, month: today.month, day: 1) ?? today
        if let (offset, after) = relativeMonth(index) { return (first.adding(months: offset), after) }
        guard ["do", "de", "d", "desse", "deste"].contains(word(index)) else { return nil }
        if word(index + 1) == "mes" { return (first, index + 2) }
        guard let month = CalendarWords.month(word(index + 1)) else { return nil }
        return (first.adding(months: (month - today.month + 12) % 12), index + 2)
    }
}
