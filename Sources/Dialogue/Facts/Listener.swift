package import Domain
package import Language

/// How a conversation understands text. A value, so that a test can hear what it likes.
package struct Listener: Sendable {
    package let hear: @Sendable (_ text: String, _ day: CalendarDay, _ context: QuestionContext) -> Understanding

    package init(_ reader: Reader) {
        hear = { reader.read($0, on: $1, context: $2) }
    }

    package init(hear: @escaping @Sendable (String, CalendarDay, QuestionContext) -> Understanding) {
        self.hear = hear
    }
}
