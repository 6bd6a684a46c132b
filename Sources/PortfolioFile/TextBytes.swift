/// How the file's bytes are letters.
package enum TextEncoding: String, Codable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
}

/// Takes byte order marks off and turns UTF-16 into UTF-8; what it cannot tell yet, it lets through.
struct ByteDecoder {
    private(set) var encoding: TextEncoding?
    private var isStarted = false
    private var held: [UInt8] = []
    private var highSurrogate: UInt16 = 0

    /// Appends the decoded bytes to `output`.
    mutating func decode(_ bytes: ArraySlice<UInt8>, isFinal: Bool, into output: inout [UInt8]) {
        var bytes = bytes
        if !isStarted {
            held += bytes
            guard held.count >= 4 || isFinal else { return }
            isStarted = true
            let start = held
            held = []
            bytes = start[skippingMark(start)...]
        }
        switch encoding {
        case .utf16LittleEndian: decode16(bytes, isFinal: isFinal, lowFirst: true, into: &output)
        case .utf16BigEndian: decode16(bytes, isFinal: isFinal, lowFirst: false, into: &output)
        default: output += bytes
        }
    }

    /// The number of bytes of a byte order mark; text in UTF-16 without one shows by its zeros.
    private mutating func skippingMark(_ start: [UInt8]) -> Int {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8
            return 3
        }
        if start.starts(with: [0xFF, 0xFE]) {
            encoding = .utf16LittleEndian
            return 2
        }
        if start.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16BigEndian
            return 2
        }
        if start.count >= 4, start[1] == 0, start[3] == 0, start[0] != 0, start[2] != 0 {
            encoding = .utf16LittleEndian
        } else if start.count >= 4, start[0] == 0, start[2] == 0, start[1] != 0, start[3] != 0 {
            encoding = .utf16BigEndian
        }
        return 0
    }

    private mutating func decode16(
        _ bytes: ArraySlice<UInt8>, isFinal: Bool, lowFirst: Bool, into output: inout [UInt8]
    ) {
        let units = held + bytes
        held = []
        var index = 0
        while index + 1 < units.count {
            let unit =
                lowFirst
                ? UInt16(units[index]) | UInt16(units[index + 1]) << 8
                : UInt16(units[index]) << 8 | UInt16(units[index + 1])
            index += 2
            append(unit, to: &output)
        }
        if index < units.count, !isFinal { held = [units[index]] }
    }

    private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
        var value = UInt32(unit)
        if unit & 0xFC00 == 0xD800 {
            highSurrogate = unit
            return
        }
        if unit & 0xFC00 == 0xDC00, highSurrogate != 0 {
            value = 0x10000 + (UInt32(highSurrogate & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        }
        highSurrogate = 0
        appendUTF8(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
    }
}

/// Appends a scalar's UTF-8.
func appendUTF8(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    if scalar.isASCII {
        output.append(UInt8(scalar.value))
    } else {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}

/// Windows-1252, Excel's encoding of CSV in Brazil.
enum Windows1252 {
    /// 0x80…0x9F; the five bytes without a character stay what they are.
    private static let high: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    static func append(_ byte: UInt8, to output: inout [UInt8]) {
        let value = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
        appendUTF8(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
    }
}

/// Whether bytes are well-formed UTF-8 (Unicode 16, table 3-7).
func isUTF8(_ bytes: borrowing Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF } else if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF } else if lead == 0xF4 { second = 0x80...0x8F }
        default: return false
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return false }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return false }
        index += length
    }
    return true
}
