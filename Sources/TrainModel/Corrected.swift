import Language

extension Corpus {
    /// Draws per pass of a message whose label somebody put right: it is real, and the model was wrong about it.
    static let correctionWeight = 3

    /// Takes corrections from the desk as lines of their own, each with the question it was the answer to. A message on which
    /// models are judged is not learned from.
    /// - Returns: how many were taken.
    mutating func add(_ corrections: [LabelCorrection], except heldOut: [LabelledMessage]) -> Int {
        let judges = Set(heldOut.map { $0.text.lowercased() })
        var taken = 0
        for correction in corrections where !judges.contains(correction.text.lowercased()) {
            // A short answer means what it means after that question only.
            let isShort = correction.text.split(whereSeparator: \.isWhitespace).count <= 3
            append(
                Line(
                    intents: correction.intents, contexts: [correction.context], language: nil,
                    pattern: .text(correction.text), weight: Corpus.correctionWeight, joins: false,
                    isContextBound: isShort))
            taken += 1
        }
        return taken
    }
}

extension ModelAdoption.Reason {
    /// As the training run says it.
    var description: String {
        switch self {
        case .otherMessages(let new, let old): "judged on other messages: \(new) and \(old)"
        case .fewerRecalled(let intent, let new, let old): "finds \(intent.rawValue) \(new) times, the old one \(old)"
        case .fewerFirstRight(let new, let old): "\(new) first intents right, the old one \(old)"
        case .fewerEntitiesRight(let new, let old): "entities right in \(new) messages, the old one in \(old)"
        case .lowerF1: "lower F1 over all intents"
        case .notBetter: "no better than the old one"
        case .better(let firstRight, let f1): "\(firstRight) first intents more\(f1 ? ", higher F1" : "")"
        }
    }
}
