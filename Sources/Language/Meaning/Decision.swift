/// From scores to what is asserted.
struct Decision {
    let model: UnderstandingModel
    let scores: SIMD32<Float>

    /// A message that no intent reaches still means its likeliest one; further ones must reach their thresholds.
    func asserted(tokens: [Token], position: (Intent) -> Double) -> [Intent] {
        var margins: [(intent: Intent, margin: Float)] = Intent.allCases.map { ($0, margin($0)) }
        margins.sort { ($0.margin, $1.intent.index) > ($1.margin, $0.intent.index) }
        guard let top = margins.first else { return [.other] }
        var intents = margins.filter { $0.margin >= 0 }.prefix(4).map(\.intent)
        if intents.isEmpty { intents = [top.intent] }
        guard intents.count > 1 else { return intents }
        return Ordering.ordered(intents, tokens: tokens, position: position)
    }

    private func margin(_ intent: Intent) -> Float { scores[intent.index] - model.threshold[intent.index] }

    func confidence(_ intent: Intent) -> Double {
        Double(ExactMath.sigmoid(model.calibrationSlope * margin(intent) + model.calibrationOffset))
    }

    /// All intents, most likely first.
    var ranking: [ScoredIntent] {
        Intent.allCases.map { ScoredIntent($0, confidence: confidence($0)) }
            .sorted { ($0.confidence, $1.intent.index) > ($1.confidence, $0.intent.index) }
    }

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
