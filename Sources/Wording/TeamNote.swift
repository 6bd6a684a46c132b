package import Domain

/// What a person of the team reads when a conversation is handed to them, in Portuguese.
package struct TeamNote: Hashable, Sendable {
    /// Why, in a word of the catalogue below.
    package let reason: Reason
    package let isProven: Bool
    package let offers: [OfferText]
    package let agreed: OfferText?
    package let promise: CalendarDay?
    package let today: CalendarDay

    package enum Reason: String, CaseIterable, Hashable, Sendable {
        case asked, identity, crisis, deceased, legal, privacy, hardship, abuse, notUnderstood, dispute, noOffer
        case document, wrongPersonReturned, paymentMethod, chargeFailed, timeBarred, thirdParty, question, receipt
    }

    package init(
        reason: Reason, isProven: Bool, offers: [OfferText], agreed: OfferText?, promise: CalendarDay?,
        today: CalendarDay
    ) {
        self.reason = reason
        self.isProven = isProven
        self.offers = offers
        self.agreed = agreed
        self.promise = promise
        self.today = today
    }

    /// A few short sentences: why, who, what was offered, what holds.
    package var summary: String {
        let phrasing = Phrasing(tongue: .portuguese, today: today)
        var sentences = [headline, isProven ? "Identidade confirmada." : "Identidade não confirmada."]
        // Nobody should begin with money where somebody is at risk or has died.
        if reason == .crisis || reason == .deceased { return sentences.joined(separator: " ") }
        if !offers.isEmpty {
            let titles = offers.map { phrasing.row($0).title }
            sentences.append("Ofertas mostradas: " + titles.joined(separator: "; ") + ".")
        }
        if let agreed { sentences.append("Acordo: \(phrasing.sentence(agreed)).") }
        if let promise { sentences.append("Promessa para \(phrasing.date(promise)).") }
        return sentences.joined(separator: " ")
    }

    private var headline: String {
        switch reason {
        case .asked: "Pediu para falar com uma pessoa."
        case .identity: "Não confirmou os dados de identidade."
        case .crisis: "RISCO À VIDA: falar agora, sem cobrança."
        case .deceased: "Informou falecimento do titular."
        case .legal: "Falou em reclamação ou processo; responder em 1 dia útil."
        case .privacy: "Pedido sobre dados pessoais (LGPD)."
        case .hardship: "Passa por dificuldade."
        case .abuse: "Conversa ficou ofensiva; o robô parou."
        case .notUnderstood: "O robô não entendeu duas vezes."
        case .dispute: "Contesta a conta."
        case .noOffer: "Não há oferta possível pelas regras."
        case .document: "Pediu documentos."
        case .wrongPersonReturned: "Número retirado do cadastro voltou a escrever."
        case .paymentMethod: "Pediu outra forma de pagamento."
        case .chargeFailed: "O Pix não pôde ser gerado."
        case .timeBarred: "Conta prescrita: não cobrar."
        case .thirdParty: "Outra pessoa respondeu."
        case .receipt: "Mandou um comprovante que não deu para ler; conferir a imagem."
        case .question: "Fez uma pergunta que não está nas respostas do credor."
        }
    }

    /// A first sentence to send or to change; nil where a person must find their own words.
    package var suggestedReply: String? {
        switch reason {
        case .asked, .paymentMethod, .noOffer: "Oi! Aqui é da equipe, já li a conversa. Como posso ajudar?"
        case .identity: "Oi! Vou confirmar seus dados com você por aqui, com calma."
        case .legal, .dispute, .privacy, .document: "Oi! Estou com seu pedido e vou te responder com os documentos."
        case .hardship: "Oi! Li o que você contou e quero achar um jeito que caiba para você."
        case .notUnderstood: "Oi! Desculpe a confusão, agora é uma pessoa. O que você precisa?"
        case .receipt: "Oi! Estou olhando a imagem que você mandou e já te respondo."
        case .question: "Oi! Vi sua pergunta e já te respondo."
        case .chargeFailed: "Oi! Desculpe a demora, segue seu Pix."
        case .crisis, .deceased, .abuse, .wrongPersonReturned, .timeBarred, .thirdParty: nil
        }
    }
}
