import Dialogue
import Domain
import Store

/// A conversation given to a person: what was told to the debtor comes true, or somebody hears of it in time.
extension CollectionEngine {
    func handOver(
        _ handOver: HandOver, _ row: inout ConversationRow, _ party: Party, _ context: EntryContext
    ) throws {
        if !row.owner.hasPrefix("staff:") { row.owner = "queue" }
        row.handoverReason = handOver.reason.rawValue
        row.handoverSummary = [handOver.summary, handOver.suggestedReply.map { "→ \($0)" }].compactMap { $0 }
            .joined(separator: "\n")
        row.waitingSince = row.waitingSince ?? context.now
        try context.session.update(row)
        try context.record(
            .handedOver, creditor: party.creditor.id, debtor: party.debtor?.id, ["reason": handOver.reason.rawValue])
        if row.owner == "queue" { try watch(row, party, context) }
    }

    /// The alarm before the instant that the debtor was told.
    private func watch(_ row: ConversationRow, _ party: Party, _ context: EntryContext) throws {
        let hours = party.settings.serviceHours
        guard
            let promise = hours.promise(
                at: context.now, zone: party.settings.zone, calendar: configuration.calendar)
        else { return }
        try context.session.setTimer(
            id: context.nextID(), creditor: row.creditor, key: "handover:\(row.id)", dueAt: promise.alarmAt,
            kind: "handover", subject: row.id.rawValue)
    }

    /// The alarm's instant: whoever still waits gets a task with the instant that they were told, once.
    func handOverDue(_ id: ConversationID, _ context: EntryContext) throws {
        guard let row = try context.session.find(ConversationRow.self, .id(id)), row.owner == "queue",
            let since = row.waitingSince
        else { return }
        let party = try context.party(conversation: row)
        let promise = party.settings.serviceHours.promise(
            at: since, zone: party.settings.zone, calendar: configuration.calendar)
        try openTask("handover_waiting", party, row, dueAt: promise?.dueAt ?? context.now, context)
        context.noteChange(in: row.id)
        try touch(row.id, context)
    }

    /// Somebody has it now, or nobody waits any more.
    func endWatch(_ row: ConversationRow, _ context: EntryContext) throws {
        try context.session.clearTimer(key: "handover:\(row.id)")
        let waiting = try context.session.select(
            TaskRow.self, "WHERE conversation = ? AND kind = 'handover_waiting' AND closed_at IS NULL ORDER BY id",
            .id(row.id))
        for task in waiting {
            var closed = task
            closed.closedAt = context.now
            try context.session.update(closed)
            try context.record(.taskClosed, creditor: task.creditor, debtor: task.debtor, ["kind": task.kind])
        }
    }

    // MARK: The agreed silence

    /// A person has a conversation and has just done something in it: where the creditor has agreed on a silence, the bot
    /// takes it back after that.
    func watchSilence(_ row: ConversationRow, _ context: EntryContext) throws {
        let party = try context.party(conversation: row)
        guard let minutes = party.settings.takeBackAfterMinutes, row.owner.hasPrefix("staff:") else {
            return try context.session.clearTimer(key: "silence:\(row.id)")
        }
        try context.session.setTimer(
            id: context.nextID(), creditor: row.creditor, key: "silence:\(row.id)",
            dueAt: context.now.adding(minutes: Int64(minutes)), kind: "silence", subject: row.id.rawValue)
    }

    /// Nobody has written for as long as was agreed. What the person at the other end wrote last and nobody answered is no
    /// silence: that stays with the colleague, and a task says so.
    func silenceOver(_ id: ConversationID, _ context: EntryContext) throws {
        guard let row = try context.session.find(ConversationRow.self, .id(id)), row.owner.hasPrefix("staff:") else {
            return
        }
        let party = try context.party(conversation: row)
        guard let minutes = party.settings.takeBackAfterMinutes else { return }
        let last = [row.lastInboundAt, row.lastOutboundAt].compactMap { $0 }.max() ?? row.startedAt
        let end = last.adding(minutes: Int64(minutes))
        guard end <= context.now else {
            return try context.session.setTimer(
                id: context.nextID(), creditor: row.creditor, key: "silence:\(row.id)", dueAt: end, kind: "silence",
                subject: row.id.rawValue)
        }
        // By the order in which they came: the platform's instants are whole seconds.
        let latest = try context.session.first(MessageRow.self, "WHERE conversation = ? ORDER BY id DESC", .id(id))
        if latest?.direction == "in" {
            return try openTask("unanswered", party, row, dueAt: context.now, context)
        }
        try handBack(row, by: nil, context)
    }

    /// The bot has it again: told by a person, or after the agreed silence, which ends without a word.
    func handBack(_ row: ConversationRow, by person: UserID?, _ context: EntryContext) throws {
        guard row.owner != "bot" else { return }
        try endWatch(row, context)
        try context.session.clearTimer(key: "silence:\(row.id)")
        var back = row
        back.owner = "bot"
        back.waitingSince = nil
        back.handoverReason = nil
        back.handoverSummary = nil
        back.updatedSeq = context.entry.seq
        try context.session.update(back)
        try context.record(
            .handedBack, creditor: row.creditor, debtor: row.debtor, person == nil ? ["after": "silence"] : [:])
        try take(.handedBack(by: person), back, context)
    }
}
