package import Domain
package import Language
package import Negotiation
package import Wording

/// All that a conversation remembers. It holds no datum that proves identity and nothing that cannot be stored.
package struct Conversation: Codable, Hashable, Sendable {
    /// Raised when an older state can no longer be read as it is.
    package static let currentVersion = 1

    package internal(set) var version = Conversation.currentVersion
    package internal(set) var stage: Stage = .fresh
    package internal(set) var keeper: Keeper = .bot
    package internal(set) var language: Tongue = .portuguese
    /// That identity was proved, if it was; it may no longer count.
    package internal(set) var evidence: IdentityEvidence?
    /// The name was confirmed by who writes.
    package internal(set) var confirmedName = false
    /// Somebody else said that they write from this number: from then on the name must be said outright.
    package internal(set) var someoneElseAnswered = false
    /// Failed tries of the last 24 hours.
    package internal(set) var failedProofs: [Timestamp] = []
    /// What the person wanted before they had proved who they are.
    package internal(set) var held: HeldMatter?
    /// As shown last, in order.
    package internal(set) var offersShown: [OfferTerms] = []
    /// The agreement made in this conversation.
    package internal(set) var agreed: OfferTerms?
    package internal(set) var openCharge: ChargeFacts?
    package internal(set) var promise: Promise?
    /// Messages in a row that were not understood.
    package internal(set) var misses = 0
    /// How often the same datum was asked for without an answer.
    package internal(set) var repeatedAsks = 0
    package internal(set) var abuses = 0
    package internal(set) var declines = 0
    package internal(set) var askedForDate = false
    package internal(set) var receiptAsked = false
    package internal(set) var surveyed = false
    package internal(set) var crisisReplies = 0
    /// Trouble of the kind that only a person should go on about.
    package internal(set) var isInStrongHardship = false
    package internal(set) var nudged = false
    package internal(set) var waitNoticeGiven = false
    /// Payments that were thanked for.
    package internal(set) var thankedPayments: [PaymentID] = []
    /// The yes was said and its Pix is on the way, so that both are answered in one message.
    package internal(set) var justAgreed: Bool?
    /// The day on which the balance was explained line by line.
    package internal(set) var statedOn: CalendarDay?
    /// A payment claim or a dispute is being checked: a yes to that is no yes to an offer.
    package internal(set) var isUnderReview: Bool?
    /// The person would rather listen than read.
    package internal(set) var prefersListening: Bool?
    /// A picture could not be read, and a better one was asked for.
    package internal(set) var betterPictureAsked: Bool?
    /// "Semana que vem": a weekday named next is not one before this day.
    package internal(set) var askedFrom: CalendarDay?
    /// Hashes of what was said last, oldest first, so that nothing is said twice in a row.
    package internal(set) var recentTexts: [UInt64] = []
    /// How many texts were said, which varies the wording.
    package internal(set) var saidCount = 0

    package init() {}
}

/// Who answers. Exactly one at any time.
package enum Keeper: String, Codable, Hashable, Sendable {
    case bot
    /// Handed over, nobody took it yet.
    case queue
    case person
}

/// What the conversation waits for.
package enum Stage: Codable, Hashable, Sendable {
    /// Nobody said anything yet.
    case fresh
    /// "Falo com Ana?"
    case askedName
    /// Digits of the CPF, or the birthday.
    case askedDatum(IdentityDatum)
    /// Offers wait for a choice.
    case offering
    /// "Quanto cabe por mês?"
    case askedAmount
    /// An offer was read back and waits for a yes.
    case confirming(OfferTerms)
    case askedDate
    /// A day was proposed for the promise: the next business day, or the latest possible.
    case proposedDate(CalendarDay, amount: Money?)
    case awaitingCharge
    case awaitingPayment
    case askedReceipt
    case askedDisputeKind
    case askedHardshipWish
    case askedCallback
    case confirmingCancellation
    case askedSurvey
    /// Nothing is open; the person may begin anew.
    case resting
    case stopped(StopReason)
}

/// Why the bot says nothing more.
package enum StopReason: String, Codable, Hashable, Sendable {
    case optedOut, wrongPerson, deceased, crisis
}

/// A promise made in this conversation.
package struct Promise: Codable, Hashable, Sendable {
    package let due: CalendarDay
    package let amount: Money?
}

/// A wish that waits for proof of identity.
package struct HeldMatter: Codable, Hashable, Sendable {
    package let intents: [Intent]
    package let entities: Entities
    package let details: HeldDetails
    package let message: MessageID?
    package let receipt: MessageID?
    /// What was read on it.
    package let finding: ReceiptFinding?
}

/// The part of a reading's details that matters later.
package struct HeldDetails: Codable, Hashable, Sendable {
    package let amountIsPerInstallment: Bool
    package let amountIsDownPayment: Bool
    package let sharePermille: Int?
    package let disputeKind: DisputeKind?
}

extension Conversation {
    /// What the last question asked, for the reader.
    package var contextQuestion: QuestionContext {
        switch stage {
        case .fresh: .none
        case .askedName, .askedDatum: .askedIdentity
        case .offering, .askedHardshipWish: .offer
        case .askedAmount: .askedAmount
        case .confirming, .proposedDate, .confirmingCancellation: .askedConfirmation
        case .askedDate, .askedCallback: .askedDate
        case .awaitingCharge, .awaitingPayment: .paymentSent
        case .askedReceipt, .askedDisputeKind, .askedSurvey: .none
        case .resting: evidence == nil ? .none : .reminder
        case .stopped: .none
        }
    }

    /// Whether what is said is spoken, too. Voices speak Portuguese.
    package var wantsVoice: Bool { prefersListening ?? false && language == .portuguese }

    /// Whether the bot may answer.
    package var isBotsTurn: Bool { keeper == .bot }

    /// The proof, if it still counts now.
    package func identity(file: DebtorFile, contactPoint: ContactPointID, now: Timestamp) -> ProvenIdentity? {
        evidence.flatMap {
            IdentityProof.renew($0, debtor: file.debtor, contactPoint: contactPoint, now: now)
        }
    }
}

extension Conversation {
    /// One step: what came in, what is known, and what time it is; out comes what to say, what to do, and the next state.
    ///
    /// Pure and total: the same arguments give the same turn, and no argument stops it.
    package func step(
        _ input: ConversationInput, facts: ConversationFacts, now: Timestamp, listener: Listener
    ) -> Turn {
        var builder = TurnBuilder(conversation: self, facts: facts, now: now)
        builder.take(input, listener: listener)
        return builder.turn
    }
}
