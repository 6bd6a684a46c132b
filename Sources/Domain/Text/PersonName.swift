/// A name as a creditor's system holds it, and as a person would write it.
package struct PersonName: Hashable, Codable, Sendable {
    /// As received, runs of white space to one space.
    package let raw: String

    package init(_ raw: String) {
        self.raw = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `MARIA DA SILVA` as `Maria da Silva`. Words in which somebody already mixed capitals stay as they are.
    package var display: String {
        raw.split(separator: " ").enumerated()
            .map { PersonName.titleCased(String($0.element), isFirst: $0.offset == 0) }
            .joined(separator: " ")
    }

    /// The first name, to address people by: `Maria`. Forms of address before it (`Dr.`, `Sra.`) do not count.
    ///
    /// For a company it is the first word of its name, which is rarely what one wants: ask `TaxDocument.isCompany`.
    package var first: String {
        let words = raw.split(separator: " ").map(String.init)
        let name =
            words.first { !PersonName.honorifics.contains(Domain.folded($0.filter { $0 != "." })) } ?? words.first
        return name.map { PersonName.titleCased($0, isFirst: true) } ?? ""
    }

    /// Lower case without accents, for comparison: `maria da silva`.
    package var folded: String { Domain.folded(raw) }

    private static let honorifics: Set<String> = ["sr", "sra", "srta", "dr", "dra", "prof", "profa", "dona", "seu"]

    private static let particles: Set<String> = [
        "da", "das", "de", "del", "della", "di", "do", "dos", "du", "e", "la", "van", "von", "y",
    ]

    /// Words that stay in capitals.
    private static let acronyms: Set<String> = ["S/A", "S.A.", "SA", "ME", "EPP", "EIRELI", "MEI", "S/S"]

    private static let romanNumerals: Set<String> = ["II", "III", "IV", "VI", "VII", "VIII", "IX"]

    private static func titleCased(_ word: String, isFirst: Bool) -> String {
        let upper = word.uppercased()
        let lower = word.lowercased()
        guard word == upper || word == lower else { return word }
        if !isFirst {
            if particles.contains(lower) { return lower }
            if acronyms.contains(upper) || romanNumerals.contains(upper) { return upper }
        }
        return capitalised(lower)
    }

    /// A capital at the start and after each hyphen, apostrophe, slash and full stop: `d'ávila` as `D'Ávila`.
    private static func capitalised(_ word: String) -> String {
        var result = ""
        var startsPart = true
        for character in word {
            result += startsPart ? character.uppercased() : String(character)
            startsPart = "-'’/.&".contains(character)
        }
        return result
    }
}
