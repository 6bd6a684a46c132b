/// How WhatsApp's digits of one person are matched (reference §9.1).
///
/// A Brazilian mobile has nine digits after its area code, but older WhatsApp accounts keep the eight of before.
/// Whether one does is learnt, never derived; matching just has to see that both are the same telephone.
package enum PhoneIdentity {
    /// The key under which all forms of one telephone meet: `55` + area code + last 8 digits for a Brazilian mobile
    /// that may have had eight digits (they began with 6 to 9), else the digits themselves. Input is digits with
    /// country code.
    ///
    /// A ninth digit before 2 to 5 is not taken off: those mobiles never had eight digits, and without the 9 they would
    /// be somebody's landline.
    package static func matchingKey(_ digits: String) -> String {
        let bytes = Array(digits.utf8)
        guard isBrazilian(bytes), bytes.count == 13, bytes[4] == nine, isOldMobile(bytes[5]) else { return digits }
        return String(decoding: bytes[..<4] + bytes[5...], as: UTF8.self)
    }

    /// E.164 with the ninth digit put back: `553199999902` is `+5531999999902`.
    package static func canonical(_ digits: String) -> String {
        let bytes = Array(digits.utf8)
        guard isBrazilian(bytes), bytes.count == 12, isOldMobile(bytes[4]) else { return "+" + digits }
        return "+" + String(decoding: bytes[..<4] + [nine] + bytes[4...], as: UTF8.self)
    }

    /// The other form under which WhatsApp may know the same telephone, to be tried once after error 131026.
    package static func otherForm(_ digits: String) -> String? {
        let bytes = Array(digits.utf8)
        guard isBrazilian(bytes) else { return nil }
        switch bytes.count {
        case 13 where bytes[4] == nine && isOldMobile(bytes[5]):
            return String(decoding: bytes[..<4] + bytes[5...], as: UTF8.self)
        case 12 where isOldMobile(bytes[4]):
            return String(decoding: bytes[..<4] + [nine] + bytes[4...], as: UTF8.self)
        default: return nil
        }
    }

    private static let nine = UInt8(ascii: "9")

    /// `55`, an area code without zeros, and digits only.
    private static func isBrazilian(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 12 && bytes[0] == UInt8(ascii: "5") && bytes[1] == UInt8(ascii: "5")
            && bytes[2] != UInt8(ascii: "0") && bytes[3] != UInt8(ascii: "0")
            && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isOldMobile(_ first: UInt8) -> Bool { (UInt8(ascii: "6")...nine).contains(first) }
}
