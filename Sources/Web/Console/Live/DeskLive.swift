import Console
import Domain
import HTTPTypes
import Hummingbird
import Store

/// One conversation and the queue beside it, as a colleague watches them.
struct DeskLive: LiveView {
    let conversation: ConversationID
    private var viewer: Viewer
    private let filter: QueueFilter
    private let after: Int64
    private var seen: Int64?
    private var pieces = SentPieces()

    /// - Parameter after: the event that the page already contains.
    init(conversation: ConversationID, viewer: Viewer, filter: QueueFilter, after: Int64) {
        self.conversation = conversation
        self.viewer = viewer
        self.filter = filter
        self.after = after
    }

    /// The page's own filter stands in its address.
    static func filter(_ request: Request) -> QueueFilter {
        if let own = QueueFilter(rawValue: request.fields["fila"]) { return own }
        let page = HTTPField.Name("Referer").flatMap { request.headers[$0] } ?? ""
        let query = page.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        return QueueFilter(rawValue: FormFields(urlEncoded: Array(query.utf8))["fila"]) ?? .waiting
    }

    mutating func refresh(_ session: Session, now: Timestamp) throws -> String? {
        try viewer.renew(session, now: now)
        let row = try session.owned(ConversationRow.self, .id(conversation), by: viewer.creditor)
        let names = try StaffNames(session)
        let queries = DeskQueries(session: session, viewer: viewer)
        let frame = try viewer.frame(session, notice: nil)
        var fragments: [HTML] = []
        let queue = try queries.queue(filter, names)
        let isFirst = seen == nil
        if pieces.isNew("queue", DeskLive.look(queue)), !isFirst || row.updatedSeq > after {
            fragments.append(DeskFragment.queue(queue, filter: filter, selected: conversation, frame: frame))
        }
        let panel = try queries.panel(row, names)
        // The page shows these already; what has changed since it was made is sent once more, which does no harm.
        let isStale = !isFirst || row.updatedSeq > after
        for message in panel.messages {
            let bubble = DeskFragment.message(message, in: conversation, frame: frame)
            if pieces.isNew("m\(message.id)", bubble.markup()), isStale { fragments.append(bubble) }
        }
        let standing =
            "\(panel.owner) \(panel.window) \(now < (row.windowUntil ?? now)) \(String(describing: panel.blocked))"
        if pieces.isNew("panel", standing), isStale {
            fragments += [DeskFragment.bar(panel, frame: frame), DeskFragment.composer(panel, frame: frame)]
        }
        seen = row.updatedSeq
        guard !fragments.isEmpty else { return nil }
        return ServerSentEvent(id: String(row.updatedSeq), fragments: fragments).text()
    }

    /// What a person would see change in the queue; how long ago things were is not among it.
    private static func look(_ queue: [QueueEntry]) -> String {
        queue.map { "\($0.conversation) \($0.owner) \($0.lastMessageAt.milliseconds) \($0.unread) \($0.isUrgent)" }
            .joined(separator: "\n")
    }
}

extension Viewer {
    /// For a page that stays open: the time goes on, and the person may have been switched off.
    mutating func renew(_ session: Session, now: Timestamp) throws {
        guard let staff = try session.staff(login: visitor.login), staff.isActive,
            staff.creditor == nil || staff.creditor == creditor
        else { throw PageError(.forbidden) }
        self.now = now
    }
}
