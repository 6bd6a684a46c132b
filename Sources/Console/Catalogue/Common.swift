/// Words that every page shares.
extension Phrase {
    static let productName = Phrase("Quita")
    static let skipToContent = Phrase("Ir para o conteúdo")
    static let mainNavigation = Phrase("Áreas")
    static let more = Phrase("Mais")
    static let search = Phrase("Buscar")
    static let searchHint = Phrase("Nome, CPF, contrato ou telefone")
    static let searchCases = Phrase("Buscar na carteira")
    static let creditor = Phrase("Credor")
    static let change = Phrase("Trocar")
    static let account = Phrase("Sua conta")
    static let signOut = Phrase("Sair")
    static let demonstration = Phrase("Demonstração")
    static let close = Phrase("Fechar")
    static let apply = Phrase("Aplicar")
    static let clear = Phrase("Limpar")
    static let all = Phrase("Todos")
    static let allPortfolios = Phrase("Todas as carteiras")
    static let portfolio = Phrase("Carteira")
    static let period = Phrase("Período")
    static let from = Phrase("De")
    static let to = Phrase("Até")
    static let total = Phrase("Total")
    static let day = Phrase("Dia")
    static let channel = Phrase("Canal")
    static let state = Phrase("Situação")
    static let client = Phrase("Cliente")
    static let balance = Phrase("Saldo")
    static let open = Phrase("Abrir")
    static let back = Phrase("Voltar")
    static let previousPage = Phrase("Anteriores")
    static let nextPage = Phrase("Próximas")
    static let pages = Phrase("Páginas")
    static let none = Phrase("–")
    static let yes = Phrase("Sim")
    static let no = Phrase("Não")
    static let today = Phrase("hoje")
    static let yesterday = Phrase("ontem")
    static let justNow = Phrase("agora")
    static let seeOlder = Phrase("Ver anteriores")
    static let sendingFailed = Phrase("Não deu certo enviar. O texto continua aqui; tente de novo.")
    static let actionFailed = Phrase("Não deu certo. Atualize a página e tente de novo.")
    static let liveLost = Phrase("Sem ligação com o servidor. Tentando de novo…")

    static func ago(_ duration: String) -> Phrase { Phrase("há \(duration)") }
    static func badgeWaiting(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 pessoa aguardando" : "\(count) pessoas aguardando")
    }
    static func pageOf(_ page: Int, _ pages: Int) -> Phrase { Phrase("página \(page) de \(pages)") }
    static func pageTitle(_ title: String) -> Phrase { Phrase("\(title) · Quita") }
    static func daysLate(_ days: Int) -> Phrase {
        switch days {
        case ..<0: Phrase(days == -1 ? "vence amanhã" : "vence em \(-days) dias")
        case 0: Phrase("vence hoje")
        case 1: Phrase("1 dia em atraso")
        default: Phrase("\(days) dias em atraso")
        }
    }
}

/// The rail, and the keys.
extension Phrase {
    static func section(_ section: Section) -> Phrase {
        switch section {
        case .dashboard: Phrase("Painel")
        case .desk: Phrase("Atendimento")
        case .cases: Phrase("Carteira")
        case .cadences: Phrase("Réguas")
        case .templates: Phrase("Modelos")
        case .imports: Phrase("Importações")
        case .closing: Phrase("Fechamento")
        case .compliance: Phrase("Conformidade")
        case .phone: Phrase("Telefone")
        case .settings: Phrase("Ajustes")
        }
    }

    static let keysTitle = Phrase("Teclas")
    static let keySearch = Phrase("buscar")
    static let keyHelp = Phrase("mostrar estas teclas")
    static let keyReply = Phrase("escrever a resposta")
    static let keyNextInList = Phrase("próximo da lista")
    static let keyPreviousInList = Phrase("anterior da lista")
    static let keyClose = Phrase("fechar o que está aberto")
    static let keyDashboard = Phrase("ir ao painel")
    static let keyDesk = Phrase("ir ao atendimento")
    static let keyCases = Phrase("ir à carteira")

    static func role(_ role: Role) -> Phrase {
        switch role {
        case .agent: Phrase("atendente")
        case .supervisor: Phrase("supervisão")
        case .compliance: Phrase("conformidade")
        case .manager: Phrase("gerência")
        case .administrator: Phrase("administração")
        }
    }
}
