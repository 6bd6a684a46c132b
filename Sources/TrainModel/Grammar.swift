/// A sentence pattern: `{já|} paguei {isso|a conta} <when>`; braces choose, an empty choice leaves out, `<name>` is a slot
/// of `slots.txt`, `<#10-90>` a number drawn between the two.
indirect enum Pattern {
    case text(String)
    case sequence([Pattern])
    case choice([Pattern])
    case slot(String)
    case number(ClosedRange<Int>)
}

/// What is wrong in a training file, and where.
struct TrainingError: Error, CustomStringConvertible {
    let description: String
}

extension Pattern {
    init(_ source: String) throws(TrainingError) {
        var parser = PatternParser(characters: Array(source))
        self = try parser.sequence(until: [])
        guard parser.isAtEnd else { throw TrainingError(description: "a brace too many in: \(source)") }
    }

    /// How many sentences the pattern stands for, counted to a bound; slots count a few.
    var variety: Int {
        switch self {
        case .text: 1
        case .sequence(let parts): parts.reduce(1) { min(1000, $0 * $1.variety) }
        case .choice(let parts): parts.reduce(0) { min(1000, $0 + $1.variety) }
        case .slot, .number: 6
        }
    }
}

private struct PatternParser {
    let characters: [Character]
    var position = 0

    var isAtEnd: Bool { position >= characters.count }

    mutating func sequence(until ends: Set<Character>) throws(TrainingError) -> Pattern {
        var parts: [Pattern] = []
        var text = ""
        while position < characters.count, !ends.contains(characters[position]) {
            let character = characters[position]
            switch character {
            case "{":
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(try choice())
            case "<":
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(try slot())
            case "}":
                return .sequence(parts + (text.isEmpty ? [] : [.text(text)]))
            default:
                text.append(character)
                position += 1
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func choice() throws(TrainingError) -> Pattern {
        position += 1
        var options: [Pattern] = []
        while true {
            options.append(try sequence(until: ["|", "}"]))
            guard position < characters.count else {
                throw TrainingError(description: "a brace is not closed in: \(String(characters))")
            }
            position += 1
            if characters[position - 1] == "}" { return .choice(options) }
        }
    }

    private mutating func slot() throws(TrainingError) -> Pattern {
        guard let end = characters[position...].firstIndex(of: ">") else {
            throw TrainingError(description: "a slot is not closed in: \(String(characters))")
        }
        let name = String(characters[(position + 1)..<end])
        position = end + 1
        guard name.hasPrefix("#") else { return .slot(name) }
        let bounds = name.dropFirst().split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] <= bounds[1] else { throw TrainingError(description: "no range: <\(name)>") }
        return .number(bounds[0]...bounds[1])
    }
}

/// The slots, and the drawing of sentences from patterns.
struct Grammar {
    private var slots: [String: Pattern] = [:]

    /// - Parameter source: lines `name = one | two | three {a|b}`.
    init(_ source: String) throws(TrainingError) {
        for line in source.split(separator: "\n") where !line.hasPrefix("#") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            let name = String(line[..<equals]).trimmed
            slots[name] = try Pattern("{" + String(line[line.index(after: equals)...]).trimmed.spacelessBars + "}")
        }
    }

    func draw(_ pattern: Pattern, _ random: inout SplitMix64, depth: Int = 0) throws(TrainingError) -> String {
        guard depth < 12 else { throw TrainingError(description: "slots refer to each other without end") }
        switch pattern {
        case .text(let text): return text
        case .sequence(let parts):
            var text = ""
            for part in parts { text += try draw(part, &random, depth: depth + 1) }
            return text
        case .choice(let options): return try draw(random.pick(options), &random, depth: depth + 1)
        case .number(let range): return String(range.lowerBound + random.next(below: range.count))
        case .slot(let name):
            guard let pattern = slots[name] else { throw TrainingError(description: "no slot <\(name)> in slots.txt") }
            return try draw(pattern, &random, depth: depth + 1)
        }
    }
}

extension String {
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }

    /// "a | b" → "a|b": bars may have air around them in slot lines.
    fileprivate var spacelessBars: String {
        split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }.joined(separator: "|")
    }

    /// Runs of spaces, which left-out choices leave behind, become one.
    var singleSpaced: String {
        split(separator: " ").joined(separator: " ")
    }
}
