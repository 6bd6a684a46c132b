import Domain

/// What a client's message can mean, by the name in the list of intents.
extension Phrase {
    static func intent(_ name: String) -> Phrase { intents[name] ?? .verbatim(name) }

    /// What was extracted from a message, by the name in the list of intents.
    static func entity(_ name: String) -> Phrase { entities[name] ?? .verbatim(name) }

    /// All names of the list of intents, in the order of their words on screen.
    static let intentNames: [String] = intents.keys.sorted {
        intent($0).text(in: .portuguese) < intent($1).text(in: .portuguese)
    }

    /// The name in the list of intents for its words on screen, as somebody chose or typed them; nil for anything else.
    package static func intentName(_ words: String) -> String? {
        let wanted = folded(words.trimmed)
        return intents.first { name, phrase in name == wanted || folded(phrase.text(in: .portuguese)) == wanted }?.key
    }

    static let correctReading = Phrase("Corrigir")
    static let correctedTo = Phrase("corrigido para")
    static let meansFirst = Phrase("O que a mensagem quer dizer")
    static let meansAlso = Phrase("O que mais ela diz")
    static let meansNothingElse = Phrase("nada mais (opcional)")
    static let keepCorrection = Phrase("Guardar correção")

    private static let entities: [String: Phrase] = [
        "amount": Phrase("valor"), "date": Phrase("data"), "installments": Phrase("parcelas"), "method": Phrase("meio"),
        "day_of_month": Phrase("dia do mês"), "time_of_day": Phrase("hora"),
    ]

    private static let intents: [String: Phrase] = [
        "greeting": Phrase("cumprimento"),
        "debt_inquiry": Phrase("pergunta sobre a dívida"),
        "payment_request": Phrase("quer pagar"),
        "discount_request": Phrase("pede desconto"),
        "installment_request": Phrase("quer parcelar"),
        "counter_offer": Phrase("faz uma contraproposta"),
        "promise_to_pay": Phrase("diz quando paga"),
        "accept": Phrase("aceita"),
        "decline": Phrase("não aceita"),
        "already_paid": Phrase("diz que já pagou"),
        "payment_status": Phrase("pergunta se o pagamento caiu"),
        "credit_bureau": Phrase("pergunta sobre o nome"),
        "hardship": Phrase("momento difícil"),
        "refuse_to_pay": Phrase("diz que não vai pagar"),
        "dispute": Phrase("contesta"),
        "wrong_person": Phrase("não é a pessoa"),
        "deceased": Phrase("a pessoa faleceu"),
        "third_party_payer": Phrase("outra pessoa fala ou paga"),
        "opt_out": Phrase("não quer mensagens"),
        "callback_later": Phrase("pede para falar depois"),
        "human_agent": Phrase("quer falar com uma pessoa"),
        "scam_suspicion": Phrase("desconfia de golpe"),
        "privacy_request": Phrase("pergunta sobre seus dados"),
        "legal_threat": Phrase("fala em reclamação ou ação"),
        "abuse": Phrase("conversa tensa"),
        "crisis": Phrase("sinal de crise"),
        "document_request": Phrase("pede documento"),
        "contact_update": Phrase("informa novo contato"),
        "thanks": Phrase("agradece"),
        "other": Phrase("outro assunto"),
    ]
}
