/// A language that Quita writes.
package enum Tongue: String, CaseIterable, Codable, Hashable, Sendable {
    case portuguese = "pt-BR"
    case spanish = "es"
    case english = "en"
}
