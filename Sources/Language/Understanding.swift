/// An intent and how likely it is, calibrated on held-out messages: of those with 0.8, about four in five are right.
package struct ScoredIntent: Hashable, Sendable {
    package let intent: Intent
    /// 0...1
    package let confidence: Double

    package init(_ intent: Intent, confidence: Double) {
        self.intent = intent
        self.confidence = confidence
    }
}

/// The language that a message is written in, as far as it shows.
package enum MessageLanguage: String, CaseIterable, Codable, Hashable, Sendable {
    case portuguese = "pt"
    case spanish = "es"
    case english = "en"
}

/// What a message means.
package struct Understanding: Sendable {
    /// The asserted intents, never empty, what the reply must answer first in front.
    package let intents: [ScoredIntent]
    /// Every intent with its confidence, most likely first.
    package let scores: [ScoredIntent]
    /// What the asserted intents have a place for.
    package let entities: Entities
    /// All that was found in the text, with its doubts.
    package let details: Details
    package let language: MessageLanguage
    /// False when one short question is better than acting on ``intents``.
    package let isSure: Bool

    package init(
        intents: [ScoredIntent], scores: [ScoredIntent], entities: Entities, details: Details,
        language: MessageLanguage, isSure: Bool
    ) {
        self.intents = intents
        self.scores = scores
        self.entities = entities
        self.details = details
        self.language = language
        self.isSure = isSure
    }

    /// The same with another program's opinion about the intents. What is read here stays where this model is sure of it;
    /// entities are from here in any case.
    package func hinted(_ hint: [Intent]) -> Understanding {
        guard !isSure, !hint.isEmpty else { return self }
        let slots = hint.reduce(into: Set<EntitySlot>()) { $0.formUnion($1.slots) }
        return Understanding(
            intents: hint.map { ScoredIntent($0, confidence: confidence(of: $0)) }, scores: scores,
            entities: details.found.limited(to: slots), details: details, language: language, isSure: true)
    }

    /// What the reply must answer.
    package var first: Intent { intents.first?.intent ?? .other }

    package func has(_ intent: Intent) -> Bool { intents.contains { $0.intent == intent } }

    /// The confidence of an intent, asserted or not.
    package func confidence(of intent: Intent) -> Double {
        scores.first { $0.intent == intent }?.confidence ?? 0
    }
}
