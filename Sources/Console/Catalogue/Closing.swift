import Domain

extension Phrase {
    static let closingTitle = Phrase("Fechamento")
    static let closingHint = Phrase(
        "O que entrou nos livros neste dia, pelo horário do escritório. Um dia fechado não muda depois.")
    static let closingNothing = Phrase("Nenhum pagamento entrou neste dia.")
    static let closingNothingRemedy = Phrase("Escolha outro dia acima. Pagamentos aparecem quando o banco avisa.")
    static let closingDownload = Phrase("Baixar CSV")
    static let closingSums = Phrase("Somas do dia")
    static let closingReceived = Phrase("Recebido")
    static let closingBooked = Phrase("Baixado")
    static let closingExcess = Phrase("A mais")
    static let closingUnmatched = Phrase("Sem dono")
    static let closingInBooks = Phrase("Recebido pelos livros")
    static let closingWentBack = Phrase("Devolvido ou bloqueado")
    static let closingByKind = Phrase("Como foram baixados")
    static let closingKind = Phrase("Resultado")
    static let closingCount = Phrase("Pagamentos")
    static let closingPending = Phrase("Pendente ao fim do dia")
    static let closingNothingPending = Phrase("Nada ficou pendente.")
    static let closingReference = Phrase("Pagamento")
    static let closingDifferences = Phrase("Diferenças")
    static let closingPaid = Phrase("No banco")
    static let closingBooks = Phrase("Nos livros")
    static let closingBalanced = Phrase("Fecha: pagamentos e livros dizem o mesmo, centavo por centavo.")
    static let closingUnbalanced = Phrase(
        "Não fecha: veja as diferenças abaixo e mande esta página para quem cuida da instalação.")

    static func closingState(_ state: ClosingPage.Pending.State) -> Phrase {
        switch state {
        case .open: Phrase("espera uma pessoa")
        case .credit: Phrase("crédito de quem pagou")
        case .decided: Phrase("já resolvido")
        }
    }
    static func closingKind(_ kind: ClosingPage.Kind) -> Phrase {
        switch kind {
        case .matched: Phrase("certo")
        case .partial: Phrase("em parte")
        case .late: Phrase("chegou depois")
        case .over: Phrase("a mais")
        case .duplicate: Phrase("em dobro")
        case .unknown: Phrase("sem dono")
        }
    }
    static func closingMatter(_ matter: ClosingPage.Difference.Matter) -> Phrase {
        switch matter {
        case .notInBooks: Phrase("pagamento fora dos livros")
        case .withoutPayment: Phrase("lançamento sem pagamento")
        case .otherAmount: Phrase("valores diferentes")
        case .unbalancedEntry: Phrase("lançamento que não soma zero")
        }
    }
}
