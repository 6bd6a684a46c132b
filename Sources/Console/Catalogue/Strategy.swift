import Domain

extension Phrase {
    static let cadencesTitle = Phrase("Réguas")
    static let noCadences = Phrase("Nenhuma régua ativa.")
    static let noCadencesRemedy = Phrase("Escreva uma em YAML, ative-a na configuração, e os passos aparecem aqui.")
    static let steps = Phrase("Passos")
    static let stopsOn = Phrase("Para em")
    static let pausesOn = Phrase("Pausa em")
    static let objectives = Phrase("Metas")
    static let holdout = Phrase("Grupo sem contato")
    static let asWritten = Phrase("Ver o arquivo (YAML)")
    static let portfolios = Phrase("Carteiras")
    static let active = Phrase("ativa")

    static func version(_ number: Int) -> Phrase { Phrase("versão \(number)") }
    static func activeSince(_ text: String, by: String?) -> Phrase {
        Phrase("ativa desde \(text)" + (by.map { ", por \($0)" } ?? ""))
    }
    static func casesInCadence(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 caso nela" : "\(Format.number(count)) casos nela")
    }
    static func condition(_ text: String) -> Phrase { Phrase("se \(text)") }
    static func otherwise(_ channels: [Channel]) -> Phrase {
        Phrase("senão \(channels.map { channel($0).portuguese }.joined(separator: ", "))")
    }
    static func eventValue(_ fact: Fact) -> Phrase { Phrase("\(stopEvent(fact.name).portuguese) \(fact.value)") }
    static func attached(_ name: String) -> Phrase { Phrase("com \(name)") }
    static func waitingHere(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 caso espera este passo" : "\(Format.number(count)) casos esperam este passo")
    }
    /// `D+3`, `D−1`, `D`.
    static func offset(_ day: Int) -> Phrase {
        Phrase(day == 0 ? "D" : day > 0 ? "D+\(day)" : "D−\(-day)")
    }
    static func offsetInWords(_ day: Int) -> Phrase {
        switch day {
        case 0: Phrase("no vencimento")
        case 1: Phrase("1 dia depois")
        case 2...: Phrase("\(day) dias depois")
        case -1: Phrase("1 dia antes")
        default: Phrase("\(-day) dias antes")
        }
    }

    static func stopEvent(_ name: String) -> Phrase { stopEvents[name] ?? .verbatim(name) }

    private static let stopEvents: [String: Phrase] = [
        "paid": Phrase("pagamento"), "agreement": Phrase("acordo"), "dispute": Phrase("contestação"),
        "opt_out": Phrase("pedido para parar"), "deceased": Phrase("falecimento"),
        "wrong_person": Phrase("número de outra pessoa"), "reply": Phrase("resposta"), "promise": Phrase("promessa"),
        "hardship": Phrase("momento difícil"), "recovery_rate": Phrase("recuperação"),
        "first_response": Phrase("1ª resposta"), "csat": Phrase("satisfação"),
    ]
}

/// Templates.
extension Phrase {
    static let templatesTitle = Phrase("Modelos")
    static let noTemplates = Phrase("Nenhum modelo ainda.")
    static let noTemplatesRemedy = Phrase(
        "Modelos aprovados pelo WhatsApp aparecem aqui quando o número é ligado em Ajustes.")
    static func sentCount(_ count: Int) -> Phrase { Phrase("\(Format.number(count)) enviadas") }
    static func readShare(_ percent: String) -> Phrase { Phrase("\(percent) lidas") }
    static func quality(_ quality: TemplateView.Quality) -> Phrase {
        switch quality {
        case .high: Phrase("qualidade alta")
        case .medium: Phrase("qualidade média")
        case .low: Phrase("qualidade baixa")
        case .unknown: Phrase("qualidade ainda sem nota")
        }
    }
    static func templateState(_ state: TemplateView.State) -> Phrase {
        switch state {
        case .approved: Phrase("aprovado")
        case .pending: Phrase("em análise")
        case .rejected: Phrase("rejeitado")
        case .paused: Phrase("pausado")
        case .disabled: Phrase("desativado")
        case .draft: Phrase("rascunho")
        }
    }
    static func category(_ category: TemplateView.Category) -> Phrase {
        switch category {
        case .utility: Phrase("utilidade")
        case .marketing: Phrase("marketing")
        case .authentication: Phrase("autenticação")
        }
    }
}
