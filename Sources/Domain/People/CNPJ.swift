/// A legal person's tax number (Cadastro Nacional da Pessoa Jurídica), with check digits that fit.
///
/// Since July 2026 the first twelve characters may be letters too (Instrução Normativa RFB 2.229/2024), so this is
/// text, never a number.
package struct CNPJ: Hashable, Comparable, Sendable {
    /// Fourteen characters: twelve digits or capital letters, two digits.
    package let characters: String

    /// Reads a CNPJ with or without punctuation, in any case; leading zeros that a numeric column lost are put back.
    package init(parsing text: some StringProtocol) throws(DocumentError) {
        try self.init(parsing: Array(text.utf8).span)
    }

    package init(parsing bytes: borrowing Span<UInt8>) throws(DocumentError) {
        try self.init(try DocumentCharacters(bytes))
    }

    init(_ source: DocumentCharacters) throws(DocumentError) {
        // Only a column of numbers loses zeros: a number with letters was text all the time.
        guard source.count == 14 || (source.count < 14 && source.isNumeric) else { throw .wrongLength(source.count) }
        let bytes = source.padded(to: 14)
        guard bytes[12].isASCIIDigit, bytes[13].isASCIIDigit else { throw .invalidCharacters }
        if bytes.allSatisfy({ $0 == bytes[0] }) { throw .repeatedDigits }
        guard CNPJ.checkDigit(bytes.prefix(12)) == bytes[12], CNPJ.checkDigit(bytes.prefix(13)) == bytes[13] else {
            throw .wrongCheckDigits
        }
        characters = String(decoding: bytes, as: UTF8.self)
    }

    /// Weights 2…9 from the right, cyclic; a character counts as its ASCII code less 48; a rest below 2 gives 0.
    static func checkDigit(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var weight = 2
        var sum = 0
        for byte in bytes.reversed() {
            sum += (Int(byte) - 48) * weight
            weight = weight == 9 ? 2 : weight + 1
        }
        let rest = sum % 11
        return UInt8(rest < 2 ? 0 : 11 - rest) + 0x30
    }

    /// `12.ABC.345/01DE-35`
    package var formatted: String {
        let text = Array(characters)
        return String(text[0..<2]) + "." + String(text[2..<5]) + "." + String(text[5..<8]) + "/" + String(text[8..<12])
            + "-" + String(text[12..<14])
    }

    /// `**.ABC.345/****-**`
    package var masked: String {
        let text = Array(characters)
        return "**." + String(text[2..<5]) + "." + String(text[5..<8]) + "/****-**"
    }

    package static func < (left: CNPJ, right: CNPJ) -> Bool { left.characters < right.characters }
}
