import Domain

/// What a debtor answers to what is on the screen.
extension Debtor {
    mutating func answer(_ reading: PhoneReading, at now: Timestamp) -> [DebtorAct] {
        if let code = reading.pixCode { return receive(code, at: now) }
        if reading.asks.contains(.satisfaction) { return rate(reading) }
        if reading.toldPaymentArrived { return chance.chance(700) ? say(PhraseBook.thanks) : [] }
        if let acts = trouble(reading) { return acts }
        if reading.toldGoodbye {
            memory.isDone = true
            return []
        }
        if let acts = prove(reading) { return acts }
        if !reading.offers.isEmpty { return choose(reading, at: now) }
        if reading.asks.contains(.confirmation) || reading.asks.contains(.choice) { return confirm(reading, at: now) }
        if reading.asks.contains(.date) { return promise(at: now) }
        if reading.asks.contains(.amount) { return counterOffer() }
        if let acts = details(reading) { return acts }
        if reading.toldPersonComes { return chance.chance(300) ? say(PhraseBook.ok) : [] }
        if reading.asks.contains(.name) { return introduce(reading) }
        if !memory.hasStatedAim { return stateAim(reading, at: now) }
        return memory.messagesSent < 6 && chance.chance(400) ? say(PhraseBook.ok) : []
    }

    // MARK: - Who they are

    /// A first answer: yes, or straight to the point.
    private mutating func introduce(_ reading: PhoneReading) -> [DebtorAct] {
        guard memory.hasSpoken || !chance.chance(120) else { return say(PhraseBook.greetings) }
        if let yes = reading.option("sou eu"), chance.chance(person.persona.taps) { return tap(yes) }
        // Some volunteer their data at once.
        if person.persona.proof == .right, chance.chance(80) {
            return sayPlainly("sou eu, \(person.name), cpf \(person.cpf)")
        }
        var acts = say(PhraseBook.yesItsMe)
        if chance.chance(350), let last = acts.last {
            acts += say(PhraseBook.whatIsIt, after: last.afterMilliseconds + 3000)
        }
        return acts
    }

    /// Answers a question for proof; nil when none was asked.
    private mutating func prove(_ reading: PhoneReading) -> [DebtorAct]? {
        let digits = reading.asks.compactMap { ask -> (Int, Bool)? in
            if case .cpfDigits(let count, let fromEnd) = ask { (count, fromEnd) } else { nil }
        }.last
        guard digits != nil || reading.asks.contains(.birth) else { return nil }
        memory.proofsGiven += 1
        var isRight = true
        switch person.persona.proof {
        case .right: break
        case .wrongThenRight: isRight = memory.proofsGiven > 1
        case .wrong: isRight = false
        case .refuses:
            if memory.proofsGiven == 1 { return say(PhraseBook.refusesData) }
            memory.isDone = chance.chance(600)
            return memory.isDone ? [] : say(PhraseBook.scam)
        }
        if memory.proofsGiven > 4 {
            memory.isDone = true
            return []
        }
        if let (count, fromEnd) = digits, !reading.asks.contains(.birth) || chance.chance(800) {
            return sayPlainly(cpfAnswer(count, fromEnd: fromEnd, isRight: isRight))
        }
        return sayPlainly(birthAnswer(isRight: isRight))
    }

    private mutating func cpfAnswer(_ count: Int, fromEnd: Bool, isRight: Bool) -> String {
        var digits = fromEnd ? String(person.cpf.suffix(count)) : String(person.cpf.prefix(count))
        if !isRight {
            // Never by luck the right ones.
            digits = String(digits.map { $0 == "9" ? "0" : Character(String((Int(String($0)) ?? 0) + 1)) })
        }
        let spaced = digits.map(String.init).joined(separator: " ")
        let forms = [digits, digits, digits, spaced, "é \(digits)", "\(digits) ", "começa com \(digits)"]
        return chance.pick(fromEnd ? Array(forms.prefix(5)) : forms) ?? digits
    }

    private mutating func birthAnswer(isRight: Bool) -> String {
        let birth = isRight ? person.birthDate : person.birthDate.adding(days: 37)
        let (year, month, day) = birth.components
        let forms = [
            "\(padded(day, 2))/\(padded(month, 2))", "\(padded(day, 2))/\(padded(month, 2))/\(year)",
            "\(day) de \(Portuguese.month(month))", "\(day)/\(month)",
            "nasci dia \(day) de \(Portuguese.month(month)) de \(year)",
        ]
        return chance.pick(forms) ?? forms[0]
    }

    // MARK: - What they want

    private mutating func stateAim(_ reading: PhoneReading, at now: Timestamp) -> [DebtorAct] {
        memory.hasStatedAim = true
        switch person.persona.aim {
        case .paysInFull, .agreesAndBreaks:
            return tapOrSay(reading.option("a vista", "pix", "pagar"), PhraseBook.payNow)
        case .asksDiscount: return say(PhraseBook.askDiscount)
        case .wantsInstallments: return askInstallments()
        case .counterOffers: return counterOffer()
        case .promisesAndKeeps, .promisesAndBreaks: return promise(at: now)
        default: return tapOrSay(reading.option("opcoes"), PhraseBook.whatIsIt)
        }
    }

    mutating func askInstallments() -> [DebtorAct] {
        memory.requests += 1
        return say(PhraseBook.askInstallments, ["n": String(wishedCount)])
    }

    /// How many installments this person has in mind.
    private var wishedCount: Int { [3, 4, 5, 6, 8, 10, 12][person.id % 7] }

    mutating func counterOffer() -> [DebtorAct] {
        memory.requests += 1
        let share = max(2000, person.principal.cents / Int64(wishedCount))
        // People say round sums.
        let round = max(2000, share / 1000 * 1000)
        let written = chance.pick([
            "\(round / 100) reais", "R$ \(round / 100)", "R$\(round / 100),00", "\(round / 100)",
        ])
        return say(PhraseBook.counterOffer, ["valor": written ?? "100 reais"])
    }

    private mutating func promise(at now: Timestamp) -> [DebtorAct] {
        memory.requests += 1
        let today = person.zone.day(now)
        let day = memory.promisedDay ?? today.adding(days: chance.integer(2...9))
        let keeps = person.persona.aim.meansToPay
        var acts = say(PhraseBook.promise, ["dia": String(day.day)])
        if memory.promisedDay == nil, keeps {
            let at = person.zone.instant(day, minuteOfDay: 8 * 60 + chance.below(10 * 60))
            acts.append(plan(.payPromised, after: max(0, now.milliseconds(until: at)), from: now))
        }
        memory.promisedDay = day
        return acts
    }

    // MARK: - Offers

    private mutating func choose(_ reading: PhoneReading, at now: Timestamp) -> [DebtorAct] {
        let cash = reading.offers.last { $0.installments == 1 }
        let plans = reading.offers.filter { $0.installments > 1 }
        memory.hasStatedAim = true
        switch person.persona.aim {
        case .asksDiscount where memory.requests < 1 && chance.chance(700):
            memory.requests += 1
            return say(PhraseBook.askDiscount)
        case .wantsInstallments where plans.isEmpty && memory.requests < 2: return askInstallments()
        case .counterOffers where memory.requests < 1: return counterOffer()
        case .promisesAndKeeps where memory.requests < 2, .promisesAndBreaks where memory.requests < 2:
            return promise(at: now)
        case .wantsInstallments, .counterOffers:
            let nearest = plans.min { abs($0.installments - wishedCount) < abs($1.installments - wishedCount) }
            return take(nearest ?? cash)
        case .paysInFull, .asksDiscount, .agreesAndBreaks, .promisesAndKeeps, .promisesAndBreaks, .hardship:
            if memory.declines < 1, chance.chance(100) {
                memory.declines += 1
                return say(PhraseBook.decline)
            }
            return take(cash ?? reading.offers.first)
        default:
            return chance.chance(500) ? say(PhraseBook.unsure) : []
        }
    }

    private mutating func take(_ offer: PhoneReading.ReadOffer?) -> [DebtorAct] {
        guard let offer else { return say(PhraseBook.accept) }
        if chance.chance(max(700, person.persona.taps)) { return tap((offer.messageID, offer.optionID)) }
        if offer.installments == 1 { return say(["à vista", "quero pagar à vista", "a vista mesmo", "à vista fecho"]) }
        return say(["{n}x", "em {n} vezes", "quero em {n}x", "pode ser {n}x"], ["n": String(offer.installments)])
    }

    private mutating func confirm(_ reading: PhoneReading, at now: Timestamp) -> [DebtorAct] {
        switch person.persona.aim {
        case .asksDiscount where memory.requests < 1:
            memory.requests += 1
            return say(PhraseBook.askDiscount)
        case .wantsInstallments where memory.requests < 1: return askInstallments()
        case .counterOffers where memory.requests < 1: return counterOffer()
        case .promisesAndKeeps where memory.promisedDay == nil, .promisesAndBreaks where memory.promisedDay == nil:
            return promise(at: now)
        default:
            memory.hasStatedAim = true
            return tapOrSay(reading.option("confirm", "aceito", "sim", "fechar", "nesse dia"), PhraseBook.accept)
        }
    }

    // MARK: - Money

    private mutating func receive(_ code: String, at now: Timestamp) -> [DebtorAct] {
        memory.code = code
        guard person.persona.aim.meansToPay else {
            return chance.chance(500) ? say(PhraseBook.willPay) : []
        }
        guard !memory.payIsPlanned else { return [] }
        if let promised = memory.promisedDay, promised > person.zone.day(now) {
            // The errand of that day pays the newest code.
            return say(PhraseBook.ok)
        }
        memory.payIsPlanned = true
        var acts = chance.chance(400) ? say(PhraseBook.willPay) : []
        let soon = Latency(
            least: 20_000, median: 240_000, ninetieth: 10_800_000, ninetyNinth: 80_000_000, most: 160_000_000)
        acts.append(plan(.pay(code: code, amount: nil), after: soon.sample(&chance), from: now))
        return acts
    }

    mutating func run(_ errand: Errand, at now: Timestamp) -> [DebtorAct] {
        switch errand {
        case .pay(let code, let amount):
            memory.payIsPlanned = false
            return [DebtorAct(afterMilliseconds: 0, act: .pay(brCode: memory.code ?? code, amount: amount))]
        case .payPromised:
            guard !memory.hasPaid, !memory.payIsPlanned else { return [] }
            if let code = memory.code { return [DebtorAct(afterMilliseconds: 0, act: .pay(brCode: code, amount: nil))] }
            memory.hasStatedAim = true
            return say(PhraseBook.askCode)
        }
    }

    private mutating func rate(_ reading: PhoneReading) -> [DebtorAct] {
        guard !memory.hasRated, chance.chance(750) else { return [] }
        memory.hasRated = true
        let score = chance.pick(weighted: [(2, 1), (3, 2), (10, 3), (30, 4), (55, 5)]) ?? 5
        if let option = reading.option("\(score) "), chance.chance(person.persona.taps) { return tap(option) }
        return sayPlainly(chance.pick(["\(score)", "\(score)", "nota \(score)", "\(score) 👍"]) ?? "\(score)")
    }
}
