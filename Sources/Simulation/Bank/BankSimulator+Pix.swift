import Channels
import Domain
import Payments

/// `pix`: what arrived, and what goes back.
extension BankSimulator {
    /// Refunds may be asked for so long after the payment.
    static let refundDays: Int64 = 90

    mutating func pix(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        switch (call.method, call.parts.count) {
        case ("GET", 1): return try listPix(call)
        case ("GET", 2): return BankAnswer(200, json(try payment(call.id)))
        case ("GET", 4) where call.parts[2] == "devolucao":
            let refunds = books.refunds[try payment(call.id).endToEndID] ?? []
            guard let refund = refunds.first(where: { $0.id == call.parts[3] }) else {
                throw .notFound("PixDevolucaoNaoEncontrada")
            }
            return BankAnswer(200, json(refund))
        case ("PUT", 4) where call.parts[2] == "devolucao":
            return BankAnswer(
                201, json(try refund(try payment(call.id), call.parts[3], call, now: now)))
        default: throw .notFound("NaoEncontrado")
        }
    }

    private func payment(_ endToEndID: String) throws(BankProblem) -> SettledPix {
        guard let pix = payments.first(where: { $0.endToEndID == endToEndID }) else {
            throw .notFound("PixNaoEncontrado")
        }
        return pix
    }

    private func listPix(_ call: BankCall) throws(BankProblem) -> BankAnswer {
        let listing = try BankListing(call, "PixConsultaInvalida")
        let query = call.query
        let found = payments.filter { pix in
            listing.contains(pix.at) && (query["txid"].map { $0 == pix.txid } ?? true)
                && (query["txIdPresente"].map { ($0 == "true") == (pix.txid != nil) } ?? true)
                && (query["devolucaoPresente"].map { ($0 == "true") == (books.refunds[pix.endToEndID] != nil) } ?? true)
                && (query["cpf"].map { $0 == pix.payer.document } ?? true)
                && (query["cnpj"].map { $0 == pix.payer.document } ?? true)
        }
        return listing.answer("pix", found.map { json($0) })
    }

    private mutating func refund(
        _ pix: SettledPix, _ id: String, _ call: BankCall, now: Timestamp
    ) throws(BankProblem) -> BankBooks.Refund {
        let type = "PixDevolucaoInvalida"
        let body = JSONValue.object(try call.object(type))
        let nature = body["natureza"]?.string ?? "ORIGINAL"
        let isWord = (1...35).contains(id.utf8.count) && id.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        guard isWord else { throw .invalid(type, "id", "O id não respeita o schema.") }
        guard let amount = BankChargeRules.money(body["valor"]), amount > .zero else {
            throw .invalid(type, "devolucao.valor", "O campo devolucao.valor não respeita o schema.")
        }
        let before = books.refunds[pix.endToEndID] ?? []
        if let same = before.first(where: { $0.id == id }) {
            // The same request again is the same refund.
            guard same.amount == amount, same.nature == nature else {
                throw .invalid(
                    type, "id", "O id já utilizado por outra requisição de devolução para o e2eid em questão.")
            }
            return same
        }
        let gone = before.filter { $0.status != "NAO_REALIZADO" }.map(\.amount).sum()
        guard gone + amount <= pix.amount else {
            throw .invalid(
                type, "devolucao.valor", "Em conjunto com as demais devoluções, excederia o valor do pix originário.")
        }
        guard now <= pix.at.adding(days: Self.refundDays) else {
            throw .invalid(type, "devolucao", "Viola a janela de tempo permitida para devoluções.")
        }
        let returnID =
            "D" + endToEndID(now).dropFirst(1).dropLast(5) + String(padded(Int(books.nextNumber()), 5).suffix(5))
        let refund = BankBooks.Refund(
            id: id, returnID: returnID, amount: amount, nature: nature, description: body["descricao"]?.string,
            requestedAt: now)
        books.refunds[pix.endToEndID, default: []].append(refund)
        var chance = draw("refund")
        let wait = configuration.processing.sample(&chance)
        events.plan(.finishRefund(endToEndID: pix.endToEndID, id: id), at: now.adding(milliseconds: wait))
        return refund
    }

    /// A refund reaches its end, and the creditor is told.
    mutating func finishRefund(_ endToEndID: String, _ id: String, now: Timestamp) {
        guard var refunds = books.refunds[endToEndID], let index = refunds.firstIndex(where: { $0.id == id }),
            let pix = payments.first(where: { $0.endToEndID == endToEndID })
        else { return }
        var chance = draw("refund-end")
        if chance.chance(configuration.faults.refundsFailed) {
            refunds[index].status = "NAO_REALIZADO"
            refunds[index].reason = "Conta do pagador encerrada."
        } else {
            refunds[index].status = "DEVOLVIDO"
            refunds[index].settledAt = now
        }
        books.refunds[endToEndID] = refunds
        let isWanted = configuration.client == nil || books.webhooks[configuration.pixKey] != nil
        if pix.txid != nil, isWanted { post(["pix": [json(pix)]], at: now) }
    }

    /// A received Pix as the Central Bank's API writes it; `pagador` is what many banks add.
    func json(_ pix: SettledPix) -> JSONValue {
        var object = JSONObject()
        object.append("endToEndId", .string(pix.endToEndID))
        object.append("txid", ifPresent: pix.txid.map { .string($0) })
        object.append("valor", Self.decimal(pix.amount))
        object.append("componentesValor", ifPresent: pix.components.map(Self.json))
        object.append("chave", .string(pix.key))
        object.append("horario", Self.instant(pix.at))
        object.append("infoPagador", ifPresent: pix.message.map { .string($0) })
        let document = pix.payer.document.count == 14 ? "cnpj" : "cpf"
        object.append(
            "pagador", [document: .string(pix.payer.document), "nome": .string(pix.payer.name)])
        if let refunds = books.refunds[pix.endToEndID] {
            object.append("devolucoes", .array(refunds.map { json($0) }))
        }
        return .object(object)
    }

    private static func json(_ components: PixComponents) -> JSONValue {
        var object = JSONObject()
        object.append("original", ["valor": decimal(components.original)])
        let parts = [
            ("juros", components.interest), ("multa", components.fine), ("abatimento", components.rebate),
            ("desconto", components.discount),
        ]
        for (name, money) in parts where money > .zero { object.append(name, ["valor": decimal(money)]) }
        return .object(object)
    }

    private func json(_ refund: BankBooks.Refund) -> JSONValue {
        var times = JSONObject()
        times.append("solicitacao", Self.instant(refund.requestedAt))
        times.append("liquidacao", ifPresent: refund.settledAt.map(Self.instant))
        var object = JSONObject()
        object.append("id", .string(refund.id))
        object.append("rtrId", .string(refund.returnID))
        object.append("valor", Self.decimal(refund.amount))
        object.append("natureza", .string(refund.nature))
        object.append("descricao", ifPresent: refund.description.map { .string($0) })
        object.append("horario", .object(times))
        object.append("status", .string(refund.status))
        object.append("motivo", ifPresent: refund.reason.map { .string($0) })
        return .object(object)
    }
}
