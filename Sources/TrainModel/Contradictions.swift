import Language

/// The same sentence under different labels where the same question was asked: one of the two lines is wrong, or the
/// meaning hangs on the question and both must name theirs.
struct Contradiction: Equatable, CustomStringConvertible {
    let sentence: String
    let labels: [[Intent]]

    var description: String {
        "\"\(sentence)\": " + labels.map { $0.map(\.rawValue).joined(separator: "+") }.joined(separator: " or ")
    }
}

extension Corpus {
    /// - Parameter limit: patterns that stand for more sentences than this are passed over.
    func contradictions(limit: Int) -> [Contradiction] {
        // Lines that name no context are read in any, and are held against each other only; lines that name theirs, within it.
        var meanings: [String: [QuestionContext?: Set<Set<Intent>>]] = [:]
        for line in lines {
            guard let sentences = line.pattern.sentences(limit: limit) else { continue }
            let places: [QuestionContext?] = line.isContextBound ? line.contexts : [nil]
            for sentence in sentences.map(\.plain) where !sentence.isEmpty {
                for place in places {
                    meanings[sentence, default: [:]][place, default: []].insert(Set(line.intents))
                }
            }
        }
        var found: [Contradiction] = []
        for (sentence, places) in meanings {
            guard let labels = places.values.first(where: { $0.count > 1 }) else { continue }
            let sorted = labels.map { $0.sorted { $0.index < $1.index } }.sorted { "\($0)" < "\($1)" }
            found.append(Contradiction(sentence: sentence, labels: sorted))
        }
        return found.sorted { $0.sentence < $1.sentence }
    }
}

extension Pattern {
    /// All sentences of the pattern, slots left as they are written; nil when there are more than the limit.
    func sentences(limit: Int) -> [String]? {
        switch self {
        case .text(let text): return [text]
        case .slot(let name): return ["<\(name)>"]
        case .number(let range): return ["<#\(range.lowerBound)-\(range.upperBound)>"]
        case .choice(let options):
            var all: [String] = []
            for option in options {
                guard let sentences = option.sentences(limit: limit) else { return nil }
                all += sentences
            }
            return all.count <= limit ? all : nil
        case .sequence(let parts):
            var all = [""]
            for part in parts {
                guard let sentences = part.sentences(limit: limit), all.count * sentences.count <= limit else {
                    return nil
                }
                all = all.flatMap { head in sentences.map { head + $0 } }
            }
            return all
        }
    }
}

extension String {
    /// Lower case and single spaces, without the marks that change no meaning.
    fileprivate var plain: String {
        lowercased().filter { !"!.,…".contains($0) }.split(separator: " ").joined(separator: " ")
    }
}
