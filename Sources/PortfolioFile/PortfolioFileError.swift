/// Why a whole file cannot be read. Bad rows are no errors: they are results.
package enum PortfolioFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not one line with text.
    case empty
    /// Not text: NUL bytes where letters should be (a spreadsheet, a picture, a compressed file).
    case notText
    /// Columns that were looked for, and the headers that the file has.
    case missingColumns([PortfolioField], found: [String])
    /// A mapping that names no field of ours.
    case unknownField(String)
    /// A mapping that is not of the form `field=header`.
    case badMapping(String)
    /// A mapping to a header that the file does not have.
    case unknownHeader(String, field: PortfolioField, found: [String])

    package var description: String {
        switch self {
        case .empty: "the file has no header line: it is empty"
        case .notText: "the file is not text: export it as CSV (a spreadsheet's own format cannot be read)"
        case .missingColumns(let fields, let found):
            "no column found for "
                + fields.map { "\($0.rawValue) (usual headers: \($0.usualHeaders))" }.joined(separator: "; ")
                + ". The header line has: \(PortfolioFileError.listed(found))."
                + " Name the columns with --map field=header,…"
        case .unknownField(let name):
            "no field is called \"\(name)\": give one of "
                + PortfolioField.allCases.map(\.rawValue).joined(separator: ", ")
        case .badMapping(let text): "\"\(text)\" is no mapping: write field=header, parted by commas"
        case .unknownHeader(let header, let field, let found):
            "no column \"\(header)\" for \(field.rawValue). The header line has: \(PortfolioFileError.listed(found))"
        }
    }

    private static func listed(_ headers: [String]) -> String {
        headers.isEmpty ? "nothing" : headers.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
