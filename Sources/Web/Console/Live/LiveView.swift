import Domain
import Store

/// A page that is being watched: asked again and again what has changed since it was asked last.
protocol LiveView: Sendable {
    /// Events as they go over the wire; nil when nothing has changed.
    ///
    /// - Throws: to end the stream: the person may no longer look.
    mutating func refresh(_ session: Session, now: Timestamp) throws -> String?
    /// After something was sent.
    func sent() async
}

extension LiveView {
    func sent() async {}
}

/// Remembers how pieces of a page looked when they were sent, so that only those that look different now are sent again.
struct SentPieces: Sendable {
    private var looks: [String: String] = [:]

    /// Whether the piece looks different from how it was last sent; remembers how it looks.
    mutating func isNew(_ piece: String, _ look: String) -> Bool {
        guard looks[piece] != look else { return false }
        looks[piece] = look
        return true
    }
}
