import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A table of test vectors beside the tests.
struct VectorFile {
    let rows: [[String: String]]

    init(_ name: String, file: String = #filePath) throws {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let text = try String(contentsOfFile: "/\(folder)/Vectors/\(name)", encoding: .utf8)
        let records = text.split(whereSeparator: \.isNewline).map { VectorFile.fields(String($0)) }
        let header = try #require(records.first)
        rows = records.dropFirst().map { record in
            Dictionary(uniqueKeysWithValues: zip(header, record))
        }
    }

    private static func fields(_ line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

/// Decimal text as cents: `1234.50`.
func cents(_ text: String) throws -> Int64 {
    let parts = text.split(separator: ".")
    let whole = try #require(Int64(parts[0]))
    let fraction = parts.count > 1 ? try #require(Int64(parts[1])) : 0
    return whole * 100 + fraction
}
