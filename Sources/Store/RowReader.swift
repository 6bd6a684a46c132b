package import Domain
import Foundation

/// One row of a result: its values in the statement's order.
package typealias Row = [SQLValue]

/// Reads a row's columns from left to right into typed values.
package struct RowReader {
    private let row: Row
    private let table: String
    private var index = 0

    package init(_ row: Row, table: String) {
        self.row = row
        self.table = table
    }

    private mutating func next() -> SQLValue {
        defer { index += 1 }
        return index < row.count ? row[index] : .null
    }

    private func mismatch(_ expected: String, _ found: SQLValue) -> StoreError {
        .badRow(table: table, column: index - 1, expected: expected, found: found)
    }

    package mutating func integer() throws -> Int64 {
        let value = next()
        guard case .integer(let number) = value else { throw mismatch("an integer", value) }
        return number
    }

    package mutating func optionalInteger() throws -> Int64? {
        let value = next()
        switch value {
        case .null: return nil
        case .integer(let number): return number
        default: throw mismatch("an integer or null", value)
        }
    }

    package mutating func int() throws -> Int { Int(try integer()) }
    package mutating func bool() throws -> Bool { try integer() != 0 }

    package mutating func text() throws -> String {
        let value = next()
        guard case .text(let text) = value else { throw mismatch("a text", value) }
        return text
    }

    package mutating func optionalText() throws -> String? {
        let value = next()
        switch value {
        case .null: return nil
        case .text(let text): return text
        default: throw mismatch("a text or null", value)
        }
    }

    package mutating func blob() throws -> [UInt8] {
        let value = next()
        switch value {
        case .blob(let bytes): return bytes
        case .text(let text): return Array(text.utf8)
        default: throw mismatch("bytes", value)
        }
    }

    package mutating func id<Subject>() throws -> Identifier<Subject> { Identifier(try integer()) }
    package mutating func optionalID<Subject>() throws -> Identifier<Subject>? {
        try optionalInteger().map { Identifier($0) }
    }
    package mutating func money() throws -> Money { Money(cents: try integer()) }
    package mutating func timestamp() throws -> Timestamp { Timestamp(milliseconds: try integer()) }
    package mutating func optionalTimestamp() throws -> Timestamp? {
        try optionalInteger().map { Timestamp(milliseconds: $0) }
    }

    package mutating func day() throws -> CalendarDay { CalendarDay(number: Int32(truncatingIfNeeded: try integer())) }
    package mutating func optionalDay() throws -> CalendarDay? {
        try optionalInteger().map { CalendarDay(number: Int32(truncatingIfNeeded: $0)) }
    }

    /// A text that is one of an enumeration's raw values.
    package mutating func choice<Choice: RawRepresentable>(_ type: Choice.Type = Choice.self) throws -> Choice
    where Choice.RawValue == String {
        let text = try text()
        guard let choice = Choice(rawValue: text) else { throw mismatch("one of \(Choice.self)", .text(text)) }
        return choice
    }

    package mutating func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        let text = try text()
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw mismatch("JSON of \(Value.self) (\(error))", .text(text))
        }
    }

    package mutating func optionalJSON<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value? {
        guard let text = try optionalText() else { return nil }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw mismatch("JSON of \(Value.self) (\(error))", .text(text))
        }
    }
}

/// JSON with sorted keys: the same value gives the same text, which the state's digest needs.
package func canonicalJSON(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

extension SQLValue {
    package static func id<Subject>(_ id: Identifier<Subject>) -> SQLValue { .integer(id.rawValue) }
    package static func id<Subject>(_ id: Identifier<Subject>?) -> SQLValue {
        id.map { .integer($0.rawValue) } ?? .null
    }
    package static func money(_ money: Money) -> SQLValue { .integer(money.cents) }
    package static func timestamp(_ instant: Timestamp) -> SQLValue { .integer(instant.milliseconds) }
    package static func timestamp(_ instant: Timestamp?) -> SQLValue {
        instant.map { .integer($0.milliseconds) } ?? .null
    }
    package static func day(_ day: CalendarDay) -> SQLValue { .integer(Int64(day.number)) }
    package static func day(_ day: CalendarDay?) -> SQLValue { day.map { .integer(Int64($0.number)) } ?? .null }
    package static func text(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    package static func bool(_ flag: Bool) -> SQLValue { .integer(flag ? 1 : 0) }
    package static func int(_ number: Int) -> SQLValue { .integer(Int64(number)) }
}
