/// A message template as the platform holds it after review.
package struct SimulatedTemplate: Hashable, Sendable {
    /// What it is billed and limited as.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case utility = "UTILITY"
        case marketing = "MARKETING"
        case authentication = "AUTHENTICATION"

        /// As written in a status's `pricing.category`.
        var pricingCategory: String { rawValue.lowercased() }
    }

    /// Its standing after review; only an approved one can be sent.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case approved = "APPROVED"
        case pending = "PENDING"
        case rejected = "REJECTED"
        case paused = "PAUSED"
        case disabled = "DISABLED"
        case inAppeal = "IN_APPEAL"
        case pendingDeletion = "PENDING_DELETION"
        case archived = "ARCHIVED"
        case locked = "LOCKED"
    }

    /// What stands above the body; all but a text are given with each send.
    package enum Header: Hashable, Sendable {
        case text(String)
        case image, video, document, location

        var format: String {
            switch self {
            case .text: "TEXT"
            case .image: "IMAGE"
            case .video: "VIDEO"
            case .document: "DOCUMENT"
            case .location: "LOCATION"
            }
        }
    }

    /// A button under the text.
    package struct Button: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case quickReply
            /// The address may end in `{{1}}`.
            case url(String)
            case phoneNumber(String)
            case copyCode
            case flow
            case orderDetails
            case paymentRequest
            case requestContactInfo
        }

        package let kind: Kind
        package let text: String

        package init(_ kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// Digits; assigned by the simulator when empty.
    package var id: String
    package var name: String
    /// As approved: `pt_BR`.
    package var language: String
    package var category: Category
    package var status: Status
    package var header: Header?
    package var body: String
    package var footer: String?
    package var buttons: [Button]

    package init(
        id: String = "", name: String, language: String = "pt_BR", category: Category = .utility,
        status: Status = .approved, header: Header? = nil, body: String, footer: String? = nil, buttons: [Button]
    ) {
        self.id = id
        self.name = name
        self.language = language
        self.category = category
        self.status = status
        self.header = header
        self.body = body
        self.footer = footer
        self.buttons = buttons
    }

    /// The usual kind: a text with named parameters (`{{nome}}`) and quick replies.
    package init(
        name: String, language: String = "pt_BR", category: Category = .utility, status: Status = .approved,
        body: String, footer: String? = nil, quickReplies: [String] = []
    ) {
        self.init(
            name: name, language: language, category: category, status: status, body: body, footer: footer,
            buttons: quickReplies.map { Button(.quickReply, text: $0) })
    }

    /// The body's variables in the order of their first use.
    package var variables: [String] { TemplateText.variables(in: body) }

    /// Named parameters are sent with their names in any order; positional ones (`{{1}}`) in order, without.
    package var isNamed: Bool { variables.contains { Int($0) == nil } }
}

/// Variables in the texts of templates: `{{nome}}` or `{{1}}`.
enum TemplateText {
    static func variables(in text: String) -> [String] {
        var names: [String] = []
        for piece in pieces(of: text) {
            if case .variable(let name) = piece, !names.contains(name) { names.append(name) }
        }
        return names
    }

    static func render(_ text: String, values: [String: String]) -> String {
        pieces(of: text).reduce(into: "") { rendered, piece in
            switch piece {
            case .words(let words): rendered += words
            case .variable(let name): rendered += values[name] ?? "{{\(name)}}"
            }
        }
    }

    private enum Piece {
        case words(String)
        case variable(String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            pieces.append(.words(String(rest[..<open.lowerBound])))
            let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }
            pieces.append(.variable(String(name)))
            rest = rest[close.upperBound...]
        }
        pieces.append(.words(String(rest)))
        return pieces
    }
}
