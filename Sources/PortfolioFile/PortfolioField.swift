/// What Quita understands of a portfolio file; every other column is kept as it is.
package enum PortfolioField: String, CaseIterable, Codable, Sendable {
    case name, document, contract, product, amount
    case dueDate = "due_date"
    case phone, email, state, city
    case birthDate = "birth_date"

    /// A file without a column for one of these cannot be loaded. A phone or an e-mail column is asked for besides.
    package static let required: [PortfolioField] = [.name, .document, .contract, .amount, .dueDate]

    /// Usual headers, to say what was looked for.
    var usualHeaders: String {
        switch self {
        case .name: "Nome, Nome do Cliente, Devedor, Sacado, Razão Social"
        case .document: "CPF/CNPJ, CPF, CNPJ, Documento"
        case .contract: "Contrato, Nº do Título, Fatura, Duplicata"
        case .product: "Produto, Serviço, Modalidade"
        case .amount: "Valor Original, Valor, Saldo, Saldo Devedor"
        case .dueDate: "Vencimento, Data de Vencimento, Dt. Venc."
        case .phone: "Telefone, Celular, WhatsApp, Fone"
        case .email: "E-mail"
        case .state: "UF, Estado"
        case .city: "Cidade, Município"
        case .birthDate: "Nascimento, Data de Nascimento"
        }
    }
}
