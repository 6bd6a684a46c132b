/// Bytes of text, classified without making a `String` of them: imports read millions of fields.
extension UInt8 {
    @inlinable package var isASCIIDigit: Bool { self &- 0x30 < 10 }
    @inlinable package var isASCIIUpper: Bool { self &- 0x41 < 26 }
    @inlinable package var isASCIILower: Bool { self &- 0x61 < 26 }
    @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Space, tab, carriage return, line feed.
    @inlinable package var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }
    @inlinable package var asciiUppercased: UInt8 { isASCIILower ? self & 0xDF : self }
    @inlinable package var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
}

extension Span where Element == UInt8 {
    /// Length in bytes of an invisible character that starts at `index`: no-break and typographic spaces, zero-width
    /// and direction marks (pasted from address books). 0 when there is none.
    package func invisible(at index: Int) -> Int {
        let rest = count - index
        switch self[index] {
        case 0xC2:  // U+00A0 no-break space, U+00AD soft hyphen
            return rest >= 2 && (self[index + 1] == 0xA0 || self[index + 1] == 0xAD) ? 2 : 0
        case 0xE2:  // U+2000…U+200F spaces and marks, U+202A…U+202F directions, U+2060…U+2069
            guard rest >= 3 else { return 0 }
            let third = self[index + 2]
            if self[index + 1] == 0x80 { return third <= 0x8F || (0xAA...0xAF).contains(third) ? 3 : 0 }
            return self[index + 1] == 0x81 && (0xA0...0xA9).contains(third) ? 3 : 0
        case 0xEF:  // U+FEFF
            return rest >= 3 && self[index + 1] == 0xBB && self[index + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// Length in bytes of a typographic dash that starts at `index`, U+2010…U+2015 or the minus U+2212; 0 when there is
    /// none.
    package func dash(at index: Int) -> Int {
        guard self[index] == 0xE2, index + 2 < count else { return 0 }
        let (second, third) = (self[index + 1], self[index + 2])
        return (second == 0x80 && (0x90...0x95).contains(third)) || (second == 0x88 && third == 0x92) ? 3 : 0
    }

    /// Length in bytes of what may stand between the digits of a number without meaning anything.
    package func filler(at index: Int) -> Int {
        let length = invisible(at: index)
        return length > 0 ? length : dash(at: index)
    }

    /// The span without white space and invisible characters at its ends.
    package func trimmedOfSpace() -> Range<Int> {
        var start = 0
        var end = count
        while start < end {
            let length = self[start].isASCIISpace ? 1 : invisible(at: start)
            if length == 0 { break }
            start += length
        }
        while end > start {
            if self[end - 1].isASCIISpace {
                end -= 1
            } else if end - start >= 3, invisible(at: end - 3) == 3 {
                end -= 3
            } else if end - start >= 2, invisible(at: end - 2) == 2 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// As `trimmedOfSpace`, and without the marks by which spreadsheets keep a number as text: a leading apostrophe,
    /// `="…"`, quotes.
    package func trimmed() -> Range<Int> {
        var range = trimmedOfSpace()
        while let first = range.first {
            let byte = self[first]
            guard byte == 0x27 || byte == 0x22 || byte == 0x3D || byte.isASCIISpace else { break }
            range = (first + 1)..<range.upperBound
        }
        while let last = range.last, self[last] == 0x22 || self[last].isASCIISpace { range = range.lowerBound..<last }
        return range
    }
}
