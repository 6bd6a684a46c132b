/// From scores to what is asserted.
struct Decision {
    let model: UnderstandingModel
    let scores: SIMD32<Float>
    /// Every intent with its score above the threshold, likeliest first.
    private let margins: [(intent: Intent, margin: Float)]

    init(model: UnderstandingModel, scores: SIMD32<Float>) {
        self.model = model
        self.scores = scores
        let above = scores - model.threshold
        var margins: [(intent: Intent, margin: Float)] = []
        margins.reserveCapacity(UnderstandingModel.outputs)
        for (index, intent) in Intent.allCases.enumerated() {
            // Insertion keeps the order of the label set among equals.
            margins.append((intent, above[index]))
            var place = index
            while place > 0, margins[place - 1].margin < above[index] {
                margins.swapAt(place, place - 1)
                place -= 1
            }
        }
        self.margins = margins
    }

    /// A message that no intent reaches still means its likeliest one; further ones must reach their thresholds.
    var asserted: [Intent] {
        guard let top = margins.first else { return [.other] }
        guard top.margin >= 0 else { return [unreached] }
        // "blz, obg" is thanks: what comes far behind a meaning that stands alone is an echo of its words.
        let floor = top.intent.standsAlone ? max(0, top.margin - Decision.echo) : 0
        return margins.prefix { $0.margin >= floor }.prefix(4).map(\.intent)
    }

    /// Where no intent is reached, talk that is nobody's business, or plain insult, is likelier than its scores say: no
    /// training data can hold all of it.
    private var unreached: Intent {
        func weight(_ entry: (intent: Intent, margin: Float)) -> Float {
            entry.margin + (entry.intent == .other ? 1.5 : entry.intent.standsAlone ? 0.8 : 0)
        }
        return margins.max { weight($0) < weight($1) }?.intent ?? .other
    }

    private static let echo: Float = 1.5

    func confidence(_ intent: Intent) -> Double {
        margins.first { $0.intent == intent }.map { probability($0.margin) } ?? 0
    }

    private func probability(_ margin: Float) -> Double {
        Double(ExactMath.sigmoid(model.calibrationSlope * margin + model.calibrationOffset))
    }

    /// All intents, most likely first.
    var ranking: [ScoredIntent] { margins.map { ScoredIntent($0.intent, confidence: probability($0.margin)) } }

    var language: MessageLanguage {
        let spanish = scores[UnderstandingModel.spanish] - model.threshold[UnderstandingModel.spanish]
        let english = scores[UnderstandingModel.english] - model.threshold[UnderstandingModel.english]
        if max(spanish, english) < 0 { return .portuguese }
        return spanish >= english ? .spanish : .english
    }

    /// Acting on money, identity, opt-out or refusal needs more certainty than talking does.
    func isSure(_ asserted: [Intent]) -> Bool {
        guard let first = asserted.first else { return false }
        let needed: Double =
            switch first {
            case .accept, .decline, .refuseToPay, .optOut, .wrongPerson, .deceased, .counterOffer, .promiseToPay: 0.6
            case .crisis: 0
            default: 0.5
            }
        return confidence(first) >= needed
    }
}
