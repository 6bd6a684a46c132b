/// A piece of a page, as a tree.
///
/// Escaping is a matter of type: whatever is text is escaped when it is written, and the only way past it is
/// ``constant(_:)``, which takes nothing but a literal of our own sources. Names of elements and attributes are literals
/// too, addresses are ``Address`` values, and there is no way to write an event handler or a style attribute.
package indirect enum HTML: Sendable {
    case text(String)
    /// A text of the catalogue, said in the language of the page when it is written.
    case phrase(Phrase)
    /// Markup of ours, written as it stands.
    case constant(StaticString)
    case element(StaticString, [Attribute], [HTML])
    case group([HTML])

    package static let empty = HTML.group([])
}

/// One attribute of an element. A value is always escaped.
package struct Attribute: Sendable {
    enum Value: Sendable {
        /// A boolean attribute, such as `disabled`.
        case present
        case text(String)
        case phrase(Phrase)
    }

    let name: StaticString
    let value: Value
}

/// Builds the children of an element out of texts, phrases, elements, conditions and loops.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ html: HTML) -> HTML { html }
    static func buildExpression(_ text: String) -> HTML { .text(text) }
    static func buildExpression(_ phrase: Phrase) -> HTML { .phrase(phrase) }
    static func buildExpression(_ phrase: Phrase?) -> HTML { phrase.map(HTML.phrase) ?? .empty }
    static func buildBlock(_ parts: HTML...) -> HTML { parts.count == 1 ? parts[0] : .group(parts) }
    static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    static func buildEither(first part: HTML) -> HTML { part }
    static func buildEither(second part: HTML) -> HTML { part }
    static func buildArray(_ parts: [HTML]) -> HTML { .group(parts) }
}

extension HTML {
    /// The children of an element; groups dissolve.
    var flattened: [HTML] {
        switch self {
        case .group(let parts): parts.flatMap(\.flattened)
        case .text, .phrase, .constant, .element: [self]
        }
    }

    init(@HTMLBuilder _ content: () -> HTML) { self = content() }
}
