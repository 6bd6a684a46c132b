import Domain
import Language

/// A line of training data: a pattern and what every sentence drawn from it means.
struct Line {
    let intents: [Intent]
    let contexts: [QuestionContext]
    /// nil where nobody said it: nothing is learned of languages then.
    let language: MessageLanguage?
    let pattern: Pattern
    /// Draws per pass over the data.
    let weight: Int
    /// Whether it may be joined with other sentences; context-bound answers ("sim") may not.
    let joins: Bool
    /// Whether the line itself names its contexts: what it means hangs on them ("20", "sim").
    var isContextBound = false
}

/// The training data as read from its folder.
struct Corpus {
    let grammar: Grammar
    private(set) var lines: [Line] = []
    /// Pairs of intents that people put into one message, with how often.
    private(set) var pairs: [(first: Intent, second: Intent, weight: Int)] = []
    let concepts: Concepts
    let openings: [String]
    let endings: [String]
    let joints: [String]

    init(files: [String: String]) throws(TrainingError) {
        func file(_ name: String) throws(TrainingError) -> String {
            guard let text = files[name] else { throw TrainingError(description: "\(name) is missing") }
            return text
        }
        grammar = try Grammar(try file("slots.txt"))
        concepts = Concepts(Corpus.withoutComments(try file("concepts.txt")))
        openings = Corpus.rows(try file("openings.txt"))
        endings = Corpus.rows(try file("endings.txt"))
        joints = ["", "", ".", ",", ",", " e", " e", " mas", " pq", " e tbm", ";", "...", "!", "\n"]
        for row in Corpus.rows(try file("pairs.txt")) {
            let parts = row.split(separator: " ").map(String.init)
            guard parts.count == 3, let first = Intent(rawValue: parts[0]), let second = Intent(rawValue: parts[1]),
                let weight = Int(parts[2])
            else { throw TrainingError(description: "pairs.txt: not two intents and a weight: \(row)") }
            pairs.append((first, second, weight))
        }
        for name in files.keys.sorted() where name.hasPrefix("intents/") {
            lines += try Corpus.lines(of: files[name] ?? "", name: name)
        }
    }

    mutating func append(_ line: Line) { lines.append(line) }

    private static func rows(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    private static func withoutComments(_ text: String) -> String { rows(text).joined(separator: "\n") }

    /// `intents/accept.txt`: the file's name is the label; `@ctx offer reminder` sets the usual contexts of the lines that
    /// follow, `@lang es` their language, `@alone` keeps them out of joined messages; `[a,b @offer x3] text` sets a
    /// line's own labels, contexts and weight.
    private static func lines(of text: String, name: String) throws(TrainingError) -> [Line] {
        let label = name.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
        var contexts: [QuestionContext] = []
        var language = MessageLanguage.portuguese
        var joins = true
        var lines: [Line] = []
        for row in rows(text) {
            if row.hasPrefix("@") {
                let words = row.split(separator: " ").map(String.init)
                switch words[0] {
                case "@ctx": contexts = words.dropFirst().compactMap(QuestionContext.init(rawValue:))
                case "@lang": language = MessageLanguage(rawValue: words.last ?? "") ?? .portuguese
                case "@alone": joins = false
                case "@joins": joins = true
                default: throw TrainingError(description: "\(name): unknown directive \(row)")
                }
                continue
            }
            lines.append(try line(row, label, contexts, language, joins, name))
        }
        return lines
    }

    private static func line(
        _ row: String, _ label: String, _ contexts: [QuestionContext], _ language: MessageLanguage, _ joins: Bool,
        _ name: String
    ) throws(TrainingError) -> Line {
        var labels = [label]
        var contexts = contexts
        var weight = 1
        var text = row
        var joins = joins
        var isContextBound = false
        if row.hasPrefix("["), let end = row.firstIndex(of: "]") {
            text = String(row[row.index(after: end)...]).trimmed
            joins = false
            for (index, word) in row[row.index(after: row.startIndex)..<end].split(separator: " ").enumerated() {
                if word.hasPrefix("@") {
                    isContextBound = true
                    contexts = word.dropFirst().split(separator: ",").compactMap {
                        QuestionContext(rawValue: String($0))
                    }
                } else if word.hasPrefix("x"), let value = Int(word.dropFirst()) {
                    weight = value
                } else if index == 0 {
                    labels = word.split(separator: ",").map(String.init)
                }
            }
        }
        let intents = labels.compactMap(Intent.init(rawValue:))
        guard intents.count == labels.count, !intents.isEmpty else {
            throw TrainingError(description: "\(name): unknown label in: \(row)")
        }
        do {
            return Line(
                intents: intents, contexts: contexts, language: language, pattern: try Pattern(text), weight: weight,
                joins: joins, isContextBound: isContextBound)
        } catch {
            throw TrainingError(description: "\(name): \(error)")
        }
    }
}
