import Domain
import Foundation
import Testing

@testable import Language

enum Shared {
    /// Loaded once for all tests.
    static let reader = Result { try Reader.embedded() }

    static func read(
        _ text: String, on day: String = "2026-11-23", context: QuestionContext = .none
    ) throws -> Understanding {
        let day = try #require(CalendarDay(iso: day))
        return try reader.get().read(text, on: day, context: context)
    }

    static func file(_ path: String, from file: String = #filePath) throws -> String {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        return String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
    }

    static func names(in path: String, from file: String = #filePath) throws -> [String] {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        return try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path).sorted()
    }

    static func heldOut(_ name: String = "heldout") throws -> [LabelledMessage] {
        let decoder = JSONDecoder()
        return try file("../../Training/\(name).jsonl").split(separator: "\n").map {
            try decoder.decode(LabelledMessage.self, from: Data($0.utf8))
        }
    }
}

/// A seeded generator, the same on every machine.
struct Draws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }
}

/// One line of a CSV file with quotes.
func fields(ofLine line: Substring) -> [String] {
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
