extension Phrase {
    static let deskTitle = Phrase("Atendimento")
    static let queue = Phrase("Fila")
    static let conversation = Phrase("Conversa")
    static let caseHeading = Phrase("Caso")
    static let chooseConversation = Phrase("Escolha uma conversa na fila.")
    static let chooseConversationHint = Phrase("Quem espera há mais tempo vem primeiro; urgências, antes de todos.")
    static let backToQueue = Phrase("Voltar à fila")
    static let takeOver = Phrase("Assumir")
    static let handBack = Phrase("Devolver ao assistente")
    static let writeHere = Phrase("Escreva a resposta")
    static let send = Phrase("Enviar")
    static let messages = Phrase("Mensagens")
    static let noMessages = Phrase("Nenhuma mensagem ainda.")
    static let photo = Phrase("foto")
    static let qrCode = Phrase("imagem enviada")
    static let audio = Phrase("áudio")
    static let video = Phrase("vídeo")
    static let location = Phrase("localização")
    static let sticker = Phrase("figurinha")
    static let unsupported = Phrase("O WhatsApp não deixa ver este tipo de mensagem aqui.")
    static let mediaFetching = Phrase("arquivo sendo baixado")
    static let quoteOurs = Phrase("Nós")
    static let quoteTheirs = Phrase("Cliente")
    static let understood = Phrase("entendido")
    static let offers = Phrase("Propostas")
    static let noOffers = Phrase("Nenhuma proposta agora: a identidade ou a situação do caso não permite.")
    static let cash = Phrase("à vista")
    static let whyContacted = Phrase("Por que houve contato")
    static let detail = Phrase("detalhar")
    static let urgent = Phrase("urgente")
    static let seeCase = Phrase("Ver o caso inteiro")
    static let assistantAnswers = Phrase("O assistente está respondendo. Assuma a conversa para escrever.")
    static let nobodyAnswers = Phrase("Ninguém está com esta conversa. Assuma para responder.")
    static let windowClosedReason = Phrase(
        "A janela de 24 horas fechou: o WhatsApp só aceita um modelo aprovado até o cliente escrever de novo.")

    static func chosen(_ title: String) -> Phrase { Phrase("tocou em “\(title)”") }
    static func otherAnswers(_ name: String) -> Phrase {
        Phrase("\(name) está com esta conversa. Fale com \(name) antes de assumir.")
    }
    static func blockedReason(_ kind: RestrictionKind) -> Phrase {
        Phrase("Nada pode ser enviado: \(restriction(kind).portuguese).")
    }
    static func windowOpen(until text: String) -> Phrase { Phrase("janela até \(text)") }
    static let windowClosed = Phrase("janela fechada")
    static func timeLeft(_ duration: String) -> Phrase { Phrase("faltam \(duration)") }
    static func times(_ count: Int, _ amount: String, down: String?) -> Phrase {
        Phrase((down.map { "entrada \($0) + " } ?? "") + "\(count) × \(amount)")
    }
    static func authority(_ text: String) -> Phrase { Phrase("alçada: \(text)") }
    static func unread(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 mensagem não lida" : "\(count) mensagens não lidas")
    }

    static func owner(_ owner: ConversationOwner) -> Phrase {
        switch owner {
        case .assistant: Phrase("com: assistente")
        case .nobody: Phrase("com: ninguém ainda")
        case .me: Phrase("com: você")
        case .other(let name): Phrase("com: \(name)")
        }
    }

    static let readOnPicture = Phrase("Lido na imagem, a conferir no banco:")
    static let spokenWords = Phrase("Falado no áudio:")

    static func queueFilter(_ filter: QueueFilter) -> Phrase {
        switch filter {
        case .waiting: Phrase("Aguardando")
        case .mine: Phrase("Minhas")
        case .assistant: Phrase("Assistente")
        case .all: Phrase("Todas")
        }
    }

    static func emptyQueue(_ filter: QueueFilter) -> Phrase {
        switch filter {
        case .waiting: Phrase("Ninguém aguarda uma pessoa.")
        case .mine: Phrase("Nenhuma conversa está com você.")
        case .assistant: Phrase("O assistente não está em nenhuma conversa.")
        case .all: Phrase("Nenhuma conversa ainda.")
        }
    }

    static func emptyQueueRemedy(_ filter: QueueFilter) -> Phrase {
        switch filter {
        case .waiting: Phrase("Quando alguém pedir uma pessoa, ou o assistente não puder seguir, aparece aqui.")
        case .mine: Phrase("Assuma uma em Aguardando.")
        case .assistant, .all: Phrase("Conversas começam quando a régua escreve e o cliente responde.")
        }
    }

    static func delivery(_ status: DeliveryStatus) -> Phrase {
        switch status {
        case .queued: Phrase("na fila")
        case .sent: Phrase("enviada")
        case .delivered: Phrase("entregue")
        case .read: Phrase("lida")
        case .unknown: Phrase("sem resposta do WhatsApp; sendo conferida")
        case .failed(let reason): Phrase("não enviada: \(reason)")
        }
    }
}
