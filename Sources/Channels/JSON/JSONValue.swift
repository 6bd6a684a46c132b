/// A JSON document as a tree. Numbers keep the text they were written with, so 64-bit ids never pass through `Double`.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number as written, already checked against JSON's grammar: `28907199254740993`, `-0.5`, `1e3`.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
    /// Well-formed JSON text that nests deeper than the reader's limit. It was checked but not taken apart, and is
    /// written back as it was.
    case unread(String)
}

/// An object's members in the order in which they were written.
package struct JSONObject: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package var members: [Member]

    package init(_ members: [Member] = []) { self.members = members }

    /// The member's value; the last one where a key is written twice, as most readers have it.
    package subscript(key: String) -> JSONValue? {
        var index = members.count
        while index > 0 {
            index -= 1
            if members[index].key == key { return members[index].value }
        }
        return nil
    }

    /// Adds a member at the end.
    package mutating func append(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
    }

    /// Adds a member at the end when there is a value.
    package mutating func append(_ key: String, ifPresent value: JSONValue?) {
        if let value { members.append(Member(key: key, value: value)) }
    }
}

extension JSONValue {
    /// The member of an object; nil for a missing key, a JSON `null`, and anything that is not an object.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let object) = self, let value = object[key], value != .null else { return nil }
        return value
    }

    package var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    package var array: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// A whole number that fits in 64 bits, by exact decimal arithmetic (`2.0` and `2e3` are whole).
    package var integer: Int64? {
        guard case .number(let text) = self else { return nil }
        return Int64(text) ?? JSONNumber.integer(text)
    }

    /// A whole number written as a number or as a string of digits: Meta does both.
    package var integerOrText: Int64? {
        switch self {
        case .number: integer
        case .string(let text): Int64(text)
        default: nil
        }
    }

    /// An id written as a non-empty string or as a whole number.
    package var identifier: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number: integer.map { String($0) }
        default: nil
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int64) { self = .number(String(value)) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// Keeps the written order.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }

    package init(_ integer: Int64) { self = .number(String(integer)) }
}
