/// The bare document: head, files, body.
enum Document {
    private static let html = Tag("html")
    private static let head = Tag("head")
    private static let body = Tag("body")
    private static let title = Tag("title")
    private static let script = Tag("script")

    /// What the head names before our own files.
    private static let preamble: StaticString = """
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">\
        <meta name="referrer" content="same-origin">
        """

    static func document(
        title text: Phrase, language: DisplayLanguage, bodyClass: String, data: [Attribute] = [],
        styles: [Address] = [],
        scripts: [Address] = [AssetFile.consoleScript.address], @HTMLBuilder content: () -> HTML
    ) -> HTML {
        .group([
            .constant("<!doctype html>\n"),
            html(.lang(language.rawValue)) {
                head {
                    HTML.constant(preamble)
                    title { Phrase.pageTitle(text.text(in: language)) }
                    link("icon", AssetFile.icon.address)
                    link("stylesheet", VendorFile.bootstrap.address)
                    link("stylesheet", AssetFile.stylesheet.address)
                    for address in styles { link("stylesheet", address) }
                    for address in scripts { script(.src(address), .deferred) }
                }
                HTML.element("body", [.class(bodyClass)] + data, content().flattened)
            },
        ])
    }

    private static func link(_ relation: StaticString, _ address: Address) -> HTML {
        .element("link", [.relation(relation), .href(address)], [])
    }
}
