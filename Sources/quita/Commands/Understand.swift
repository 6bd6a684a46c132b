import ArgumentParser
import Domain
import Foundation
import Language

/// `quita understand`: what a debtor's message means and states, or that of every message of a file.
struct Understand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand",
        abstract: "Read a debtor's message: what it means, which amounts and dates it states.")

    @Argument(help: "The message.")
    var text: [String] = []

    @Option(help: "Read messages from this file of JSON objects, one per line, - for standard input.")
    var file: String?

    @Option(help: ArgumentHelp("The day on which it was written (today).", valueName: "YYYY-MM-DD"))
    var day: String?

    @Option(help: "What was last said to the debtor: \(Understand.contexts).")
    var context = QuestionContext.none.rawValue

    @Flag(help: "Print JSON: one object, or one per line of the file.")
    var json = false

    @Flag(help: "Compare with the labels in the file and print a table.")
    var eval = false

    func validate() throws {
        guard text.isEmpty != (file == nil) else { throw ValidationError("Give the message, or --file M.jsonl.") }
        guard !eval || file != nil else { throw ValidationError("--eval needs --file M.jsonl.") }
        guard !(eval && json) else { throw ValidationError("Give --json or --eval, not both.") }
        if let day, CalendarDay(iso: day) == nil { throw ValidationError("--day \(day): give a day as YYYY-MM-DD.") }
        guard QuestionContext(rawValue: context) != nil else {
            throw ValidationError("--context \(context): give one of \(Understand.contexts).")
        }
    }

    static let contexts = QuestionContext.allCases.map(\.rawValue).joined(separator: ", ")

    func run() throws {
        let reader = try Understand.reader()
        let day = day.flatMap { CalendarDay(iso: $0) } ?? Understand.today
        let context = QuestionContext(rawValue: context) ?? .none
        guard let file else {
            let read = reader.read(text.joined(separator: " "), on: day, context: context)
            if json { try printJSON(SingleAnswer(read)) } else { print(Understand.table(read)) }
            return
        }
        let messages = try MessageFile.messages(path: file, day: day, context: context)
        if eval {
            print(EvaluationTable.text(Evaluation(of: reader, on: try messages.map { try $0.labelled() })))
            return
        }
        for message in messages {
            let read = reader.read(message.text, on: message.day, context: message.context)
            if json {
                try printJSON(FileAnswer(id: message.id, read))
            } else {
                let entities = read.entities.isEmpty ? "" : "  \(Understand.words(read.entities))"
                print("\(message.id)\t\(read.intents.map(\.intent.rawValue).joined(separator: ", "))\(entities)")
            }
        }
    }

    private static func reader() throws -> Reader {
        do {
            return try Reader.embedded()
        } catch {
            throw Failure("the model of understanding in this program: \(error). Run `make model` and build again.")
        }
    }

    /// The machine's day in Brasília's zone, only where the caller gave none.
    private static var today: CalendarDay {
        let now = Date().timeIntervalSince1970
        return CalendarDay(number: Int32(((now - 3 * 3600) / 86_400).rounded(.down)))
    }

    private static func table(_ read: Understanding) -> String {
        var rows = read.intents.map { scored in
            scored.intent.rawValue.padding(toLength: 22, withPad: " ", startingAt: 0)
                + String(format: "%5.1f %%", scored.confidence * 100)
        }
        if !read.entities.isEmpty { rows.append(words(read.entities)) }
        if read.language != .portuguese { rows.append("language: \(read.language.rawValue)") }
        if !read.isSure { rows.append("not sure: ask before acting") }
        return rows.joined(separator: "\n")
    }

    private static func words(_ entities: Entities) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(entities) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// `{"intents":[{"name","confidence"}…],"entities":{…}}`
private struct SingleAnswer: Encodable {
    struct Named: Encodable {
        let name: String
        let confidence: Double
    }

    let intents: [Named]
    let entities: Entities

    init(_ read: Understanding) {
        intents = read.intents.map {
            Named(name: $0.intent.rawValue, confidence: ($0.confidence * 10_000).rounded() / 10_000)
        }
        entities = read.entities
    }
}

/// `{"id","intents":["name",…],"entities":{…}}`
private struct FileAnswer: Encodable {
    let id: String
    let intents: [String]
    let entities: Entities

    init(id: String, _ read: Understanding) {
        self.id = id
        intents = read.intents.map(\.intent.rawValue)
        entities = read.entities
    }
}
