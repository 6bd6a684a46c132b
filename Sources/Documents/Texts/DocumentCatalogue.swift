/// Every text that stands on a document, by language and meaning.
struct DocumentCatalogue: Sendable {
    let language: DocumentLanguage

    /// The text of a meaning, its places filled. A language that lacks a meaning uses Portuguese.
    func text(_ key: DocumentText, _ values: [String: String] = [:]) -> String {
        Self.filled(Self.texts[language]?[key] ?? Self.texts[.portuguese]?[key] ?? "", values)
    }

    /// One of two texts, as the noun agrees with the number; the place `{count}` is the number.
    func text(_ one: DocumentText, _ other: DocumentText, count: Int, _ values: [String: String] = [:]) -> String {
        var values = values
        values["count"] = DocumentFormat(language: language).number(count)
        return text(count == 1 ? one : other, values)
    }

    static let texts: [DocumentLanguage: [DocumentText: String]] = [
        .portuguese: BrazilianDocumentTexts.all, .spanish: SpanishDocumentTexts.all, .english: EnglishDocumentTexts.all,
    ]

    static func places(in text: String) -> Set<String> { Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) }) }

    /// One pass, so that a value with braces in it is not filled itself.
    private static func filled(_ text: String, _ values: [String: String]) -> String {
        text.replacing(/\{(\w+)\}/) { values[String($0.1)] ?? "" }
    }
}
