/// Columns named by the person who imports, for files whose headers say too little.
package struct PortfolioMapping: Hashable, Sendable {
    private var headers: [PortfolioField: [String]] = [:]

    package init() {}

    /// Reads `name=Nome do Aluno,due_date=Dt Limite`. A field may occur several times: several phones.
    package init(parsing text: String) throws(PortfolioFileError) {
        for part in text.split(separator: ",") {
            guard let equals = part.firstIndex(of: "=") else { throw .badMapping(String(part)) }
            let name = part[..<equals].filter { !$0.isWhitespace }
            let header = part[part.index(after: equals)...]
            guard let field = PortfolioField(rawValue: name.lowercased()) else { throw .unknownField(name) }
            guard header.contains(where: { !$0.isWhitespace }) else { throw .badMapping(String(part)) }
            headers[field, default: []].append(String(header))
        }
    }

    /// The headers given for a field, in order.
    package subscript(field: PortfolioField) -> [String] {
        get { headers[field] ?? [] }
        set { headers[field] = newValue.isEmpty ? nil : newValue }
    }
}
