import Console
import Dialogue
import Domain
import Language

/// Words for values of other rooms that the pages' own catalogue does not know, in one place.
enum Words {
    /// A step as people name it: `D+3` of `D+3:whatsapp`; nil for what is no step of a cadence.
    static func step(_ text: String?) -> String? {
        guard let text, !text.isEmpty, !text.hasPrefix("file:") else { return nil }
        if text.hasPrefix("agreement:") {
            let number = text.dropFirst("agreement:".count)
            return number == "0" ? "entrada" : "parcela \(number)"
        }
        return text.hasPrefix("D") ? text.split(separator: ":").first.map(String.init) : nil
    }

    /// What a contact is for.
    static func purpose(_ purpose: String) -> String {
        switch purpose {
        case "cadence_before": "lembrete antes do vencimento"
        case "cadence_on": "lembrete no vencimento"
        case "cadence_after": "contato depois do vencimento"
        case "agreement_reminder_before", "agreement_reminder_on", "agreement_reminder_after": "lembrete de parcela"
        case "courtesy": "lembrete da promessa"
        case "reply": "resposta"
        case "receipt": "confirmação de pagamento"
        case "agent_message": "mensagem de uma pessoa"
        case "confirmation": "confirmação de parada"
        default: purpose
        }
    }

    /// The data by which somebody proved who they are.
    static func identityDatum(_ name: String) -> String {
        switch IdentityDatum(rawValue: name) {
        case .name: "nome"
        case .cpfStart: "CPF (início)"
        case .cpfEnd: "CPF (final)"
        case .cpfWhole: "CPF"
        case .birthday: "nascimento"
        case nil: name
        }
    }

    static func handover(_ reason: String?) -> HandoverReason? {
        guard let reason else { return nil }
        return switch HandOverReason(rawValue: reason) {
        case .asked: .askedForPerson
        case .identity: .identityNotProven
        case .crisis: .crisis
        case .deceased: .deceased
        case .legal: .legalThreat
        case .privacy: .privacyRequest
        case .hardship: .hardship
        case .abuse: .abuse
        case .notUnderstood: .notUnderstood
        case .dispute: .dispute
        case .noOffer: .beyondAuthority
        case .document: .documents
        case .wrongPersonReturned: .other("quem disse não ser a pessoa voltou a escrever")
        case .paymentMethod: .other("quer outra forma de pagamento")
        case .chargeFailed: .other("o código Pix não foi gerado")
        case .timeBarred: .other("dívida prescrita")
        case .thirdParty: .other("outra pessoa responde")
        case .receipt: .other("mandou um comprovante que não deu para ler")
        case .question: .other("fez uma pergunta sem resposta pronta")
        case nil: .other(reason)
        }
    }

    /// The kinds of `restriction` rows.
    static func restriction(_ kind: String) -> RestrictionKind {
        switch kind {
        case "opt_out": .optOut
        case "wrong_contact_point", "wrong_person": .wrongPerson
        case "third_party": .other("outra pessoa atende neste número")
        case "deceased": .deceased
        case "dispute", "dispute_opened": .dispute
        case "paid_claim", "paid_claimed": .paymentClaimed
        case "hardship": .hardship
        case "crisis": .crisis
        case "lawyer": .lawyer
        case "court": .courtOrder
        case "refused": .refused
        case "marketing_opt_out": .other("não quer ofertas")
        case "pause": .other("pediu um tempo")
        default: .other(kind)
        }
    }

    /// The kinds of `task` rows.
    static func task(_ kind: String) -> String {
        switch kind {
        case "deceased": "falecimento"
        case "dispute": "contestação"
        case "crisis": "sinal de crise"
        case "callback": "retorno combinado"
        case "contact_update": "novo contato informado"
        case "privacy": "pedido sobre dados (LGPD)"
        case "legal": "reclamação ou ação anunciada"
        case "document": "documento pedido"
        case "paid_claim": "pagamento a conferir"
        case "receipt": "comprovante a conferir"
        case "handover_waiting": "cliente espera uma pessoa"
        case "unanswered": "cliente escreveu e ninguém respondeu"
        case "payment_repeated": "pagamento em dobro"
        case "offer_lapsed": "proposta que não vale mais"
        case "payment_in_agreement": "pagamento de um título que está em acordo"
        case "payment_over": "pagamento a mais"
        case "payment_unmatched": "pagamento sem dono"
        case "refund": "dinheiro devolvido ou contestado"
        case "debt_correction": "correção de um título que está em acordo"
        case "bureau_removal": "retirar do cadastro de inadimplentes"
        case "send_unknown": "resposta que talvez não tenha chegado"
        case "identity_changed": "número mudou de dono"
        default: kind
        }
    }

    /// Why a step of the cadence was not made.
    static func skipped(_ reason: String) -> String {
        switch reason {
        case "overtaken": "um passo mais novo veio antes"
        case "conditionFalse", "condition_false": "a condição não vale para este caso"
        case "dueDatePassed", "due_date_passed": "o vencimento já passou"
        case "channel_not_configured": "o canal não está configurado"
        default: reason
        }
    }

    static func entities(_ entities: Entities) -> [Fact] {
        var facts: [Fact] = []
        if let amount = entities.amount { facts.append(Fact(name: "valor", value: Portuguese.money(amount))) }
        if let date = entities.date { facts.append(Fact(name: "data", value: Portuguese.date(date))) }
        if let count = entities.installments { facts.append(Fact(name: "parcelas", value: "\(count)")) }
        if let method = entities.method { facts.append(Fact(name: "forma", value: self.method(method))) }
        if let day = entities.dayOfMonth { facts.append(Fact(name: "dia do mês", value: "\(day)")) }
        if let time = entities.timeOfDay { facts.append(Fact(name: "hora", value: self.time(time))) }
        return facts
    }

    private static func method(_ method: PaymentMethod) -> String {
        switch method {
        case .pix: "Pix"
        case .boleto: "boleto"
        case .card: "cartão"
        case .transfer: "transferência"
        }
    }

    private static func time(_ time: TimeOfDay) -> String {
        switch time {
        case .clock: time.text
        case .morning: "manhã"
        case .afternoon: "tarde"
        case .evening: "noite"
        }
    }

    /// Why the dialogue answered as it did.
    static func reason(_ reason: Reason) -> String {
        let rule =
            switch reason.rule {
            case .intent: "respondeu ao que foi pedido"
            case .proofNeeded: "antes, a identidade"
            case .proofRenewed: "identidade ainda vale"
            case .proved: "identidade confirmada"
            case .proofFailed: "os dados não conferem"
            case .withinPolicy: "dentro da política do credor"
            case .outsidePolicy: "fora da política do credor"
            case .ambiguousAnswer: "resposta com mais de um sentido"
            case .voice: "prefere ouvir ou ler"
            case .notUnderstood: "não entendeu; perguntou"
            case .silenced: "ficou em silêncio"
            case .personOwns: "a conversa está com uma pessoa"
            case .choice: "seguiu a opção tocada"
            case .staleChoice: "a opção tocada já não vale"
            case .media: "recebeu um arquivo"
            case .payment: "o banco confirmou"
            case .charge: "cobrança gerada"
            case .opened: "nós começamos a conversa"
            case .pause: "pausa"
            case .languageChanged: "mudou de idioma"
            case .evidenceMissing: "falta a prova de identidade"
            case .offerLapsed: "a proposta já não vale"
            case .ownAnswer: "respondeu com um texto do credor"
            }
        return reason.detail.map { "\(rule): \($0)" } ?? rule
    }

    static let withdrawnBeforeSending = "retirada antes do envio"
    static let permissionExpired = "o horário permitido acabou antes do envio"
    static let notDelivered = "não entregue"
    static let phoneApp = "celular da empresa"
    static let commandLine = "linha de comando"
    static let clock = "relógio"
    static let secretCPF = "CPF"
    static let secretCNPJ = "CNPJ"
    static let secretBirthday = "nascimento"
}

extension Words {
    /// Why the contact policy says no, for the sentence under a form.
    static func rule(_ name: String) -> String {
        switch name {
        case "H1", "H2", "H3", "H4": "fora do horário permitido no lugar do cliente"
        case "F1", "F2", "F2R", "F3", "F4", "F5": "o cliente já foi contatado o bastante"
        case "S1": "o cliente pediu para não receber mensagens"
        case "S2", "P2": "o número é de outra pessoa"
        case "S3": "falecimento informado"
        case "S4": "contestação aberta"
        case "S10": "o cliente tem advogado; fale só com ele"
        case "S11": "há processo ou ordem judicial"
        case "P1": "a identidade ainda não foi confirmada"
        case "W1": "a janela de 24 horas está fechada"
        default: "regra \(name)"
        }
    }
}
