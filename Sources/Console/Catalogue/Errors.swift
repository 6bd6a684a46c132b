extension Phrase {
    static let goToDashboard = Phrase("Ir ao painel")

    static func errorTitle(_ kind: ErrorPage.Kind) -> Phrase {
        switch kind {
        case .badRequest: Phrase("Não deu certo ler o pedido")
        case .forbidden: Phrase("Esta página não é do seu papel")
        case .notFound: Phrase("Não há nada neste endereço")
        case .staleForm: Phrase("A página ficou aberta por muito tempo")
        case .tooLarge: Phrase("O arquivo é grande demais")
        case .conflict: Phrase("Outra pessoa foi mais rápida")
        case .failure: Phrase("Não deu certo do nosso lado")
        }
    }

    static func errorRemedy(_ kind: ErrorPage.Kind) -> Phrase {
        switch kind {
        case .badRequest: Phrase("Volte, confira o que foi escrito e envie de novo. Nada foi mudado.")
        case .forbidden: Phrase("Se você precisa dela, peça acesso à administração.")
        case .notFound: Phrase("O endereço pode ter mudado, ou o caso é de outro credor. Busque por nome ou contrato.")
        case .staleForm: Phrase("Por segurança nada foi mudado. Volte, atualize a página e envie de novo.")
        case .tooLarge(let limit): Phrase("O limite é \(limit) MB. Divida o arquivo e envie em partes.")
        case .conflict: Phrase("Enquanto a página estava aberta, isto mudou. Volte e veja como está agora.")
        case .failure: Phrase("Nada do que já estava guardado se perdeu. Tente de novo em instantes.")
        }
    }

    static func incident(_ id: String) -> Phrase {
        Phrase("Se continuar, informe este número a quem cuida do servidor: \(id)")
    }
}
