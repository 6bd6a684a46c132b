/// Why a text is no phone number at which a debtor in Brazil can be reached.
package enum PhoneNumberError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// No digits at all, or letters among them.
    case invalidCharacters
    case tooShort
    case tooLong
    /// Several numbers where one was asked for.
    case severalNumbers
    case missingAreaCode
    /// No such area code (DDD).
    case unknownAreaCode(Int)
    /// After the area code comes neither 9 and eight digits nor 2–5 and seven.
    case neitherMobileNorLandline
    /// `0800`, `4004` and the like: a service, not a person.
    case serviceNumber
    /// A number of another country, by its two letters.
    case foreign(region: String)
    /// Written as a number of another country, but none exists like it.
    case invalidForeign

    /// Stable and short, for machines.
    package var code: String {
        switch self {
        case .empty: "empty"
        case .invalidCharacters: "invalid_characters"
        case .tooShort: "too_short"
        case .tooLong: "too_long"
        case .severalNumbers: "several_numbers"
        case .missingAreaCode: "missing_area_code"
        case .unknownAreaCode: "unknown_area_code"
        case .neitherMobileNorLandline: "neither_mobile_nor_landline"
        case .serviceNumber: "service_number"
        case .foreign: "foreign"
        case .invalidForeign: "invalid_foreign"
        }
    }

    package var description: String {
        switch self {
        case .empty: "empty"
        case .invalidCharacters: "has characters that do not belong to a phone number"
        case .tooShort: "too few digits"
        case .tooLong: "too many digits"
        case .severalNumbers: "several numbers in one field"
        case .missingAreaCode: "no area code"
        case .unknownAreaCode(let number): "no area code \(padded(number, 2)) in Brazil"
        case .neitherMobileNorLandline: "neither a mobile (9 and eight digits) nor a landline (2-5 and seven digits)"
        case .serviceNumber: "a service number (0800, 4004 …), not a person's"
        case .foreign(let region): "foreign number (\(region))"
        case .invalidForeign: "no such number in any country"
        }
    }

    /// What a person reads in the file of rejected rows.
    package var text: String {
        switch self {
        case .empty: "telefone não informado"
        case .invalidCharacters: "telefone com caracteres inválidos"
        case .tooShort: "telefone com dígitos a menos"
        case .tooLong: "telefone com dígitos a mais"
        case .severalNumbers: "vários telefones onde cabe um"
        case .missingAreaCode: "telefone sem DDD"
        case .unknownAreaCode(let number): "DDD \(padded(number, 2)) não existe"
        case .neitherMobileNorLandline: "telefone não é celular nem fixo"
        case .serviceNumber: "número de serviço (0800, 4004 …)"
        case .foreign(let region): "telefone de outro país (\(region))"
        case .invalidForeign: "telefone não existe em nenhum país"
        }
    }
}
