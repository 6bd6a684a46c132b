/// A person with a phone, as the platform knows them.
package struct PhoneUser: Hashable, Sendable {
    /// Digits with country code, in the number's present form: `5531900000001`.
    package var phone: String
    /// The digits under which WhatsApp knows the account; old Brazilian accounts lack the ninth digit.
    package var waID: String
    /// The name that the person gave themselves.
    package var profileName: String
    /// A person with a username hides the number from businesses that have not had to do with it for 30 days.
    package var username: String?
    /// False: the number has no WhatsApp (131026).
    package var isOnWhatsApp: Bool
    /// True: only the form in `waID` reaches the account, the other form fails with 131026.
    package var reachedOnlyByWaID: Bool
    package var sendsReadReceipts: Bool
    /// Blocked us: messages fail with 131026, as the platform does not tell.
    package var hasBlockedBusiness: Bool
    /// Stopped marketing in the app: marketing templates fail with 131050.
    package var hasStoppedMarketing: Bool

    package init(
        phone: String, waID: String? = nil, profileName: String, username: String? = nil, isOnWhatsApp: Bool = true,
        reachedOnlyByWaID: Bool = false, sendsReadReceipts: Bool = true, hasBlockedBusiness: Bool = false,
        hasStoppedMarketing: Bool = false
    ) {
        self.phone = phone
        self.waID = waID ?? phone
        self.profileName = profileName
        self.username = username
        self.isOnWhatsApp = isOnWhatsApp
        self.reachedOnlyByWaID = reachedOnlyByWaID
        self.sendsReadReceipts = sendsReadReceipts
        self.hasBlockedBusiness = hasBlockedBusiness
        self.hasStoppedMarketing = hasStoppedMarketing
    }
}

/// The forms of a number, and the one key that they share.
enum PhoneDigits {
    /// Keeps the digits; nil when anything stands there that a number may not contain.
    static func strip(_ text: some StringProtocol) -> (digits: String, hasPlus: Bool)? {
        var digits = ""
        var hasPlus = false
        for character in text.unicodeScalars {
            switch character {
            case "0"..."9": digits.unicodeScalars.append(character)
            case "+" where digits.isEmpty && !hasPlus: hasPlus = true
            case " ", "-", "(", ")", ".": continue
            default: return nil
            }
        }
        return digits.isEmpty ? nil : (digits, hasPlus)
    }

    /// The same for both forms of a Brazilian mobile number: 55, area code, last eight digits. Other numbers are their
    /// own key.
    static func key(_ digits: String) -> String {
        let bytes = Array(digits.utf8)
        guard digits.hasPrefix("55"), bytes.count == 13, bytes[4] == UInt8(ascii: "9") else { return digits }
        return String(decoding: bytes[0..<4] + bytes[5...], as: UTF8.self)
    }
}
