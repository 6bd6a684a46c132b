/// The trained weights: a linear layer over hashed features, one output per intent and per foreign language.
///
/// The file is little-endian: the signature, the sizes, the decision values, the groups of words, then one row of
/// eight-bit weights per bucket, each output with a scale of its own. `make model` writes it, byte for byte the same from
/// the same training data.
package struct UnderstandingModel: Sendable {
    /// Outputs: the intents in the order of `Intent.allCases`, then Spanish, then English.
    package static let outputs = 32
    static let spanish = 30
    static let english = 31

    /// Buckets are 2 to the power of this.
    package let bucketBits: Int
    /// Rows of weights, one per bucket.
    package let weights: [SIMD32<Int8>]
    package let scale: SIMD32<Float>
    package let bias: SIMD32<Float>
    /// A score at or above asserts the intent.
    package let threshold: SIMD32<Float>
    /// Confidence = sigmoid(slope · (score − threshold) + offset), fitted on the held-out messages.
    package let calibrationSlope: Float
    package let calibrationOffset: Float
    package let concepts: Concepts

    package init(
        bucketBits: Int, weights: [SIMD32<Int8>], scale: SIMD32<Float>, bias: SIMD32<Float>, threshold: SIMD32<Float>,
        calibrationSlope: Float, calibrationOffset: Float, concepts: Concepts
    ) {
        self.bucketBits = bucketBits
        self.weights = weights
        self.scale = scale
        self.bias = bias
        self.threshold = threshold
        self.calibrationSlope = calibrationSlope
        self.calibrationOffset = calibrationOffset
        self.concepts = concepts
    }

    /// The outputs' scores (log odds before calibration) for a message's features.
    package func scores(_ features: [UInt64]) -> SIMD32<Float> {
        let sums = sums(of: features)
        let norm = UnderstandingModel.norm(features.count)
        return SIMD32<Float>(sums) * scale * norm + bias
    }

    /// The rows' sum per output. Bytes are summed as unsigned sixteen-bit lanes, which any processor adds sixteen at a
    /// time: each weight counts 128 more than it is, even outputs in the low bytes and odd ones in the high bytes.
    private func sums(of features: [UInt64]) -> SIMD32<Int32> {
        var sums = SIMD32<Int32>()
        let shift = UInt64(64 - bucketBits)
        weights.withUnsafeBytes { bytes in
            var start = 0
            while start < features.count {
                let end = min(start + 256, features.count)
                var even = SIMD16<UInt16>()
                var odd = SIMD16<UInt16>()
                for index in start..<end {
                    let offset = Int(features[index] >> shift) * UnderstandingModel.outputs
                    let row = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt16>.self) ^ 0x8080
                    even &+= row & 0x00FF
                    odd &+= row &>> 8
                }
                for lane in 0..<16 {
                    sums[2 * lane] += Int32(even[lane])
                    sums[2 * lane + 1] += Int32(odd[lane])
                }
                start = end
            }
        }
        return sums &- Int32(128 * features.count)
    }

    /// Long messages weigh as much as short ones.
    package static func norm(_ count: Int) -> Float { count == 0 ? 0 : 1 / Float(count).squareRoot() }
}

/// Why a model file cannot be used.
package enum ModelError: Error, CustomStringConvertible {
    case notAModel
    case unknownVersion(Int)
    case truncated

    package var description: String {
        switch self {
        case .notAModel: "not a model of understanding: the signature is missing"
        case .unknownVersion(let version): "the model has version \(version), which this program does not know"
        case .truncated: "the model file is cut short"
        }
    }
}

extension UnderstandingModel {
    private static let signature: [UInt8] = Array("QUITAUND".utf8)
    private static let version = 1

    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        var reader = ByteReader(bytes: bytes)
        guard try reader.take(8) == UnderstandingModel.signature else { throw .notAModel }
        let version = Int(try reader.integer())
        guard version == UnderstandingModel.version else { throw .unknownVersion(version) }
        let bits = Int(try reader.integer())
        guard (4...22).contains(bits) else { throw .notAModel }
        let scale = try reader.row()
        let bias = try reader.row()
        let threshold = try reader.row()
        let slope = Float(bitPattern: try reader.integer())
        let offset = Float(bitPattern: try reader.integer())
        let length = Int(try reader.integer())
        let source = String(decoding: try reader.take(length), as: UTF8.self)
        self.init(
            bucketBits: bits, weights: try reader.weights(count: 1 << bits), scale: scale, bias: bias,
            threshold: threshold,
            calibrationSlope: slope, calibrationOffset: offset, concepts: Concepts(source))
    }

    /// The file's bytes.
    package func encoded() -> [UInt8] {
        var bytes = UnderstandingModel.signature
        func append(_ value: UInt32) {
            for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
        }
        func append(_ row: SIMD32<Float>) { for index in row.indices { append(row[index].bitPattern) } }
        append(UInt32(UnderstandingModel.version))
        append(UInt32(bucketBits))
        append(scale)
        append(bias)
        append(threshold)
        append(calibrationSlope.bitPattern)
        append(calibrationOffset.bitPattern)
        let source = Array(concepts.source.utf8)
        append(UInt32(source.count))
        bytes += source
        bytes.reserveCapacity(bytes.count + weights.count * UnderstandingModel.outputs)
        for row in weights { for index in row.indices { bytes.append(UInt8(bitPattern: row[index])) } }
        return bytes
    }
}

/// Reads little-endian values, never past the end.
private struct ByteReader {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    mutating func take(_ count: Int) throws(ModelError) -> [UInt8] {
        guard count >= 0, position + count <= bytes.count else { throw .truncated }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func integer() throws(ModelError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw .truncated }
        defer { position += 4 }
        return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }

    mutating func row() throws(ModelError) -> SIMD32<Float> {
        var row = SIMD32<Float>()
        for index in row.indices { row[index] = Float(bitPattern: try integer()) }
        return row
    }

    mutating func weights(count: Int) throws(ModelError) -> [SIMD32<Int8>] {
        guard position + count * UnderstandingModel.outputs <= bytes.count else { throw .truncated }
        let start = position
        position += count * UnderstandingModel.outputs
        return [SIMD32<Int8>](unsafeUninitializedCapacity: count) { rows, initialized in
            UnsafeMutableRawBufferPointer(rows).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + count * UnderstandingModel.outputs]))
            initialized = count
        }
    }
}
