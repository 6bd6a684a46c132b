package import Domain

/// The body of a `receipt.read` or `voice.hear` effect: a file of the store that came with the effect's message.
package struct FileWork: Codable, Sendable, Hashable {
    /// SHA-256 of its bytes, under which the store keeps it.
    package var file: String
    /// As the sender called it; the bytes decide.
    package var mimeType: String
    /// The day on which it came, by the sender's own clock.
    package var day: CalendarDay

    package init(file: String, mimeType: String, day: CalendarDay) {
        self.file = file
        self.mimeType = mimeType
        self.day = day
    }
}

/// The answer of a `voice.hear` effect.
package struct HeardVoice: Codable, Sendable, Hashable {
    package var text: String

    package init(text: String) { self.text = text }
}
