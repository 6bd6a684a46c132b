import Domain

/// Whether a warmer reply says what the plain one says, and nothing else.
package struct RephrasingCheck: Hashable, Sendable {
    package enum Objection: String, Hashable, Sendable, CaseIterable {
        case empty
        /// A figure, a link, a code or a name was changed, dropped, moved or added.
        case factsDiffer
        /// A word that commits (discount, installment, not, until, ten…) was changed, dropped, moved or added.
        case sensesDiffer
        /// A word with a capital that the plain reply does not have: somebody's or something's name.
        case newName
        case tooLong, tooShort
        case otherLanguage
        /// One question at a time: the plain reply's.
        case newQuestion
        /// Marks of a markup, of a placeholder, invisible characters.
        case strangeCharacters
        /// The house's style check blocks it.
        case style
    }

    package let objections: Set<Objection>
    package var isAccepted: Bool { objections.isEmpty }

    /// - Parameters:
    ///   - names: of people, creditors and products in the plain reply.
    ///   - passesStyle: the style check of `Wording`: false where it blocks.
    package init(plain: String, warm: String, names: [String], passesStyle: (String) -> Bool) {
        var found: Set<Objection> = []
        guard warm.contains(where: \.isLetter) else {
            objections = [.empty]
            return
        }
        let (before, after) = (ReplyFacts(plain, names: names), ReplyFacts(warm, names: names))
        if before.facts != after.facts { found.insert(.factsDiffer) }
        if RephrasingCheck.skeleton(before) != RephrasingCheck.skeleton(after) { found.insert(.sensesDiffer) }
        if RephrasingCheck.hasNewName(plain, warm) { found.insert(.newName) }
        // In tenths: no more than 1.3 times as long, no less than half.
        if warm.count * 10 > plain.count * 13 { found.insert(.tooLong) }
        if warm.count * 2 < plain.count { found.insert(.tooShort) }
        let expected = ReplyWords.languages(of: RephrasingCheck.words(plain))
        let written = ReplyWords.languages(of: RephrasingCheck.words(warm))
        if !expected.isEmpty, expected.isDisjoint(with: written) { found.insert(.otherLanguage) }
        if warm.count(where: { $0 == "?" }) > plain.count(where: { $0 == "?" }) { found.insert(.newQuestion) }
        if !RephrasingCheck.isOrdinary(warm, as: plain) { found.insert(.strangeCharacters) }
        if !passesStyle(warm) { found.insert(.style) }
        objections = found
    }

    private static func words(_ text: String) -> [String] {
        folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Facts and words that commit, in their order: `total`, fact, `parcel`, fact.
    private static func skeleton(_ reply: ReplyFacts) -> [String] {
        var bones: [String] = []
        for piece in reply.pieces {
            switch piece {
            case .fact: bones.append("#")
            case .text(let text):
                var plain = words(text).joined(separator: " ")
                for greeting in ReplyWords.greetings { plain = plain.replacing(greeting, with: "") }
                bones += plain.split(separator: " ").compactMap { ReplyWords.sense(of: String($0)) }
            }
        }
        return bones
    }

    /// A capital in the middle of a sentence, in a word that the plain reply does not have.
    private static func hasNewName(_ plain: String, _ warm: String) -> Bool {
        let known = Set(words(plain))
        var isStart = true
        for word in warm.split(whereSeparator: \.isWhitespace) {
            let core = word.drop { !$0.isLetter && !$0.isNumber }
            if let first = core.first, first.isUppercase, !isStart {
                let letters = folded(core.filter { $0.isLetter || $0.isNumber })
                if !known.contains(letters) { return true }
            }
            if !core.isEmpty { isStart = word.last.map { ".!?:…".contains($0) } ?? false }
            if word.contains(where: { $0.unicodeScalars.contains { $0.properties.isEmojiPresentation } }) {
                isStart = true
            }
        }
        return false
    }

    /// No markup, no placeholders, nothing invisible, no letters of another script, no more lines and emoji than a message
    /// bears.
    private static func isOrdinary(_ warm: String, as plain: String) -> Bool {
        let marks = ["[[", "]]", "{", "}", "<", ">", "```", "**", "##", "\\"]
        if marks.contains(where: { warm.contains($0) && !plain.contains($0) }) { return false }
        let known = Set(plain.unicodeScalars)
        var emoji = 0
        for scalar in warm.unicodeScalars where !known.contains(scalar) {
            switch scalar.value {
            case 0x0A: continue
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF,
                0xE0000...0xE0FFF:
                return false
            case 0x250...0x1FFF: return false  // letters of other scripts and of phonetics
            default:
                if scalar.properties.isEmojiPresentation { emoji += 1 }
                if scalar.value >= 0x3000, scalar.properties.isAlphabetic { return false }
            }
        }
        let lines = { (text: String) in text.count { $0 == "\n" } }
        return emoji <= 1 && lines(warm) <= lines(plain) + 1
    }
}
