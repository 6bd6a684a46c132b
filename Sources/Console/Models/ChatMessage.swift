package import Domain

/// One message of a conversation, as a bubble.
package struct ChatMessage: Sendable {
    package let id: MessageID
    package let at: Timestamp
    package let author: Author
    package let body: Body
    /// For messages of ours.
    package let status: DeliveryStatus?
    package let quote: Quote?
    /// For messages of the client: what was understood, first what the answer had to deal with.
    package let understood: [Understood]
    /// What a colleague has said that it means: names in the list of intents; empty while nobody has.
    package let corrected: [String]
    /// What programs read on its picture or document, to be verified; empty where nothing was.
    package let read: [Fact]
    /// The words of a voice note, as another program heard them.
    package let spoken: String?
    /// Shown where one conversation runs over several channels.
    package let channel: Channel
    /// The option taken, where this message offered some: its id.
    package let chosenOption: String?

    package enum Author: Sendable {
        case client
        case assistant
        /// A step of the cadence.
        case cadence(step: String)
        case person(name: String)
    }

    package enum Body: Sendable {
        case ours(MessageContent)
        /// `media` is the stored file of an image, document or audio, once it has been fetched.
        case theirs(InboundContent, media: MediaReference?)
    }

    package var isOurs: Bool {
        switch author {
        case .client: false
        case .assistant, .cadence, .person: true
        }
    }

    package init(
        id: MessageID, at: Timestamp, author: Author, body: Body, status: DeliveryStatus? = nil, quote: Quote? = nil,
        understood: [Understood] = [], corrected: [String] = [], read: [Fact] = [], spoken: String? = nil,
        channel: Channel = .whatsapp,
        chosenOption: String? = nil
    ) {
        self.id = id
        self.at = at
        self.author = author
        self.body = body
        self.status = status
        self.quote = quote
        self.understood = understood
        self.corrected = corrected
        self.read = read
        self.spoken = spoken
        self.channel = channel
        self.chosenOption = chosenOption
    }
}

/// How far a message of ours has come. It never goes back.
package enum DeliveryStatus: Hashable, Sendable {
    case queued, sent, delivered, read
    /// Sent without an answer; what became of it is being found out.
    case unknown
    /// Why, in words, with what to do: from the channel's table of errors.
    case failed(reason: String)
}

/// The message that another one answers.
package struct Quote: Sendable {
    package let id: MessageID?
    package let isOurs: Bool
    package let text: String

    package init(id: MessageID? = nil, isOurs: Bool, text: String) {
        self.id = id
        self.isOurs = isOurs
        self.text = text
    }
}

/// An intent, and how sure the understanding is.
package struct Understood: Sendable {
    /// The name in the list of intents: `installment_request`.
    package let intent: String
    /// Percent; nil where it was not measured (a tap on a button).
    package let confidencePercent: Int?
    /// What was extracted with it: `parcelas` `6`.
    package let entities: [Fact]

    package init(intent: String, confidencePercent: Int? = nil, entities: [Fact] = []) {
        self.intent = intent
        self.confidencePercent = confidencePercent
        self.entities = entities
    }
}

/// Who answers in a conversation. There is exactly one at any time.
package enum ConversationOwner: Hashable, Sendable {
    case assistant
    /// Handed over; no person has taken it yet.
    case nobody
    case me
    case other(name: String)
}

/// The platform's 24-hour window for free text.
package enum ServiceWindow: Hashable, Sendable {
    case open(until: Timestamp)
    case closed(since: Timestamp?)
}

/// Why a conversation came to a person.
package enum HandoverReason: Hashable, Sendable {
    case askedForPerson, crisis, dispute, deceased, hardship, legalThreat, privacyRequest, beyondAuthority
    case notUnderstood, abuse, scamSuspicion, paymentNotFound, documents, identityNotProven, takenOver
    case wrongPersonReturned, paymentMethod, chargeFailed, timeBarred, thirdParty
    /// A reason without a phrase of its own yet.
    case other(String)
}
