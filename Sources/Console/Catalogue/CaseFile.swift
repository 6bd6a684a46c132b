import Domain

extension Phrase {
    static let identity = Phrase("Identidade")
    static let identityNotProven = Phrase("ainda não confirmada")
    static let identityRefused = Phrase("não confirmada; o assunto não é tratado neste número")
    static let identityRule = Phrase("Antes da confirmação, nada sobre a dívida é dito.")
    static let debts = Phrase("Dívidas")
    static let agreements = Phrase("Acordos")
    static let agreement = Phrase("Acordo")
    static let promises = Phrase("Promessas")
    static let restrictions = Phrase("Restrições")
    static let timeline = Phrase("Linha do tempo")
    static let contract = Phrase("Contrato")
    static let product = Phrase("Produto")
    static let due = Phrase("Vencimento")
    static let principal = Phrase("Principal")
    static let fine = Phrase("Multa")
    static let interest = Phrase("Juros")
    static let correction = Phrase("Correção")
    static let paidAmount = Phrase("Pago")
    static let installment = Phrase("Parcela")
    static let amount = Phrase("Valor")
    static let downPayment = Phrase("entrada")
    static let contacts = Phrase("Contatos")
    static let document = Phrase("Documento")
    static let place = Phrase("Lugar")
    static let cadence = Phrase("Régua")
    static let openConversation = Phrase("Abrir a conversa")
    static let openPhone = Phrase("Ver no telefone")
    static let noDebts = Phrase("Nenhuma dívida em aberto.")
    static let noTimeline = Phrase("Nada aconteceu ainda.")
    static let noTimelineRemedy = Phrase("O primeiro contato aparece aqui quando a régua chegar a ele.")
    static let noAmount = Phrase("sem valor")
    static let ruleColumn = Phrase("Regra")
    static let resultColumn = Phrase("Resultado")
    static let inputsColumn = Phrase("Dados usados")
    static let sourceColumn = Phrase("Origem")
    static let notAgain = Phrase("não há data em que possa ser feito")

    static func identityProven(_ means: [String]) -> Phrase {
        Phrase(means.isEmpty ? "confirmada" : "confirmada por \(means.joined(separator: " e "))")
    }
    static func triesLeft(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "resta 1 tentativa" : "restam \(count) tentativas")
    }
    static func debtsOn(_ day: String) -> Phrase { Phrase("valores em \(day)") }
    static func localTimeThere(_ clock: String) -> Phrase { Phrase("lá são \(clock)") }
    static func madeBy(_ author: String) -> Phrase { Phrase("por \(author)") }
    static func discount(_ amount: String) -> Phrase { Phrase("desconto de \(amount)") }
    static func paidOf(_ paid: Int, _ count: Int) -> Phrase { Phrase("\(paid) de \(count) pagas") }
    static func until(_ text: String) -> Phrase { Phrase("até \(text)") }
    static func between(_ from: String, _ to: String) -> Phrase { Phrase("de \(from) a \(to)") }
    static func inChannel(_ channel: Channel) -> Phrase {
        switch channel {
        case .whatsapp: Phrase("pelo WhatsApp")
        case .sms: Phrase("por SMS")
        case .email: Phrase("por e-mail")
        case .call: Phrase("por ligação")
        case .letter: Phrase("por carta")
        }
    }
    static func nextAllowed(_ text: String) -> Phrase { Phrase("pode ser feito a partir de \(text)") }
    static func alsoEvaluated(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "Também avaliada, sem impedimento:" : "Mais \(count) regras avaliadas, sem impedimento:")
    }
    static func rulesEvaluated(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 regra avaliada" : "\(count) regras avaliadas")
    }

    static func installmentState(_ state: InstallmentLine.State) -> Phrase {
        switch state {
        case .open: Phrase("a vencer")
        case .late: Phrase("em atraso")
        case .paid: Phrase("paga")
        }
    }

    static let contact = Phrase("Contato")

    /// What was decided about: `D+3, WhatsApp, proposta_desconto`
    static func decisionMatter(_ decision: ContactDecision) -> Phrase {
        let channel = Phrase.channel(decision.channel).portuguese
        return Phrase([decision.step, channel, decision.matter].compactMap(\.self).joined(separator: ", "))
    }
}

/// What the timeline says of each event.
extension Phrase {
    static func event(_ event: TimelineEntry.Event) -> Phrase {
        switch event {
        case .message(let message): Phrase.messageEvent(message)
        case .decision(let decision): Phrase("Contato: " + decisionMatter(decision).portuguese)
        case .identityProven(let means): Phrase("Identidade " + identityProven(means).portuguese)
        case .identityFailed: Phrase("Identidade não confirmada")
        case .offersMade(let offers):
            Phrase(offers.count == 1 ? "Proposta apresentada" : "\(offers.count) propostas apresentadas")
        case .agreementMade(let total, let installments):
            Phrase(
                "Acordo fechado: \(Format.money(total)) \(installments == 1 ? "à vista" : "em \(installments) vezes")")
        case .agreementBroken: Phrase("Acordo desfeito por falta de pagamento")
        case .agreementSettled: Phrase("Acordo quitado")
        case .promiseMade(let due, let amount):
            Phrase("Promessa: " + (amount.map { Format.money($0) + " " } ?? "") + "até \(Format.day(due))")
        case .promiseKept: Phrase("Promessa cumprida")
        case .promiseBroken: Phrase("Promessa não cumprida")
        case .chargeCreated(let amount, let txid): Phrase("Pix de \(Format.money(amount)) gerado (\(txid))")
        case .paymentReceived(let amount, let id):
            Phrase("Pagamento de \(Format.money(amount)) recebido" + (id.map { " (\($0))" } ?? ""))
        case .debtSettled(let contract): Phrase("Dívida \(contract) quitada")
        case .handedOver(let reason): Phrase("Passou para uma pessoa: " + handover(reason).portuguese)
        case .takenOver: Phrase("Conversa assumida")
        case .handedBack: Phrase("Conversa devolvida ao assistente")
        case .restricted(let kind): Phrase("Restrição: " + restriction(kind).portuguese)
        case .restrictionLifted(let kind): Phrase("Restrição retirada: " + restriction(kind).portuguese)
        case .imported(let file): Phrase("Importado de \(file)")
        case .debtAdded(let contract, let amount): Phrase("Dívida \(contract) incluída: \(Format.money(amount))")
        case .debtChanged(let contract): Phrase("Dívida \(contract) atualizada pelo arquivo")
        case .cadenceStarted(let name): Phrase("Entrou na régua \(name)")
        case .cadenceStopped(let name): Phrase("Saiu da régua \(name)")
        case .satisfaction(let score): Phrase("Nota da conversa: \(score) de 5")
        case .note(let text): Phrase("Nota: \(text)")
        case .other(let text): Phrase(text)
        }
    }

    private static func messageEvent(_ message: ChatMessage) -> Phrase {
        let channel = Phrase.channel(message.channel).portuguese
        return switch message.author {
        case .client: Phrase("Cliente, \(channel)")
        case .assistant: Phrase("Assistente, \(channel)")
        case .cadence(let step): Phrase("Régua \(step), \(channel)")
        case .person(let name): Phrase("\(name), \(channel)")
        }
    }

    static func author(_ author: ChatMessage.Author) -> Phrase {
        switch author {
        case .client: Phrase("cliente")
        case .assistant: Phrase("assistente")
        case .cadence(let step): Phrase("régua \(step)")
        case .person(let name): Phrase(name)
        }
    }
}
