extension Phrase {
    static let dashboardTitle = Phrase("Painel")
    static let recovered = Phrase("Recuperado")
    static let responseRate = Phrase("Resposta")
    static let firstResponse = Phrase("1ª resposta")
    static let satisfaction = Phrase("Satisfação")
    static let resolutionTime = Phrase("Resolução")
    static let cost = Phrase("Custo")
    static let definition = Phrase("O que é")
    static let funnel = Phrase("Funil")
    static let byChannel = Phrase("Por canal")
    static let byDay = Phrase("Por dia")
    static let messagesByDay = Phrase("Mensagens por dia")
    static let recoveredByDay = Phrase("Recuperado por dia")
    static let asTable = Phrase("Ver em tabela")
    static let asksTitle = Phrase("O que pede alguém agora")
    static let nothingAsks = Phrase("Nada espera por você agora.")
    static let seeCases = Phrase("Ver os casos")
    static let sentColumn = Phrase("Enviadas")
    static let deliveredColumn = Phrase("Entregues")
    static let readColumn = Phrase("Lidas")
    static let repliedColumn = Phrase("Respondidas")
    static let nothingMeasured = Phrase("nada a medir ainda")
    static let nothingSentYet = Phrase("Nenhuma mensagem neste período.")
    static let nothingSentRemedy = Phrase("Importe uma carteira ou escolha um período maior.")

    static func outOf(_ amount: String) -> Phrase { Phrase("de \(amount)") }
    static func goal(_ text: String) -> Phrase { Phrase("meta \(text)") }
    static func recoveryNote(percent: String, goal: String?, forecast: String?) -> Phrase {
        Phrase(
            [percent, goal.map { "meta \($0)" }, forecast.map { "previsto \($0)" }].compactMap(\.self).joined(
                separator: " · "))
    }
    static func ninetieth(_ duration: String) -> Phrase { Phrase("9 em 10 em até \(duration)") }
    static func answers(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 resposta" : "\(Format.number(count)) respostas")
    }
    static func resolved(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 caso resolvido" : "\(Format.number(count)) casos resolvidos")
    }
    static func measured(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 conversa" : "\(Format.number(count)) conversas")
    }
    static func change(points: Int) -> Phrase {
        switch points {
        case 0: Phrase("igual ao período anterior")
        case 1...: Phrase("+\(points) pp sobre o período anterior")
        default: Phrase("−\(-points) pp sobre o período anterior")
        }
    }
    static func margin(_ points: Int) -> Phrase { Phrase("±\(points)") }
    static func costPerHundred(_ amount: String) -> Phrase {
        Phrase("\(amount) para cada R$\u{A0}100 recuperados")
    }
    static func oldest(_ duration: String) -> Phrase { Phrase("mais antigo há \(duration)") }

    static func period(_ period: DashboardFilter.Period) -> Phrase {
        switch period {
        case .week: Phrase("últimos 7 dias")
        case .month: Phrase("últimos 30 dias")
        case .quarter: Phrase("últimos 90 dias")
        case .chosen: Phrase("entre datas")
        }
    }

    static func ask(_ matter: Ask.Matter, _ count: Int) -> Phrase {
        let one = count == 1
        return switch matter {
        case .waitingForPerson: Phrase(one ? "aguardando pessoa" : "aguardando pessoa")
        case .promisesDueToday: Phrase(one ? "promessa vence hoje" : "promessas vencem hoje")
        case .promisesBroken: Phrase(one ? "promessa não cumprida" : "promessas não cumpridas")
        case .installmentsLate: Phrase(one ? "parcela em atraso" : "parcelas em atraso")
        case .disputesOpen: Phrase(one ? "contestação aberta" : "contestações abertas")
        case .templatesPaused: Phrase(one ? "modelo pausado" : "modelos pausados")
        case .importsWithRejections:
            Phrase(one ? "importação com linhas recusadas" : "importações com linhas recusadas")
        case .messagesUnknown: Phrase(one ? "envio sem resposta do WhatsApp" : "envios sem resposta do WhatsApp")
        case .paymentsUnmatched: Phrase(one ? "pagamento a resolver" : "pagamentos a resolver")
        }
    }
}

/// What each figure is, in a sentence; the same definition as the function that computes it.
extension Phrase {
    static let definitionRecovered = Phrase(
        "Dinheiro que entrou no período, dividido pelo que estava em cobrança: o saldo do começo mais o que chegou. "
            + "Devoluções são descontadas.")
    static let definitionResponse = Phrase(
        "Clientes que responderam em até 72 horas, divididos pelos que receberam uma mensagem entregue.")
    static let definitionFirstResponse = Phrase(
        "Tempo entre a mensagem do cliente e a nossa primeira resposta, do assistente ou de uma pessoa. "
            + "Mediana: metade foi mais rápida.")
    static let definitionSatisfaction = Phrase(
        "Média das notas de 1 a 5 dadas no fim da conversa. Quem não respondeu não conta.")
    static let definitionResolution = Phrase(
        "Tempo entre a primeira resposta do cliente e o fim do assunto: acordo, pagamento, ou pedido atendido. Mediana."
    )
    static let definitionCost = Phrase(
        "Mensagens, ligações e tempo de pessoas no período, divididos pelo dinheiro que entrou.")
    static let definitionFunnel = Phrase(
        "Mensagens enviadas, entregues e lidas no período; clientes que responderam em até 72 horas; "
            + "acordos fechados; e acordos com o primeiro pagamento recebido.")
    static let definitionChannels = Phrase(
        "Entregues sobre enviadas; lidas sobre entregues; respondidas em até 72 horas sobre entregues. "
            + "± é a metade do intervalo de 95 %.")
}
