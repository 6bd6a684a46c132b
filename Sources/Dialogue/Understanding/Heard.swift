import Domain
import Language

/// All that the debtor said since we last spoke, as one: three messages in a row get one answer.
struct Heard {
    /// Asserted, what must be answered first in front. Empty when only buttons were tapped or media sent.
    var intents: [Intent] = []
    var entities = Entities()
    var details = Details()
    var choices: [Choice] = []
    var media: [Media] = []
    /// The texts, one a line.
    private(set) var text = ""
    var lastMessage: MessageID?
    var isSure = true
    /// The likeliest wish about money in a message that reached no meaning.
    private(set) var likelyWish: Intent?
    /// What is wrong, where it was said before.
    var heldDisputeKind: DisputeKind?
    /// Only where it was recognised in a text of more than a word.
    var language: MessageLanguage?

    struct Media: Hashable {
        enum Kind: Hashable {
            /// A picture or document that may be a receipt.
            case picture
            /// One that was read, and is none.
            case photo
            case audio, other
        }

        let kind: Kind
        let message: MessageID
        var finding: ReceiptFinding?
    }

    var first: Intent { intents.first ?? .other }

    func has(_ intent: Intent) -> Bool { intents.contains(intent) }

    /// The picture or document that may be a receipt.
    var receipt: MessageID? { picture?.message }

    /// What was read on it; nil while nobody has read it.
    var finding: ReceiptFinding? { picture?.finding }

    /// Of several pictures the last that claims a payment, else the last.
    private var picture: Media? {
        let pictures = media.filter { $0.kind == .picture }
        return pictures.last { $0.finding?.claimsPayment ?? false } ?? pictures.last
    }

    /// Lower case, no accents, only letters and digits, a blank on each side of every word.
    private(set) var plain = " "

    var wordCount: Int { text.split { !$0.isLetter && !$0.isNumber }.count }

    /// The order in which several matters are answered (life first, then who it is, then what stops everything, then
    /// money); within the last group several messages are answered by what moves most.
    static let priority: [Intent] = [
        .crisis, .deceased, .wrongPerson, .thirdPartyPayer, .optOut, .legalThreat, .privacyRequest, .dispute,
        .alreadyPaid,
        .hardship, .humanAgent, .refuseToPay, .scamSuspicion, .accept, .counterOffer, .installmentRequest,
        .discountRequest, .promiseToPay, .paymentRequest, .callbackLater, .paymentStatus, .creditBureau,
        .documentRequest, .debtInquiry, .decline, .contactUpdate, .thanks, .greeting, .abuse, .other,
    ]

    mutating func add(_ understanding: Understanding, text: String, message: MessageID, question: Question) {
        let spoken = Heard.spokenDigits(understanding, text: text, question: question)
        let isBareNumber =
            spoken != nil
            || question.provesIdentity && text.split(whereSeparator: { !$0.isLetter }).count <= 3
                && understanding.details.digitGroups.joined().count >= IdentityCheck.cpfDigitsMin
                && !Saying.namesMoney(text)
        for intent in Trust.intents(understanding, text: text, question: question, isBareNumber: isBareNumber)
        where !intents.contains(intent) {
            intents.append(intent)
        }
        say(text)
        if isBareNumber {
            details.digitGroups += understanding.details.digitGroups + (spoken.map { [$0] } ?? [])
            details.dayAndMonths += understanding.details.dayAndMonths
        } else {
            merge(understanding)
        }
        isSure = isSure && understanding.isSure
        if !understanding.isSure, understanding.intents.first?.intent == .other {
            likelyWish = Heard.likelyWish(understanding) ?? likelyWish
        }
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }.count
        if understanding.language != .portuguese || (words >= 3 && understanding.isSure) {
            language = understanding.language
        }
    }

    /// Only what leads to a question or to an offer read back, and only where it is the likeliest thing to act on.
    private static func likelyWish(_ understanding: Understanding) -> Intent? {
        guard let likeliest = understanding.scores.first(where: { !$0.intent.standsAlone }),
            [.discountRequest, .installmentRequest, .paymentRequest].contains(likeliest.intent),
            likeliest.confidence >= wishConfidenceMin
        else { return nil }
        return likeliest.intent
    }

    private static let wishConfidenceMin = 0.15

    /// "trezentos e noventa", to the question for three digits: the number is read as its digits.
    private static func spokenDigits(_ understanding: Understanding, text: String, question: Question) -> String? {
        guard question.provesIdentity, !question.asksName, understanding.details.digitGroups.isEmpty,
            let number = StandardSpelling.number(text), number >= 100
        else { return nil }
        return String(number)
    }

    /// Takes over a text, without its meaning.
    mutating func say(_ text: String) {
        self.text += (self.text.isEmpty ? "" : "\n") + text
        for word in Saying(text).words { plain += word + " " }
    }

    /// What was asked before a message, as far as it changes what the message can mean.
    struct Question {
        /// Digits or a name were asked for, so that a bare number is one of them and not money.
        let provesIdentity: Bool
        /// A yes to it binds.
        let binds: Bool
        /// "Falo com Ana?"
        let asksName: Bool
        /// The first name and the whole name, folded.
        let names: (first: String, whole: String)
    }

    private mutating func merge(_ understanding: Understanding) {
        let new = understanding.entities
        entities.amount = new.amount ?? entities.amount
        entities.date = new.date ?? entities.date
        entities.installments = new.installments ?? entities.installments
        entities.method = new.method ?? entities.method
        entities.dayOfMonth = new.dayOfMonth ?? entities.dayOfMonth
        entities.timeOfDay = new.timeOfDay ?? entities.timeOfDay
        let other = understanding.details
        details.found.amount = other.found.amount ?? details.found.amount
        details.found.date = other.found.date ?? details.found.date
        details.found.installments = other.found.installments ?? details.found.installments
        details.found.dayOfMonth = other.found.dayOfMonth ?? details.found.dayOfMonth
        details.found.timeOfDay = other.found.timeOfDay ?? details.found.timeOfDay
        details.dateDoubt = other.dateDoubt ?? details.dateDoubt
        details.amountIsPerInstallment = details.amountIsPerInstallment || other.amountIsPerInstallment
        details.amountIsDownPayment = details.amountIsDownPayment || other.amountIsDownPayment
        details.amountIsApproximate = details.amountIsApproximate || other.amountIsApproximate
        details.amountCandidates = other.amountCandidates.isEmpty ? details.amountCandidates : other.amountCandidates
        details.sharePermille = other.sharePermille ?? details.sharePermille
        details.digitGroups += other.digitGroups
        details.dayAndMonths += other.dayAndMonths
        details.ordinalChoice = other.ordinalChoice ?? details.ordinalChoice
        details.phones += other.phones
        details.emails += other.emails
    }

    /// What must be answered first in front, and what stands alone away where anything else can be acted on.
    mutating func settle(messageCount: Int) {
        if messageCount > 1 {
            intents.sort { Heard.rank($0) < Heard.rank($1) }
        } else if let urgent = intents.first(where: { Heard.rank($0) <= Heard.rank(.hardship) }),
            urgent != intents.first,
            intents.first?.standsAlone ?? false || Heard.rank(urgent) <= Heard.rank(.privacyRequest)
        {
            intents.removeAll { $0 == urgent }
            intents.insert(urgent, at: 0)
        }
        if intents.contains(where: { !$0.standsAlone && $0 != .contactUpdate }), details.phones.isEmpty,
            details.emails.isEmpty
        {
            // A new contact that names none has nothing to act on.
            intents.removeAll { $0 == .contactUpdate }
        }
        if intents.contains(where: { !$0.standsAlone }) || !choices.isEmpty || !media.isEmpty {
            intents.removeAll(where: \.standsAlone)
        }
    }

    /// Drops an amount that was digits of a CPF: "sou eu, 111, quero pagar".
    mutating func forgetAmountsOfProof() {
        func isProof(_ amount: Money?) -> Bool {
            guard let amount, !Saying.namesMoney(text) else { return false }
            return details.digitGroups.contains { Int64($0).map { $0 * 100 == amount.cents } ?? false }
        }
        if isProof(entities.amount) { entities.amount = nil }
        if isProof(details.found.amount) { details.found.amount = nil }
    }

    private static func rank(_ intent: Intent) -> Int { priority.firstIndex(of: intent) ?? priority.count }
}
