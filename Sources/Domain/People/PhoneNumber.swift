/// A phone number that exists in the numbering plan, in E.164.
///
/// Brazilian numbers are held in their current form: mobiles with the ninth digit. Numbers of other countries occur
/// where people write to us; they are never read from a portfolio.
package struct PhoneNumber: Hashable, Comparable, Sendable {
    /// The E.164 digits as a number: at most fifteen, the country code first.
    let value: UInt64

    package enum Kind: String, Codable, Sendable {
        case mobile, landline, foreign
    }

    init(value: UInt64) { self.value = value }

    /// - Parameter subscriber: nine digits of a mobile, or eight of a landline.
    init(areaCode: AreaCode, subscriber: UInt64) {
        let isMobile = subscriber >= 100_000_000
        let national = UInt64(areaCode.number) * (isMobile ? 1_000_000_000 : 100_000_000) + subscriber
        value = 55 * (isMobile ? 100_000_000_000 : 10_000_000_000) + national
    }

    /// Back from storage: `+5531999999902`, as `e164` wrote it. Any country.
    package init?(e164 text: some StringProtocol) {
        guard text.utf8.first == UInt8(ascii: "+") else { return nil }
        self.init(internationalDigits: text.dropFirst())
    }

    /// The digits by which WhatsApp names a person (`wa_id`, `from`); a Brazilian mobile without its ninth digit gets
    /// it.
    package init?(whatsAppID text: some StringProtocol) {
        self.init(internationalDigits: text)
    }

    private init?(internationalDigits text: some StringProtocol) {
        guard (7...15).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit), let digits = UInt64(text),
            text.utf8.first != UInt8(ascii: "0")
        else { return nil }
        if text.hasPrefix("55") {
            guard let number = try? PhoneDigits(value: digits, count: text.utf8.count).international() else {
                return nil
            }
            self = number
        } else {
            value = digits
        }
    }

    package var kind: Kind {
        switch value {
        case 5_500_000_000_000..<5_600_000_000_000: .mobile
        case 550_000_000_000..<560_000_000_000: .landline
        default: .foreign
        }
    }

    /// `+5531999999902`
    package var e164: String { "+" + digits }

    /// E.164 without the plus: `5531999999902`.
    package var digits: String { String(value) }

    /// Nil for numbers of other countries.
    package var areaCode: AreaCode? {
        switch kind {
        case .mobile: AreaCode(Int(value / 1_000_000_000 % 100))
        case .landline: AreaCode(Int(value / 100_000_000 % 100))
        case .foreign: nil
        }
    }

    /// The number after the area code: nine digits of a mobile, eight of a landline.
    private var subscriber: UInt64 {
        switch kind {
        case .mobile: value % 1_000_000_000
        case .landline: value % 100_000_000
        case .foreign: value
        }
    }

    package var state: FederativeUnit? { areaCode?.state }
    package var states: [FederativeUnit] { areaCode?.states ?? [] }
    package var zone: Zone? { areaCode?.zone }
    package var zones: [Zone] { areaCode?.zones ?? [] }

    /// The digits under which WhatsApp may know the number, the form to send to first.
    ///
    /// Accounts older than the ninth digit (2012–2016, most where area codes are 31 and up) keep an id without it.
    /// Numbers whose eight digits begin with 0–5 came later and never had the short form, which would be a landline's.
    package var whatsAppForms: [String] {
        guard let short = withoutNinthDigit else { return [digits] }
        return [digits, String(short)]
    }

    /// Equal for all forms of one number: 55, area code and the last eight digits of a mobile; all digits of others.
    package var canonicalKey: String { String(withoutNinthDigit ?? value) }

    private var withoutNinthDigit: UInt64? {
        guard kind == .mobile, let areaCode else { return nil }
        let eight = value % 100_000_000
        guard eight >= 60_000_000 else { return nil }
        return (5500 + UInt64(areaCode.number)) * 100_000_000 + eight
    }

    /// As people in Brazil write it: `(31) 99999-9902`; E.164 for other countries.
    package var national: String {
        guard let areaCode else { return e164 }
        return "(\(areaCode.number)) \(subscriber / 10_000)-\(padded(Int(subscriber % 10_000), 4))"
    }

    /// What may be shown where the whole number is not needed: `(31) *****-9902`.
    package var masked: String {
        let tail = padded(Int(value % 10_000), 4)
        guard let areaCode else { return "+" + String(repeating: "*", count: max(0, digits.utf8.count - 4)) + tail }
        return "(\(areaCode.number)) " + (kind == .mobile ? "*****" : "****") + "-" + tail
    }

    package static func < (left: PhoneNumber, right: PhoneNumber) -> Bool { left.value < right.value }
}

extension PhoneNumber: CustomStringConvertible {
    package var description: String { e164 }
}

extension PhoneNumber: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = PhoneNumber(e164: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an E.164 phone number")
        }
        self = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(e164)
    }
}
