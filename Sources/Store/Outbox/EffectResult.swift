package import Domain

/// What came of an effect: the body of an `effect.finished` entry, as JSON.
package struct EffectResult: Codable, Sendable, Hashable {
    package enum Outcome: String, Codable, Sendable {
        /// The other side has it, and gave it `providerID`.
        case accepted
        /// The other side refused it: `errorCode` says why.
        case rejected
        /// Nothing was sent: no connection, or refused before the request was written.
        case notSent
        /// It was written and no answer came: it may have arrived.
        case unknown
        /// The permission ran out before it could leave.
        case expired
        /// A file was downloaded or drawn, and lies in the store under `fileHash`.
        case fetched
        /// Work is done; what came of it is `answer`.
        case done
    }

    package var effect: Int64
    /// This attempt's number, from 1.
    package var attempt: Int
    package var outcome: Outcome
    package var providerID: String?
    /// The number's own form as the platform knows it; it may lack the ninth digit.
    package var whatsAppID: String?
    package var bsuid: String?
    /// `held_for_quality_assessment` or `paused`, when the platform says so.
    package var platformState: String?
    package var errorCode: Int?
    package var errorText: String?
    package var fileHash: String?
    package var fileType: String?
    /// JSON; its shape is the kind's.
    package var answer: String?

    package init(effect: Int64, attempt: Int, outcome: Outcome) {
        self.effect = effect
        self.attempt = attempt
        self.outcome = outcome
    }
}

/// The body of a `whatsapp.message` effect.
package struct OutgoingWhatsApp: Codable, Sendable, Hashable {
    /// The business number's id, as in the path of the request.
    package var number: String
    /// Digits with country code; nil when only the BSUID is known.
    package var phone: String?
    package var bsuid: String?
    package var content: MessageContent
    /// The platform's id of the message that this one quotes.
    package var replyTo: String?

    package init(number: String, phone: String?, bsuid: String?, content: MessageContent, replyTo: String? = nil) {
        self.number = number
        self.phone = phone
        self.bsuid = bsuid
        self.content = content
        self.replyTo = replyTo
    }
}

/// The body of a `media.fetch` effect.
package struct MediaToFetch: Codable, Sendable, Hashable {
    package var number: String
    package var mediaID: String
    package var mimeType: String

    package init(number: String, mediaID: String, mimeType: String) {
        self.number = number
        self.mediaID = mediaID
        self.mimeType = mimeType
    }
}
