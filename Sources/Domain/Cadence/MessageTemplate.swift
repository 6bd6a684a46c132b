/// A text that the platform approves beforehand, with its variables and quick replies.
package struct MessageTemplate: Hashable, Codable, Sendable {
    package enum Category: String, CaseIterable, Codable, Sendable {
        case utility, marketing
    }

    package let name: String
    /// As the platform writes it: `pt_BR`.
    package let language: String
    package let category: Category
    /// With variables as `{{nome}}`.
    package let body: String
    package let footer: String?
    /// Quick replies, in order; at most three.
    package let buttons: [MessageOption]
    /// It names the debt or something that gives it away: only for persons who have proved who they are.
    package let discloses: Bool

    package init(
        name: String, language: String = "pt_BR", category: Category = .utility, body: String, footer: String? = nil,
        buttons: [MessageOption] = [], discloses: Bool
    ) {
        self.name = name
        self.language = language
        self.category = category
        self.body = body
        self.footer = footer
        self.buttons = buttons
        self.discloses = discloses
    }

    /// The platform's limit of a body after its variables are filled in, in characters.
    package static let bodyLengthMax = 1024

    /// The variables of the body, in the order of their first use; unknown names are left out (the loader refuses
    /// them).
    package var variables: [TemplateVariable] {
        var found: [TemplateVariable] = []
        for case .variable(let name) in TemplateSegment.segments(of: body) {
            if let variable = TemplateVariable(rawValue: name), !found.contains(variable) { found.append(variable) }
        }
        return found
    }

    /// The message with its values. White space in a value becomes single spaces, as the platform demands.
    package func message(_ values: [TemplateVariable: String]) throws(TemplateValueError) -> TemplateMessage {
        var text = ""
        var used: [TemplateParameter] = []
        for segment in TemplateSegment.segments(of: body) {
            switch segment {
            case .text(let words): text += words
            case .variable(let name):
                guard let variable = TemplateVariable(rawValue: name) else { throw .unknownVariable(name) }
                guard let given = values[variable] else { throw .missingValue(variable) }
                let value = given.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                guard !value.isEmpty else { throw .missingValue(variable) }
                text += value
                if !used.contains(where: { $0.name == name }) {
                    used.append(TemplateParameter(name: name, value: value))
                }
            }
        }
        guard text.count <= MessageTemplate.bodyLengthMax else { throw .tooLong(length: text.count) }
        return TemplateMessage(
            name: name, language: language, parameters: used, quickReplies: buttons, renderedText: text)
    }
}

package enum TemplateValueError: Error, Hashable, Sendable {
    case unknownVariable(String)
    case missingValue(TemplateVariable)
    case tooLong(length: Int)
}

/// What a template may name.
package enum TemplateVariable: String, CaseIterable, Codable, Sendable {
    /// First name.
    case nome
    /// The creditor's trade name.
    case credor
    case produto
    /// The last digits of the contract.
    case contratoFinal = "contrato_final"
    case valor
    case vencimento
    case diasAtraso = "dias_atraso"

    /// Whether its value tells that something is owed.
    package var discloses: Bool { self != .nome && self != .credor }

    /// What the platform is shown as an example when it approves the template.
    package var example: String {
        switch self {
        case .nome: "Ana"
        case .credor: "Loja Aurora"
        case .produto: "crediário"
        case .contratoFinal: "8841"
        case .valor: "R$ 320,00"
        case .vencimento: "10/11/2026"
        case .diasAtraso: "12"
        }
    }
}

/// A piece of a body: words, or a variable's name.
package enum TemplateSegment: Hashable, Sendable {
    case text(String)
    case variable(String)

    /// Cuts a body at its `{{name}}`. An opening without a closing is text.
    package static func segments(of body: String) -> [TemplateSegment] {
        var segments: [TemplateSegment] = []
        var rest = body[...]
        var text = ""
        while !rest.isEmpty {
            if rest.hasPrefix("{{"), let end = rest.firstRange(of: "}}") {
                if !text.isEmpty { segments.append(.text(text)) }
                text = ""
                let name = rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]
                segments.append(.variable(name.trimmingSpaces))
                rest = rest[end.upperBound...]
            } else {
                text.append(rest.removeFirst())
            }
        }
        if !text.isEmpty { segments.append(.text(text)) }
        return segments
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var rest = self
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
