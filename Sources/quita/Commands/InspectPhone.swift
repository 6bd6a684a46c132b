import ArgumentParser
import Domain

/// `quita inspect phone`: a Brazilian phone number in its proper form, and the forms under which WhatsApp may know it.
struct InspectPhone: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phone", abstract: "Read a Brazilian phone number as people write it.")

    @Argument(help: "The number, in any spelling.")
    var value: [String] = []

    @Option(help: "Read one number per line from this file, - for standard input.")
    var lines: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard value.isEmpty != (lines == nil) else { throw ValidationError("Give the number, or --lines FILE.") }
    }

    func run() throws {
        if let lines {
            try eachLine(of: lines) { PhoneInspection($0) }
            return
        }
        let inspection = PhoneInspection(value.joined(separator: " "))
        if json { try printJSON(inspection) } else { print(inspection.text) }
        if inspection.number == nil { throw ExitCode.failure }
    }
}

/// The answer about one number.
private struct PhoneInspection: Encodable {
    let number: PhoneNumber?
    let error: PhoneNumberError?

    init(_ text: String) {
        do throws(PhoneNumberError) {
            number = try PhoneNumber(parsing: text)
            error = nil
        } catch {
            number = nil
            self.error = error
        }
    }

    private enum Key: String, CodingKey {
        case valid, error, message, e164, kind, state
        case areaCode = "area_code"
        case timeZone = "time_zone"
        case whatsAppForms = "whatsapp_forms"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(number != nil, forKey: .valid)
        try container.encode(error?.code, forKey: .error)
        try container.encode(error?.description, forKey: .message)
        try container.encode(number?.e164, forKey: .e164)
        try container.encode(number?.kind.rawValue, forKey: .kind)
        try container.encode(number?.areaCode.map { String($0.number) }, forKey: .areaCode)
        try container.encode(number?.state?.rawValue, forKey: .state)
        try container.encode(number?.zone?.name, forKey: .timeZone)
        try container.encode(number?.whatsAppForms ?? [], forKey: .whatsAppForms)
    }

    var text: String {
        guard let number else { return "not valid: \(error?.description ?? "")" }
        let rows: [(String, String?)] = [
            ("number", "\(number.e164) \(number.national)"), ("kind", number.kind.rawValue),
            ("state", number.states.map(\.rawValue).joined(separator: " or ")), ("region", number.areaCode?.region),
            ("time zone", number.zones.map(\.name).joined(separator: " or ")),
            ("WhatsApp forms", number.whatsAppForms.joined(separator: ", ")),
        ]
        return rows.compactMap { label, value in value.map { "\(label): \($0)" } }.joined(separator: "\n")
    }
}
