import Domain
import Language
import Negotiation
import Wording

/// A step under way: the state as it becomes, what is said and what is asked of the engine.
struct TurnBuilder {
    var next: Conversation
    let facts: ConversationFacts
    let now: Timestamp
    let today: CalendarDay
    private(set) var replies: [MessageContent] = []
    private(set) var commands: [Command] = []
    private(set) var readings: [Reading] = []
    private(set) var reasons: [Reason] = []

    init(conversation: Conversation, facts: ConversationFacts, now: Timestamp) {
        next = conversation
        self.facts = facts
        self.now = now
        today = facts.zone.day(now)
    }

    var turn: Turn {
        Turn(next: next, replies: replies, commands: commands, readings: readings, reasons: reasons)
    }

    mutating func command(_ command: Command) { commands.append(command) }
    mutating func disposition(_ disposition: Disposition) { commands.append(.disposition(disposition)) }
    mutating func because(_ rule: Reason.Rule, _ detail: String? = nil) { reasons.append(Reason(rule, detail)) }
    mutating func record(_ reading: Reading) { readings.append(reading) }

    /// Whoever proved who they are and still counts as proven now.
    var identity: ProvenIdentity? {
        next.identity(file: facts.file, contactPoint: facts.contactPoint, now: now)
    }

    mutating func take(_ input: ConversationInput, listener: Listener) {
        switch input {
        case .messages(let messages): takeMessages(messages, listener: listener)
        case .opened(let opening): takeOpening(opening)
        case .chargeReady(let charge): takeCharge(charge)
        case .chargeFailed: takeChargeFailure()
        case .paymentConfirmed(let payment): takePayment(payment)
        case .humanTookOver:
            next.keeper = .person
            because(.personOwns)
        case .handedBack(let person): takeBack(isTold: person != nil)
        case .silence: takeSilence()
        }
    }
}

/// How it speaks. What may be said to anybody takes a neutral phrase; what tells of a debt takes the identity that was
/// proved, so that it cannot be said without one.
extension TurnBuilder {
    enum Form {
        case plain
        case buttons([(Choice, ButtonLabel)])
        case list(button: ButtonLabel, rows: [MessageOption])
    }

    mutating func say(_ phrase: NeutralPhrase, _ form: Form = .plain) { utter(phrase, form) }

    mutating func say(_ phrase: DebtPhrase, to identity: ProvenIdentity, _ form: Form = .plain) {
        guard identity.evidence.debtor == facts.file.debtor else { return }
        utter(phrase, form)
    }

    /// A Pix code: it stands alone, so that one tap copies it.
    mutating func sayCode(_ code: String, to identity: ProvenIdentity) {
        guard identity.evidence.debtor == facts.file.debtor else { return }
        replies.append(.text(code))
    }

    mutating func sayImage(_ image: MediaReference, _ caption: DebtPhrase, to identity: ProvenIdentity) {
        guard identity.evidence.debtor == facts.file.debtor else { return }
        let text = chosen(caption)
        remember(text)
        replies.append(.image(image, caption: text))
    }

    /// A creditor's own text that anybody may read, as it stands.
    mutating func sayOwn(_ text: String) {
        remember(text)
        replies.append(.text(text))
    }

    /// A creditor's own text that only the debtor may read, as it stands.
    mutating func sayOwn(_ text: String, to identity: ProvenIdentity) {
        guard identity.evidence.debtor == facts.file.debtor else { return }
        sayOwn(text)
    }

    func wasSaidLately(_ text: String) -> Bool { age(text) >= 0 }

    private mutating func utter(_ phrase: some Wordable, _ form: Form) {
        let body = chosen(phrase)
        switch form {
        case .plain: replies.append(.text(body))
        case .buttons(let options):
            let buttons = options.map { MessageOption(id: $0.id, title: facts.catalogue.label($1, in: next.language)) }
            replies.append(.buttons(body: body, footer: nil, buttons: buttons))
        case .list(let button, let rows):
            let title = facts.catalogue.label(button, in: next.language)
            replies.append(.list(body: body, footer: nil, button: title, rows: rows))
        }
    }

    /// A wording that was not used lately, and in no case the one that was said last.
    private mutating func chosen(_ phrase: some Wordable) -> String {
        let all = facts.catalogue.renderings(phrase, in: next.language, today: today)
        let preferred = max(1, min(facts.catalogue.preferredCount(phrase.key, in: next.language), all.count))
        // People are not all greeted with the same words, and the same person always is.
        let person = Int(truncatingIfNeeded: UInt64(bitPattern: facts.file.debtor.rawValue) % 1009)
        let start = (next.saidCount + person) % preferred
        let order = (0..<preferred).map { (start + $0) % preferred } + Array(preferred..<max(preferred, all.count))
        var oldest: (text: String, age: Int)?
        for index in order where index < all.count {
            let text = all[index]
            let age = age(text)
            if age < oldest?.age ?? Int.max { oldest = (text, age) }
            if age < 0 { break }
        }
        let text = oldest?.text ?? ""
        remember(text)
        return text
    }

    private mutating func remember(_ text: String) {
        next.saidCount += 1
        next.recentTexts.append(Fingerprint.of(text))
        if next.recentTexts.count > TurnBuilder.recentTextsMax { next.recentTexts.removeFirst() }
    }

    /// Position in what was said lately: the smaller, the longer ago; negative when it was not said lately.
    private func age(_ text: String) -> Int { next.recentTexts.lastIndex(of: Fingerprint.of(text)) ?? -1 }

    static let recentTextsMax = 12
}

/// FNV-1a, 64 bits: tells texts apart without keeping them.
enum Fingerprint {
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
