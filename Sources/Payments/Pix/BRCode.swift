package import Domain

/// A Pix payment code (BR Code, *Pix copia e cola*), read or composed, with everything in it checked.
///
/// Source: Banco Central do Brasil, Manual de Padrões para Iniciação do Pix, on top of EMV MPM. Any value of this type
/// has a correct structure and a correct checksum.
package struct BRCode: Hashable, Sendable {
    /// Where the payment's terms come from.
    package enum Kind: String, Sendable {
        /// The code itself names the key, and may name amount and txid; it can be paid any number of times.
        case `static`
        /// The code names an address at the receiver's bank where the charge is fetched.
        case dynamic
        /// The code also, or only, offers a recurring payment (Pix Automático).
        case composite
    }

    /// How often the code may be used, as it says itself. Most codes leave it out, which means `reusable`.
    package enum PointOfInitiation: String, Sendable {
        case reusable = "11"
        case singleUse = "12"
    }

    /// The whole code as it is copied, pasted or drawn as a QR symbol.
    package let payload: String
    package let kind: Kind
    /// The receiver's Pix key, as written; static codes only.
    package let key: String?
    /// The charge's address without a scheme; dynamic codes only.
    package let url: String?
    /// The recurrence's address without a scheme; composite codes only.
    package let recurrenceURL: String?
    /// Nil where the payer types the amount, or where the charge at `url` says it.
    package let amount: Money?
    package let merchantName: String
    package let merchantCity: String
    package let postalCode: String?
    /// The receiver's reference, or `***` for none.
    package let txid: String
    /// A sentence for the payer; static codes only.
    package let additionalInfo: String?
    package let pointOfInitiation: PointOfInitiation?
    /// Four upper-case hexadecimal digits, whatever case the code uses.
    package let crc: String

    /// The longest code that banks' applications must take.
    package static let payloadLengthMax = 512
    /// The longest key or address in a Pix account.
    package static let keyLengthMax = 77
    package static let nameLengthMax = 25
    package static let cityLengthMax = 15
    package static let postalCodeLengthMax = 10
    package static let txidLengthMax = 25
    /// What stands for "no txid".
    package static let noTxid = "***"
}

/// The ids of EMV MPM that BR Code uses.
enum BRCodeField: Int, CaseIterable, Sendable {
    case payloadFormat = 0
    case pointOfInitiation = 1
    case merchantCategory = 52
    case currency = 53
    case amount = 54
    case country = 58
    case merchantName = 59
    case merchantCity = 60
    case postalCode = 61
    case additionalData = 62
    case crc = 63

    /// Ids under which a merchant account may stand; the Pix one is known by its GUI, not by its id.
    static let accounts = 26...51
    /// Ids under which a recurrence may stand.
    static let unreserved = 80...99
    /// The globally unique identifier of the Pix arrangement, compared without regard to case.
    static let pixGUI = "br.gov.bcb.pix"
}
