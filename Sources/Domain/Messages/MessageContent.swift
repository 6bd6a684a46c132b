/// What Quita says in one message, before a channel gives it its own form.
///
/// Limits of the platform (a button's 20 characters) are checked by the channel that sends it.
package enum MessageContent: Hashable, Codable, Sendable {
    case text(String)
    /// Up to three tappable answers under a text.
    case buttons(body: String, footer: String?, buttons: [MessageOption])
    /// A text and one button that opens a list of options.
    case list(body: String, footer: String?, button: String, rows: [MessageOption])
    case image(MediaReference, caption: String?)
    case document(MediaReference, filename: String, caption: String?)
    case audio(MediaReference)
    /// A text approved beforehand by the platform, the only kind allowed outside the 24-hour window.
    case template(TemplateMessage)
}

/// A tappable answer. `id` comes back when it is tapped and is what the program decides by; it carries no authority.
package struct MessageOption: Hashable, Codable, Sendable {
    package let id: String
    package let title: String
    /// Second line, in lists only.
    package let detail: String?

    package init(id: String, title: String, detail: String? = nil) {
        self.id = id
        self.title = title
        self.detail = detail
    }
}

/// A file kept in the store by the SHA-256 of its bytes (lower-case hex).
package struct MediaReference: Hashable, Codable, Sendable {
    package let sha256: String
    package let mimeType: String

    package init(sha256: String, mimeType: String) {
        self.sha256 = sha256
        self.mimeType = mimeType
    }
}

/// An approved template, with its values. `renderedText` is what the person reads, kept for the history.
package struct TemplateMessage: Hashable, Codable, Sendable {
    package let name: String
    /// As approved: `pt_BR`.
    package let language: String
    /// Named parameters of the body, in the order of their first use.
    package let parameters: [TemplateParameter]
    /// Payloads of the quick-reply buttons, in order.
    package let quickReplies: [MessageOption]
    package let renderedText: String

    package init(
        name: String, language: String, parameters: [TemplateParameter], quickReplies: [MessageOption],
        renderedText: String
    ) {
        self.name = name
        self.language = language
        self.parameters = parameters
        self.quickReplies = quickReplies
        self.renderedText = renderedText
    }
}

package struct TemplateParameter: Hashable, Codable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension MessageContent {
    /// What the person reads: shown in histories, searched, compared to avoid saying the same thing twice.
    package var text: String {
        switch self {
        case .text(let body), .buttons(let body, _, _), .list(let body, _, _, _): body
        case .image(_, let caption): caption ?? ""
        case .document(_, let filename, let caption): caption ?? filename
        case .audio: ""
        case .template(let template): template.renderedText
        }
    }

    /// A short word for the kind, as shown in transcripts and stored in rows.
    package var kind: String {
        switch self {
        case .text: "text"
        case .buttons: "buttons"
        case .list: "list"
        case .image: "image"
        case .document: "document"
        case .audio: "audio"
        case .template: "template"
        }
    }
}
