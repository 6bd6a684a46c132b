import Domain
import Foundation
import Language

/// A message as a line of a file gives it; all but the text may be missing.
struct FileMessage {
    let id: String
    let text: String
    let day: CalendarDay
    let context: QuestionContext
    let intents: [Intent]?
    let entities: Entities
    /// Where it stands, for what is said about it.
    let place: String

    func labelled() throws -> LabelledMessage {
        guard let intents, !intents.isEmpty else {
            throw Failure("\(place): no \"intents\", so there is nothing to compare with. Leave --eval out to read it.")
        }
        return LabelledMessage(id: id, text: text, day: day, context: context, intents: intents, entities: entities)
    }
}

/// A file of messages, one JSON object per line.
enum MessageFile {
    /// - Parameters:
    ///   - day: of messages that state none.
    ///   - context: of messages that state none.
    static func messages(path: String, day: CalendarDay, context: QuestionContext) throws -> [FileMessage] {
        let bytes: Data
        if path == "-" {
            bytes = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            guard let read = FileManager.default.contents(atPath: path) else {
                throw Failure(
                    "cannot read \(path): no such file, or no permission. Give a file, or - for standard input.")
            }
            bytes = read
        }
        var messages: [FileMessage] = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { !$0.isASCIISpace }) else { continue }
            messages.append(try message(Data(line), number, "\(path), line \(number)", day, context))
        }
        return messages
    }

    private static func message(
        _ line: Data, _ number: Int, _ place: String, _ day: CalendarDay, _ context: QuestionContext
    ) throws -> FileMessage {
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: line)
        } catch {
            throw Failure("\(place): not JSON. Every line is one object such as {\"id\":\"1\",\"text\":\"oi\"}.")
        }
        guard let fields = object as? [String: Any] else { throw Failure("\(place): not a JSON object.") }
        guard let text = fields["text"] as? String else { throw Failure("\(place): \"text\" is missing or no string.") }
        let id = try identifier(fields["id"], number, place)
        let ownDay = try value(fields["day"], "day", "a day as YYYY-MM-DD", place) { CalendarDay(iso: $0) }
        let ownContext = try value(fields["context"], "context", "one of \(Understand.contexts)", place) {
            QuestionContext(rawValue: $0)
        }
        return FileMessage(
            id: id, text: text, day: ownDay ?? day, context: ownContext ?? context,
            intents: try labels(fields["intents"], place), entities: try entities(fields["entities"], place),
            place: place)
    }

    /// The line's number where it has no identifier.
    private static func identifier(_ field: Any?, _ number: Int, _ place: String) throws -> String {
        switch field {
        case nil, is NSNull: return String(number)
        case let text as String: return text
        case let value as Int: return String(value)
        default: throw Failure("\(place): \"id\" is no string.")
        }
    }

    private static func value<Value>(
        _ field: Any?, _ name: String, _ form: String, _ place: String, _ read: (String) -> Value?
    ) throws -> Value? {
        if field == nil || field is NSNull { return nil }
        guard let text = field as? String else { throw Failure("\(place): \"\(name)\" is no string; give \(form).") }
        if text.isEmpty { return nil }
        guard let value = read(text) else { throw Failure("\(place): \"\(name)\" is \"\(text)\"; give \(form).") }
        return value
    }

    private static func labels(_ field: Any?, _ place: String) throws -> [Intent]? {
        guard let names = field as? [String] else { return nil }
        return try names.map { name in
            guard let intent = Intent(rawValue: name) else {
                throw Failure("\(place): there is no intent \"\(name)\".")
            }
            return intent
        }
    }

    private static func entities(_ field: Any?, _ place: String) throws -> Entities {
        guard let fields = field as? [String: Any] else { return Entities() }
        do {
            return try JSONDecoder().decode(Entities.self, from: JSONSerialization.data(withJSONObject: fields))
        } catch {
            throw Failure("\(place): \"entities\" cannot be read: \(error)")
        }
    }
}

extension UInt8 {
    fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

/// An evaluation as a table for people.
enum EvaluationTable {
    static func text(_ evaluation: Evaluation) -> String {
        var rows = [
            "messages                  \(evaluation.count)",
            "first intent right        \(percent(evaluation.firstAccuracy))",
            "micro F1 of all intents   \(percent(evaluation.microF1))",
            "all intents right         \(percent(evaluation.setAccuracy))",
            "all entities right        \(percent(evaluation.entityAccuracy))", "",
        ]
        for intent in [Intent.crisis, .optOut, .wrongPerson, .dispute] {
            let counts = evaluation.perIntent[intent] ?? Evaluation.Counts()
            rows.append(column("recall \(intent.rawValue)") + "\(percent(counts.recall))   of \(counts.expected)")
        }
        rows.append("")
        for slot in EntitySlot.allCases {
            let counts = evaluation.perEntity[slot] ?? Evaluation.Counts()
            let spurious = counts.asserted - counts.found
            rows.append(
                column("exact \(slot.rawValue)")
                    + "\(percent(counts.recall))   of \(counts.expected), \(spurious) wrong or spurious")
        }
        rows += ["", column("intent") + "recall  precision  count"]
        for intent in Intent.allCases {
            let counts = evaluation.perIntent[intent] ?? Evaluation.Counts()
            guard counts.expected + counts.asserted > 0 else { continue }
            rows.append(
                column(intent.rawValue) + "\(percent(counts.recall))  \(percent(counts.precision))  \(counts.expected)")
        }
        return (rows + confusions(evaluation)).joined(separator: "\n")
    }

    private static func confusions(_ evaluation: Evaluation) -> [String] {
        var pairs: [String: Int] = [:]
        for mistake in evaluation.mistakes where mistake.read.first != mistake.message.intents.first {
            let wanted = mistake.message.intents.first?.rawValue ?? "-"
            pairs["\(wanted) read as \(mistake.read.first.rawValue)", default: 0] += 1
        }
        guard !pairs.isEmpty else { return [] }
        let sorted = pairs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ["", "confusions of the first intent"] + sorted.map { "\($0.value) × \($0.key)" }
    }

    private static func column(_ text: String) -> String { text.padding(toLength: 26, withPad: " ", startingAt: 0) }

    private static func percent(_ value: Double) -> String { String(format: "%5.1f %%", value * 100) }
}
