extension ErrorPage {
    package var title: Phrase { .errorTitle(kind) }
    package var railSection: Section? { nil }

    package func content(in frame: Frame) -> HTML { message }

    /// For visitors who are not signed in: the same words without the frame.
    package func bareDocument(language: DisplayLanguage = .portuguese) -> String {
        Document.document(
            title: title, language: language,
            bodyClass: "d-flex flex-wrap gap-4 justify-content-center align-content-center min-vh-100 p-3"
        ) {
            Layout.skipLink
            main(.id("conteudo"), .tabindex(-1), .class("sign-in")) {
                p(.class("brand d-flex gap-2")) {
                    Icon.mark.html
                    span { Phrase.productName }
                }
                message
            }
        }.markup(in: language)
    }

    private var message: HTML {
        section(.class("error-page")) {
            p(.class("quiet num")) { String(kind.statusCode) }
            h1 { title }
            p { Phrase.errorRemedy(kind) }
            if let incident { p(.class("quiet")) { Phrase.incident(incident) } }
            p { a(.class("btn btn-primary"), .href(.home)) { Phrase.goToDashboard } }
        }
    }
}
