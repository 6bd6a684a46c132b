import Domain
import Strategy

/// The cadence, the policy and the templates that ship with the program: the files in `strategies/` and `templates/`.
enum ShippedStrategies {
    static let cadence = String(decoding: PackageResources.cadence_yaml, as: UTF8.self)
    static let negotiation = String(decoding: PackageResources.negotiation_yaml, as: UTF8.self)
    static let templates = String(decoding: PackageResources.templates_yaml, as: UTF8.self)

    static func loadedTemplates() throws -> [MessageTemplate] {
        do {
            return try loadTemplates(templates, file: "templates/crediario.yaml")
        } catch {
            throw Failure("the shipped templates cannot be read: \(error)")
        }
    }
}
