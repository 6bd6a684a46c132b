import ContactPolicy
import Dialogue
package import Domain
import Foundation
import Store

/// The body of a `staff.acted` entry: what a signed-in person did, in a conversation.
package enum StaffAct: Codable, Sendable, Hashable {
    case takeOver(conversation: ConversationID)
    case handBack(conversation: ConversationID)
    case write(conversation: ConversationID, text: String)
    case closeTask(task: TaskID)
    /// What a message of the client means, by the names of the list of intents, the one to answer first in front.
    case correctReading(conversation: ConversationID, message: MessageID, intents: [String])
    /// Money without a place pays this debt.
    case assignPayment(payment: PaymentID, debt: DebtID)
    /// Money that was paid too much stays the payer's, as credit.
    case keepPayment(payment: PaymentID)
    /// Money without a place goes back to its payer.
    case refundPayment(payment: PaymentID)
    /// Money that no bank tells of: paid at the counter, say.
    case receivePayment(debt: DebtID, cents: Int64, paidAt: Timestamp, note: String)
}

extension CollectionEngine {
    /// A person's click: the same gate, the same outbox, the same history as the bot's.
    func staffActed(_ context: EntryContext) throws {
        let act: StaffAct = try context.body()
        switch act {
        case .takeOver(let id): try takeOver(try conversation(id, context), context)
        case .handBack(let id): try handBack(try conversation(id, context), by: UserID(0), context)
        case .write(let id, let text): try write(text, try conversation(id, context), context)
        case .correctReading(let id, let message, let intents):
            try correctReading(try conversation(id, context), message, intents, context)
        case .assignPayment, .keepPayment, .refundPayment, .receivePayment: try review(act, context)
        case .closeTask(let id):
            guard var task = try context.session.find(TaskRow.self, .id(id)), task.closedAt == nil else { return }
            task.closedAt = context.now
            try context.session.update(task)
            try context.record(.taskClosed, creditor: task.creditor, debtor: task.debtor, ["kind": task.kind])
            // A person has decided what the undone payment means: what is owed may be asked for again.
            if task.kind == "refund", let debtor = task.debtor { try context.lift(.paidClaim, debtor: debtor) }
        }
    }

    private func conversation(_ id: ConversationID, _ context: EntryContext) throws -> ConversationRow {
        guard let row = try context.session.find(ConversationRow.self, .id(id)) else {
            throw EntryError.missing("conversation \(id)")
        }
        // A person of one creditor acts on that creditor's conversations only, whatever the page sent.
        let login = String(context.entry.actor.dropFirst("staff:".count))
        guard let staff = try context.session.staff(login: login), staff.isActive,
            staff.creditor == nil || staff.creditor == row.creditor
        else { throw EntryError.refused("\(context.entry.actor) may not act on conversation \(id)") }
        return row
    }

    /// Exactly one owner: who comes second is told no, and nothing changes.
    private func takeOver(_ row: ConversationRow, _ context: EntryContext) throws {
        guard !row.owner.hasPrefix("staff:") || row.owner == context.entry.actor else {
            throw EntryError.refused("conversation \(row.id) belongs to \(row.owner)")
        }
        var taken = row
        taken.owner = context.entry.actor
        taken.waitingSince = nil
        taken.pending = "[]"
        taken.answerAt = nil
        taken.updatedSeq = context.entry.seq
        try context.session.clearTimer(key: "answer:\(row.id)")
        try context.session.update(taken)
        try context.record(.takenOver, creditor: row.creditor, debtor: row.debtor)
        try endWatch(row, context)
        try watchSilence(taken, context)
        try take(.humanTookOver(by: UserID(0)), taken, context)
    }

    /// What a person writes passes the gate like everything else.
    private func write(_ text: String, _ row: ConversationRow, _ context: EntryContext) throws {
        guard row.owner == context.entry.actor else {
            throw EntryError.refused("conversation \(row.id) belongs to \(row.owner); take it over first")
        }
        try watchSilence(row, context)
        let party = try context.party(conversation: row)
        var facts = try contactFacts(party, conversation: row, context)
        // The owner is the one who writes; for the gate that is no obstacle.
        facts.restrictions.humanOwner = false
        let wish = ContactWish(
            purpose: .agentMessage, discloses: isProven(party.contactPoint, context.now),
            identityProven: isProven(party.contactPoint, context.now), isFreeForm: true, asksForPayment: false,
            step: "agent")
        guard
            try send(.text(text), wish, author: context.entry.actor, row, party, facts: facts, note: nil, context)
                != nil
        else {
            context.noteChange(in: row.id)
            return try context.record(
                .note, creditor: row.creditor, debtor: row.debtor, ["not_sent": String(text.prefix(200))])
        }
    }
}
