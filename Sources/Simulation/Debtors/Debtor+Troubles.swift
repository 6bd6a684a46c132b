import Domain

/// Those who will not simply pay: each says so at the first chance, and what they do next is theirs.
extension Debtor {
    /// Nil: this person has no trouble to tell, or has told it.
    mutating func trouble(_ reading: PhoneReading) -> [DebtorAct]? {
        let aim = person.persona.aim
        switch aim {
        case .optsOut:
            return first { debtor in
                debtor.memory.isDone = true
                return debtor.tapOrSay(reading.option("nao receber", "parar"), PhraseBook.optOut)
            }
        case .wrongPerson:
            return first { $0.tapOrSay(reading.option("nao sou eu"), PhraseBook.wrongPerson) }
                ?? (reading.asks.contains(.name) ? say(PhraseBook.notMe) : [])
        case .thirdParty: return first { $0.say(PhraseBook.thirdParty) }
        case .deceased: return first { $0.say(PhraseBook.deceased) }
        case .refuses: return first { $0.say(PhraseBook.refuse) }
        case .insults: return first { $0.say(PhraseBook.insult) }
        case .despairs: return first { $0.say(PhraseBook.despair) }
        case .sendsAudio:
            return first { debtor in
                debtor.memory.messagesSent += 1
                return [DebtorAct(afterMilliseconds: 0, act: .sendAudio)]
            }
        case .wantsHuman:
            return afterName(reading) { $0.tapOrSay(reading.option("pessoa", "atendente"), PhraseBook.human) }
        case .suspectsScam: return afterName(reading) { $0.say(PhraseBook.scam) }
        case .claimsPaid: return claimPaid(reading)
        case .disputes: return afterName(reading, or: reading.asks.contains(.details)) { $0.say(PhraseBook.dispute) }
        case .hardship: return afterName(reading, or: reading.asks.contains(.details)) { $0.say(PhraseBook.hardship) }
        default: return nil
        }
    }

    /// Said once, at once; afterwards there is nothing to add.
    private mutating func first(_ act: (inout Debtor) -> [DebtorAct]) -> [DebtorAct]? {
        guard !memory.hasStatedAim else { return nil }
        memory.hasStatedAim = true
        return act(&self)
    }

    /// Said as soon as it is clear what this is about: half at once, the others after having said who they are.
    private mutating func afterName(
        _ reading: PhoneReading, or isTooLate: Bool = false, _ act: (inout Debtor) -> [DebtorAct]
    ) -> [DebtorAct]? {
        guard !memory.hasStatedAim, !isTooLate else { return nil }
        let isFirst = !memory.hasSpoken
        if isFirst, reading.asks.contains(.name), chance.chance(500) { return nil }
        memory.hasStatedAim = true
        return act(&self)
    }

    private mutating func claimPaid(_ reading: PhoneReading) -> [DebtorAct]? {
        if reading.asks.contains(.receipt), memory.hasStatedAim, !memory.hasSentReceipt {
            memory.hasSentReceipt = true
            memory.messagesSent += 1
            guard chance.chance(750) else {
                return say(["não achei o comprovante", "vou procurar aqui", "joguei fora"])
            }
            let caption = chance.chance(500) ? chance.pick(PhraseBook.receipt) : nil
            return [DebtorAct(afterMilliseconds: 0, act: .sendImage(caption: caption))]
        }
        return afterName(reading) { $0.tapOrSay(reading.option("ja paguei"), PhraseBook.alreadyPaid) }
    }

    /// Asked what is wrong or what would help, a person taps one of the reasons or says more; nil when not asked.
    mutating func details(_ reading: PhoneReading) -> [DebtorAct]? {
        guard reading.asks.contains(.details) else { return nil }
        switch person.persona.aim {
        case .disputes:
            return tapOrSay(reading.option("nao fui eu", "valor esta errado", "cancelei", "usaram"), PhraseBook.dispute)
        case .hardship:
            return tapOrSay(reading.option("dar um tempo", "parcela menor", "mais tarde"), PhraseBook.fits)
        default: return nil
        }
    }
}
