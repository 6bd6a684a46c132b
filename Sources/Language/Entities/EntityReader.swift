import Domain

/// Chooses, among what the recognisers found, what a message states: which date, which amount, read as a plan or as
/// something done.
struct EntityReader {
    let tokens: [Token]
    let mentions: [Mention]
    let today: CalendarDay
    let context: QuestionContext

    /// - Parameter intents: the asserted intents; they decide whether "dia 5" lies behind or ahead.
    func details(for intents: [Intent]) -> Details {
        var details = Details()
        readDate(into: &details, isDone: isDone(intents))
        readAmount(into: &details, prefersDownPayment: intents.contains(.installmentRequest))
        details.found.installments = installments()
        details.found.method = MethodReader(tokens: tokens).method()
        details.found.timeOfDay = timeOfDay()
        for mention in mentions { collect(mention, into: &details) }
        details.digitGroups = digitGroups()
        details.dayAndMonths = Birthdays(tokens: tokens).found()
        details.ordinalChoice = ordinalChoice()
        return details
    }

    private func isDone(_ intents: [Intent]) -> Bool {
        let plans: Set<Intent> = [.promiseToPay, .counterOffer, .callbackLater, .accept]
        guard let done = intents.firstIndex(where: { $0 == .alreadyPaid || $0 == .paymentStatus }) else { return false }
        guard let planned = intents.firstIndex(where: plans.contains) else { return true }
        return done < planned && mentions.contains { $0.isPastDate }
    }

    private func collect(_ mention: Mention, into details: inout Details) {
        switch mention.value {
        case .recurringDay(let day): details.found.dayOfMonth = details.found.dayOfMonth ?? day
        case .share(let permille): details.sharePermille = details.sharePermille ?? permille
        case .phone(let digits): details.phones.append(digits)
        case .email(let address): details.emails.append(address)
        default: break
        }
    }

    // MARK: Date

    private func readDate(into details: inout Details, isDone: Bool) {
        var best: (score: Int, date: DateMention)?
        for mention in mentions {
            guard case .date(let date) = mention.value else { continue }
            let score = dateScore(date, at: mention.range, isDone: isDone)
            if best.map({ score > $0.score }) ?? true { best = (score, date) }
        }
        guard let best, best.score > -6 else { return readBareDay(into: &details) }
        if let pair = alternatives() {
            details.dateDoubt = .ambiguous(pair)
            return
        }
        let date = best.date
        let day = isDone ? date.past ?? (date.doubt == nil ? date.future : nil) : date.future
        details.found.date = day
        details.dateDoubt = date.doubt
        guard let day else {
            // "ontem" where a plan was meant: known, but of no use as a plan.
            if date.doubt == .past, let past = date.past { details.found.date = past }
            return
        }
        let calendar = BrazilianCalendar.standard
        if details.dateDoubt == nil, day > today, !calendar.isBankBusinessDay(day) {
            details.dateDoubt = .notBusinessDay(next: calendar.nextBankBusinessDay(onOrAfter: day))
        } else if day < today {
            details.dateDoubt = .past
        }
    }

    private func dateScore(_ date: DateMention, at range: Range<Int>, isDone: Bool) -> Int {
        var score = 0
        let resolved = isDone ? date.past : date.future
        if resolved != nil { score += 4 } else if date.past == nil && date.future == nil { score += 1 }
        if date.isNegated || word(range.lowerBound - 1) == "nao" { score -= 5 }
        let before = max(0, range.lowerBound - 4)..<range.lowerBound
        if before.contains(where: { EntityReader.dueWords.contains(word($0)) }) { score -= 3 }
        if before.contains(where: { EntityReader.payWords.contains(word($0)) }) { score += 1 }
        // "tô liso hoje, sexta eu mando": the day that the paying belongs to.
        let after = range.upperBound..<min(tokens.count, range.upperBound + 3)
        if !before.contains(where: { EntityReader.payWords.contains(word($0)) }),
            after.contains(where: { EntityReader.payWords.contains(word($0)) })
        {
            score += 1
        }
        if ["so", "somente", "apenas"].contains(word(range.lowerBound - 1)) { score += 2 }
        return score
    }

    private static let dueWords: Set<String> = [
        "venceu", "vence", "vencia", "vencimento", "vencida", "vencido", "compra", "comprei", "fatura", "nasci",
        "nascimento", "desde",
        "ligou", "ligaram", "mandou", "mandaram",
    ]
    private static let payWords: Set<String> = [
        "pago", "pagar", "acerto", "acertar", "quito", "quitar", "deposito", "depositar", "transfiro", "faco", "fazer",
        "resolvo", "resolver",
        "ate", "consigo", "posso", "liga", "ligar", "ligue", "chama", "chame", "paguei", "quitei", "transferi", "mando",
        "passo", "pode",
    ]

    /// "hoje ou amanhã", "sexta ou sábado": two days joined by "ou".
    private func alternatives() -> [CalendarDay]? {
        var previous: (end: Int, day: CalendarDay)?
        for mention in mentions {
            guard case .date(let date) = mention.value, let day = date.future else { continue }
            if let last = previous, mention.range.lowerBound - last.end <= 2, ["ou", "or"].contains(word(last.end)),
                last.day != day
            {
                return [last.day, day]
            }
            previous = (mention.range.upperBound, day)
        }
        return nil
    }

    /// "10", "no 15", where the day was asked for.
    private func readBareDay(into details: inout Details) {
        guard context == .askedDate, tokens.count <= 5 else { return }
        let numbers = tokens.filter { $0.kind == .number }
        guard numbers.count == 1, let number = numbers.first.flatMap({ Int($0.text) }),
            !mentions.contains(where: { $0.isMoneyForSure })
        else { return }
        guard let day = today.next(dayOfMonth: number) else {
            if number < 100 { details.dateDoubt = .invalid }
            return
        }
        details.found.date = day
        let calendar = BrazilianCalendar.standard
        if !calendar.isBankBusinessDay(day) {
            details.dateDoubt = .notBusinessDay(next: calendar.nextBankBusinessDay(onOrAfter: day))
        }
    }

    // MARK: Amount

    private func readAmount(into details: inout Details, prefersDownPayment: Bool) {
        var best: (score: Int, amount: AmountMention)?
        for mention in mentions {
            guard case .amount(let amount) = mention.value else { continue }
            let score = amountScore(amount, at: mention.range, prefersDownPayment: prefersDownPayment)
            if best.map({ score > $0.score }) ?? true { best = (score, amount) }
        }
        guard let best, best.score > -4 else { return }
        let amount = best.amount
        if details.found.date != nil, context == .askedDate, amount.isBare, tokens.count <= 5,
            !mentions.contains(where: { $0.isDate })
        {
            return
        }
        details.amountIsApproximate = amount.isApproximate
        details.amountCandidates = amount.candidates
        details.amountIsPerInstallment = amount.isPerInstallment
        details.amountIsDownPayment = amount.isDownPayment
        details.found.amount = amount.candidates.isEmpty && amount.money.cents > 0 ? amount.money : nil
    }

    private func amountScore(_ amount: AmountMention, at range: Range<Int>, prefersDownPayment: Bool) -> Int {
        var score = 0
        if amount.hasCurrency { score += 2 }
        if amount.isDownPayment && prefersDownPayment { score += 6 }
        let near = max(0, range.lowerBound - 3)..<range.lowerBound
        if near.contains(where: { EntityReader.offerWords.contains(word($0)) }) { score += 2 }
        let wide = max(0, range.lowerBound - 4)..<range.lowerBound
        if wide.contains(where: { EntityReader.debtWords.contains(word($0)) }) { score -= 3 }
        // "300 não rola, mas 90 dá"
        if word(range.upperBound) == "nao", !["mais", "menos"].contains(word(range.upperBound + 1)),
            !isQuestion(range.upperBound + 1)
        {
            score -= 4
        }
        // "não dou conta dos 190, dou conta de 110"
        if range.lowerBound >= 4, word(range.lowerBound - 4) == "nao", word(range.lowerBound - 3) == "dou" {
            score -= 4
        }
        if ["nao", "menos"].contains(word(range.lowerBound - 1)) || word(range.lowerBound - 2) == "nao" { score -= 3 }
        return score
    }

    private static let offerWords: Set<String> = [
        "consigo", "pago", "posso", "dou", "tenho", "faco", "passo", "mando", "faz", "fecha", "por", "quito", "so",
        "ate", "deposito",
        "pagar", "dar", "aceita", "aceitam", "deixa", "paguei", "transferi", "depositei", "mandei", "fiz", "acerto",
        "sobra", "maximo",
    ]
    private static let debtWords: Set<String> = [
        "devo", "devia", "devendo", "divida", "cobrando", "cobram", "cobrou", "era", "valor", "ganho", "recebo",
        "salario", "aluguel",
        "custou", "comprei", "vale", "vez", "inves",
    ]

    // MARK: The rest

    private func installments() -> Int? {
        var first: Int?
        for mention in mentions {
            guard case .installments(let count) = mention.value else { continue }
            let before = max(0, mention.range.lowerBound - 3)..<mention.range.lowerBound
            let isRejected = before.contains { ["nao", "vez", "inves"].contains(word($0)) }
            if !isRejected { return count }
            first = first ?? count
        }
        return first
    }

    private func timeOfDay() -> TimeOfDay? {
        var part: TimeOfDay?
        for mention in mentions {
            guard case .time(let time) = mention.value else { continue }
            if case .clock = time { return time }
            part = part ?? time
        }
        return part
    }

    private func digitGroups() -> [String] {
        tokens.compactMap { token in
            guard token.kind == .number else { return nil }
            return String(decoding: token.text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
        }
    }

    /// "a segunda", "opção 2", "2", "quero a 3", "2️⃣".
    private func ordinalChoice() -> Int? {
        guard tokens.count <= 7 else { return nil }
        for (index, token) in tokens.enumerated() {
            if token.kind == .word, let ordinal = NumberWords.ordinal(token.text) {
                let before = word(index - 1)
                if index == 0 || ["a", "o", "opcao", "na", "da", "essa", "pela"].contains(before) || tokens.count == 1 {
                    if token.text != "terca", word(index + 1) != "feira" { return ordinal }
                }
            }
            if token.kind == .number, let number = Int(token.text), (1...9).contains(number) {
                let before = word(index - 1)
                let next = word(index + 1)
                if ["x", "vezes", "parcelas", "dias", "h", "reais", "conto"].contains(next) || before == "dia" {
                    continue
                }
                if tokens.count <= 2 || ["opcao", "a", "numero", "o", "proposta", "alternativa"].contains(before) {
                    return number
                }
            }
        }
        if tokens.contains(where: { $0.isWord("ultima") }), tokens.count <= 3 { return nil }
        return nil
    }

    /// "não baixa pra 700 não?" asks for 700.
    private func isQuestion(_ index: Int) -> Bool { index < tokens.count && tokens[index].isMark("?") }

    private func word(_ index: Int) -> String {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return "" }
        return tokens[index].text
    }
}

extension Mention {
    var isDate: Bool { if case .date = value { true } else { false } }
    var isPastDate: Bool { if case .date(let date) = value { date.doubt == .past } else { false } }
    var isMoneyForSure: Bool { if case .amount(let amount) = value { amount.hasCurrency } else { false } }
}
