package import Domain

extension PixAPIRequest {
    /// Makes a recurrence. A post: after silence, `recurrences` of the contract are looked through.
    package static func createRecurrence(
        _ recurrence: PixRecurrenceRequest
    ) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.text(recurrence.debtor.name, "rec.vinculo.devedor.nome", max: 140)
        check.text(recurrence.contract, "rec.vinculo.contrato", max: 35)
        check.text(recurrence.subject, "rec.vinculo.objeto", max: 35)
        if let last = recurrence.last {
            check.require(last >= recurrence.first, "rec.calendario.dataFinal", "not before dataInicial")
        }
        switch recurrence.amount {
        case nil: break
        case .fixed(let money): check.amount(money, "rec.valor.valorRec")
        case .variable(let money): check.amount(money, "rec.valor.valorMinimoRecebedor")
        }
        if let txid = recurrence.journeyTxid { check.chargeTxid(txid) }
        try check.finish()
        return PixAPIRequest(.post, "/rec", json: WireRecurrenceBody(recurrence), scope: .recurrenceWrite)
    }

    /// - Parameter txid: the charge whose code shall also offer the recurrence (journeys 3 and 4).
    package static func recurrence(_ id: PixRecurrenceID, txid: PixTxid? = nil) -> PixAPIRequest {
        PixAPIRequest(
            .get, "/rec/\(id.text)", query: txid.map { [Field("txid", $0.text)] } ?? [], scope: .recurrenceRead)
    }

    package static func recurrences(_ listing: PixListing, debtor: TaxDocument? = nil) -> PixAPIRequest {
        PixAPIRequest(
            .get, "/rec",
            query: listing.fields + (debtor.map { [Field($0.kind.rawValue, $0.normalized)] } ?? []),
            scope: .recurrenceRead)
    }

    package static func cancelRecurrence(_ id: PixRecurrenceID) -> PixAPIRequest {
        PixAPIRequest(.patch, "/rec/\(id.text)", json: WireCancellation(), scope: .recurrenceWrite)
    }

    /// Asks the payer, through the payer's bank, to agree. A post: the recurrence itself lists its questions.
    package static func askConsent(
        _ id: PixRecurrenceID, of payer: PixPayerAccount, until: Timestamp
    ) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.word(payer.ispb, "solicrec.destinatario.ispbParticipante", 8...8)
        check.word(payer.account, "solicrec.destinatario.conta", 1...20)
        if let branch = payer.branch { check.word(branch, "solicrec.destinatario.agencia", 1...4) }
        try check.finish()
        return PixAPIRequest(
            .post, "/solicrec", json: WireConsentBody(id, payer, until: until), scope: .consentWrite)
    }

    package static func consent(id: String) throws(InvalidPixRequest) -> PixAPIRequest {
        PixAPIRequest(.get, try consentPath(id), scope: .consentRead)
    }

    package static func cancelConsent(id: String) throws(InvalidPixRequest) -> PixAPIRequest {
        PixAPIRequest(.patch, try consentPath(id), json: WireCancellation(), scope: .consentWrite)
    }

    private static func consentPath(_ id: String) throws(InvalidPixRequest) -> String {
        var check = PixRequestCheck()
        check.word(id, "idSolicRec", 29...29)
        try check.finish()
        return "/solicrec/" + id
    }

    /// Charges one installment of a recurrence, with our txid.
    package static func put(_ charge: PixRecurringChargeRequest, txid: PixTxid) throws(InvalidPixRequest)
        -> PixAPIRequest
    {
        var check = PixRequestCheck()
        check.chargeTxid(txid)
        check.amount(charge.amount, "cobr.valor.original")
        check.text(charge.info, "cobr.infoAdicional", max: 140)
        check.word(charge.receiver.account, "cobr.recebedor.conta", 1...20)
        if let branch = charge.receiver.branch { check.word(branch, "cobr.recebedor.agencia", 1...4) }
        try check.finish()
        return PixAPIRequest(
            .put, "/cobr/\(txid.text)", json: WireRecurringChargeBody(charge), scope: .recurringChargeWrite)
    }

    package static func recurringCharge(txid: PixTxid) -> PixAPIRequest {
        PixAPIRequest(.get, "/cobr/\(txid.text)", scope: .recurringChargeRead)
    }

    /// Refused from the day of the first try on.
    package static func cancelRecurringCharge(txid: PixTxid) -> PixAPIRequest {
        PixAPIRequest(.patch, "/cobr/\(txid.text)", json: WireCancellation(), scope: .recurringChargeWrite)
    }

    /// One more try after a failed one, on a later day. A post without a body: the day in its path makes it happen once,
    /// because a second one for the same day is refused.
    package static func retryRecurringCharge(txid: PixTxid, on day: CalendarDay) -> PixAPIRequest {
        PixAPIRequest(.post, "/cobr/\(txid.text)/retentativa/\(day.iso)", scope: .recurringChargeWrite)
    }
}

/// One installment of a recurrence (`cobr`).
package struct PixRecurringChargeRequest: Hashable, Sendable {
    package struct Receiver: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, Codable {
            case current = "CORRENTE"
            case savings = "POUPANCA"
            case payment = "PAGAMENTO"
        }

        package let branch: String?
        package let account: String
        package let kind: Kind

        package init(branch: String?, account: String, kind: Kind = .current) {
            self.branch = branch
            self.account = account
            self.kind = kind
        }
    }

    package var recurrence: PixRecurrenceID
    package var due: CalendarDay
    package var amount: Money
    package var receiver: Receiver
    package var info: String?
    /// A due day on which banks are closed moves to the next on which they work.
    package var movesToBusinessDay: Bool

    package init(
        recurrence: PixRecurrenceID, due: CalendarDay, amount: Money, receiver: Receiver, info: String? = nil,
        movesToBusinessDay: Bool = true
    ) {
        self.recurrence = recurrence
        self.due = due
        self.amount = amount
        self.receiver = receiver
        self.info = info
        self.movesToBusinessDay = movesToBusinessDay
    }
}

/// A charge of a recurrence as the bank knows it.
package struct PixRecurringCharge: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, Codable {
        case created = "CRIADA"
        case active = "ATIVA"
        case concluded = "CONCLUIDA"
        case expired = "EXPIRADA"
        case rejected = "REJEITADA"
        case cancelled = "CANCELADA"
    }

    /// One try to take the money.
    package struct Attempt: Hashable, Sendable {
        package enum Status: String, Hashable, Sendable, Codable {
            case asked = "SOLICITADA"
            case scheduled = "AGENDADA"
            case paid = "PAGA"
            case cancelled = "CANCELADA"
            case rejected = "REJEITADA"
            case expired = "EXPIRADA"
        }

        package let day: CalendarDay
        package let status: Status
        package let endToEndID: String
        /// Why it failed: the API's four letters, such as `AM02`.
        package let rejectionCode: String?
    }

    package let txid: PixTxid
    package let recurrence: PixRecurrenceID
    package let status: Status
    package let amount: Money
    package let due: CalendarDay
    package let attempts: [Attempt]
    package let payments: [PixReceived]
    package let endCode: String?
}

extension PixRecurringCharge: Decodable {
    private struct Wire: Decodable {
        struct Calendar: Decodable { let dataDeVencimento: CalendarDay }
        struct Value: Decodable { let original: WireAmount }
        struct Attempt: Decodable {
            let dataLiquidacao: CalendarDay
            let status: PixRecurringCharge.Attempt.Status
            let endToEndId: String
            let rejeicao: WireEnd.Reason?
        }

        let idRec: String
        let txid: String
        let status: Status
        let valor: Value
        let calendario: Calendar
        let tentativas: [Attempt]?
        let pix: [PixItem]?
        let encerramento: WireEnd?
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        guard let recurrence = PixRecurrenceID(wire.idRec), let txid = PixTxid(wire.txid) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "idRec or txid is malformed"))
        }
        self.txid = txid
        self.recurrence = recurrence
        status = wire.status
        amount = wire.valor.original.money
        due = wire.calendario.dataDeVencimento
        attempts = (wire.tentativas ?? []).map {
            Attempt(
                day: $0.dataLiquidacao, status: $0.status, endToEndID: $0.endToEndId,
                rejectionCode: $0.rejeicao?.codigo)
        }
        payments = (wire.pix ?? []).map(\.value)
        endCode = wire.encerramento?.code
    }
}

private struct WireCancellation: Encodable {
    let status = "CANCELADA"
}

private struct WireRecurrenceBody: Encodable {
    struct Bond: Encodable {
        let contrato: String
        let objeto: String?
        let devedor: WirePerson
    }
    struct Calendar: Encodable {
        let dataInicial: CalendarDay
        let dataFinal: CalendarDay?
        let periodicidade: PixPeriod
    }
    struct Value: Encodable {
        var valorRec: WireAmount?
        var valorMinimoRecebedor: WireAmount?
    }
    struct Activation: Encodable {
        struct Journey: Encodable { let txid: String }
        let dadosJornada: Journey
    }

    let vinculo: Bond
    let calendario: Calendar
    let valor: Value?
    let politicaRetentativa: String
    let loc: Int64?
    let ativacao: Activation?

    init(_ recurrence: PixRecurrenceRequest) {
        vinculo = Bond(
            contrato: recurrence.contract, objeto: recurrence.subject,
            devedor: WirePerson(recurrence.debtor.document, name: recurrence.debtor.name))
        calendario = Calendar(
            dataInicial: recurrence.first, dataFinal: recurrence.last, periodicidade: recurrence.period)
        valor = recurrence.amount.map { amount in
            switch amount {
            case .fixed(let money): Value(valorRec: WireAmount(money))
            case .variable(let money): Value(valorMinimoRecebedor: WireAmount(money))
            }
        }
        politicaRetentativa = recurrence.allowsRetries ? "PERMITE_3R_7D" : "NAO_PERMITE"
        loc = recurrence.locationID
        ativacao = recurrence.journeyTxid.map { Activation(dadosJornada: .init(txid: $0.text)) }
    }
}

private struct WireConsentBody: Encodable {
    struct Calendar: Encodable { let dataExpiracaoSolicitacao: WireInstant }
    struct Payer: Encodable {
        let cpf: String?
        let cnpj: String?
        let ispbParticipante: String
        let agencia: String?
        let conta: String
    }

    let idRec: String
    let calendario: Calendar
    let destinatario: Payer

    init(_ id: PixRecurrenceID, _ payer: PixPayerAccount, until: Timestamp) {
        let person = WirePerson(payer.document)
        idRec = id.text
        calendario = Calendar(dataExpiracaoSolicitacao: WireInstant(until))
        destinatario = Payer(
            cpf: person.cpf, cnpj: person.cnpj, ispbParticipante: payer.ispb, agencia: payer.branch,
            conta: payer.account)
    }
}

private struct WireRecurringChargeBody: Encodable {
    struct Calendar: Encodable { let dataDeVencimento: CalendarDay }
    struct Value: Encodable { let original: WireAmount }
    struct Receiver: Encodable {
        let agencia: String?
        let conta: String
        let tipoConta: PixRecurringChargeRequest.Receiver.Kind
    }

    let idRec: String
    let calendario: Calendar
    let valor: Value
    let recebedor: Receiver
    let ajusteDiaUtil: Bool
    let infoAdicional: String?

    init(_ charge: PixRecurringChargeRequest) {
        idRec = charge.recurrence.text
        calendario = Calendar(dataDeVencimento: charge.due)
        valor = Value(original: WireAmount(charge.amount))
        recebedor = Receiver(
            agencia: charge.receiver.branch, conta: charge.receiver.account, tipoConta: charge.receiver.kind)
        ajusteDiaUtil = charge.movesToBusinessDay
        infoAdicional = charge.info
    }
}
