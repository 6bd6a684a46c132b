internal import CPhoneNumber

extension PhoneNumber {
    /// Reads a Brazilian number as people, spreadsheets and telephone exchanges write it: any punctuation, country
    /// code, trunk zero with or without a carrier's code, `0xx11`, a mobile of eight digits from before the ninth.
    ///
    /// - Throws: what stands in the way; `.foreign` for a good number of another country.
    package init(parsing text: some StringProtocol) throws(PhoneNumberError) {
        try self.init(parsing: Array(text.utf8).span)
    }

    package init(parsing bytes: borrowing Span<UInt8>) throws(PhoneNumberError) {
        var scanner = PhoneScanner()
        let digits = try scanner.scan(bytes)
        self = try scanner.isInternational ? digits.international() : digits.national()
    }
}

/// Decimal digits with their count, so that leading zeros are not lost. At most nineteen.
struct PhoneDigits {
    var value: UInt64 = 0
    var count = 0

    static let capacity = 19

    /// The first `length` digits.
    func first(_ length: Int) -> UInt64 { length >= count ? value : value / PhoneDigits.power(count - length) }

    func dropping(_ length: Int) -> PhoneDigits {
        guard length < count else { return PhoneDigits() }
        return PhoneDigits(value: value % PhoneDigits.power(count - length), count: count - length)
    }

    private static func power(_ exponent: Int) -> UInt64 {
        var result: UInt64 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// Country code first, whether a plus said so or `00` did.
    func international() throws(PhoneNumberError) -> PhoneNumber {
        guard count > 2, first(2) == 55 else { throw foreignError(otherwise: .invalidForeign) }
        return try dropping(2).afterTrunkPrefix()
    }

    /// As dialled or written within Brazil.
    func national() throws(PhoneNumberError) -> PhoneNumber {
        if count >= 3, first(2) == 0 { return try dropping(2).international() }
        if first(1) == 0 { return try afterTrunkPrefix() }
        switch count {
        case 10, 11: return try subscriber()
        case 12, 13:
            if first(2) == 55 { return try dropping(2).subscriber() }
            throw foreignError(otherwise: .tooLong)
        case 14...16:
            // The country code followed by a trunk zero, which nobody dials but many write.
            guard first(3) == 550 else { throw foreignError(otherwise: .tooLong) }
            return try dropping(2).afterTrunkPrefix()
        default: throw lengthError
        }
    }

    /// Area code and subscriber, perhaps after a zero and a two-digit carrier code.
    private func afterTrunkPrefix() throws(PhoneNumberError) -> PhoneNumber {
        guard count > 0, first(1) == 0 else { return try subscriber() }
        if count >= 10, [800, 300, 500, 900].contains(first(4)) { throw .serviceNumber }
        let rest = dropping(1)
        switch rest.count {
        case 12, 13: return try rest.dropping(2).subscriber()
        default: return try rest.subscriber()
        }
    }

    /// Area code, then eight or nine digits.
    private func subscriber() throws(PhoneNumberError) -> PhoneNumber {
        guard count == 10 || count == 11 else { throw lengthError }
        guard let areaCode = AreaCode(Int(first(2))) else { throw .unknownAreaCode(Int(first(2))) }
        let rest = dropping(2)
        if value == 99_999_999_999 { throw .neitherMobileNorLandline }
        switch (rest.count, rest.first(1)) {
        case (9, 9): return PhoneNumber(areaCode: areaCode, subscriber: rest.value)
        case (8, 2...5):
            if PhoneDigits.isService(rest.first(4)) { throw .serviceNumber }
            return PhoneNumber(areaCode: areaCode, subscriber: rest.value)
        case (8, 6...9): return PhoneNumber(areaCode: areaCode, subscriber: 900_000_000 + rest.value)
        default: throw .neitherMobileNorLandline
        }
    }

    /// Prefixes of national service numbers, dialled without an area code.
    private static func isService(_ prefix: UInt64) -> Bool { prefix == 4003 || prefix == 4004 || prefix == 3003 }

    private var lengthError: PhoneNumberError {
        switch count {
        case 8 where PhoneDigits.isService(first(4)): .serviceNumber
        case 8, 9: .missingAreaCode
        case ..<8: .tooShort
        default: .tooLong
        }
    }

    private func foreignError(otherwise error: PhoneNumberError) -> PhoneNumberError {
        guard (7...15).contains(count) else { return count < 7 ? .tooShort : .tooLong }
        var region: (CChar, CChar, CChar, CChar) = (0, 0, 0, 0)
        let kind = withUnsafeMutableBytes(of: &region) { buffer in
            Int(cphone_classify(value, buffer.assumingMemoryBound(to: CChar.self).baseAddress))
        }
        guard kind != CPHONE_INVALID else { return error }
        let letters = [UInt8(bitPattern: region.0), UInt8(bitPattern: region.1)].filter { $0 != 0 }
        return .foreign(region: String(decoding: letters, as: UTF8.self))
    }
}

/// Takes the digits out of a text.
private struct PhoneScanner {
    private var digits = PhoneDigits()
    /// A plus stood before the first digit.
    private(set) var isInternational = false
    private var sawLetters = false
    private var sawSeparator = false

    mutating func scan(_ bytes: borrowing Span<UInt8>) throws(PhoneNumberError) -> PhoneDigits {
        let range = bytes.trimmed()
        var index = range.lowerBound
        scanning: while index < range.upperBound {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39:
                try append(byte)
            case 0x2B:
                if digits.count == 0 { isInternational = true } else if digits.count >= 8 { throw .severalNumbers }
            case 0x41...0x5A, 0x61...0x7A:
                if try isEndOfNumber(letter: byte) {
                    // An extension is short; a whole number after a word is another one.
                    if digitCount(bytes, from: index, to: range.upperBound) >= 8 { throw .severalNumbers }
                    break scanning
                }
            case 0x2F, 0x3B, 0x2C, 0x7C:
                // A few digits before a slash are an area code: `11/98765-4321`.
                if digits.count >= 4 {
                    if digitCount(bytes, from: index, to: range.upperBound) > 0 {
                        if isDecimalTail(bytes, at: index, to: range.upperBound) { break scanning }
                        throw .severalNumbers
                    }
                    break scanning
                }
                sawSeparator = true
            case 0x2E:
                if isDecimalTail(bytes, at: index, to: range.upperBound) { break scanning }
                sawSeparator = true
            default: sawSeparator = true
            }
            index += 1
        }
        if digits.count == 0 { throw sawLetters ? .invalidCharacters : .empty }
        return digits
    }

    private mutating func append(_ byte: UInt8) throws(PhoneNumberError) {
        guard digits.count < PhoneDigits.capacity else { throw .tooLong }
        digits.value = digits.value * 10 + UInt64(byte - 0x30)
        digits.count += 1
    }

    /// Letters before the number are a label, after it a name or an extension; among its digits only `0xx11` has them.
    private mutating func isEndOfNumber(letter: UInt8) throws(PhoneNumberError) -> Bool {
        sawLetters = true
        if digits.count == 0 || (digits.count == 1 && digits.value == 0 && letter.asciiLowercased == 0x78) {
            return false
        }
        if digits.count >= 8 { return true }
        throw .invalidCharacters
    }

    /// A number that a spreadsheet wrote as a decimal: `11987654321.0`.
    private func isDecimalTail(_ bytes: borrowing Span<UInt8>, at index: Int, to end: Int) -> Bool {
        guard !sawSeparator, digits.count >= 10, (2...3).contains(end - index) else { return false }
        for rest in (index + 1)..<end where bytes[rest] != 0x30 { return false }
        return true
    }

    private func digitCount(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for index in start..<end where bytes[index].isASCIIDigit { count += 1 }
        return count
    }
}
