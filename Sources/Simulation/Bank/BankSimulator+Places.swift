import Channels
import Domain
import Payments

/// `loc`, `locrec` and `webhook…`: addresses from which charges are fetched, and addresses that the bank calls.
extension BankSimulator {
    mutating func locations(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let isRecurrence = call.resource == "locrec"
        let name = isRecurrence ? "PayloadLocationRec" : "PayloadLocation"
        switch (call.method, call.parts.count) {
        case ("POST", 1):
            var kind: PixChargeKind?
            if !isRecurrence {
                let body = JSONValue.object(try call.object(name + "OperacaoInvalida"))
                kind = body["tipoCob"]?.string.flatMap(PixChargeKind.init(rawValue:))
                guard kind != nil else {
                    throw .invalid(name + "OperacaoInvalida", "tipoCob", "O campo tipoCob não respeita o schema.")
                }
            }
            let id = newLocation(kind, now: now)
            return BankAnswer(201, try found(id, isRecurrence, name).json)
        case ("GET", 1):
            let listing = try BankListing(call, name + "ConsultaInvalida")
            let found = books.locations.filter { _, location in
                (location.kind == nil) == isRecurrence && listing.contains(location.createdAt)
                    && (call.query["txIdPresente"].map { ($0 == "true") == (location.txid != nil) } ?? true)
                    && (call.query["idRecPresente"].map { ($0 == "true") == (location.recurrence != nil) } ?? true)
                    && (call.query["tipoCob"].map { $0 == location.kind?.rawValue } ?? true)
            }
            return listing.answer("loc", found.sorted { $0.key < $1.key }.map { json(location: $0.key, $0.value) })
        case ("GET", 2):
            return BankAnswer(200, try found(Int64(call.id), isRecurrence, name).json)
        case ("DELETE", 3) where call.parts[2] == (isRecurrence ? "idRec" : "txid"):
            let id = try found(Int64(call.id), isRecurrence, name).id
            if let txid = books.locations[id]?.txid { books.charges[txid]?.locationID = nil }
            if let recurrence = books.locations[id]?.recurrence { books.recurrences[recurrence]?.locationID = nil }
            books.locations[id]?.txid = nil
            books.locations[id]?.recurrence = nil
            return BankAnswer(200, try found(id, isRecurrence, name).json)
        default: throw .notFound("NaoEncontrado")
        }
    }

    private func found(
        _ id: Int64?, _ isRecurrence: Bool, _ name: String
    ) throws(BankProblem) -> (id: Int64, json: JSONValue) {
        guard let id, let location = books.locations[id], (location.kind == nil) == isRecurrence else {
            throw .notFound(name + "NaoEncontrado")
        }
        return (id, json(location: id, location))
    }

    /// Addresses cannot be guessed: capability URLs.
    mutating func newLocation(_ kind: PixChargeKind?, now: Timestamp) -> Int64 {
        let id = books.nextNumber()
        var chance = draw("location")
        let secret = (StableHash.hex(chance.next()) + StableHash.hex(chance.next())).lowercased()
        let middle =
            switch kind {
            case .immediate: ""
            case .due: "/cobv"
            case nil: "/rec"
            }
        books.locations[id] = BankBooks.Location(
            url: configuration.locationBase + middle + "/" + secret, kind: kind, createdAt: now)
        return id
    }

    func json(location id: Int64, _ location: BankBooks.Location) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(id))
        object.append("location", .string(location.url))
        if let kind = location.kind {
            object.append("tipoCob", .string(kind.rawValue))
        } else {
            object.append("tipo", "rec")
        }
        object.append("criacao", Self.instant(location.createdAt))
        object.append("txid", ifPresent: location.txid.map { .string($0) })
        object.append("idRec", ifPresent: location.recurrence.map { .string($0) })
        return .object(object)
    }

    mutating func webhooks(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let isKey = call.resource == "webhook"
        if isKey, call.method == "GET", call.parts.count == 1 {
            let listing = try BankListing(call, "WebhookConsultaInvalida")
            let found = books.webhooks[configuration.pixKey].map { [$0] } ?? []
            return listing.answer("webhooks", found.filter { listing.contains($0.createdAt) }.map { json($0, isKey) })
        }
        guard call.parts.count == (isKey ? 2 : 1) else { throw .notFound("NaoEncontrado") }
        let key = isKey ? call.id : String(call.resource.dropFirst("webhook".count))
        let name = isKey ? "Webhook" : call.resource == "webhookrec" ? "WebhookRec" : "WebhookCobR"
        switch call.method {
        case "PUT":
            let url = JSONValue.object(try call.object(name + "OperacaoInvalida"))["webhookUrl"]?.string ?? ""
            guard url.hasPrefix("https://"), url.utf8.count > 8 else {
                throw .invalid(name + "OperacaoInvalida", "webhookUrl", "O campo webhookUrl não respeita o schema.")
            }
            guard !isKey || key == configuration.pixKey else {
                throw .invalid(name + "OperacaoInvalida", "chave", "A chave não pertence a este usuário recebedor.")
            }
            books.webhooks[key] = BankBooks.Webhook(url: url, createdAt: now)
            return BankAnswer(200)
        case "GET":
            guard let webhook = books.webhooks[key] else { throw .notFound("WebhookNaoEncontrado") }
            return BankAnswer(200, json(webhook, isKey))
        case "DELETE":
            guard books.webhooks.removeValue(forKey: key) != nil else { throw .notFound("WebhookNaoEncontrado") }
            return BankAnswer(204)
        default: throw .notFound("NaoEncontrado")
        }
    }

    private func json(_ webhook: BankBooks.Webhook, _ isKey: Bool) -> JSONValue {
        var object = JSONObject()
        object.append("webhookUrl", .string(webhook.url))
        if isKey {
            object.append("chave", .string(configuration.pixKey))
            object.append("cnpj", .string(configuration.receiver.cnpj))
        }
        object.append("criacao", Self.instant(webhook.createdAt))
        return .object(object)
    }
}
