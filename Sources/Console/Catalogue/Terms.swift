import Domain

/// The words for the things of the field, the same on every page.
extension Phrase {
    static func channel(_ channel: Channel) -> Phrase {
        switch channel {
        case .whatsapp: Phrase("WhatsApp")
        case .sms: Phrase("SMS")
        case .email: Phrase("e-mail")
        case .call: Phrase("ligação")
        case .letter: Phrase("carta")
        }
    }

    static func caseState(_ state: CaseState) -> Phrase {
        switch state {
        case .inCadence: Phrase("na régua")
        case .talking: Phrase("em conversa")
        case .waitingForPerson: Phrase("aguarda pessoa")
        case .promised: Phrase("promessa")
        case .agreement: Phrase("acordo")
        case .settled: Phrase("quitado")
        case .paused: Phrase("em pausa")
        case .disputed: Phrase("contestação")
        case .stopped: Phrase("encerrado")
        }
    }

    static func stage(_ stage: FunnelStage) -> Phrase {
        switch stage {
        case .sent: Phrase("enviadas")
        case .delivered: Phrase("entregues")
        case .read: Phrase("lidas")
        case .replied: Phrase("respondidas")
        case .agreed: Phrase("acordos")
        case .paid: Phrase("pagos")
        }
    }

    static func verdict(_ verdict: Verdict) -> Phrase {
        switch verdict {
        case .allowed: Phrase("permitido")
        case .deferred: Phrase("adiado")
        case .refused: Phrase("recusado")
        }
    }

    static func debtState(_ state: DebtLine.State) -> Phrase {
        switch state {
        case .open: Phrase("em aberto")
        case .inAgreement: Phrase("em acordo")
        case .paid: Phrase("paga")
        case .disputed: Phrase("contestada")
        case .withdrawn: Phrase("retirada")
        }
    }

    static func agreementState(_ state: AgreementCard.State) -> Phrase {
        switch state {
        case .waitingDownPayment: Phrase("aguarda o primeiro pagamento")
        case .running: Phrase("em dia")
        case .late: Phrase("com parcela em atraso")
        case .settled: Phrase("quitado")
        case .broken: Phrase("desfeito")
        }
    }

    static func promiseState(_ state: PromiseLine.State) -> Phrase {
        switch state {
        case .running: Phrase("em curso")
        case .kept: Phrase("cumprida")
        case .broken: Phrase("não cumprida")
        case .withdrawn: Phrase("substituída")
        }
    }

    static func restriction(_ kind: RestrictionKind) -> Phrase {
        switch kind {
        case .optOut: Phrase("pediu para não receber mensagens")
        case .wrongPerson: Phrase("número de outra pessoa")
        case .deceased: Phrase("falecimento informado")
        case .dispute: Phrase("contestação em análise")
        case .paymentClaimed: Phrase("diz que já pagou; em conferência")
        case .promise: Phrase("promessa em curso")
        case .hardship: Phrase("momento difícil; pausa")
        case .crisis: Phrase("sinal de crise; só uma pessoa pode retomar")
        case .lawyer: Phrase("falar só com o advogado")
        case .courtOrder: Phrase("processo ou ordem judicial")
        case .doNotCallRegister: Phrase("cadastro de não perturbe")
        case .prescribed: Phrase("dívida prescrita")
        case .minor: Phrase("menor de idade")
        case .refused: Phrase("disse que não vai pagar; pausa")
        case .thirdParty: Phrase("número de um terceiro")
        case .marketingOptOut: Phrase("não quer mensagens de marketing")
        case .pause: Phrase("pediu tempo; pausa")
        case .other(let text): Phrase(text)
        }
    }

    static func handover(_ reason: HandoverReason) -> Phrase {
        switch reason {
        case .askedForPerson: Phrase("pediu uma pessoa")
        case .crisis: Phrase("sinal de crise")
        case .dispute: Phrase("contestação")
        case .deceased: Phrase("falecimento")
        case .hardship: Phrase("momento difícil")
        case .legalThreat: Phrase("falou em ação ou reclamação")
        case .privacyRequest: Phrase("pedido sobre dados (LGPD)")
        case .beyondAuthority: Phrase("proposta além da alçada")
        case .notUnderstood: Phrase("não foi entendido")
        case .abuse: Phrase("conversa tensa")
        case .scamSuspicion: Phrase("desconfia de golpe")
        case .paymentNotFound: Phrase("pagamento não localizado")
        case .documents: Phrase("pediu documentos")
        case .identityNotProven: Phrase("identidade não confirmada")
        case .takenOver: Phrase("assumida por uma pessoa")
        case .wrongPersonReturned: Phrase("disse que não é a pessoa e voltou a escrever")
        case .paymentMethod: Phrase("quer pagar de outra forma")
        case .chargeFailed: Phrase("o Pix não pôde ser gerado")
        case .timeBarred: Phrase("dívida prescrita")
        case .thirdParty: Phrase("outra pessoa escreve")
        case .other(let text): Phrase(text)
        }
    }
}
