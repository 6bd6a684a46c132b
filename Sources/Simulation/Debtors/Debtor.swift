package import Domain

/// A simulated debtor: what they see on the phone goes in, what they will do comes out. Pure and seeded: the same
/// messages at the same times give the same acts.
///
/// A person who looks at the phone answers everything that is new at once, so three messages in a row get one
/// answer. That is what `wake` is for: each arrival plans to come back, and only the newest plan counts.
package struct Debtor: Sendable {
    package let person: InventedDebtor
    var chance: SeededGenerator

    /// Messages that arrived and were not answered yet.
    private var unanswered: [PhoneBubble] = []
    private var newestWake = 0
    /// What a later wake is for, apart from looking at the phone.
    var errands: [Int: Errand] = [:]
    private var errandsMade = 0
    var memory = Memory()

    enum Errand: Hashable, Sendable {
        case payPromised
        case pay(code: String, amount: Money?)
    }

    /// What the person remembers of the talk.
    struct Memory: Hashable, Sendable {
        var hasSpoken = false
        var hasStatedAim = false
        var proofsGiven = 0
        var requests = 0
        var declines = 0
        var messagesSent = 0
        var code: String?
        var hasPaid = false
        var payIsPlanned = false
        var promisedDay: CalendarDay?
        var hasRated = false
        var hasSentReceipt = false
        /// Has said what they had to say, and is not going to answer any more.
        var isDone = false
    }

    /// Nobody talks longer than this with a machine.
    static let messagesMost = 24

    package init(_ person: InventedDebtor, seed: UInt64) {
        self.person = person
        chance = SeededGenerator(seed: seed, stream: "debtor/\(person.id)")
    }

    /// Whether this person has had enough of the talk.
    package var isDone: Bool { memory.isDone }
    /// Whether this person has paid at least once.
    package var hasPaid: Bool { memory.hasPaid }

    /// A message has appeared on the phone.
    package mutating func sees(_ bubble: PhoneBubble, at now: Timestamp) -> [DebtorAct] {
        let isTalking = memory.hasSpoken && !memory.isDone
        guard bubble.direction == .received, isTalking || chance.chance(person.persona.reads) else { return [] }
        var seeing = person.persona.seeing.sample(&chance)
        if isTalking { seeing = min(seeing, Int64(chance.integer(500...20_000))) }
        seeing = awake(after: seeing, from: now)
        let read = DebtorAct(afterMilliseconds: seeing, act: .read(upTo: bubble.id))
        guard !memory.isDone || bubble.text.contains("br.gov.bcb.pix") else { return [read] }
        unanswered.append(bubble)
        newestWake += 1
        var answering = person.persona.answering.sample(&chance)
        if isTalking { answering = min(answering, Int64(chance.integer(4000...90_000))) }
        return [
            read,
            DebtorAct(
                afterMilliseconds: awake(after: seeing + max(1, answering), from: now), act: .wake(newestWake)),
        ]
    }

    /// The person comes back to the phone, as planned by an earlier act.
    package mutating func wakes(_ number: Int, at now: Timestamp) -> [DebtorAct] {
        if let errand = errands.removeValue(forKey: number) { return run(errand, at: now) }
        guard number == newestWake, !unanswered.isEmpty else { return [] }
        let reading = PhoneReading(unanswered)
        unanswered = []
        guard memory.messagesSent < Self.messagesMost else {
            memory.isDone = true
            return []
        }
        if !memory.hasSpoken, !chance.chance(person.persona.replies) || person.persona.aim == .staysSilent {
            // Who stays silent today may still answer another message.
            return []
        }
        let acts = answer(reading, at: now)
        if !acts.isEmpty { memory.hasSpoken = true }
        return acts
    }

    /// The bank's app has said whether the payment went through.
    package mutating func hearsFromBank(paid: Bool, at now: Timestamp) -> [DebtorAct] {
        guard paid else { return [] }
        memory.hasPaid = true
        memory.payIsPlanned = false
        guard chance.chance(600) else { return [] }
        var acts = say(PhraseBook.paid, after: Int64(chance.integer(5000...60_000)))
        if chance.chance(250), let last = acts.last {
            acts.append(DebtorAct(afterMilliseconds: last.afterMilliseconds + 8000, act: .sendImage(caption: nil)))
        }
        return acts
    }

    /// Plans to come back for something.
    mutating func plan(_ errand: Errand, after milliseconds: Int64, from now: Timestamp) -> DebtorAct {
        // Errands have numbers of their own, so that a new message does not cancel them.
        errandsMade += 1
        let number = -errandsMade
        errands[number] = errand
        return DebtorAct(afterMilliseconds: awake(after: milliseconds, from: now), act: .wake(number))
    }

    /// A moment at which the person is up: what falls into the night waits for the morning.
    func awake(after milliseconds: Int64, from now: Timestamp) -> Int64 {
        guard person.persona.sleeps else { return milliseconds }
        let local = person.zone.localTime(now.adding(milliseconds: milliseconds))
        // Two in a hundred are up at night.
        guard person.id % 50 != 7, local.hour >= 23 || local.hour < 7 else { return milliseconds }
        let untilSeven = (local.hour >= 23 ? 31 : 7) * 3_600_000 - Int64(local.millisecondOfDay)
        return milliseconds + untilSeven + Int64(person.id % 90) * 60_000
    }

    /// Writes one of the phrases, in the person's own hand, maybe in several messages.
    mutating func say(
        _ phrases: [String], after milliseconds: Int64 = 0, _ places: [String: String] = [:]
    ) -> [DebtorAct] {
        var phrase = chance.pick(phrases) ?? "ok"
        for (place, value) in places { phrase = phrase.replacing("{\(place)}", with: value) }
        phrase = phrase.replacing("{nome}", with: person.firstName)
        let persona = person.persona
        let text = Handwriting.write(
            phrase, carelessness: persona.mistypes, emoji: persona.addsEmoji, chance: &chance)
        let pieces = chance.chance(persona.bursts) ? Handwriting.burst(text, chance: &chance) : [text]
        memory.messagesSent += pieces.count
        var at = milliseconds
        return pieces.map { piece in
            defer { at += Int64(chance.integer(900...6000)) }
            return DebtorAct(afterMilliseconds: at, act: .say(piece))
        }
    }

    /// Exactly these words: digits and days are not garbled by accident.
    mutating func sayPlainly(_ text: String) -> [DebtorAct] {
        memory.messagesSent += 1
        return [DebtorAct(afterMilliseconds: 0, act: .say(text))]
    }

    mutating func tap(_ target: (messageID: String, optionID: String)) -> [DebtorAct] {
        memory.messagesSent += 1
        return [DebtorAct(afterMilliseconds: 0, act: .tap(messageID: target.messageID, optionID: target.optionID))]
    }

    /// Taps when there is something to tap and the person is of that kind; otherwise writes.
    mutating func tapOrSay(_ target: (messageID: String, optionID: String)?, _ phrases: [String]) -> [DebtorAct] {
        if let target, chance.chance(person.persona.taps) { return tap(target) }
        return say(phrases)
    }
}
