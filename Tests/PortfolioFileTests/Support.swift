import Domain
import PortfolioFile

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A whole file's results.
struct Outcome {
    var accepted: [PortfolioRow] = []
    var rejected: [RejectedRow] = []
    var reader: PortfolioReader

    /// Reads `bytes` in pieces of `size`.
    init(_ bytes: [UInt8], mapping: PortfolioMapping = PortfolioMapping(), pieces size: Int = 1 << 16) throws {
        reader = PortfolioReader(mapping: mapping)
        var results: [RowResult] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + size, bytes.count)
            results += try reader.feed(bytes[start..<end])
            start = end
        }
        results += try reader.finish()
        for result in results {
            switch result {
            case .accepted(let row): accepted.append(row)
            case .rejected(let row): rejected.append(row)
            }
        }
    }

    init(_ text: String, mapping: PortfolioMapping = PortfolioMapping(), pieces size: Int = 1 << 16) throws {
        try self.init(Array(text.utf8), mapping: mapping, pieces: size)
    }

    /// `line: field.code field.code`
    var reasons: [String] {
        rejected.map { row in
            "\(row.line): " + row.reasons.map { "\($0.field.rawValue).\($0.code)" }.joined(separator: " ")
        }
    }
}

func vector(_ name: String, file: String = #filePath) throws -> [UInt8] {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    return Array(try Data(contentsOf: URL(fileURLWithPath: "/\(folder)/Vectors/\(name)")))
}
