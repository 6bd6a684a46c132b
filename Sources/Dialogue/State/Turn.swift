package import Domain
package import Language

/// What a step of a conversation comes to.
package struct Turn: Hashable, Sendable {
    /// The state from now on.
    package let next: Conversation
    /// What is said, in order; empty where silence is right.
    package let replies: [MessageContent]
    /// What the engine must do, in order.
    package let commands: [Command]
    /// What was understood of each message, for the history.
    package let readings: [Reading]
    /// Why it was answered so, for the history.
    package let reasons: [Reason]
}

/// What was understood of one message.
package struct Reading: Hashable, Codable, Sendable {
    package let message: MessageID
    /// Asserted, first in front; empty for taps and media without text.
    package let intents: [Heard]
    package let entities: Entities
    package let isSure: Bool
    /// What had been asked, which decides what "sim" means; nil for taps.
    package var context: QuestionContext?

    package struct Heard: Hashable, Codable, Sendable {
        package let intent: Intent
        /// In thousandths, so that a history does not depend on how floats print.
        package let confidencePermille: Int
    }
}

/// Why a reply was chosen. `rule` is stable; `detail` is for people.
package struct Reason: Hashable, Codable, Sendable {
    package let rule: Rule
    package let detail: String?

    package enum Rule: String, Codable, Hashable, Sendable {
        case intent, proofNeeded, proofRenewed, proved, proofFailed, withinPolicy, outsidePolicy, ambiguousAnswer
        case notUnderstood, silenced, personOwns, choice, staleChoice, media, payment, charge, opened, pause
        case languageChanged, evidenceMissing, offerLapsed, ownAnswer, voice
    }

    package init(_ rule: Rule, _ detail: String? = nil) {
        self.rule = rule
        self.detail = detail
    }
}
