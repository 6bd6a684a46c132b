extension Phrase {
    static let casesTitle = Phrase("Carteira")
    static let overdue = Phrase("Atraso")
    static let lastContact = Phrase("Último contato")
    static let nextStep = Phrase("Próximo passo")
    static let orderBy = Phrase("Ordem")
    static let noCasesYet = Phrase("Nenhum caso ainda.")
    static let noCasesYetRemedy = Phrase("Importe uma carteira em CSV e os casos aparecem aqui.")
    static let noCasesFound = Phrase("Nada encontrado com este filtro.")
    static let noCasesFoundRemedy = Phrase(
        "Tire um filtro ou busque por outra parte do nome, CPF, contrato ou telefone.")
    static let clearFilters = Phrase("Tirar os filtros")
    static let importPortfolio = Phrase("Importar carteira")
    static let never = Phrase("nunca")
    static let neverPlanned = Phrase("nenhum")

    static func casesFound(_ count: Int) -> Phrase { Phrase(count == 1 ? "1 caso" : "\(Format.number(count)) casos") }
    static func days(_ count: Int) -> Phrase { Phrase(count == 1 ? "1 dia" : "\(Format.number(count)) dias") }
    static func stageFilter(_ stage: FunnelStage) -> Phrase {
        switch stage {
        case .sent: Phrase("com mensagem enviada")
        case .delivered: Phrase("com mensagem entregue")
        case .read: Phrase("com mensagem lida")
        case .replied: Phrase("que responderam")
        case .agreed: Phrase("com acordo")
        case .paid: Phrase("com pagamento")
        }
    }
    static func order(_ order: CaseFilter.Order) -> Phrase {
        switch order {
        case .daysLate: Phrase("mais atraso primeiro")
        case .balance: Phrase("maior saldo primeiro")
        case .name: Phrase("por nome")
        case .lastContact: Phrase("contato mais recente primeiro")
        }
    }
}
