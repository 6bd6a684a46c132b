package import Domain

/// What may be said to anybody, before it is known who reads: not a word of a debt, a creditor's claim or an amount.
///
/// The catalogue's tests look for such words in every text of this kind, in every language.
package enum NeutralPhrase: Hashable, Sendable {
    /// The first message: who writes, and whether it is the right person.
    case opening(name: String, creditor: String)
    case askName(name: String, creditor: String)
    case askCPF
    /// Somebody asked or wanted something: first the proof.
    case askCPFBefore(Acknowledgement)
    case askBirthday
    case tryCPFAgain
    case tryBirthdayAgain
    case proofFailed(ServiceTime)
    case whyProof
    case personNeeded(ServiceTime)
    case crisisCare
    case crisisCareAgain
    case deceased(creditor: CreditorText)
    case wrongPerson
    case wrongPersonReturned
    case thirdParty(name: String)
    case optOutConfirmed
    case optInWelcome
    case legalThreat(complaints: String?)
    case privacyOpened(creditor: String)
    case refusalNoted
    case scamAdvice(CreditorText)
    case humanQueued(ServiceTime)
    case humanWaiting(ServiceTime)
    case askCallback
    case callbackNoted(day: CalendarDay?, time: SpokenTime?)
    case abuseFirst
    case abuseStop
    case honest(creditor: String)
    case notUnderstood
    case notUnderstoodName(name: String)
    case audio
    case unsupported
    case welcome
    case greetingBack
    case handedBack
    case notNow
    /// Before anything else to somebody in trouble.
    case sorry
    /// To a yes that asks for nothing more.
    case allRight
    /// "Quem é?" is answered before anything is asked.
    case whoWrites(name: String, creditor: String)
    /// "Do que se trata?": only the person may hear it.
    case privateMatter(name: String)
    /// Somebody else goes on writing.
    case thirdPartyAgain(name: String)
    /// "Vou pensar": no hurry is made.
    case thinkItOver
    /// A question that no text of the creditor's answers.
    case questionNoted(ServiceTime)
    /// A creditor's own answer that anybody may read, asked for once more.
    case ownAnswerAgain(String)
    /// A picture that was looked at and tells nothing that could be answered.
    case photoSeen
    /// From now on it is spoken, too.
    case voiceOn
    case voiceOff

    /// What is acknowledged before the proof is asked for.
    package enum Acknowledgement: String, Hashable, Sendable, CaseIterable {
        case question, dispute, paid, hardship, receipt, contact, promise
    }
}

extension NeutralPhrase: Wordable {
    package var key: PhraseKey {
        switch self {
        case .opening: .opening
        case .askName: .askName
        case .askCPF: .askCPF
        case .askCPFBefore(let what): what.key
        case .askBirthday: .askBirthday
        case .tryCPFAgain: .tryCPFAgain
        case .tryBirthdayAgain: .tryBirthdayAgain
        case .proofFailed: .proofFailed
        case .whyProof: .whyProof
        case .personNeeded: .personNeeded
        case .crisisCare: .crisisCare
        case .crisisCareAgain: .crisisCareAgain
        case .deceased: .deceased
        case .wrongPerson: .wrongPerson
        case .wrongPersonReturned: .wrongPersonReturned
        case .thirdParty: .thirdParty
        case .optOutConfirmed: .optOutConfirmed
        case .optInWelcome: .optInWelcome
        case .legalThreat(let complaints): complaints == nil ? .legalThreat : .legalThreatWithChannel
        case .privacyOpened: .privacyOpened
        case .refusalNoted: .refusalNoted
        case .scamAdvice(let creditor): creditor.officialChannels == nil ? .scamAdvice : .scamAdviceWithChannel
        case .humanQueued: .humanQueued
        case .humanWaiting: .humanWaiting
        case .askCallback: .askCallback
        case .callbackNoted(let day, let time): day == nil && time == nil ? .callbackOpen : .callbackNoted
        case .abuseFirst: .abuseFirst
        case .abuseStop: .abuseStop
        case .honest: .honest
        case .notUnderstood: .notUnderstood
        case .notUnderstoodName: .notUnderstoodName
        case .audio: .audio
        case .unsupported: .unsupported
        case .welcome: .welcome
        case .greetingBack: .greetingBack
        case .handedBack: .handedBack
        case .notNow: .notNow
        case .sorry: .sorry
        case .allRight: .allRight
        case .whoWrites: .whoWrites
        case .privateMatter: .privateMatter
        case .thirdPartyAgain: .thirdPartyAgain
        case .thinkItOver: .thinkItOver
        case .questionNoted: .questionNoted
        case .ownAnswerAgain: .ownAnswerAgain
        case .photoSeen: .photoSeen
        case .voiceOn: .voiceOn
        case .voiceOff: .voiceOff
        }
    }

    package func values(_ phrasing: Phrasing) -> [String: String] {
        switch self {
        case .opening(let name, let creditor), .askName(let name, let creditor), .whoWrites(let name, let creditor):
            ["name": name, "creditor": creditor, "of_creditor": phrasing.of(creditor)]
        case .thirdParty(let name), .thirdPartyAgain(let name), .privateMatter(let name), .notUnderstoodName(let name):
            ["name": name]
        case .privacyOpened(let creditor), .honest(let creditor):
            ["creditor": creditor, "of_creditor": phrasing.of(creditor)]
        case .deceased(let creditor):
            ["creditor": creditor.tradeName, "of_creditor": phrasing.of(creditor.tradeName)]
        case .legalThreat(let complaints): ["complaints": complaints ?? ""]
        case .scamAdvice(let creditor):
            [
                "creditor": phrasing.named(creditor), "of_creditor": phrasing.of(phrasing.named(creditor)),
                "channels": creditor.officialChannels ?? "",
            ]
        case .proofFailed(let time), .personNeeded(let time), .humanQueued(let time), .humanWaiting(let time),
            .questionNoted(let time):
            ["when": phrasing.service(time)]
        case .callbackNoted(let day, let time): ["when": phrasing.moment(day: day, time: time)]
        case .ownAnswerAgain(let text): ["answer": text]
        default: [:]
        }
    }
}

extension NeutralPhrase.Acknowledgement {
    var key: PhraseKey {
        switch self {
        case .question: .askCPFBefore
        case .dispute: .askCPFDispute
        case .paid: .askCPFPaid
        case .hardship: .askCPFHardship
        case .receipt: .askCPFReceipt
        case .contact: .askCPFContact
        case .promise: .askCPFPromise
        }
    }
}
