import ArgumentParser
import Domain

/// `quita inspect cnpj`: whether a text is a CNPJ, numeric or alphanumeric, and how it is written.
struct InspectCNPJ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cnpj", abstract: "Check and format a CNPJ, the alphanumeric ones included.")

    @OptionGroup var input: DocumentInput

    func run() throws {
        try input.run { text in
            do throws(DocumentError) {
                let cnpj = try CNPJ(parsing: text)
                return DocumentInspection(normalized: cnpj.characters, formatted: cnpj.formatted)
            } catch {
                return DocumentInspection(error: error)
            }
        }
    }
}
