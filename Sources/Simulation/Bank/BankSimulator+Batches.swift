import Channels
import Domain
import Payments

/// `lotecobv`: many charges in one call, each decided by itself a little later.
extension BankSimulator {
    mutating func batches(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        let type = "LoteCobVOperacaoInvalida"
        switch (call.method, call.parts.count) {
        case ("GET", 1):
            let listing = try BankListing(call, "LoteCobVConsultaInvalida")
            let found = books.batches.filter { listing.contains($0.value.createdAt) }.sorted { $0.key < $1.key }
            return listing.answer("lotes", found.map { json($0.key, $0.value) })
        case ("GET", 2):
            guard let id = Int64(call.id), let batch = books.batches[id] else {
                throw .notFound("LoteCobVNaoEncontrado")
            }
            return BankAnswer(200, json(id, batch))
        case ("PUT", 2), ("PATCH", 2):
            guard let id = Int64(call.id), id > 0 else { throw .invalid(type, "id", "O id não respeita o schema.") }
            let body = JSONValue.object(try call.object(type))
            let requests = try requests(body, type)
            try accept(id, call.method, requests, type)
            let order = (body["cobsv"]?.array ?? []).compactMap { $0["txid"]?.string }
            let description = body["descricao"]?.string ?? books.batches[id]?.description ?? ""
            if books.batches[id] == nil {
                books.batches[id] = BankBooks.Batch(
                    description: description, createdAt: now, items: order.map { BankBooks.Batch.Item(txid: $0) })
            } else {
                books.batches[id]?.description = description
                for index in books.batches[id]?.items.indices ?? 0..<0
                where requests[books.batches[id]?.items[index].txid ?? ""] != nil {
                    books.batches[id]?.items[index].status = "EM_PROCESSAMENTO"
                    books.batches[id]?.items[index].problem = nil
                }
            }
            books.batchRequests[id] = requests
            var chance = draw("batch")
            let wait = configuration.processing.sample(&chance)
            events.plan(.decideBatch(id), at: now.adding(milliseconds: wait))
            return BankAnswer(202)
        default: throw .notFound("NaoEncontrado")
        }
    }

    private func requests(_ body: JSONValue, _ type: String) throws(BankProblem) -> [String: JSONObject] {
        guard let items = body["cobsv"]?.array, !items.isEmpty else {
            throw .invalid(type, "loteCobV.cobsV", "O objeto loteCobV.cobsV não respeita o schema.")
        }
        var requests: [String: JSONObject] = [:]
        for item in items {
            guard let txid = item["txid"]?.string, let object = item.object, requests[txid] == nil else {
                throw .invalid(type, "loteCobV.cobsV", "O objeto loteCobV.cobsV não respeita o schema.")
            }
            try checkTxid(txid)
            requests[txid] = object
        }
        return requests
    }

    /// A batch keeps the charges with which it was made, and a new one holds none that exists.
    private func accept(
        _ id: Int64, _ method: String, _ requests: [String: JSONObject], _ type: String
    ) throws(BankProblem) {
        let asked = Set(requests.keys)
        guard let batch = books.batches[id] else {
            guard method == "PUT" else { throw .notFound("LoteCobVNaoEncontrado") }
            guard asked.allSatisfy({ !books.isUsed($0) }) else {
                throw .invalid(type, "loteCobV.cobsV", "Pelo menos uma cobrança já encontra-se criada.")
            }
            return
        }
        let known = Set(batch.items.map(\.txid))
        guard method == "PUT" ? asked == known : asked.isSubset(of: known) else {
            throw .invalid(type, "loteCobV.cobsV", "O lote não referencia exatamente as mesmas cobranças.")
        }
    }

    mutating func decideBatch(_ id: Int64, now: Timestamp) {
        guard let items = books.batches[id]?.items, let requests = books.batchRequests.removeValue(forKey: id) else {
            return
        }
        for index in items.indices {
            guard let body = requests[items[index].txid] else { continue }
            do throws(BankProblem) {
                try put(.due, items[index].txid, body, now: now)
                books.batches[id]?.items[index].status = "CRIADA"
            } catch {
                books.batches[id]?.items[index].status = "NEGADA"
                books.batches[id]?.items[index].problem = error.json
            }
        }
    }

    private func json(_ id: Int64, _ batch: BankBooks.Batch) -> JSONValue {
        [
            "id": JSONValue(id), "descricao": .string(batch.description), "criacao": Self.instant(batch.createdAt),
            "cobsv": .array(
                batch.items.map { item in
                    var object = JSONObject()
                    object.append("txid", .string(item.txid))
                    object.append("status", .string(item.status))
                    if item.status == "CRIADA", let charge = books.charges[item.txid] {
                        object.append("criacao", Self.instant(charge.createdAt))
                    }
                    object.append("problema", ifPresent: item.problem)
                    return .object(object)
                }),
        ]
    }
}
