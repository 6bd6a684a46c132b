import Domain

/// The house's manner: what the law does not forbid, and a kind collector does not write. All of it hints, but links that
/// lead elsewhere.
enum StyleManner {
    static let exclamationsMax = 2
    static let emojiMax = 1
    /// A text of fewer words is too short to be measured.
    static let measuredWordsMin = 8

    static func findings(
        _ plain: String, _ text: String, standsAlone: Bool, domains: [String]?, tongue: Tongue
    ) -> [StyleFinding] {
        func hint(_ kind: StyleFinding.Kind, _ excerpt: String, _ advice: String? = nil) -> StyleFinding {
            StyleFinding(kind: kind, severity: .hint, excerpt: excerpt, advice: advice)
        }
        var found: [StyleFinding] = []
        found += StyleWords.guilt.filter { plain.contains(" \($0)") }.map { hint(.guilt, $0) }
        found += StyleWords.urgency.filter { plain.contains(" \($0) ") }.map { hint(.urgency, $0) }
        found += StyleWords.jargon.filter { plain.contains(" \($0.word)") }.map { hint(.jargon, $0.word, $0.plain) }
        let marks = text.count { $0 == "!" }
        if text.contains("!!") || marks > exclamationsMax {
            found.append(hint(.exclamations, String(repeating: "!", count: marks)))
        }
        let questions = text.count { $0 == "?" }
        if questions > 1 { found.append(hint(.manyQuestions, "\(questions) ?")) }
        found += address(plain).map { hint(.address, $0, "o primeiro nome e você") }
        found += emoji(text).map { hint(.emoji, $0) }
        found += links(text, domains)
        let readability = Readability(text)
        if tongue == .portuguese, readability.words >= measuredWordsMin, readability.score < Readability.scoreMin {
            found.append(hint(.hardToRead, "\(Int(readability.score.rounded(.down)))"))
        }
        if standsAlone, questions == 0, !StyleWords.steps.contains(where: { plain.contains(" \($0)") }) {
            found.append(hint(.noNextStep, String(text.suffix(40))))
        }
        return found
    }

    /// A form letter's address, or "você" and "senhor" of the same person.
    private static func address(_ plain: String) -> [String] {
        var found = StyleWords.coldAddress.filter { plain.contains(" \($0) ") }
        let isFormal = [" senhor ", " senhora ", " sr ", " sra "].contains(where: plain.contains)
        let isPlain = [" voce ", " voces ", " vc "].contains(where: plain.contains)
        let isIntimate = [" tu ", " teu ", " tua ", " teus ", " tuas ", " ti "].contains(where: plain.contains)
        if [isFormal, isPlain, isIntimate].count(where: { $0 }) > 1, !plain.contains(" tu numero") {
            found.append("você + " + (isFormal ? "senhor" : "tu"))
        }
        return found
    }

    private static func emoji(_ text: String) -> [String] {
        let signs = text.filter { character in
            character.unicodeScalars.contains {
                $0.properties.isEmojiPresentation || $0.value == 0x26A0 || $0.value == 0x203C
            }
        }
        let alarms = signs.filter(StyleWords.alarmSigns.contains)
        return alarms.isEmpty ? (signs.count > emojiMax ? [signs] : []) : [String(alarms)]
    }

    private static func links(_ text: String, _ domains: [String]?) -> [StyleFinding] {
        let links = text.split(whereSeparator: \.isWhitespace).filter {
            $0.hasPrefix("http://") || $0.hasPrefix("https://") || $0.hasPrefix("www.")
        }
        var found: [StyleFinding] = []
        if links.count > 1 {
            found.append(StyleFinding(kind: .link, severity: .hint, excerpt: "\(links.count)"))
        }
        guard let domains else { return found }
        for link in links {
            var host = link.lowercased()
            for prefix in ["https://", "http://", "www."] where host.hasPrefix(prefix) {
                host.removeFirst(prefix.count)
            }
            host = String(host.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
            while host.last == "." { host.removeLast() }
            if !domains.contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
                found.append(StyleFinding(kind: .link, severity: .block, excerpt: host))
            }
        }
        return found
    }
}
