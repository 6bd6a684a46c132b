/// An e-mail address that has the shape of one (RFC 5321, without quoted local parts and address literals).
package struct EmailAddress: Hashable, Comparable, Sendable {
    /// As written, the domain in lower case.
    package let text: String

    /// RFC 5321, 4.5.3.1
    private static let maximumLength = 254

    package init?(_ text: some StringProtocol) {
        self.init(bytes: Array(text.utf8).span)
    }

    package init?(bytes: borrowing Span<UInt8>) {
        let range = bytes.trimmed()
        guard range.count >= 6, range.count <= EmailAddress.maximumLength else { return nil }
        var at = -1
        for index in range {
            let byte = bytes[index]
            if byte == 0x40 {
                guard at < 0 else { return nil }
                at = index
            } else if EmailAddress.isForbidden(byte) {
                return nil
            }
        }
        let local = at - range.lowerBound
        guard at >= 0, (1...64).contains(local), bytes[range.lowerBound] != 0x2E, bytes[at - 1] != 0x2E,
            EmailAddress.isDomain(bytes, in: (at + 1)..<range.upperBound)
        else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        for index in range { result.append(index > at ? bytes[index].asciiLowercased : bytes[index]) }
        self.text = String(decoding: result, as: UTF8.self)
    }

    /// White space, controls and the specials of RFC 5322, 3.2.3.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E, 0x5B...0x5D, 0x7F: true
        default: false
        }
    }

    /// Labels of letters, digits and inner hyphens parted by single dots; at least two; the last has two letters or
    /// more.
    private static func isDomain(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Bool {
        var labelLength = 0
        var labels = 1
        var previous: UInt8 = 0x2E
        for index in range {
            let byte = bytes[index]
            switch byte {
            case 0x2E:
                guard labelLength > 0, previous != 0x2D else { return false }
                labels += 1
                labelLength = 0
            case 0x2D:
                guard labelLength > 0 else { return false }
                labelLength += 1
            default:
                guard byte.isASCIIDigit || byte.isASCIILetter || byte >= 0x80 else { return false }
                labelLength += 1
            }
            previous = byte
        }
        return labels >= 2 && labelLength >= 2 && previous != 0x2D && !previous.isASCIIDigit
    }

    /// `m***@exemplo.com.br`
    package var masked: String {
        let parts = text.split(separator: "@", maxSplits: 1)
        guard parts.count == 2, let first = parts[0].first else { return "***" }
        return "\(first)***@\(parts[1])"
    }

    package static func < (left: EmailAddress, right: EmailAddress) -> Bool { left.text < right.text }
}

extension EmailAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = EmailAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an e-mail address")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
