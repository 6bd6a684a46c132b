import Domain
import Foundation

/// How the API writes its values.
enum PixWire {
    /// The body's JSON; the same bytes for the same value, so that a repeated request is the same request.
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // These bodies hold texts, whole numbers, lists and objects: nothing that JSON cannot write.
        return (try? encoder.encode(value)).map(Array.init) ?? []
    }

    /// RFC 3986: all but the unreserved characters.
    static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += byte < 16 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return encoded
    }
}

/// An amount or a percentage: the API's text with two decimals; some banks write a number.
struct WireAmount: Codable, Hashable {
    let money: Money

    init(_ money: Money) { self.money = money }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text: String
        do {
            text = try container.decode(String.self)
        } catch DecodingError.typeMismatch {
            text = try container.decode(Decimal.self).description
        }
        guard let money = Money(bankDecimal: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an amount such as 1234.56")
        }
        self.money = money
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(money.bankDecimal)
    }
}

/// A whole number, which the API's own examples write as a text now and then.
struct WireInteger: Codable, Hashable {
    let value: Int

    init(_ value: Int) { self.value = value }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            value = number
        } else if let number = Int(try container.decode(String.self)) {
            value = number
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a whole number")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// An instant (RFC 3339); one without an offset is UTC.
struct WireInstant: Codable, Hashable {
    let at: Timestamp

    init(_ at: Timestamp) { self.at = at }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let at = Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "Z") else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant")
        }
        self.at = at
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(at.rfc3339(in: .utc))
    }
}

/// A person or company as `cpf` or `cnpj` with a name, and an address where one is wanted.
struct WirePerson: Codable, Hashable {
    var cpf: String?
    var cnpj: String?
    var nome: String?
    var email: String?
    var logradouro: String?
    var cidade: String?
    var uf: String?
    var cep: String?

    init(_ document: TaxDocument, name: String? = nil) {
        switch document {
        case .cpf(let value): cpf = value.digits
        case .cnpj(let value): cnpj = value.characters
        }
        nome = name
    }

    var document: TaxDocument? { (cpf ?? cnpj).flatMap { TaxDocument(normalized: $0) } }
}
