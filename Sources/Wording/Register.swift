/// How a creditor speaks with a debtor, in Portuguese: what is said is the same, and so is what may be said.
package enum Register: String, CaseIterable, Codable, Hashable, Sendable {
    /// As the texts of the product stand: warm and plain.
    case usual
    /// Without diminutives, interjections and exclamation marks.
    case formal
    /// As among people who know each other.
    case close
    /// As few words as the meaning takes.
    case short

    /// A usual text as the register says it, where it has no words of its own for it.
    func adapted(_ text: String) -> String {
        guard self == .formal else { return text }
        return String(text.map { $0 == "!" ? "." : $0 })
    }

    /// The texts in which the register differs from the usual ones.
    var texts: [PhraseKey: [String]] {
        switch self {
        case .usual: [:]
        case .formal: RegisterTexts.formal
        case .close: RegisterTexts.close
        case .short: RegisterTexts.short
        }
    }
}

/// Which register a debtor is spoken to in: the one of their profile, else the creditor's.
package struct RegisterChoice: Codable, Hashable, Sendable {
    package let usual: Register
    /// By the name of the profile (a segment of the portfolio, or what the person asked for).
    package let byProfile: [String: Register]

    package init(usual: Register = .usual, byProfile: [String: Register] = [:]) {
        self.usual = usual
        self.byProfile = byProfile
    }

    package func register(for profile: String?) -> Register { profile.flatMap { byProfile[$0] } ?? usual }
}
