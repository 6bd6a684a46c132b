import Console
import Domain
import Store

/// The demonstration's phone: what arrives on it, and beside it what the engine does.
struct PhoneLive: LiveView {
    let debtor: DebtorID
    private var viewer: Viewer
    private let after: Int64
    private var hasLooked = false
    private var pieces = SentPieces()
    private let onSent: @Sendable () async -> Void

    /// - Parameter onSent: whoever watches has seen what was sent.
    init(debtor: DebtorID, viewer: Viewer, after: Int64, onSent: @escaping @Sendable () async -> Void) {
        self.debtor = debtor
        self.viewer = viewer
        self.after = after
        self.onSent = onSent
    }

    func sent() async { await onSent() }

    mutating func refresh(_ session: Session, now: Timestamp) throws -> String? {
        try viewer.renew(session, now: now)
        let row = try session.owned(DebtorRow.self, .id(debtor), by: viewer.creditor)
        let frame = try viewer.frame(session, notice: nil)
        let page = try PhoneQueries(session: session, viewer: viewer, held: [row.id]).page(debtor)
        let isStale = hasLooked || (Int64(page.lastEventID) ?? 0) > after
        hasLooked = true
        var fragments: [HTML] = []
        for message in page.messages {
            let bubble = PhoneFragment.message(message, debtor: debtor, frame: frame)
            if pieces.isNew("m\(message.id)", bubble.markup()), isStale { fragments.append(bubble) }
        }
        for thought in page.thoughts {
            let line = PhoneFragment.thought(thought, frame: frame)
            if pieces.isNew("t\(thought.id)", line.markup()), isStale { fragments.append(line) }
        }
        guard !fragments.isEmpty else { return nil }
        return ServerSentEvent(id: page.lastEventID, fragments: fragments).text()
    }
}
