package import Domain

/// The body of an `assist.understand` effect: all that the other program gets to see.
package struct MessageToUnderstand: Codable, Sendable, Hashable {
    /// With personal data masked.
    package var masked: String
    /// What had been asked, by its name in `QuestionContext`.
    package var context: String

    package init(masked: String, context: String) {
        self.masked = masked
        self.context = context
    }
}

/// The body of an `assist.rephrase` effect. The other program sees the reply only with places for its facts; the rest is
/// what the engine needs to say it.
package struct ReplyToRephrase: Codable, Sendable, Hashable {
    package var plain: String
    /// Of people, creditors and products: they do not leave this machine.
    package var names: [String]
    /// By its name in `RephrasingHelp.Register`.
    package var register: String
    package var conversation: ConversationID
    /// All that is to be said, in order; `plain` is the body of the first.
    package var contents: [MessageContent]
    package var discloses: Bool
    /// Why it is said.
    package var note: String
    package var speaks: Bool

    package init(
        plain: String, names: [String], register: String, conversation: ConversationID, contents: [MessageContent],
        discloses: Bool, note: String, speaks: Bool
    ) {
        self.plain = plain
        self.names = names
        self.register = register
        self.conversation = conversation
        self.contents = contents
        self.discloses = discloses
        self.note = note
        self.speaks = speaks
    }
}

/// The answer of both: the other program's own words, which are checked before they count.
package struct ModelWords: Codable, Sendable, Hashable {
    package var text: String

    package init(text: String) { self.text = text }
}
