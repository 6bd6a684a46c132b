import Domain

/// A Pix key in the form in which the Central Bank's directory knows it.
package struct PixKey: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case cpf, cnpj, phone, email
        /// EVP, a UUID that the directory gave out.
        case random
    }

    package let kind: Kind
    /// CPF 11 digits; CNPJ 14 of `[0-9A-Z]`; phone `+55…`; e-mail and random key in lower case.
    package let text: String

    /// Reads a key as people write it, with or without punctuation, and checks it.
    ///
    /// Eleven bare digits are a CPF and never a phone: guessing would send money to a stranger. A phone is told by `+`,
    /// by its area code in parentheses, by the hyphen before its last four digits, or by a leading 55.
    package init(_ input: String) throws(PixKeyError) {
        let trimmed = String(input.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        if trimmed.contains("@") {
            self = PixKey(kind: .email, text: try PixKey.email(trimmed))
        } else if PixKey.isUUID(trimmed) {
            self = PixKey(kind: .random, text: trimmed.lowercased())
        } else if PixKey.looksLikePhone(trimmed) {
            self = PixKey(kind: .phone, text: try PixKey.phone(trimmed))
        } else {
            let compact = trimmed.filter { !".-/ ".contains($0) }.uppercased()
            switch compact.utf8.count {
            case 11 where compact.utf8.allSatisfy(PixKey.isDigit):
                guard let cpf = try? CPF(parsing: compact) else { throw .cpfCheckDigits }
                self = PixKey(kind: .cpf, text: cpf.digits)
            case 14 where compact.utf8.allSatisfy(PixTxid.isLetterOrDigit):
                guard let cnpj = try? CNPJ(parsing: compact) else { throw .cnpjCheckDigits }
                self = PixKey(kind: .cnpj, text: cnpj.characters)
            default: throw .unrecognised
            }
        }
    }

    private init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }

    private static func email(_ text: String) throws(PixKeyError) -> String {
        let address = text.lowercased()
        guard address.utf8.count <= BRCode.keyLengthMax else { throw .tooLong }
        guard Kind(shapeOf: address) == .email else { throw .unrecognised }
        return address
    }

    private static func looksLikePhone(_ text: String) -> Bool {
        if text.hasPrefix("+") || text.hasPrefix("(") { return true }
        let digits = text.filter(\.isWholeNumber).count
        if digits == text.count { return text.hasPrefix("55") && (12...13).contains(digits) }
        // 85 91234-5678: the hyphen stands before four digits; a CPF's stands before two.
        let afterHyphen = text.split(separator: "-").last.map(\.count)
        return (10...11).contains(digits) && text.contains("-") && afterHyphen == 4 && !text.contains(".")
    }

    private static func phone(_ text: String) throws(PixKeyError) -> String {
        guard text.allSatisfy({ ($0.isASCII && $0.isWholeNumber) || "+()- .".contains($0) }) else {
            throw .unrecognised
        }
        var digits = text.filter(\.isWholeNumber)
        if !text.hasPrefix("+"), !(digits.hasPrefix("55") && digits.count >= 12) { digits = "55" + digits }
        let key = "+" + digits
        guard Kind(shapeOf: key) == .phone else { throw .phone }
        if digits.hasPrefix("55") {
            let national = digits.dropFirst(2)
            // Area codes have no zero; mobiles have nine digits and begin with 9.
            guard national.count == 10 || (national.count == 11 && national.dropFirst(2).hasPrefix("9")),
                !national.prefix(2).contains("0")
            else { throw .phone }
        }
        return key
    }

    fileprivate static func isUUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }

    fileprivate static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension PixKey.Kind {
    /// What a key in a code is by its shape alone; nil when no key looks like that.
    ///
    /// Check digits are the directory's business there: a well-formed code with a mistyped CPF is a valid code for a
    /// key that does not exist.
    package init?(shapeOf key: String) {
        let bytes = Array(key.utf8)
        guard (1...BRCode.keyLengthMax).contains(bytes.count) else { return nil }
        if PixKey.isUUID(key) {
            self = .random
        } else if bytes.contains(UInt8(ascii: "@")) {
            let parts = key.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
                !parts[1].hasSuffix("."), bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return nil }
            self = .email
        } else if bytes[0] == UInt8(ascii: "+") {
            guard (9...16).contains(bytes.count), bytes.dropFirst().allSatisfy(PixKey.isDigit) else { return nil }
            self = .phone
        } else if bytes.count == 11, bytes.allSatisfy(PixKey.isDigit) {
            self = .cpf
        } else if bytes.count == 14, bytes.allSatisfy(PixTxid.isLetterOrDigit),
            bytes.suffix(2).allSatisfy(PixKey.isDigit)
        {
            self = .cnpj
        } else {
            return nil
        }
    }
}

/// Why a text is not a Pix key.
package enum PixKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    case unrecognised, cpfCheckDigits, cnpjCheckDigits, phone, tooLong

    package var description: String {
        switch self {
        case .unrecognised: "it is no CPF, CNPJ, phone, e-mail address or random key"
        case .cpfCheckDigits: "it has the eleven digits of a CPF, but not its check digits (write a phone as +55…)"
        case .cnpjCheckDigits: "it has the fourteen characters of a CNPJ, but not its check digits"
        case .phone: "it is no phone number (write +55, area code and number)"
        case .tooLong: "it has more than \(BRCode.keyLengthMax) characters"
        }
    }
}
