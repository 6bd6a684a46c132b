import Domain
import Language

/// What is set after the weights: from which score on an intent is asserted, and what a score is worth as a probability.
struct Tuning {
    /// Log odds at which an intent is asserted; lower ones let in more second intents that are wrong than right.
    static let usual: Float = 0.1
    /// Missing one of these costs more than asking once too often.
    static let careful: [Intent: Float] = [
        .crisis: -1.1, .optOut: -0.6, .wrongPerson: -0.9, .dispute: -0.5, .deceased: -0.3,
    ]

    static var thresholds: SIMD32<Float> {
        var row = SIMD32<Float>()
        for intent in Intent.allCases {
            row[intent.index] = careful[intent] ?? usual
        }
        return row
    }

    /// Slope and offset of the probabilities, by Newton's method on labelled messages that the weights never saw.
    static func calibration(of model: UnderstandingModel, on messages: [LabelledMessage]) -> (
        slope: Float, offset: Float
    ) {
        let extractor = FeatureExtractor(concepts: model.concepts)
        var points: [(score: Float, isRight: Float)] = []
        for message in messages {
            let features = Reader.features(
                of: message.text, on: message.day, context: message.context, extractor: extractor)
            let scores = model.scores(features) - model.threshold
            for intent in Intent.allCases where scores[intent.index] > -3 {
                points.append((scores[intent.index], message.intents.contains(intent) ? 1 : 0))
            }
        }
        guard points.count > 50 else { return (1, 0) }
        var slope: Float = 1
        var offset: Float = 0
        for _ in 0..<20 {
            var g0: Float = 0
            var g1: Float = 0
            var h00: Float = 1e-3
            var h01: Float = 0
            var h11: Float = 1e-3
            for point in points {
                let p = ExactMath.sigmoid(slope * point.score + offset)
                let error = p - point.isRight
                let weight = p * (1 - p)
                g0 += error * point.score
                g1 += error
                h00 += weight * point.score * point.score
                h01 += weight * point.score
                h11 += weight
            }
            let determinant = h00 * h11 - h01 * h01
            guard determinant > 1e-6 else { break }
            slope -= (h11 * g0 - h01 * g1) / determinant
            offset -= (h00 * g1 - h01 * g0) / determinant
        }
        return (slope, offset)
    }
}
