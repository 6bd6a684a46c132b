import Console
import Domain
import Store

/// A debtor's one history: messages, decisions about contacts, and what came of them, newest first.
struct Timeline {
    let session: Session
    let names: StaffNames
    let creditor: CreditorID

    /// Up to `limit` entries before an instant, and whether there are older ones.
    func entries(
        of debtor: DebtorID, conversation: ConversationRow?, before: Timestamp, limit: Int, withMessages: Bool = true
    ) throws -> (entries: [TimelineEntry], older: Timestamp?) {
        var entries: [TimelineEntry] = []
        let history = History(session: session, names: names)
        for row in try session.select(
            HistoryRow.self, "WHERE debtor = ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?", .id(debtor),
            .timestamp(before), .int(limit))
        {
            if let entry = try history.entry(for: row) { entries.append(entry) }
        }
        // Answers are decided about, too; the ones that were allowed are there as messages.
        for row in try session.select(
            DecisionRow.self,
            "WHERE debtor = ? AND at < ? AND (verdict <> 'allowed' OR purpose IN ('cadence_before', 'cadence_on', 'cadence_after')) ORDER BY at DESC, id DESC LIMIT ?",
            .id(debtor), .timestamp(before), .int(limit))
        {
            let template = try row.message.flatMap { try templateName($0) }
            entries.append(TimelineEntry(at: row.at, event: .decision(Decisions.view(row, template: template))))
        }
        if withMessages, let conversation {
            let rows = try session.select(
                MessageRow.self, "WHERE conversation = ? AND at < ? ORDER BY id DESC LIMIT ?", .id(conversation.id),
                .timestamp(before), .int(limit)
            ).reversed()
            let messages = try Messages(
                session, Array(rows), channel: Channel(rawValue: conversation.channel) ?? .whatsapp, names: names,
                creditor: creditor)
            for bubble in messages.bubbles(Array(rows)) {
                let by: String? = if case .person(let name) = bubble.author { name } else { nil }
                entries.append(TimelineEntry(at: bubble.at, event: .message(bubble), by: by))
            }
        }
        let sorted = entries.enumerated().sorted { ($0.element.at, $1.offset) > ($1.element.at, $0.offset) }.map(
            \.element)
        guard sorted.count > limit else { return (sorted, nil) }
        return (Array(sorted.prefix(limit)), sorted[limit - 1].at)
    }

    private func templateName(_ id: MessageID) throws -> String? {
        guard let row = try session.find(MessageRow.self, .id(id)) else { return nil }
        return row.templateName
    }
}
