import Channels
package import Domain
import Payments

/// `rec` and `solicrec`: standing permission, asked for and given.
extension BankSimulator {
    mutating func recurrences(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let type = "RecOperacaoInvalida"
        switch (call.method, call.parts.count) {
        case ("POST", 1):
            let id = try create(try call.object(type), now: now)
            return BankAnswer(201, json(recurrenceOf: id))
        case ("GET", 1):
            let listing = try BankListing(call, "RecConsultaInvalida")
            let found = books.recurrences.values.filter { recurrence in
                let debtor = JSONValue.object(recurrence.request)["vinculo"]?["devedor"]
                return listing.contains(recurrence.createdAt)
                    && (call.query["status"].map { $0 == recurrence.status } ?? true)
                    && (call.query["cpf"].map { $0 == debtor?["cpf"]?.string } ?? true)
                    && (call.query["cnpj"].map { $0 == debtor?["cnpj"]?.string } ?? true)
            }
            return listing.answer("recs", found.sorted { $0.id < $1.id }.compactMap { json(recurrenceOf: $0.id) })
        case ("GET", 2):
            guard let answer = json(recurrenceOf: call.id, txid: call.query["txid"], isWhole: true) else {
                throw .notFound("RecNaoEncontrada")
            }
            return BankAnswer(200, answer)
        case ("PATCH", 2):
            guard let recurrence = books.recurrences[call.id] else { throw .notFound("RecNaoEncontrada") }
            let body = JSONValue.object(try call.object(type))
            guard ["CRIADA", "APROVADA"].contains(recurrence.status) else {
                throw .invalid(type, "rec.status", "A recorrência encontra-se expirada, cancelada ou rejeitada.")
            }
            guard body["status"]?.string == "CANCELADA" else {
                throw .invalid(type, "rec.status", "O campo rec.status não respeita o schema.")
            }
            end(call.id, "CANCELADA", by: "USUARIO_RECEBEDOR", "SLCR", now: now)
            return BankAnswer(200, json(recurrenceOf: call.id))
        default: throw .notFound("NaoEncontrado")
        }
    }

    private mutating func create(_ body: JSONObject, now: Timestamp) throws(BankProblem) -> String {
        let type = "RecOperacaoInvalida"
        let value = JSONValue.object(body)
        let today = Zone.brasilia.day(now)
        let debtor = value["vinculo"]?["devedor"]
        guard let contract = value["vinculo"]?["contrato"]?.string, (1...35).contains(contract.count),
            let document = debtor?["cpf"]?.string ?? debtor?["cnpj"]?.string, TaxDocument(normalized: document) != nil,
            debtor?["nome"]?.string != nil
        else { throw .invalid(type, "rec.vinculo", "O objeto rec.vinculo não respeita o schema.") }
        let calendar = value["calendario"]
        guard let first = calendar?["dataInicial"]?.string.flatMap({ CalendarDay(iso: $0) }), first >= today else {
            throw .invalid(type, "rec.calendario.dataInicial", "É anterior à data de criação da recorrência.")
        }
        if let last = calendar?["dataFinal"]?.string, (CalendarDay(iso: last) ?? first.adding(days: -1)) < first {
            throw .invalid(type, "rec.calendario.dataFinal", "É anterior ao campo dataInicial.")
        }
        guard calendar?["periodicidade"]?.string.flatMap(PixPeriod.init(rawValue:)) != nil else {
            throw .invalid(type, "rec.calendario.periodicidade", "Não respeita o schema.")
        }
        for name in ["valorRec", "valorMinimoRecebedor"] where value["valor"]?[name] != nil {
            guard BankChargeRules.money(value["valor"]?[name]) != nil else {
                throw .invalid(type, "rec.valor.\(name)", "Não respeita o schema.")
            }
        }
        guard let policy = value["politicaRetentativa"]?.string, ["NAO_PERMITE", "PERMITE_3R_7D"].contains(policy)
        else {
            throw .invalid(type, "rec.politicaRetentativa", "Não respeita o schema.")
        }
        let location = value["loc"]?.integer
        if let location {
            guard let place = books.locations[location], place.kind == nil, place.recurrence == nil else {
                throw .invalid(type, "rec.loc", "O location inexiste ou já está sendo utilizado por outra recorrência.")
            }
        }
        let id = "R" + (policy == "NAO_PERMITE" ? "N" : "R") + name(on: today)
        books.recurrences[id] = BankBooks.Recurrence(
            id: id, request: body, createdAt: now, history: [("CRIADA", now)], locationID: location)
        if let location { books.locations[location]?.recurrence = id }
        return id
    }

    /// The bank, the day and eleven characters: the rest of an id of 29.
    private mutating func name(on day: CalendarDay) -> String {
        configuration.payersISPB + day.iso.filter { $0 != "-" } + padded(Int(books.nextNumber()), 11)
    }

    private mutating func end(_ id: String, _ status: String, by: String, _ code: String, now: Timestamp) {
        books.recurrences[id]?.history.append((status, now))
        let reason: JSONValue = [
            "solicitante": .string(by), "codigo": .string(code), "descricao": "Encerrada a pedido.",
        ]
        books.recurrences[id]?.end =
            status == "REJEITADA"
            ? ["rejeicao": ["codigo": .string(code), "descricao": "Recusada pelo pagador."]] : ["cancelamento": reason]
        tell(recurrence: id, now: now)
    }

    /// The payer decides in the bank's app; nil when the recurrence is not waiting.
    @discardableResult
    package mutating func payerAnswers(recurrence id: String, accepts: Bool, now: Timestamp) -> Bool {
        guard books.recurrences[id]?.status == "CRIADA" else { return false }
        for consent in books.consents.values
        where consent.request["idRec"]?.string == id && ["CRIADA", "ENVIADA", "RECEBIDA"].contains(consent.status) {
            books.consents[consent.id]?.history.append((accepts ? "ACEITA" : "REJEITADA", now))
        }
        if accepts {
            books.recurrences[id]?.history.append(("APROVADA", now))
            tell(recurrence: id, now: now)
        } else {
            end(id, "REJEITADA", by: "USUARIO_PAGADOR", "AP13", now: now)
        }
        return true
    }

    private mutating func tell(recurrence id: String, now: Timestamp) {
        guard books.webhooks["rec"] != nil, let recurrence = books.recurrences[id] else { return }
        var object = JSONObject()
        object.append("idRec", .string(id))
        object.append("status", .string(recurrence.status))
        object.append("atualizacao", Self.history(recurrence.history))
        object.append("encerramento", ifPresent: recurrence.end)
        post(["recs": [.object(object)]], at: now)
    }

    func json(recurrenceOf id: String, txid: String? = nil, isWhole: Bool = false) -> JSONValue? {
        guard let recurrence = books.recurrences[id] else { return nil }
        let keys: Set<String> = ["vinculo", "calendario", "valor", "politicaRetentativa"]
        var object = recurrence.request.keeping(keys)
        object.append("idRec", .string(id))
        object.append(
            "recebedor",
            ["cnpj": .string(configuration.receiver.cnpj), "nome": .string(configuration.receiver.name)])
        object.append("status", .string(recurrence.status))
        let location = recurrence.locationID.flatMap { books.locations[$0] }
        if let place = recurrence.locationID, let location { object.append("loc", json(location: place, location)) }
        object.append("atualizacao", Self.history(recurrence.history))
        object.append("encerramento", ifPresent: recurrence.end)
        let asked = books.consents.values.filter { $0.request["idRec"]?.string == id }.sorted { $0.id < $1.id }
        if isWhole {
            object.append("solicitacao", .array(asked.compactMap { json(consentOf: $0.id) }))
        }
        var journey: JSONValue = asked.isEmpty ? "AGUARDANDO_DEFINICAO" : "JORNADA_1"
        if let location {
            // With a charge's txid, the code pays the charge and offers the recurrence.
            let charge = txid.flatMap { books.charges[$0] }
            let url = charge?.locationID.flatMap { books.locations[$0]?.url }
            journey = charge == nil ? "JORNADA_2" : charge?.kind == .immediate ? "JORNADA_3" : "JORNADA_4"
            if isWhole, let url, let code = code(url, recurrence: location.url) {
                object.append("dadosQR", ["jornada": journey, "pixCopiaECola": code])
            }
        }
        object.append("ativacao", ["tipoJornada": journey])
        return .object(object)
    }

    mutating func consents(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let type = "SolicRecOperacaoInvalida"
        switch (call.method, call.parts.count) {
        case ("POST", 1):
            let body = try call.object(type)
            let value = JSONValue.object(body)
            let recurrence = value["idRec"]?.string ?? ""
            guard books.recurrences[recurrence]?.status == "CRIADA" else { throw .notFound("RecNaoEncontrada") }
            guard
                let until = value["calendario"]?["dataExpiracaoSolicitacao"]?.string.flatMap({ Timestamp(rfc3339: $0) }
                ),
                until > now
            else { throw .invalid(type, "solicrec.calendario.dataExpiracaoSolicitacao", "É anterior à criação.") }
            guard value["destinatario"]?["conta"]?.string != nil,
                value["destinatario"]?["ispbParticipante"]?.string?.count == 8
            else { throw .invalid(type, "solicrec.destinatario", "Não respeita o schema.") }
            let open = books.consents.values.contains {
                $0.request["idRec"]?.string == recurrence && ["CRIADA", "ENVIADA", "RECEBIDA"].contains($0.status)
            }
            guard !open else {
                throw .invalid(
                    type, "solicrec.idRec", "Existe uma solicitação ativa referente ao mesmo solicrec.idRec.")
            }
            let id = "SC" + name(on: Zone.brasilia.day(now))
            books.consents[id] = BankBooks.Consent(id: id, request: body, history: [("CRIADA", now)])
            return BankAnswer(201, json(consentOf: id))
        case ("GET", 2):
            guard let answer = json(consentOf: call.id) else { throw .notFound("SolicRecNaoEncontrada") }
            return BankAnswer(200, answer)
        case ("PATCH", 2):
            guard let consent = books.consents[call.id] else { throw .notFound("SolicRecNaoEncontrada") }
            guard ["CRIADA", "ENVIADA", "RECEBIDA"].contains(consent.status) else {
                throw .invalid(
                    type, "status",
                    "Não é possível cancelar com o status diferente de CRIADA, ENVIADA ou RECEBIDA.")
            }
            books.consents[call.id]?.history.append(("CANCELADA", now))
            return BankAnswer(201, json(consentOf: call.id))
        default: throw .notFound("NaoEncontrado")
        }
    }

    private func json(consentOf id: String) -> JSONValue? {
        guard let consent = books.consents[id] else { return nil }
        var object = consent.request.keeping(["idRec", "calendario", "destinatario"])
        object.append("idSolicRec", .string(id))
        object.append("status", .string(consent.status))
        object.append("atualizacao", Self.history(consent.history))
        return .object(object)
    }
}
