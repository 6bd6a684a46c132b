import Foundation
import Strategy

let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A file that ships with the program.
func shipped(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
}

/// The faults of a file as `line:column message`; empty when it loads.
func faults<Value>(_ load: () throws(StrategyErrors) -> Value) -> [String] {
    do throws(StrategyErrors) {
        _ = try load()
        return []
    } catch {
        return error.errors.map { "\($0.line):\($0.column) \($0.message)" }
    }
}

func remedies<Value>(_ load: () throws(StrategyErrors) -> Value) -> [String] {
    do throws(StrategyErrors) {
        _ = try load()
        return []
    } catch {
        return error.errors.map(\.remedy)
    }
}

/// A text with `‸` where its one fault is expected: the text without the mark, and the place as `line:column`.
func marked(_ text: String) -> (text: String, place: String) {
    guard let mark = text.firstIndex(of: "‸") else { return (text, "1:1") }
    let before = text[..<mark]
    let line = before.filter { $0 == "\n" }.count + 1
    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
    return (text.replacing("‸", with: ""), "\(line):\(column)")
}
