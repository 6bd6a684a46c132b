/// Why a text is not a CPF or CNPJ.
package enum DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// A character that is neither of the number nor usual punctuation.
    case invalidCharacters
    /// How many characters the number has without punctuation.
    case wrongLength(Int)
    /// `111.111.111-11`: the check digits fit, but the Receita Federal issues no such number.
    case repeatedDigits
    case wrongCheckDigits

    /// Stable and short, for machines.
    package var code: String {
        switch self {
        case .empty: "empty"
        case .invalidCharacters: "invalid_characters"
        case .wrongLength: "wrong_length"
        case .repeatedDigits: "repeated_digits"
        case .wrongCheckDigits: "wrong_check_digits"
        }
    }

    package var description: String {
        switch self {
        case .empty: "empty"
        case .invalidCharacters: "has characters that do not belong to the number"
        case .wrongLength(let count): "wrong length: \(count) characters"
        case .repeatedDigits: "all digits are equal"
        case .wrongCheckDigits: "check digits do not match"
        }
    }

    /// What a person reads in the file of rejected rows.
    package var text: String {
        switch self {
        case .empty: "CPF/CNPJ não informado"
        case .invalidCharacters: "CPF/CNPJ com caracteres inválidos"
        case .wrongLength(let count): "CPF/CNPJ com \(count) caracteres (o CPF tem 11 e o CNPJ, 14)"
        case .repeatedDigits: "CPF/CNPJ com todos os dígitos iguais"
        case .wrongCheckDigits: "dígitos verificadores do CPF/CNPJ não conferem"
        }
    }
}

/// The characters of a document number as written, punctuation taken off, letters in capitals.
struct DocumentCharacters {
    /// At most this many characters are kept; `count` goes on counting.
    static let capacity = 20

    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private(set) var isNumeric = true
    /// How many characters stood before the last slash.
    private var countBeforeSlash: Int?

    /// A CNPJ's mark, six characters after a slash: `11.222.333/0001-81`.
    var isMarkedAsCompany: Bool { countBeforeSlash.map { count - $0 == 6 } ?? false }

    /// - Throws: `.empty`, or `.invalidCharacters` for anything but ASCII letters, digits, `. - / _`, spaces and
    /// dashes.
    init(_ source: borrowing Span<UInt8>) throws(DocumentError) {
        let range = source.trimmed()
        var index = range.lowerBound
        bytes.reserveCapacity(DocumentCharacters.capacity)
        index += DocumentCharacters.label(source, from: index, to: range.upperBound)
        while index < range.upperBound {
            let byte = source[index]
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                if !byte.isASCIIDigit { isNumeric = false }
                if bytes.count < DocumentCharacters.capacity { bytes.append(byte.asciiUppercased) }
                count += 1
                index += 1
            case 0x2F, 0x5C:
                countBeforeSlash = count
                index += 1
            case 0x2E, 0x2D, 0x5F, 0x2C, 0x20, 0x09:
                if DocumentCharacters.isDecimalTail(source, at: index, to: range.upperBound), count > 3, !hasPunctuation
                {
                    index = range.upperBound
                } else {
                    if byte != 0x20 { hasPunctuation = true }
                    index += 1
                }
            default:
                let length = source.filler(at: index)
                guard length > 0 else { throw .invalidCharacters }
                index += length
            }
        }
        if count == 0 { throw .empty }
    }

    private var hasPunctuation = false

    /// The length of a leading `CPF`, `CNPJ` with a colon or space after it.
    private static func label(_ source: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        var letters: [UInt8] = []
        while index < end, source[index].isASCIILetter || source[index] == 0x2F, letters.count < 8 {
            if source[index] != 0x2F { letters.append(source[index].asciiUppercased) }
            index += 1
        }
        let known = letters == Array("CPF".utf8) || letters == Array("CNPJ".utf8) || letters == Array("CPFCNPJ".utf8)
        guard known, index < end, source[index] == 0x3A || source[index] == 0x20 else { return 0 }
        while index < end, source[index] == 0x3A || source[index] == 0x20 { index += 1 }
        return index - start
    }

    /// A number that a spreadsheet wrote as a decimal: `52998224725.0`, `52998224725,00`.
    private static func isDecimalTail(_ source: borrowing Span<UInt8>, at index: Int, to end: Int) -> Bool {
        guard source[index] == 0x2E || source[index] == 0x2C, (2...3).contains(end - index) else { return false }
        for rest in (index + 1)..<end where source[rest] != 0x30 { return false }
        return true
    }

    /// Padded on the left with zeros to `length`: numeric columns lose them.
    func padded(to length: Int) -> [UInt8] {
        bytes.count >= length ? bytes : Array(repeating: 0x30, count: length - bytes.count) + bytes
    }
}
