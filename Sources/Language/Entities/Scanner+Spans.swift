import Domain

/// Distances ("daqui a 10 dias"), spans ("semana que vem") and times without a day ("quando eu receber").
extension Scanner {
    private static let dayUnits: Set<String> = ["dia", "dias", "dia(s)", "days", "day", "diazinho", "diazinhos", "dd"]
    private static let weekUnits: Set<String> = ["semana", "semanas", "semaninha", "weeks", "week", "weks", "wek"]
    private static let monthUnits: Set<String> = ["mes", "meses", "mesinho", "mesinhos", "months", "month"]
    private static let hourUnits: Set<String> = ["horas", "hrs", "h", "hours", "hs"]

    /// "daqui a 10 dias", "em duas semanas", "mais uns 5 dias", "há 3 dias", "3 dias atrás", "5 dias úteis".
    func distance(at index: Int) -> Mention? {
        var next = index
        let opening = word(index)
        let isPast = ["ha", "fas", "faz", "fazem"].contains(opening)
        switch opening {
        case "daqui", "dakui", "daki", "daq":
            next += 1
            while ["a", "ha", "uns", "umas", "mais", "pra", "ums"].contains(word(next)) { next += 1 }
        case "com" where Scanner.dayUnits.contains(word(index + 2)): next += 1
        case "em", "en", "dentro", "in", "dentru", "mais", "ha", "faz", "fas", "fazem", "within":
            next += 1
            while ["de", "uns", "umas", "mais", "ate", "ja", "ums"].contains(word(next)) { next += 1 }
        default:
            break
        }
        guard let (number, end) = smallNumber(next), number >= 1, number <= 400 else { return nil }
        let hasOpening = next > index
        let isAgo = ["atras", "ago"].contains(word(end + 1))
        let isDeadline = isBusinessUnit(end)
        guard hasOpening || isAgo || (isDeadline && index > 0 && ["em", "de", "ate"].contains(word(index - 1))) else {
            return nil
        }
        if opening == "em" || opening == "mais", isInstallmentCount(before: index, unitAt: end) { return nil }
        guard let day = shifted(number, unitAt: end, sign: isPast || isAgo ? -1 : 1) else { return nil }
        let after = end + 1 + (isAgo || isDeadline ? 1 : 0)
        if isPast || isAgo { return dated(index..<after, DateMention(past: day, doubt: .past)) }
        return dated(index..<after, DateMention(future: day))
    }

    private func isBusinessUnit(_ index: Int) -> Bool {
        Scanner.dayUnits.contains(word(index)) && ["util", "uteis"].contains(word(index + 1))
    }

    /// "parcela em 6 meses" counts installments, not time.
    private func isInstallmentCount(before index: Int, unitAt end: Int) -> Bool {
        guard Scanner.monthUnits.contains(word(end)) else { return false }
        return (max(0, index - 4)..<index).contains { Scanner.splittingVerbs.contains(word($0)) }
    }

    private func shifted(_ number: Int, unitAt index: Int, sign: Int) -> CalendarDay? {
        let unit = word(index)
        if isBusinessUnit(index) {
            return sign > 0 ? BrazilianCalendar.standard.adding(bankBusinessDays: number, to: today) : nil
        }
        if Scanner.dayUnits.contains(unit) { return today.adding(days: sign * number) }
        if Scanner.weekUnits.contains(unit) { return today.adding(days: sign * number * 7) }
        if Scanner.monthUnits.contains(unit) { return today.adding(months: sign * number) }
        if Scanner.hourUnits.contains(unit), [24, 48, 72].contains(number) {
            return today.adding(days: sign * number / 24)
        }
        return nil
    }

    /// "semana que vem", "mês que vem", "essa semana", "entre dia 10 e 15".
    func span(at index: Int) -> Mention? {
        switch word(index) {
        case "semana" where ["que"].contains(word(index + 1)) && ["vem", "ven", "vein"].contains(word(index + 2)):
            return dated(index..<index + 3, week(offset: 1))
        case "proxima" where word(index + 1) == "semana", "outra" where word(index + 1) == "semana",
            "next" where word(index + 1) == "week":
            return dated(index..<index + 2, week(offset: 1))
        case "semana" where ["passada", "pasada", "retrasada"].contains(word(index + 1)):
            return dated(index..<index + 2, .doubtful(.past))
        case "essa" where word(index + 1) == "semana", "nessa" where word(index + 1) == "semana",
            "ta" where word(index + 1) == "semana", "this" where word(index + 1) == "wek":
            return dated(index..<index + 2, week(offset: 0))
        case "entre":
            return between(at: index)
        default:
            guard let (offset, after) = relativeMonth(index), !["do", "de"].contains(word(index)) else { return nil }
            if offset < 0 { return dated(index..<after, .doubtful(.past)) }
            let first = (CalendarDay(year: today.year, month: today.month, day: 1) ?? today).adding(months: offset)
            return dated(index..<after, .doubtful(.range(from: first, through: first.lastOfMonth)))
        }
    }

    private func week(offset: Int) -> DateMention {
        let monday = today.mondayOfWeek.adding(days: 7 * offset)
        return .doubtful(.range(from: max(monday, today), through: monday.adding(days: 4)))
    }

    private func between(at index: Int) -> Mention? {
        var next = index + 1
        if word(next) == "o" { next += 1 }
        if word(next) == "dia" { next += 1 }
        guard let (first, end) = smallNumber(next), ["e", "a", "ate"].contains(word(end)) else { return nil }
        var second = end + 1
        if word(second) == "o" { second += 1 }
        if word(second) == "dia" { second += 1 }
        guard let (last, after) = smallNumber(second), let from = today.next(dayOfMonth: first),
            let through = today.next(dayOfMonth: last), (1...31).contains(first)
        else { return nil }
        return dated(index..<after, .doubtful(.range(from: min(from, through), through: max(from, through))))
    }

    private static let income: Set<String> = [
        "receber", "recebo", "recebe", "cair", "entrar", "sair", "vier", "chegar", "pagarem", "pagar", "pinga",
        "pingar",
        "depositarem", "salario", "pagamento", "vale", "beneficio", "aposentadoria", "bolsa", "decimo", "auxilio",
        "inss",
        "recebimento", "comissao", "ferias", "rescisao", "fgts", "seguro", "pensao",
    ]

    /// "quando eu receber", "assim que cair o salário", "depois do pagamento", "quando der", "mais pra frente".
    func vague(at index: Int) -> Mention? {
        switch word(index) {
        case "quando", "qnd", "assim", "logo", "tao":
            var next = index + 1
            if word(index) != "quando" {
                if word(next) == "logo" { next += 1 }
                guard word(next) == "que" || word(next) == "q" else { return nil }
                next += 1
            }
            while ["eu", "o", "a", "meu", "minha", "me", "ja", "for", "nois", "a gente"].contains(word(next)) {
                next += 1
            }
            if Scanner.income.contains(word(next)) { return dated(index..<next + 1, .doubtful(.vague(.payday))) }
            if ["der", "puder", "poder", "conseguir", "tiver", "sobrar", "desse", "melhorar"].contains(word(next)) {
                return dated(index..<next + 1, .doubtful(.vague(.someday)))
            }
            return nil
        case "depois", "apos", "dia", "no":
            var next = index + 1
            if word(index) == "no", word(next) == "dia" { next += 1 } else if word(index) == "no" { return nil }
            guard ["do", "de", "da", "que"].contains(word(next)) else { return nil }
            next += 1
            while ["meu", "minha", "eu", "o", "a"].contains(word(next)) { next += 1 }
            guard Scanner.income.contains(word(next)), !["vale", "seguro", "pagar"].contains(word(next)) else {
                return nil
            }
            return dated(index..<next + 1, .doubtful(.vague(.payday)))
        case "mais" where word(index + 1) == "pra" && ["frente", "frenti"].contains(word(index + 2)),
            "mais" where word(index + 1) == "para" && word(index + 2) == "frente",
            "um" where word(index + 1) == "dia" && word(index + 2) == "desses":
            return dated(index..<index + 3, .doubtful(.vague(.someday)))
        case "qualquer" where word(index + 1) == "dia" || word(index + 1) == "hora",
            "em" where word(index + 1) == "breve":
            return dated(index..<index + 2, .doubtful(.vague(.someday)))
        default:
            return nil
        }
    }
}
