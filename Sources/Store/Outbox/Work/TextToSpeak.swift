package import Domain

/// The body of a `voice.speak` effect: what was written to a person who would rather listen. Its answer is a file.
package struct TextToSpeak: Codable, Sendable, Hashable {
    package var text: String
    package var conversation: ConversationID
    /// The last of the messages whose words these are.
    package var after: MessageID
    /// Whether they tell of a debt.
    package var discloses: Bool

    package init(text: String, conversation: ConversationID, after: MessageID, discloses: Bool) {
        self.text = text
        self.conversation = conversation
        self.after = after
        self.discloses = discloses
    }
}
