/// Why a text is not a valid Pix code.
package enum BRCodeError: Error, Hashable, Sendable {
    /// Longer than `BRCode.payloadLengthMax`, or empty.
    case length(Int)
    /// It does not begin with `000201`.
    case payloadFormat
    /// An id or length that is no number, an empty value, or a length that runs past the end; `offset` counts characters.
    case structure(offset: Int)
    case duplicate(id: Int)
    /// A field that every Pix code has is absent.
    case missing(id: Int)
    /// The code does not end in its checksum.
    case crcMissing
    case crcMismatch(found: String, computed: String)
    /// No merchant account carries the GUI `br.gov.bcb.pix`.
    case notPix
    /// The Pix account has neither a key nor a charge's address, and there is no recurrence.
    case noKeyNorURL
    case keyAndURL
    case key
    case urlWithScheme
    case url
    case pointOfInitiation(String)
    case merchantCategory(String)
    case currency(String)
    case country(String)
    case amount(String)
    case merchantNameLength(Int)
    case merchantCityLength(Int)
    case postalCodeLength(Int)
    case txid(String)

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .length: "length"
        case .payloadFormat: "payload_format"
        case .structure: "tlv_length"
        case .duplicate: "duplicate_field"
        case .missing: "missing_field"
        case .crcMissing: "crc_missing"
        case .crcMismatch: "crc"
        case .notPix: "not_pix"
        case .noKeyNorURL: "no_key_nor_url"
        case .keyAndURL: "key_and_url"
        case .key: "key_format"
        case .urlWithScheme: "url_with_scheme"
        case .url: "url_format"
        case .pointOfInitiation: "point_of_initiation"
        case .merchantCategory: "merchant_category"
        case .currency: "currency"
        case .country: "country"
        case .amount: "amount"
        case .merchantNameLength: "merchant_name_length"
        case .merchantCityLength: "merchant_city_length"
        case .postalCodeLength: "postal_code_length"
        case .txid: "txid"
        }
    }
}

extension BRCodeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .length(let count): "a code has 1 to \(BRCode.payloadLengthMax) characters, this has \(count)"
        case .payloadFormat: "a code begins with 000201"
        case .structure(let offset): "the field at character \(offset + 1) has an impossible id or length"
        case .duplicate(let id): "field \(id) occurs twice"
        case .missing(let id): "field \(id) is missing"
        case .crcMissing: "the code does not end in its checksum (6304 and four hexadecimal digits)"
        case .crcMismatch(let found, let computed): "the checksum is \(found), but the content gives \(computed)"
        case .notPix: "no merchant account names br.gov.bcb.pix"
        case .noKeyNorURL: "the Pix account has neither a key nor an address"
        case .keyAndURL: "the Pix account has both a key and an address"
        case .key: "the key is no CPF, CNPJ, phone, e-mail address or random key"
        case .urlWithScheme: "the address must not begin with a scheme such as https://"
        case .url: "the address is not a host and path of at most \(BRCode.keyLengthMax) characters"
        case .pointOfInitiation(let text): "the point of initiation is 11 or 12, not \(text)"
        case .merchantCategory(let text): "the merchant category is four digits, not \(text)"
        case .currency(let text): "the currency is 986, not \(text)"
        case .country(let text): "the country is BR, not \(text)"
        case .amount(let text): "the amount is digits with a dot and two decimals, not \(text)"
        case .merchantNameLength(let count): "the name has at most \(BRCode.nameLengthMax) characters, not \(count)"
        case .merchantCityLength(let count): "the city has at most \(BRCode.cityLengthMax) characters, not \(count)"
        case .postalCodeLength(let count):
            "the postal code has at most \(BRCode.postalCodeLengthMax) characters, not \(count)"
        case .txid(let text): "the txid is 1 to \(BRCode.txidLengthMax) letters and digits, or ***, not \(text)"
        }
    }
}
