extension Phrase {
    static let importsTitle = Phrase("Importações")
    static let newImport = Phrase("Importar uma carteira")
    static let file = Phrase("Arquivo CSV")
    static let fileHint = Phrase(
        "Uma linha por dívida: nome, CPF ou CNPJ, contrato, vencimento, valor e telefone ou e-mail. "
            + "Ponto e vírgula, vírgula ou tabulação; enviar o mesmo arquivo de novo não duplica nada.")
    static let intoPortfolio = Phrase("Carteira")
    static let newPortfolioName = Phrase("Ou o nome de uma carteira nova")
    static let choosePortfolio = Phrase("Escolha…")
    static let importNow = Phrase("Importar")
    static let earlierImports = Phrase("Já importados")
    static let noImports = Phrase("Nenhum arquivo importado ainda.")
    static let noImportsRemedy = Phrase("Envie o primeiro no formulário acima.")
    static let when = Phrase("Quando")
    static let rows = Phrase("Linhas")
    static let accepted = Phrase("Aceitas")
    static let rejectedColumn = Phrase("Recusadas")
    static let updated = Phrase("Atualizadas")
    static let unchanged = Phrase("Iguais")
    static let downloadRejected = Phrase("Baixar as recusadas com os motivos")
    static let rejectedRows = Phrase("Linhas recusadas")
    static let line = Phrase("Linha")
    static let reasons = Phrase("Motivos")
    static let noneRejected = Phrase("Nenhuma linha foi recusada.")
    static let importDone = Phrase("concluída")
    static let correctAndResend = Phrase("Corrija no arquivo e envie de novo: o que já entrou não se repete.")

    static func importRunning(_ done: Int, _ total: Int) -> Phrase {
        Phrase("\(Format.number(done)) de \(Format.number(total)) linhas")
    }
    static func importFailed(_ reason: String) -> Phrase { Phrase("não deu certo: \(reason)") }
    static func firstOf(_ shown: Int, _ total: Int) -> Phrase {
        Phrase("as primeiras \(Format.number(shown)) de \(Format.number(total))")
    }
}
