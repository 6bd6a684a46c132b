/// A natural person's tax number (Cadastro de Pessoas Físicas), with check digits that fit.
package struct CPF: Hashable, Comparable, Sendable {
    /// Eleven digits.
    package let digits: String

    /// Reads a CPF with or without punctuation; leading zeros that a numeric column lost are put back.
    package init(parsing text: some StringProtocol) throws(DocumentError) {
        try self.init(parsing: Array(text.utf8).span)
    }

    package init(parsing bytes: borrowing Span<UInt8>) throws(DocumentError) {
        try self.init(try DocumentCharacters(bytes))
    }

    init(_ characters: DocumentCharacters) throws(DocumentError) {
        guard characters.isNumeric else { throw .invalidCharacters }
        guard characters.count <= 11 else { throw .wrongLength(characters.count) }
        try self.init(elevenDigits: characters.padded(to: 11))
    }

    /// - Parameter bytes: exactly eleven ASCII digits.
    init(elevenDigits bytes: [UInt8]) throws(DocumentError) {
        if bytes.allSatisfy({ $0 == bytes[0] }) { throw .repeatedDigits }
        guard CPF.checkDigit(bytes.prefix(9)) == bytes[9], CPF.checkDigit(bytes.prefix(10)) == bytes[10] else {
            throw .wrongCheckDigits
        }
        digits = String(decoding: bytes, as: UTF8.self)
    }

    /// Weights 10…2 over nine digits, 11…2 over ten; `(sum · 10 mod 11) mod 10`.
    static func checkDigit(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var weight = bytes.count + 1
        var sum = 0
        for byte in bytes {
            sum += Int(byte - 0x30) * weight
            weight -= 1
        }
        return UInt8(sum * 10 % 11 % 10) + 0x30
    }

    /// `529.982.247-25`
    package var formatted: String {
        let text = Array(digits)
        return String(text[0..<3]) + "." + String(text[3..<6]) + "." + String(text[6..<9]) + "-" + String(text[9..<11])
    }

    /// `***.982.247-**`: the form that may be shown (LGPD art. 6, necessity).
    package var masked: String {
        let text = Array(digits)
        return "***." + String(text[3..<6]) + "." + String(text[6..<9]) + "-**"
    }

    package static func < (left: CPF, right: CPF) -> Bool { left.digits < right.digits }
}
