import Language

/// One drawn sentence as the model sees it.
struct Example {
    let features: [UInt64]
    /// One bit per output.
    let target: UInt32
    let weight: Float
    /// One bit per output of which nothing is known.
    var unknown: UInt32 = 0
}

/// One-vs-rest logistic regression by Adagrad; single-threaded and seeded, so that the same data give the same bits.
struct Trainer {
    let bucketBits: Int
    private var weights: [SIMD32<Float>]
    private var squares: [SIMD32<Float>]
    private var bias = SIMD32<Float>(repeating: -2)
    private var biasSquares = SIMD32<Float>(repeating: 1)
    /// Sums of the states kept for the average, which reads unseen messages better than the last state alone.
    private var keptWeights: [SIMD32<Float>] = []
    private var keptBias = SIMD32<Float>()
    private var kept = 0

    init(bucketBits: Int) {
        self.bucketBits = bucketBits
        weights = Array(repeating: SIMD32<Float>(), count: 1 << bucketBits)
        squares = Array(repeating: SIMD32<Float>(repeating: 1e-3), count: 1 << bucketBits)
    }

    private func row(_ feature: UInt64) -> Int { Int(feature >> UInt64(64 - bucketBits)) }

    /// - Parameter dropPermille: features left out at random, so that no single one is leaned on.
    mutating func learn(_ example: Example, rate: Float, dropPermille: Int, decay: Float, _ random: inout SplitMix64) {
        var rows: [Int] = []
        rows.reserveCapacity(example.features.count)
        for feature in example.features where !random.chance(dropPermille) { rows.append(row(feature)) }
        guard !rows.isEmpty else { return }
        let norm = UnderstandingModel.norm(rows.count)
        var sum = SIMD32<Float>()
        for row in rows { sum += weights[row] }
        let score = sum * norm + bias
        var gradient = SIMD32<Float>()
        for output in 0..<UnderstandingModel.outputs where example.unknown >> UInt32(output) & 1 == 0 {
            let target: Float = example.target >> UInt32(output) & 1 == 1 ? 1 : 0
            gradient[output] = (ExactMath.sigmoid(score[output]) - target) * example.weight
        }
        biasSquares += gradient * gradient
        bias -= gradient / biasSquares.squareRoot() * (rate * 0.1)
        let step = gradient * norm
        let stepParts = Trainer.quarters(step)
        let squareParts = Trainer.quarters(step * step)
        weights.withUnsafeMutableBytes { weights in
            squares.withUnsafeMutableBytes { squares in
                for row in rows {
                    let start = row * MemoryLayout<SIMD32<Float>>.stride
                    for part in 0..<8 {
                        let lanes = start + part * MemoryLayout<SIMD4<Float>>.stride
                        let grown =
                            squares.loadUnaligned(fromByteOffset: lanes, as: SIMD4<Float>.self) + squareParts[part]
                        let weight = weights.loadUnaligned(fromByteOffset: lanes, as: SIMD4<Float>.self)
                        let root = SIMD4(
                            grown.x.squareRoot(), grown.y.squareRoot(), grown.z.squareRoot(), grown.w.squareRoot())
                        let change = (stepParts[part] + weight * decay) / root * rate
                        squares.storeBytes(of: grown, toByteOffset: lanes, as: SIMD4<Float>.self)
                        weights.storeBytes(of: weight - change, toByteOffset: lanes, as: SIMD4<Float>.self)
                    }
                }
            }
        }
    }

    /// Four outputs at a time, which is what any processor computes at once; roots of longer rows are taken one by one.
    private static func quarters(_ row: SIMD32<Float>) -> [SIMD4<Float>] {
        (0..<8).map { SIMD4(row[4 * $0], row[4 * $0 + 1], row[4 * $0 + 2], row[4 * $0 + 3]) }
    }

    mutating func keepForAverage() {
        if keptWeights.isEmpty {
            keptWeights = weights
        } else {
            for index in weights.indices { keptWeights[index] += weights[index] }
        }
        keptBias += bias
        kept += 1
    }

    /// Eight bits per weight, each output on its own scale.
    func model(threshold: SIMD32<Float>, slope: Float, offset: Float, concepts: Concepts) -> UnderstandingModel {
        let count = Float(max(1, kept))
        let averaged = kept == 0 ? weights : keptWeights.map { $0 / count }
        let averagedBias = kept == 0 ? bias : keptBias / count
        var largest = SIMD32<Float>(repeating: 1e-6)
        for row in averaged { largest = pointwiseMax(largest, pointwiseMax(row, -row)) }
        let scale = largest / 127
        let rows = averaged.map { row in
            SIMD32<Int8>(truncatingIfNeeded: SIMD32<Int32>((row / scale).rounded(.toNearestOrEven)))
        }
        return UnderstandingModel(
            bucketBits: bucketBits, weights: rows, scale: scale, bias: averagedBias, threshold: threshold,
            calibrationSlope: slope,
            calibrationOffset: offset, concepts: concepts)
    }
}
