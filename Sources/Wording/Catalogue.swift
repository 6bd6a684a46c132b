package import Domain

/// Every text that Quita says, by language and meaning, with a creditor's own texts in front.
package struct Catalogue: Sendable {
    private let texts: [Tongue: [PhraseKey: [String]]]
    private let own: [PhraseKey: [String]]
    private let register: Register

    /// The texts of the product.
    package static let standard = Catalogue(own: [:])

    private init(own: [PhraseKey: [String]], register: Register = .usual) {
        self.register = register
        // A creditor's own words are in the register that the creditor wants.
        self.own = register.texts.merging(own) { _, own in own }
        texts = [
            .portuguese: BrazilianTexts.all,
            .spanish: SpanishTexts.all,
            .english: EnglishTexts.all,
        ]
    }

    /// The texts of the product with a creditor's own for some meanings, in Portuguese: one or more variants by key.
    ///
    /// Refuses unknown keys, places that the meaning does not have, and what the style check blocks.
    package init(overrides: [String: [String]], register: Register = .usual) throws(InvalidTexts) {
        var own: [PhraseKey: [String]] = [:]
        var problems: [InvalidTexts.Problem] = []
        for name in overrides.keys.sorted() {
            guard let key = PhraseKey(rawValue: name) else {
                problems.append(InvalidTexts.Problem(key: name, kind: .unknownKey, detail: nil))
                continue
            }
            let variants = overrides[name] ?? []
            if variants.isEmpty { problems.append(InvalidTexts.Problem(key: name, kind: .empty, detail: nil)) }
            let known = Catalogue.places(of: key)
            for text in variants {
                for place in Template.places(in: text) where !known.contains(place) {
                    problems.append(InvalidTexts.Problem(key: name, kind: .unknownPlace, detail: place))
                }
                for finding in StyleCheck.findings(in: text, neutral: key.isNeutral) where finding.severity == .block {
                    problems.append(InvalidTexts.Problem(key: name, kind: .style, detail: finding.excerpt))
                }
            }
            own[key] = variants
        }
        if !problems.isEmpty { throw InvalidTexts(problems: problems) }
        self.init(own: own, register: register)
    }

    /// The texts of the product in a register.
    package init(register: Register) { self.init(own: [:], register: register) }

    /// The variants of a meaning: the creditor's own first, then the product's. A language that lacks a meaning uses
    /// Portuguese.
    package func variants(_ key: PhraseKey, in tongue: Tongue) -> [String] {
        let standard = texts[tongue]?[key] ?? texts[.portuguese]?[key] ?? []
        guard tongue == .portuguese else { return standard }
        return (own[key] ?? []) + (register == .usual ? standard : standard.map(register.adapted))
    }

    /// How many of the variants are preferred: a creditor's own are used up before the product's are.
    package func preferredCount(_ key: PhraseKey, in tongue: Tongue) -> Int {
        guard tongue == .portuguese, let own = own[key] else { return variants(key, in: tongue).count }
        return own.count
    }

    package func has(_ key: PhraseKey, in tongue: Tongue) -> Bool { texts[tongue]?[key] != nil }

    /// The places that a meaning's Portuguese texts use: those that a creditor's own text may use.
    package static func places(of key: PhraseKey) -> Set<String> {
        let used = Set((BrazilianTexts.all[key] ?? []).flatMap(Template.places))
        // With its article or without: both are filled.
        return used.contains("of_creditor") ? used.union(["creditor"]) : used
    }

    /// Every way of saying something, the creditor's own first; made one by one, as they are asked for.
    package func renderings(
        _ phrase: some Wordable, in tongue: Tongue, today: CalendarDay
    ) -> LazyMapCollection<[String], String> {
        let values = phrase.values(Phrasing(tongue: tongue, today: today))
        return variants(phrase.key, in: tongue).lazy.map { Template.fill($0, values) }
    }

    package func label(_ label: ButtonLabel, in tongue: Tongue) -> String { label.title(in: tongue) }
}

/// Why a creditor's own texts cannot be used: all problems at once.
package struct InvalidTexts: Error, Hashable {
    package struct Problem: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable { case unknownKey, unknownPlace, empty, style }

        package let key: String
        package let kind: Kind
        package let detail: String?
    }

    package let problems: [Problem]
}

/// A text with places: `Falo com {name}?`.
enum Template {
    static func places(in text: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            found.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    /// One pass, so that a value that contains braces is never filled itself. An unknown place becomes nothing.
    static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return withoutIdleBlanks(result + rest)
    }

    /// Without blanks at the ends of lines, or two in a row, which an empty value can leave behind, and without empty
    /// lines at the ends.
    private static func withoutIdleBlanks(_ text: String) -> String {
        let blank = UInt8(ascii: " ")
        let lineEnd = UInt8(ascii: "\n")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            let previous = bytes.last ?? lineEnd
            if byte == blank, previous == blank || previous == lineEnd { continue }
            if byte == lineEnd {
                if bytes.last == blank { bytes.removeLast() }
                if bytes.isEmpty { continue }
            }
            bytes.append(byte)
        }
        while let last = bytes.last, last == blank || last == lineEnd { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
