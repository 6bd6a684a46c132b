import Channels
import Domain
import Payments

/// `cob` and `cobv`: made with the creditor's txid, revised, removed, asked for, and paid.
extension BankSimulator {
    /// The members of a charge that are the creditor's; the rest is the bank's.
    private static let own: Set<String> = [
        "calendario", "devedor", "valor", "chave", "solicitacaoPagador", "infoAdicionais",
    ]

    mutating func charges(_ kind: PixChargeKind, _ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let name = kind == .immediate ? "Cob" : "CobV"
        switch (call.method, call.parts.count) {
        case ("GET", 1): return try list(kind, call, name)
        case ("PUT", 2):
            try checkTxid(call.id)
            let body = try call.object(name + "OperacaoInvalida")
            try put(kind, call.id, body, now: now)
            return BankAnswer(201, json(chargeOf: call.id))
        case ("POST", 1) where kind == .immediate:
            let body = try call.object(name + "OperacaoInvalida")
            let txid = "BANCO" + StableHash.hex(UInt64(books.nextNumber())) + StableHash.hex(configuration.seed)
            try put(kind, txid, body, now: now)
            return BankAnswer(201, json(chargeOf: txid))
        case ("PATCH", 2):
            guard books.charges[call.id]?.kind == kind else { throw missing(kind) }
            try patch(kind, call.id, try call.object(name + "OperacaoInvalida"), now: now)
            return BankAnswer(200, json(chargeOf: call.id))
        case ("GET", 2):
            guard let charge = books.charges[call.id], charge.kind == kind else { throw missing(kind) }
            var revision: Int?
            if let text = call.query["revisao"] {
                guard let number = Int(text), charge.revisions.indices.contains(number) else {
                    throw .invalid(
                        name + "ConsultaInvalida", "revisao",
                        "O parâmetro revisao corresponde a uma revisão inexistente para a cobrança.")
                }
                revision = number
            }
            return BankAnswer(200, json(chargeOf: call.id, revision: revision, withPayments: true))
        default: throw .notFound("NaoEncontrado")
        }
    }

    private func missing(_ kind: PixChargeKind) -> BankProblem {
        .notFound(kind == .immediate ? "CobNaoEncontrado" : "CobVNaoEncontrada")
    }

    /// A charge's txid has 26 to 35 letters and digits.
    func checkTxid(_ txid: String) throws(BankProblem) {
        let valid = (26...35).contains(txid.utf8.count) && txid.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        guard valid else { throw .invalid("RequisicaoInvalida", "txid", "O txid não respeita o schema.") }
    }

    /// Makes or revises; what is there already in the same words stays as it is.
    mutating func put(
        _ kind: PixChargeKind, _ txid: String, _ body: JSONObject, now: Timestamp
    ) throws(BankProblem) {
        var rules = BankChargeRules(kind)
        let own = body.keeping(Self.own)
        if let charge = books.charges[txid] {
            guard charge.kind == kind else {
                rules.fail("txid", "O campo txid encontra-se em uso.")
                return try rules.finish()
            }
            let asked = JSONValue.object(body)["loc"]?["id"]?.integer
            if charge.current == own, asked == nil || asked == charge.locationID { return }
            guard charge.status == .active else {
                rules.fail(
                    "status", "A cobrança já existe, não está no status ATIVA, e a presente requisição busca alterá-la."
                )
                return try rules.finish()
            }
        } else if books.isUsed(txid) {
            rules.fail("txid", "O campo txid encontra-se em uso.")
        }
        let created = books.charges[txid]?.createdAt ?? now
        rules.check(own, key: configuration.pixKey, createdOn: Zone.brasilia.day(created))
        try rules.finish()
        let location = try location(for: txid, kind, body, now: now)
        if books.charges[txid] == nil {
            books.charges[txid] = BankBooks.Charge(kind: kind, createdAt: now, revisions: [own], locationID: location)
        } else {
            books.charges[txid]?.revisions.append(own)
            books.charges[txid]?.locationID = location
        }
    }

    /// The address that the body names, or the one that the charge has, or a new one.
    private mutating func location(
        for txid: String, _ kind: PixChargeKind, _ body: JSONObject, now: Timestamp
    ) throws(BankProblem) -> Int64 {
        let old = books.charges[txid]?.locationID
        guard let id = JSONValue.object(body)["loc"]?["id"]?.integer else {
            if let old { return old }
            let id = newLocation(kind, now: now)
            books.locations[id]?.txid = txid
            return id
        }
        var rules = BankChargeRules(kind)
        if let location = books.locations[id] {
            if let other = location.txid, other != txid {
                rules.fail("loc.id", "O location já está sendo utilizado por outra cobrança.")
            }
            if location.kind != kind { rules.fail("loc.id", "O location apresenta outro tipo.") }
        } else {
            rules.fail("loc.id", "O location referenciado por loc.id inexiste.")
        }
        try rules.finish()
        if let old, old != id { books.locations[old]?.txid = nil }
        books.locations[id]?.txid = txid
        return id
    }

    private mutating func patch(
        _ kind: PixChargeKind, _ txid: String, _ body: JSONObject, now: Timestamp
    ) throws(BankProblem) {
        guard let charge = books.charges[txid] else { throw missing(kind) }
        var rules = BankChargeRules(kind)
        if charge.status != .active {
            rules.fail("status", "A cobrança não está ATIVA, e a presente requisição busca alterá-la.")
        }
        let status = JSONValue.object(body)["status"]?.string
        if let status {
            if status != PixChargeStatus.removedByUs.rawValue {
                rules.fail("status", "O campo status não respeita o schema.")
            }
            if body.members.count > 1 {
                rules.fail("status", "A requisição propõe remover a cobrança juntamente com outras alterações.")
            }
        }
        try rules.finish()
        guard status == nil else {
            books.charges[txid]?.status = .removedByUs
            return
        }
        // Members that are there replace the old ones; objects are replaced member by member.
        var merged = charge.current
        for member in body.keeping(Self.own).members {
            if case .object(let new) = member.value, case .object(let old) = merged[member.key] {
                merged = merged.setting(
                    member.key, .object(new.members.reduce(old) { $0.setting($1.key, $1.value) }))
            } else {
                merged = merged.setting(member.key, member.value)
            }
        }
        rules.check(merged, key: configuration.pixKey, createdOn: Zone.brasilia.day(charge.createdAt))
        try rules.finish()
        let location = try location(for: txid, kind, body, now: now)
        books.charges[txid]?.locationID = location
        books.charges[txid]?.revisions.append(merged)
    }

    private func list(_ kind: PixChargeKind, _ call: BankCall, _ name: String) throws(BankProblem) -> BankAnswer {
        let listing = try BankListing(call, name + "ConsultaInvalida")
        let found = books.charges.filter { _, charge in
            let document = JSONValue.object(charge.current)["devedor"]
            return charge.kind == kind && listing.contains(charge.createdAt)
                && (call.query["status"].map { $0 == charge.status.rawValue } ?? true)
                && (call.query["cpf"].map { $0 == document?["cpf"]?.string } ?? true)
                && (call.query["cnpj"].map { $0 == document?["cnpj"]?.string } ?? true)
                && (call.query["locationPresente"].map { ($0 == "true") == (charge.locationID != nil) } ?? true)
        }
        let inOrder = found.sorted { ($0.value.createdAt, $0.key) < ($1.value.createdAt, $1.key) }
        return listing.answer("cobs", inOrder.compactMap { json(chargeOf: $0.key, withPayments: true) })
    }

    /// A charge as the API writes it.
    func json(chargeOf txid: String, revision: Int? = nil, withPayments: Bool = false) -> JSONValue? {
        guard let charge = books.charges[txid] else { return nil }
        let number = revision ?? charge.revisions.count - 1
        var object = charge.revisions[number]
        var calendar = object["calendario"]?.object ?? JSONObject()
        calendar = calendar.setting("criacao", Self.instant(charge.createdAt))
        if charge.kind == .immediate, calendar["expiracao"] == nil { calendar.append("expiracao", 86_400) }
        if charge.kind == .due, calendar["validadeAposVencimento"] == nil {
            calendar.append("validadeAposVencimento", 30)
        }
        object = object.setting("calendario", .object(calendar)).setting("txid", .string(txid))
        object = object.setting("revisao", JSONValue(Int64(number)))
        object = object.setting("status", .string(charge.status.rawValue))
        if let id = charge.locationID, let location = books.locations[id] {
            object = object.setting("loc", json(location: id, location)).setting("location", .string(location.url))
            object = object.setting("pixCopiaECola", code(location.url))
        }
        if charge.kind == .due { object = object.setting("recebedor", receiver) }
        if withPayments, !charge.payments.isEmpty {
            object = object.setting("pix", .array(charge.payments.map { json(payments[$0]) }))
        }
        return .object(object)
    }

    private var receiver: JSONValue {
        let receiver = configuration.receiver
        return [
            "cnpj": .string(receiver.cnpj), "nome": .string(receiver.name), "logradouro": .string(receiver.street),
            "cidade": .string(receiver.city), "uf": .string(receiver.state), "cep": .string(receiver.postalCode),
        ]
    }

    /// The code that names an address; nil where the receiver's name or the address does not fit into one.
    func code(_ url: String, recurrence: String? = nil) -> JSONValue? {
        let name = BRCode.fitting(configuration.receiver.name, max: BRCode.nameLengthMax)
        let city = BRCode.fitting(configuration.receiver.city, max: BRCode.cityLengthMax)
        let code = try? BRCode.composeDynamic(url: url, recurrenceURL: recurrence, name: name, city: city)
        return code.map { .string($0.payload) }
    }

    /// Pays the charge that an address shows, with what it asks for today.
    mutating func pay(
        chargeAt url: String, _ amount: Money?, _ payer: PixAccountHolder, _ message: String?, _ now: Timestamp
    ) throws(BankRefusal) -> SettledPix {
        guard let txid = books.locations.first(where: { $0.value.url == url })?.value.txid,
            let charge = books.charges[txid]
        else { throw .unknownCharge }
        guard charge.status == .active else { throw .chargeNotActive }
        let body = JSONValue.object(charge.current)
        var components: PixComponents?
        switch charge.kind {
        case .immediate:
            let seconds = body["calendario"]?["expiracao"]?.integer ?? 86_400
            guard now < charge.createdAt.adding(seconds: seconds) else { throw .expired }
            components = BankChargeRules.money(body["valor"]?["original"]).map { PixComponents(original: $0) }
        case .due:
            components = BankChargeRules.terms(body)?.amount(on: Zone.brasilia.day(now))
            guard components != nil else { throw .expired }
        }
        guard let components, components.total > .zero else { throw .amountNotPositive }
        if let amount, amount != components.total { throw .amountDiffers(components.total) }
        let settled = book(components.total, txid: txid, payer, message, components: components, now: now)
        books.charges[txid]?.payments.append(payments.count - 1)
        books.charges[txid]?.status = .concluded
        return settled
    }
}
