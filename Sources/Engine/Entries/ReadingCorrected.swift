import Domain
import Language
import Store

extension CollectionEngine {
    /// A colleague says what a message means. The past stays as it was; the next model learns from it.
    func correctReading(
        _ conversation: ConversationRow, _ message: MessageID, _ names: [String], _ context: EntryContext
    ) throws {
        guard let row = try context.session.find(MessageRow.self, .id(message)), row.conversation == conversation.id,
            row.direction == "in"
        else { throw EntryError.missing("message \(message) of the client in conversation \(conversation.id)") }
        let intents = names.compactMap { Intent(rawValue: $0) }
        guard !intents.isEmpty, intents.count == names.count, Set(intents).count == intents.count else {
            throw EntryError.refused("not a list of intents: \(names.joined(separator: ","))")
        }
        let text = intents.map(\.rawValue).joined(separator: ",")
        if var earlier = try context.session.first(CorrectionRow.self, "WHERE message = ?", .id(message)) {
            earlier.intents = text
            earlier.correctedBy = context.entry.actor
            earlier.at = context.now
            try context.session.update(earlier)
        } else {
            try context.session.insert(
                CorrectionRow(
                    id: context.nextID(), creditor: conversation.creditor, message: message, intents: text,
                    correctedBy: context.entry.actor, at: context.now))
        }
        context.noteChange(in: conversation.id)
    }
}
