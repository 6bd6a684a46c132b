package import Domain
import Foundation

/// A label that a person at the desk put right: training data for the next model.
package struct LabelCorrection: Codable, Hashable, Sendable {
    /// Of the message; one message has one correction, the last.
    package let id: String
    /// What the debtor wrote, personal data replaced by invented data of the same form.
    package let text: String
    package let day: CalendarDay
    package let context: QuestionContext
    /// What it means, what the reply must answer first in front.
    package let intents: [Intent]
    package let entities: Entities
    /// What the model had said.
    package let was: [Intent]
    /// The login of who corrected it, and when.
    package let by: String
    package let at: Timestamp

    /// - Parameter names: all names that may stand in the message: they are kept out of the training data.
    package init(
        id: String, message: String, names: [String], day: CalendarDay, context: QuestionContext, intents: [Intent],
        entities: Entities, was: [Intent], by: String, at: Timestamp
    ) throws(LabelCorrectionError) {
        guard !intents.isEmpty else { throw .noIntent }
        guard Set(intents).count == intents.count else { throw .repeatedIntent }
        guard intents.count == 1 || !intents.contains(where: \.standsAlone) else { throw .standsAlone }
        let slots = intents.reduce(into: Set<EntitySlot>()) { $0.formUnion($1.slots) }
        guard entities.limited(to: slots) == entities else { throw .entityWithoutSlot }
        guard message.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
        self.id = id
        text = PersonalDataMask(style: .invented, names: names).masked(message)
        self.day = day
        self.context = context
        self.intents = intents
        self.entities = entities
        self.was = was
        self.by = by
        self.at = at
    }

    /// As the evaluation and the training read messages.
    package var labelled: LabelledMessage {
        LabelledMessage(id: id, text: text, day: day, context: context, intents: intents, entities: entities)
    }

    // MARK: JSON lines

    /// One object per line, keys sorted, in the order of the ids: the same corrections give the same file. Of several for
    /// one message the last stands.
    package static func lines(_ corrections: some Sequence<LabelCorrection>) throws -> String {
        var last: [String: LabelCorrection] = [:]
        for correction in corrections where (last[correction.id]?.at).map({ $0 <= correction.at }) ?? true {
            last[correction.id] = correction
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try last.values.sorted { $0.id < $1.id }.map { correction in
            String(decoding: try encoder.encode(correction), as: UTF8.self) + "\n"
        }.joined()
    }

    /// Reads a file of corrections; a line that is none is an error with its number.
    package static func read(_ text: String) throws(LabelCorrectionError) -> [LabelCorrection] {
        let decoder = JSONDecoder()
        var corrections: [LabelCorrection] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            guard let correction = try? decoder.decode(LabelCorrection.self, from: Data(line.utf8)) else {
                throw .line(index + 1)
            }
            corrections.append(correction)
        }
        return corrections
    }
}

/// Why a correction is not taken.
package enum LabelCorrectionError: Error, Hashable, Sendable {
    case noIntent, repeatedIntent
    /// `thanks`, `other` and their like are listed only where nothing else is.
    case standsAlone
    /// An entity is listed only where an intent has a place for it.
    case entityWithoutSlot
    case emptyText
    /// The line of the file that is no correction; 1-based.
    case line(Int)
}
