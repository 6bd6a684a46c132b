/// A strict reader of JSON (RFC 8259) over UTF-8 bytes, with limits, in one pass.
package struct JSONParser {
    package struct Options: Hashable, Sendable {
        /// Longest input in bytes.
        package var bytesMax: Int
        /// Deepest nesting that becomes a tree.
        package var depthMax: Int
        /// What was signed and sent must not be refused for one character of it: bytes that are not UTF-8, lone
        /// surrogates and U+0000 (which PostgreSQL's text cannot hold) become U+FFFD, and what nests too deep stays
        /// text (`unread`).
        package var repairs: Bool

        package init(bytesMax: Int, depthMax: Int, repairs: Bool) {
            self.bytesMax = bytesMax
            self.depthMax = depthMax
            self.repairs = repairs
        }

        /// 16 MiB, 128 levels, and an error for whatever is not exact.
        package static let strict = Options(bytesMax: 16 << 20, depthMax: 128, repairs: false)
    }

    let bytes: [UInt8]
    let options: Options
    var index = 0

    init(_ bytes: [UInt8], _ options: Options) {
        self.bytes = bytes
        self.options = options
    }

    /// Reads one value that fills the input but for white space; a byte-order mark before it is passed over.
    package static func parse(_ bytes: [UInt8], options: Options = .strict) throws(JSONError) -> JSONValue {
        guard bytes.count <= options.bytesMax else { throw JSONError(reason: .tooLarge, offset: options.bytesMax) }
        var parser = JSONParser(bytes, options)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { parser.index = 3 }
        parser.skipSpace()
        guard parser.index < bytes.count else { throw JSONError(reason: .empty, offset: parser.index) }
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == bytes.count else { throw parser.failure(.trailingBytes) }
        return value
    }

    func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: index) }

    @inline(__always)
    mutating func skipSpace() {
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            index += 1
        }
    }

    /// The byte at the index, which must exist.
    @inline(__always)
    func peek() throws(JSONError) -> UInt8 {
        guard index < bytes.count else { throw failure(.endsEarly) }
        return bytes[index]
    }

    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "\""):
            index += 1
            return .string(try text())
        case UInt8(ascii: "{"):
            guard depth < options.depthMax else { return try tooDeep() }
            return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["):
            guard depth < options.depthMax else { return try tooDeep() }
            return .array(try array(depth: depth + 1))
        default:
            return try scalar()
        }
    }

    /// A number or a literal.
    mutating func scalar() throws(JSONError) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw failure(.unexpectedByte)
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        index += 1
        skipSpace()
        var members: [JSONObject.Member] = []
        if try peek() == UInt8(ascii: "}") {
            index += 1
            return JSONObject()
        }
        members.reserveCapacity(6)
        while true {
            let key = try memberKey()
            members.append(JSONObject.Member(key: key, value: try value(depth: depth)))
            skipSpace()
            switch try peek() {
            case UInt8(ascii: ","):
                index += 1
                skipSpace()
            case UInt8(ascii: "}"):
                index += 1
                return JSONObject(members)
            default: throw failure(.unexpectedByte)
            }
        }
    }

    /// A key, its colon, and the space after it.
    mutating func memberKey() throws(JSONError) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
        index += 1
        let key = try text()
        skipSpace()
        guard try peek() == UInt8(ascii: ":") else { throw failure(.unexpectedByte) }
        index += 1
        skipSpace()
        return key
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        index += 1
        skipSpace()
        var items: [JSONValue] = []
        if try peek() == UInt8(ascii: "]") {
            index += 1
            return items
        }
        while true {
            items.append(try value(depth: depth))
            skipSpace()
            switch try peek() {
            case UInt8(ascii: ","):
                index += 1
                skipSpace()
            case UInt8(ascii: "]"):
                index += 1
                return items
            default: throw failure(.unexpectedByte)
            }
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let matches = word.withUTF8Buffer { buffer in
            bytes[index...].starts(with: buffer)
        }
        guard matches else { throw failure(.unexpectedByte) }
        index += word.utf8CodeUnitCount
        return value
    }

    private mutating func number() throws(JSONError) -> String {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits()
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// At least one digit.
    private mutating func digits() throws(JSONError) {
        let start = index
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
        guard index > start else { throw failure(index < bytes.count ? .badNumber : .endsEarly) }
    }
}
