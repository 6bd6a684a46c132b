import Foundation

/// Files beside the tests.
enum Vectors {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// The rows of a comma-separated file by header name. None of these files quotes a field.
    static func rows(_ name: String) throws -> [[String: String]] { rows(of: try bytes(name)) }

    static func rows(of bytes: [UInt8]) -> [[String: String]] {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false) else { return [] }
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return Dictionary(zip(header, fields).map { (String($0), String($1)) }) { first, _ in first }
        }
    }

    /// A file of the folder that may lie beside the repository; nil where it does not.
    static func beside(_ path: String) -> URL? {
        let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let url = root.deletingLastPathComponent().appending(path: "shared/\(path)")
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}

/// SplitMix64: the same seed gives the same test everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func text(_ alphabet: String, _ lengths: ClosedRange<Int>) -> String {
        let characters = Array(alphabet)
        return String(
            (0..<Int.random(in: lengths, using: &self)).map { _ in
                characters[Int.random(in: characters.indices, using: &self)]
            })
    }

    mutating func digits(_ count: Int) -> String { text("0123456789", count...count) }
}

/// `1234.56` as cents, nil for nothing.
func cents(_ decimal: String?) -> Int64? {
    guard let decimal, !decimal.isEmpty else { return nil }
    return Int64(decimal.filter { $0 != "." })
}

extension String {
    /// The text, or nil where there is none: how the vector files write an absent field.
    var orNil: String? { isEmpty ? nil : self }
}
