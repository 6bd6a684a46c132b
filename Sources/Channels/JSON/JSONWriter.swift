extension JSONValue {
    /// Compact UTF-8 JSON; slashes and non-ASCII characters are not escaped.
    package func bytes(sortingKeys: Bool = false) -> [UInt8] {
        var writer = JSONWriter(sortingKeys: sortingKeys)
        writer.write(self)
        return writer.bytes
    }

    /// The same as text.
    package var text: String { String(decoding: bytes(), as: UTF8.self) }
}

/// Writes values behind one another.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Members by key, so that two spellings of one document are the same bytes.
    let sortingKeys: Bool

    init(sortingKeys: Bool) { self.sortingKeys = sortingKeys }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let text), .unread(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): write(text)
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                write(item)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            let members = sortingKeys ? object.members.sorted { $0.key < $1.key } : object.members
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                write(member.key)
                bytes.append(UInt8(ascii: ":"))
                write(member.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(JSONWriter.hex[Int(byte >> 4)])
                bytes.append(JSONWriter.hex[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hex = Array("0123456789abcdef".utf8)
}
