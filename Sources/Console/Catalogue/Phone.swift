import Domain

extension Phrase {
    static let phoneTitle = Phrase("Telefone")
    static let phonesHint = Phrase("Escolha uma pessoa e converse como se o telefone fosse seu. Todas são inventadas.")
    static let phoneOf = Phrase("Telefone de")
    static let changePhone = Phrase("Trocar de pessoa")
    static let noPhones = Phrase("Nenhuma pessoa para escolher.")
    static let noPhonesRemedy = Phrase("Importe uma carteira; cada cliente com celular aparece aqui.")
    static let businessAccount = Phrase("conta comercial")
    static let typeMessage = Phrase("Mensagem")
    static let phoneEmpty = Phrase("Nada chegou ainda. Escreva “oi”, ou adiante o relógio até o próximo contato.")
    static let copyPix = Phrase("Copiar código Pix")
    static let copied = Phrase("Copiado")
    static let payPix = Phrase("Pagar este Pix")
    static let thoughts = Phrase("O que o sistema entendeu e decidiu")
    static let noThoughts = Phrase("Cada passo aparece aqui quando uma mensagem chega ou sai.")
    static let secrets = Phrase("Dados desta pessoa")
    static let secretsHint = Phrase("O assistente confirma a identidade com eles antes de falar da dívida.")
    static let clockTitle = Phrase("Relógio")
    static let forwardHour = Phrase("Avançar 1 h")
    static let forwardMorning = Phrase("Até amanhã 9 h")
    static let speed = Phrase("Velocidade")
    static let setSpeed = Phrase("Usar")
    static let simulatedPerson = Phrase("responde sozinha")
    static let lastMessage = Phrase("Última mensagem")
    static let choosePerson = Phrase("Abrir o telefone")

    static func speed(_ factor: Int) -> Phrase {
        switch factor {
        case 0: Phrase("parado")
        case 1: Phrase("tempo real")
        case 60: Phrase("1 min por segundo")
        case 3600: Phrase("1 h por segundo")
        case 61..<3600 where factor % 60 == 0: Phrase("\(factor / 60) min por segundo")
        default: Phrase("\(Format.number(factor)) vezes")
        }
    }

    /// What a step of the engine did, as a heading.
    static func thought(_ step: Thought.Step) -> Phrase {
        switch step {
        case .received: Phrase("Recebeu")
        case .understood: Phrase("Entendeu")
        case .identity: Phrase("Identidade")
        case .dialogue: Phrase("Conversa")
        case .offers: Phrase("Calculou propostas")
        case .decision: contact
        case .replied: Phrase("Respondeu")
        case .handedOver: Phrase("Passou para uma pessoa")
        case .restricted: Phrase("Parou")
        case .promise: Phrase("Anotou a promessa")
        case .agreement: Phrase("Fechou o acordo")
        case .charge: Phrase("Gerou o Pix")
        case .payment: Phrase("Recebeu o pagamento")
        case .settled: Phrase("Quitou")
        case .other: Phrase("Passo")
        }
    }

    static func dialogueStep(_ from: String, _ to: String) -> Phrase {
        Phrase("\(stage(from).portuguese) → \(stage(to).portuguese)")
    }

    /// What a conversation waits for, by the dialogue's name of it.
    static func stage(_ name: String) -> Phrase { stages[name] ?? .verbatim(name) }

    private static let stages: [String: Phrase] = [
        "fresh": Phrase("começo"), "askedName": Phrase("perguntou o nome"), "askedDatum": Phrase("pediu um dado"),
        "offering": Phrase("propostas na mesa"), "askedAmount": Phrase("perguntou quanto cabe"),
        "confirming": Phrase("espera o sim"), "askedDate": Phrase("perguntou a data"),
        "proposedDate": Phrase("propôs uma data"), "awaitingCharge": Phrase("gerando o Pix"),
        "awaitingPayment": Phrase("espera o pagamento"), "askedReceipt": Phrase("pediu o comprovante"),
        "askedDisputeKind": Phrase("perguntou o que está errado"), "askedHardshipWish": Phrase("perguntou como ajudar"),
        "askedCallback": Phrase("perguntou quando falar"), "confirmingCancellation": Phrase("confirma o cancelamento"),
        "askedSurvey": Phrase("perguntou a nota"), "resting": Phrase("em repouso"), "stopped": Phrase("parada"),
    ]
    static func inInstallments(_ count: Int) -> Phrase { Phrase(count == 1 ? "à vista" : "em \(count) vezes") }
}
