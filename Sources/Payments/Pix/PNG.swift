/// A writer for one kind of PNG: one bit per pixel, black and white (W3C PNG, RFC 1950, RFC 1951).
///
/// Its own deflate knows nothing but runs of one byte, which is what QR symbols are made of, and its bytes depend on no
/// library's version.
enum PNG {
    /// `rows` are packed from the left, eight pixels a byte, a set bit is white; all of `(width + 7) / 8` bytes.
    static func encode(bilevelRows rows: [[UInt8]], width: Int) -> [UInt8] {
        var filtered: [UInt8] = []
        var previous: [UInt8]?
        for row in rows {
            // Filter 2 stores the difference to the row above: zeros where a module's rows repeat.
            if row == previous {
                filtered.append(2)
                filtered += [UInt8](repeating: 0, count: row.count)
            } else {
                filtered.append(0)
                filtered += row
            }
            previous = row
        }
        let header = bigEndian(UInt32(clamping: width)) + bigEndian(UInt32(clamping: rows.count)) + [1, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", header) + chunk("IDAT", zlib(filtered)) + chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(clamping: data.count)) + body + bigEndian(crc32(body))
    }

    private static func zlib(_ data: [UInt8]) -> [UInt8] {
        var bits = BitWriter()
        bits.append(1, count: 1)  // the last block
        bits.append(1, count: 2)  // fixed Huffman codes
        var index = 0
        while index < data.count {
            let byte = data[index]
            bits.appendSymbol(Int(byte))
            index += 1
            var run = data[index...].prefix { $0 == byte }.count
            index += run
            while run >= 3 {
                let length = min(run, 258)
                bits.appendRun(length)
                run -= length
            }
            for _ in 0..<run { bits.appendSymbol(Int(byte)) }
        }
        bits.appendSymbol(256)
        return [0x78, 0x01] + bits.finished() + bigEndian(adler32(data))
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
}

/// Deflate's bit order: values from the lowest bit, Huffman codes from the highest.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var used = 8

    mutating func append(_ value: Int, count: Int) {
        for index in 0..<count {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(value >> index & 1) << UInt8(used)
            used += 1
        }
    }

    /// The fixed code of RFC 1951 §3.2.6.
    mutating func appendSymbol(_ symbol: Int) {
        switch symbol {
        case ..<144: appendCode(0x30 + symbol, count: 8)
        case ..<256: appendCode(0x190 + symbol - 144, count: 9)
        case ..<280: appendCode(symbol - 256, count: 7)
        default: appendCode(0xC0 + symbol - 280, count: 8)
        }
    }

    /// The byte before, `length` (3…258) times more: a match at distance 1.
    mutating func appendRun(_ length: Int) {
        let index = BitWriter.lengthBases.lastIndex { $0 <= length } ?? 0
        appendSymbol(257 + index)
        append(length - BitWriter.lengthBases[index], count: BitWriter.extraBits[index])
        appendCode(0, count: 5)
    }

    func finished() -> [UInt8] { bytes }

    private mutating func appendCode(_ code: Int, count: Int) {
        for index in stride(from: count - 1, through: 0, by: -1) { append(code >> index & 1, count: 1) }
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let extraBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
}
