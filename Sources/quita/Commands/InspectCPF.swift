import ArgumentParser
import Domain

/// `quita inspect cpf`: whether a text is a CPF, and how it is written.
struct InspectCPF: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cpf", abstract: "Check and format a CPF.")

    @OptionGroup var input: DocumentInput

    func run() throws {
        try input.run { text in
            do throws(DocumentError) {
                let cpf = try CPF(parsing: text)
                return DocumentInspection(normalized: cpf.digits, formatted: cpf.formatted)
            } catch {
                return DocumentInspection(error: error)
            }
        }
    }
}

/// What `inspect cpf` and `inspect cnpj` take.
struct DocumentInput: ParsableArguments {
    @Argument(help: "The number, with or without punctuation.")
    var value: [String] = []

    @Option(help: "Read one number per line from this file, - for standard input.")
    var lines: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard value.isEmpty != (lines == nil) else { throw ValidationError("Give the number, or --lines FILE.") }
    }

    func run(_ inspect: (String) -> DocumentInspection) throws {
        if let lines {
            try eachLine(of: lines, inspect)
            return
        }
        let inspection = inspect(value.joined(separator: " "))
        if json { try printJSON(inspection) } else { print(inspection.text) }
        if inspection.error != nil { throw ExitCode.failure }
    }
}

/// The answer about one CPF or CNPJ.
struct DocumentInspection: Encodable {
    let normalized: String?
    let formatted: String?
    let error: DocumentError?

    init(normalized: String, formatted: String) {
        self.normalized = normalized
        self.formatted = formatted
        error = nil
    }

    init(error: DocumentError) {
        normalized = nil
        formatted = nil
        self.error = error
    }

    private enum Key: String, CodingKey {
        case valid, error, message, normalized, formatted
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(error == nil, forKey: .valid)
        try container.encode(error?.code, forKey: .error)
        try container.encode(error?.description, forKey: .message)
        try container.encode(normalized, forKey: .normalized)
        try container.encode(formatted, forKey: .formatted)
    }

    var text: String {
        if let error { return "not valid: \(error)" }
        return "valid: \(formatted ?? "")"
    }
}
