import Channels
import Domain
import Payments

/// `cobr`: one installment of a recurrence, taken from the payer's account on its day.
extension BankSimulator {
    /// Banks try in the morning, between 0 and 8 o'clock of Brasília.
    private static let attemptMinute = 6 * 60

    mutating func recurringCharges(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let type = "CobROperacaoInvalida"
        switch (call.method, call.parts.count) {
        case ("PUT", 2):
            try checkTxid(call.id)
            let body = try call.object(type)
            if let charge = books.recurringCharges[call.id] {
                guard charge.request == body else {
                    throw .invalid(type, "cobr.txid", "O campo cobr.txid encontra-se em uso.")
                }
            } else {
                try create(call.id, body, now: now)
            }
            return BankAnswer(201, json(recurringChargeOf: call.id))
        case ("GET", 1):
            let listing = try BankListing(call, "CobRConsultaInvalida")
            let found = books.recurringCharges.values.filter { charge in
                listing.contains(charge.createdAt) && (call.query["idRec"].map { $0 == charge.recurrence } ?? true)
                    && (call.query["status"].map { $0 == charge.status } ?? true)
            }
            return listing.answer(
                "cobsr", found.sorted { $0.txid < $1.txid }.compactMap { json(recurringChargeOf: $0.txid) })
        case ("GET", 2):
            guard let answer = json(recurringChargeOf: call.id) else { throw .notFound("CobRNaoEncontrado") }
            return BankAnswer(200, answer)
        case ("PATCH", 2):
            guard let charge = books.recurringCharges[call.id] else { throw .notFound("CobRNaoEncontrado") }
            guard ["CRIADA", "ATIVA"].contains(charge.status),
                charge.attempts.allSatisfy({ Zone.brasilia.day(now) < $0.day })
            else {
                throw .invalid(type, "cobr.status", "Não é possível cancelar na data da primeira tentativa ou depois.")
            }
            change(call.id, "CANCELADA", now: now)
            return BankAnswer(200, json(recurringChargeOf: call.id))
        case ("POST", 4) where call.parts[2] == "retentativa":
            guard books.recurringCharges[call.id] != nil else { throw .notFound("CobRNaoEncontrado") }
            try retry(call.id, call.parts[3], now: now)
            return BankAnswer(201, json(recurringChargeOf: call.id))
        default: throw .notFound("NaoEncontrado")
        }
    }

    private mutating func create(_ txid: String, _ body: JSONObject, now: Timestamp) throws(BankProblem) {
        let type = "CobROperacaoInvalida"
        let value = JSONValue.object(body)
        guard !books.isUsed(txid) else { throw .invalid(type, "cobr.txid", "O campo cobr.txid encontra-se em uso.") }
        guard let recurrence = books.recurrences[value["idRec"]?.string ?? ""], recurrence.status == "APROVADA" else {
            throw .invalid(type, "cobr.idRec", "A recorrência não está APROVADA.")
        }
        guard let amount = BankChargeRules.money(value["valor"]?["original"]), amount > .zero else {
            throw .invalid(type, "cobr.valor", "O campo cobr.valor não respeita o schema.")
        }
        guard let due = value["calendario"]?["dataDeVencimento"]?.string.flatMap({ CalendarDay(iso: $0) }),
            due > Zone.brasilia.day(now)
        else {
            throw .invalid(type, "cobr.calendario.dataDeVencimento", "É anterior à data de criação da cobrança.")
        }
        guard value["recebedor"]?["conta"]?.string != nil, value["recebedor"]?["tipoConta"]?.string != nil,
            value["ajusteDiaUtil"]?.bool != nil
        else { throw .invalid(type, "cobr.recebedor", "O objeto cobr.recebedor não respeita o schema.") }
        let sameCycle = books.recurringCharges.values.contains { other in
            other.recurrence == recurrence.id && !["REJEITADA", "CANCELADA"].contains(other.status)
                && JSONValue.object(other.request)["calendario"]?["dataDeVencimento"]?.string == due.iso
        }
        guard !sameCycle else {
            throw .invalid(type, "cobr.idRec", "Existe uma CobR referente ao mesmo cobr.idRec no mesmo ciclo.")
        }
        books.recurringCharges[txid] = BankBooks.RecurringCharge(
            txid: txid, request: body, createdAt: now, history: [("CRIADA", now)])
        let moves = value["ajusteDiaUtil"]?.bool ?? true
        let day = moves ? BrazilianCalendar.standard.nextBankBusinessDay(onOrAfter: due) : due
        schedule(txid, on: day, kind: "AGND", now: now)
        change(txid, "ATIVA", now: now)
    }

    private mutating func schedule(_ txid: String, on day: CalendarDay, kind: String, now: Timestamp) {
        let number = StableHash.hex(StableHash.fnv1a("\(txid)/\(day.iso)".utf8)).suffix(11)
        let digits = day.iso.filter { $0 != "-" }
        let attempt = BankBooks.RecurringCharge.Attempt(
            day: day, endToEndID: "E\(configuration.payersISPB)\(digits)0600\(number)", kind: kind,
            history: [("AGENDADA", now)])
        books.recurringCharges[txid]?.attempts.append(attempt)
        events.plan(
            .attempt(txid: txid, day: day), at: Zone.brasilia.instant(day, minuteOfDay: Self.attemptMinute))
    }

    /// Up to three more within seven days, where the recurrence allows them.
    private mutating func retry(_ txid: String, _ text: String, now: Timestamp) throws(BankProblem) {
        let type = "CobROperacaoInvalida"
        guard let charge = books.recurringCharges[txid], let first = charge.attempts.first,
            let recurrence = books.recurrences[charge.recurrence]
        else { throw .notFound("CobRNaoEncontrado") }
        guard recurrence.request["politicaRetentativa"]?.string == "PERMITE_3R_7D" else {
            throw .invalid(
                type, "politicaRetentativa", "A política da recorrência não permite retentativa de cobrança.")
        }
        guard charge.status == "ATIVA", charge.attempts.allSatisfy({ $0.rejection != nil }) else {
            throw .invalid(type, "tentativas", "Existe uma tentativa não finalizada.")
        }
        guard let day = CalendarDay(iso: text), day > Zone.brasilia.day(now), day <= first.day.adding(days: 7),
            charge.attempts.count < 4
        else {
            throw .invalid(type, "data", "O parâmetro data não corresponde a uma data futura permitida.")
        }
        schedule(txid, on: day, kind: "NTAG", now: now)
    }

    /// Takes the money, or finds none.
    mutating func attempt(_ txid: String, on day: CalendarDay, now: Timestamp) {
        guard let charge = books.recurringCharges[txid], charge.status == "ATIVA",
            let index = charge.attempts.firstIndex(where: { $0.day == day }),
            let amount = BankChargeRules.money(JSONValue.object(charge.request)["valor"]?["original"])
        else { return }
        var chance = draw("attempt")
        guard !chance.chance(configuration.faults.recurringUnpaid) else {
            books.recurringCharges[txid]?.attempts[index].history.append(("REJEITADA", now))
            books.recurringCharges[txid]?.attempts[index].rejection = "AM02"
            let recurrence = books.recurrences[charge.recurrence]
            let isLast =
                recurrence?.request["politicaRetentativa"]?.string != "PERMITE_3R_7D" || charge.attempts.count == 4
            if isLast { change(txid, "EXPIRADA", now: now) } else { tell(recurringCharge: txid, now: now) }
            return
        }
        let debtor = JSONValue.object(books.recurrences[charge.recurrence]?.request ?? JSONObject())["vinculo"]?[
            "devedor"]
        let payer = PixAccountHolder(
            name: debtor?["nome"]?.string ?? "", document: debtor?["cpf"]?.string ?? debtor?["cnpj"]?.string ?? "")
        books.recurringCharges[txid]?.attempts[index].history.append(("PAGA", now))
        _ = book(amount, txid: txid, payer, nil, components: nil, now: now)
        books.recurringCharges[txid]?.payments.append(payments.count - 1)
        change(txid, "CONCLUIDA", now: now)
    }

    private mutating func change(_ txid: String, _ status: String, now: Timestamp) {
        books.recurringCharges[txid]?.history.append((status, now))
        tell(recurringCharge: txid, now: now)
    }

    private mutating func tell(recurringCharge txid: String, now: Timestamp) {
        guard books.webhooks["cobr"] != nil, let charge = books.recurringCharges[txid] else { return }
        var object = JSONObject()
        object.append("idRec", .string(charge.recurrence))
        object.append("txid", .string(txid))
        object.append("status", .string(charge.status))
        object.append("atualizacao", Self.history(charge.history))
        object.append("tentativas", .array(charge.attempts.map(Self.json)))
        if !charge.payments.isEmpty { object.append("pix", .array(charge.payments.map { json(payments[$0]) })) }
        post(["cobsr": [.object(object)]], at: now)
    }

    private static func json(_ attempt: BankBooks.RecurringCharge.Attempt) -> JSONValue {
        var object = JSONObject()
        object.append("dataLiquidacao", .string(attempt.day.iso))
        object.append("tipo", .string(attempt.kind))
        object.append("endToEndId", .string(attempt.endToEndID))
        object.append("status", .string(attempt.history.last?.status ?? "SOLICITADA"))
        object.append("atualizacao", history(attempt.history))
        object.append(
            "rejeicao",
            ifPresent: attempt.rejection.map { ["codigo": .string($0), "descricao": "Saldo insuficiente."] })
        return .object(object)
    }

    func json(recurringChargeOf txid: String) -> JSONValue? {
        guard let charge = books.recurringCharges[txid] else { return nil }
        let value = JSONValue.object(charge.request)
        let keys: Set<String> = ["idRec", "calendario", "valor", "ajusteDiaUtil", "infoAdicional", "recebedor"]
        var object = charge.request.keeping(keys)
        let calendar = (value["calendario"]?.object ?? JSONObject()).setting(
            "criacao", .string(Zone.brasilia.day(charge.createdAt).iso))
        let receiver = (value["recebedor"]?.object ?? JSONObject())
            .setting("cnpj", .string(configuration.receiver.cnpj)).setting("nome", .string(configuration.receiver.name))
        object = object.setting("calendario", .object(calendar)).setting("recebedor", .object(receiver))
        object.append("txid", .string(txid))
        object.append("status", .string(charge.status))
        object.append(
            "politicaRetentativa",
            ifPresent: books.recurrences[charge.recurrence]?.request["politicaRetentativa"])
        object.append("atualizacao", Self.history(charge.history))
        object.append("tentativas", .array(charge.attempts.map(Self.json)))
        if !charge.payments.isEmpty { object.append("pix", .array(charge.payments.map { json(payments[$0]) })) }
        return .object(object)
    }
}
