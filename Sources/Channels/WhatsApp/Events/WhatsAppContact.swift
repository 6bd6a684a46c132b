/// The identities under which one event shows a person. At least one of the phone and the ids is there.
package struct WhatsAppContact: Hashable, Sendable {
    /// Digits with country code, exactly as WhatsApp knows the account: a Brazilian mobile may lack its ninth digit.
    package var phone: String?
    /// The business-scoped user id, `BR.…`: unique per person and portfolio, and the first key to look people up by.
    package var bsuid: String?
    /// The same across linked portfolios, `BR.ENT.…`.
    package var parentBsuid: String?
    /// Without `@`. Changes at the person's will: shown, never a key.
    package var username: String?
    /// The profile's name, which the person chose; nil when blank.
    package var name: String?

    package init(
        phone: String? = nil, bsuid: String? = nil, parentBsuid: String? = nil, username: String? = nil,
        name: String? = nil
    ) {
        self.phone = phone
        self.bsuid = bsuid
        self.parentBsuid = parentBsuid
        self.username = username
        self.name = name
    }

    /// Whether there is anything to know the person by.
    package var isIdentified: Bool { phone != nil || bsuid != nil || parentBsuid != nil }
}

extension WhatsAppContact {
    /// Phone digits, from `5511…`, `+55 11 …` or a number; nil for anything that is not 5 to 20 digits.
    static func phone(_ value: JSONValue?) -> String? {
        guard let text = value?.identifier else { return nil }
        var digits = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "+"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "."):
                continue
            default: return nil
            }
        }
        return (5...20).contains(digits.utf8.count) ? digits : nil
    }

    /// A business-scoped user id; nil for blank text and for anything that is not text.
    static func userID(_ value: JSONValue?) -> String? { value?.string.flatMap(nonBlank) }

    /// Whether a text has the form of a business-scoped user id: ISO country, dot, letters and digits.
    static func hasUserIDForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 3, bytes[2] == UInt8(ascii: "."), bytes[..<2].allSatisfy({ (65...90).contains($0) }) else {
            return false
        }
        return bytes[3...].allSatisfy { $0 == 46 || (48...57).contains($0) || (65...90).contains($0 & 0xDF) }
    }

    /// A user as messages name them: a phone, or (seen in the wild) a user id in the phone's place.
    init(phoneOrUserID value: JSONValue?, userID: JSONValue?, parentUserID: JSONValue?) {
        self.init(
            phone: WhatsAppContact.phone(value), bsuid: WhatsAppContact.userID(userID),
            parentBsuid: WhatsAppContact.userID(parentUserID))
        if phone == nil, bsuid == nil, let text = value?.string, WhatsAppContact.hasUserIDForm(text) { bsuid = text }
    }

    /// One element of a webhook's `contacts`.
    init(card: JSONValue) {
        self.init(phoneOrUserID: card["wa_id"], userID: card["user_id"], parentUserID: card["parent_user_id"])
        let profile = card["profile"]
        name = profile?["name"]?.string.flatMap(nonBlank)
        username = (profile?["username"] ?? card["username"])?.string
            .map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }.flatMap(nonBlank)
    }
}

/// The text without white space at its ends; nil when nothing is left.
func nonBlank(_ text: String) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    // Nearly all texts begin and end with a visible ASCII character, which needs no look into Unicode's tables.
    if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return text }
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest.isEmpty ? nil : String(rest)
}
