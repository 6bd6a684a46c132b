/// Who owes, as the state knows them: a person's CPF or a company's CNPJ.
package enum TaxDocument: Hashable, Comparable, Sendable {
    case cpf(CPF)
    case cnpj(CNPJ)

    package enum Kind: String, Codable, Sendable {
        case cpf, cnpj
    }

    /// Reads either from messy text.
    ///
    /// Up to eleven digits are a CPF with its lost zeros put back, unless a slash says CNPJ; more are a CNPJ. Systems
    /// that pad every document to fourteen or fifteen digits are understood too.
    package init(parsing text: some StringProtocol) throws(DocumentError) {
        try self.init(parsing: Array(text.utf8).span)
    }

    package init(parsing bytes: borrowing Span<UInt8>) throws(DocumentError) {
        let source = try DocumentCharacters(bytes)
        if source.isNumeric, source.count <= 11, !source.isMarkedAsCompany {
            self = .cpf(try CPF(source))
            return
        }
        do throws(DocumentError) {
            if source.isNumeric, source.count == 15, source.bytes[0] == 0x30 {
                self = .cnpj(try CNPJ(try DocumentCharacters(Array(source.bytes[1...]).span)))
            } else {
                self = .cnpj(try CNPJ(source))
            }
        } catch {
            // A CPF padded to a CNPJ's width.
            guard source.isNumeric, (14...15).contains(source.count),
                source.bytes.dropLast(11).allSatisfy({ $0 == 0x30 }),
                let cpf = try? CPF(elevenDigits: Array(source.bytes.suffix(11)))
            else { throw source.isNumeric || source.count == 14 ? error : TaxDocument.reason(source) }
            self = .cpf(cpf)
        }
    }

    /// Text that is neither: letters where there are too few or too many characters for a CNPJ.
    private static func reason(_ source: DocumentCharacters) -> DocumentError {
        source.bytes.contains { $0.isASCIIDigit } ? .wrongLength(source.count) : .invalidCharacters
    }

    /// Back from storage: eleven or fourteen characters as `normalized` wrote them.
    package init?(normalized text: String) {
        if text.utf8.count == 11, let cpf = try? CPF(parsing: text) {
            self = .cpf(cpf)
        } else if text.utf8.count == 14, let cnpj = try? CNPJ(parsing: text) {
            self = .cnpj(cnpj)
        } else {
            return nil
        }
    }

    package var kind: Kind {
        switch self {
        case .cpf: .cpf
        case .cnpj: .cnpj
        }
    }

    package var isCompany: Bool { kind == .cnpj }

    /// Without punctuation: eleven digits, or fourteen characters.
    package var normalized: String {
        switch self {
        case .cpf(let cpf): cpf.digits
        case .cnpj(let cnpj): cnpj.characters
        }
    }

    package var formatted: String {
        switch self {
        case .cpf(let cpf): cpf.formatted
        case .cnpj(let cnpj): cnpj.formatted
        }
    }

    /// What may be shown on screens and in messages.
    package var masked: String {
        switch self {
        case .cpf(let cpf): cpf.masked
        case .cnpj(let cnpj): cnpj.masked
        }
    }

    package static func < (left: TaxDocument, right: TaxDocument) -> Bool { left.normalized < right.normalized }
}

extension TaxDocument: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let document = TaxDocument(normalized: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a CPF or CNPJ")
        }
        self = document
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(normalized)
    }
}
