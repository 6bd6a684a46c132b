/// The languages in which the console speaks.
package enum DisplayLanguage: String, CaseIterable, Sendable {
    case portuguese = "pt-BR"
}

/// Something that the console says, keyed by its meaning: `Phrase.dashboardTitle`, `Phrase.casesFound(12)`.
///
/// The phrases stand in `Catalogue/`, one file per page, with their texts side by side. Adding a language adds a
/// parameter to the initializer, and the compiler then asks for each text that is missing.
package struct Phrase: Hashable, Sendable {
    /// The text in Portuguese, for the catalogue to build longer ones of.
    let portuguese: String

    init(_ portuguese: String) { self.portuguese = portuguese }

    package func text(in language: DisplayLanguage) -> String {
        switch language {
        case .portuguese: portuguese
        }
    }

    /// Words that somebody wrote (a template's name, a person's note), the same in every language.
    package static func verbatim(_ text: String) -> Phrase { Phrase(text) }
}
