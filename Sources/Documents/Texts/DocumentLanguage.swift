/// A language in which documents are written; raw values are those of BCP 47, as PDF wants them.
package enum DocumentLanguage: String, CaseIterable, Codable, Hashable, Sendable {
    case portuguese = "pt-BR"
    case spanish = "es"
    case english = "en"
}
