import Console
import HTTPTypes

/// Why a page cannot be shown or a form was not done, in a form that the visitor may see.
struct PageError: Error {
    let kind: ErrorPage.Kind
    /// What a script shows beside its form; else the kind's own words.
    let text: Phrase?

    init(_ kind: ErrorPage.Kind, _ text: Phrase? = nil) {
        self.kind = kind
        self.text = text
    }

    static let notFound = PageError(.notFound)
}
