/// A limit of the platform that a message does not keep.
package struct LimitViolation: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Limit: Hashable, Sendable {
        case lengthMax(Int, actual: Int)
        case countMax(Int, actual: Int)
        case notEmpty
        case unique(String)
        /// What is not allowed inside.
        case form(String)
    }

    /// The place in the message: `buttons[1].title`.
    package let field: String
    package let limit: Limit
    /// What to do, in Portuguese.
    package let remedy: String

    init(_ field: String, _ limit: Limit, _ remedy: String) {
        self.field = field
        self.limit = limit
        self.remedy = remedy
    }

    /// For people, in Portuguese: field, limit, remedy.
    package var description: String {
        let rule =
            switch limit {
            case .lengthMax(let most, let actual): "tem \(actual) caracteres; o WhatsApp aceita até \(most)"
            case .countMax(let most, let actual): "são \(actual); o WhatsApp aceita até \(most)"
            case .notEmpty: "não pode ficar vazio"
            case .unique(let value): "repete \"\(value)\""
            case .form(let rule): rule
            }
        return "\(field): \(rule). \(remedy)"
    }
}

/// A message that must not leave as it is: everything that is wrong with it, at least one thing.
package struct InvalidMessage: Error, Hashable, Sendable, CustomStringConvertible {
    package let violations: [LimitViolation]

    package init(_ violations: [LimitViolation]) { self.violations = violations }

    package var description: String { violations.map(\.description).joined(separator: "\n") }
}
