import Channels
package import Domain
import Foundation
import Payments

/// What the API refuses: status, the Central Bank's type, and the reasons.
struct BankProblem: Error {
    let status: Int
    let type: String
    let detail: String
    var violations: [(property: String, reason: String)] = []

    static func notFound(_ type: String) -> BankProblem {
        BankProblem(status: 404, type: type, detail: "Entidade não encontrada.")
    }

    static func invalid(_ type: String, _ property: String, _ reason: String) -> BankProblem {
        BankProblem(
            status: 400, type: type, detail: "A requisição não respeita o schema ou está semanticamente errada.",
            violations: [(property, reason)])
    }

    /// RFC 7807, with the Central Bank's types.
    var json: JSONValue {
        var object = JSONObject()
        object.append("type", .string("https://pix.bcb.gov.br/api/v2/error/\(type)"))
        object.append("title", .string(type))
        object.append("status", JSONValue(Int64(status)))
        object.append("detail", .string(detail))
        if !violations.isEmpty {
            object.append(
                "violacoes",
                .array(violations.map { ["razao": .string($0.reason), "propriedade": .string($0.property)] }))
        }
        return .object(object)
    }
}

/// What a call gives: a status and a body, or none.
struct BankAnswer {
    let status: Int
    let body: JSONValue?

    init(_ status: Int, _ body: JSONValue? = nil) {
        self.status = status
        self.body = body
    }
}

/// A call on its way through the API: its path's parts from the resource on.
struct BankCall {
    let method: String
    let parts: [String]
    let query: [String: String]
    let headers: [String: String]
    let body: [UInt8]

    /// The first part that names a resource of the API; what stands before is the bank's own affair.
    init?(_ request: SimulatedRequest) {
        let resources: Set<String> = [
            "oauth", "cob", "cobv", "lotecobv", "pix", "webhook", "webhookrec", "webhookcobr", "loc", "locrec", "rec",
            "solicrec", "cobr",
        ]
        let parts = request.path.split(separator: "/").map(String.init)
        guard let place = parts.firstIndex(where: resources.contains) else { return nil }
        method = request.method
        self.parts = Array(parts[place...])
        query = request.query
        headers = request.headers
        body = request.body
    }

    var resource: String { parts[0] }
    /// The part behind the resource; empty where there is none.
    var id: String { parts.count > 1 ? parts[1] : "" }

    /// The body's JSON object.
    func object(_ type: String) throws(BankProblem) -> JSONObject {
        guard let object = (try? JSONParser.parse(body))?.object else {
            throw .invalid(type, "body", "O corpo não é um objeto JSON.")
        }
        return object
    }

    /// `cob.write`, `webhook.read`, …
    var scope: String {
        let name = ["loc": "payloadlocation", "locrec": "payloadlocationrec"][resource] ?? resource
        return name + (method == "GET" ? ".read" : ".write")
    }
}

extension BankSimulator {
    /// Answers the Pix API 2.9.0. With `BankConfiguration.client` set, only with a valid token.
    package mutating func handle(_ request: SimulatedRequest, now: Timestamp) -> SimulatedResponse {
        guard let call = BankCall(request) else { return response(.notFound("NaoEncontrado")) }
        if call.resource == "oauth" { return token(call, now: now) }
        var chance = draw("request")
        let faults = configuration.faults
        if chance.chance(faults.unansweredBefore) {
            return SimulatedResponse(status: 0, body: [], fate: .unanswered)
        }
        if chance.chance(faults.throttled) {
            return response(BankProblem(status: 429, type: "RequisicoesDemais", detail: "Limite de chamadas excedido."))
        }
        if chance.chance(faults.unavailable) {
            return response(
                BankProblem(status: 503, type: "ServicoIndisponivel", detail: "Serviço não está disponível no momento.")
            )
        }
        var answer: SimulatedResponse
        do throws(BankProblem) {
            try authorize(call, now: now)
            let result = try perform(call, now: now)
            answer = SimulatedResponse(status: result.status, body: result.body?.bytes() ?? [])
        } catch {
            answer = response(error)
        }
        if chance.chance(faults.unansweredAfter) { answer.fate = .unanswered }
        return answer
    }

    private mutating func perform(_ call: BankCall, now: Timestamp) throws(BankProblem) -> BankAnswer {
        switch call.resource {
        case "cob": try charges(.immediate, call, now: now)
        case "cobv": try charges(.due, call, now: now)
        case "lotecobv": try batches(call, now: now)
        case "pix": try pix(call, now: now)
        case "webhook", "webhookrec", "webhookcobr": try webhooks(call, now: now)
        case "loc", "locrec": try locations(call, now: now)
        case "rec": try recurrences(call, now: now)
        case "solicrec": try consents(call, now: now)
        default: try recurringCharges(call, now: now)
        }
    }

    private func response(_ problem: BankProblem) -> SimulatedResponse {
        SimulatedResponse(
            status: problem.status, contentType: "application/problem+json", body: problem.json.bytes())
    }

    /// RFC 6749 §4.4, with the client's id and secret in the header.
    private mutating func token(_ call: BankCall, now: Timestamp) -> SimulatedResponse {
        func refused(_ status: Int, _ error: String) -> SimulatedResponse {
            SimulatedResponse(status: status, body: (["error": .string(error)] as JSONValue).bytes())
        }
        let form = PercentEncoding.query(String(decoding: call.body, as: UTF8.self))
        guard call.method == "POST", call.parts == ["oauth", "token"] else { return refused(404, "invalid_request") }
        guard form["grant_type"] == "client_credentials" else { return refused(400, "unsupported_grant_type") }
        let granted: Set<String>
        var seconds: Int64 = 3600
        if let client = configuration.client {
            guard Self.credentials(call.headers["authorization"]) == [client.id, client.secret] else {
                return refused(401, "invalid_client")
            }
            let wanted = Set((form["scope"] ?? "").split(separator: " ").map(String.init))
            guard wanted.isSubset(of: client.scopes) else { return refused(400, "invalid_scope") }
            granted = wanted.isEmpty ? client.scopes : wanted
            seconds = client.tokenSeconds
        } else {
            granted = Set((form["scope"] ?? "").split(separator: " ").map(String.init))
        }
        let text = StableHash.hex(StableHash.fnv1a("\(configuration.seed)/token/\(books.nextNumber())".utf8))
        books.tokens = books.tokens.filter { $0.value.expiresAt > now }
        books.tokens[text] = BankBooks.Token(expiresAt: now.adding(seconds: seconds), scopes: granted)
        let body: JSONValue = [
            "access_token": .string(text), "token_type": "Bearer", "expires_in": JSONValue(seconds),
            "scope": .string(granted.sorted().joined(separator: " ")),
        ]
        return SimulatedResponse(status: 200, body: body.bytes())
    }

    /// Client id and secret, form-encoded before they were joined (RFC 6749 §2.3.1).
    private static func credentials(_ header: String?) -> [String] {
        guard let header, header.hasPrefix("Basic "), let data = Data(base64Encoded: String(header.dropFirst(6))) else {
            return []
        }
        return String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
            .map { PercentEncoding.decode($0, plusIsSpace: true) }
    }

    private func authorize(_ call: BankCall, now: Timestamp) throws(BankProblem) {
        guard configuration.client != nil else { return }
        let header = call.headers["authorization"] ?? ""
        guard header.hasPrefix("Bearer "), let token = books.tokens[String(header.dropFirst(7))],
            now < token.expiresAt
        else {
            throw BankProblem(status: 401, type: "NaoAutorizado", detail: "Token ausente, desconhecido ou vencido.")
        }
        guard token.scopes.contains(call.scope) else {
            throw BankProblem(
                status: 403, type: "AcessoNegado", detail: "Requisição de participante autenticado sem autorização.")
        }
    }
}

/// Which part of a list is asked for.
struct BankListing {
    static let itemsPerPage = 100
    static let itemsPerPageMost = 1000

    let from: Timestamp
    let through: Timestamp
    private let page: Int
    private let size: Int

    init(_ call: BankCall, _ type: String) throws(BankProblem) {
        guard let from = call.query["inicio"].flatMap({ Timestamp(rfc3339: $0) }),
            let through = call.query["fim"].flatMap({ Timestamp(rfc3339: $0) }), from <= through
        else {
            throw .invalid(type, "inicio", "Os parâmetros inicio e fim são obrigatórios, em ordem (RFC 3339).")
        }
        let page = call.query["paginacao.paginaAtual"].map(Int.init) ?? 0
        let size = call.query["paginacao.itensPorPagina"].map(Int.init) ?? Self.itemsPerPage
        guard let page, let size, (0..<1_000_000).contains(page), (1...Self.itemsPerPageMost).contains(size) else {
            throw .invalid(type, "paginacao", "A paginação é inválida.")
        }
        guard call.query["cpf"] == nil || call.query["cnpj"] == nil else {
            throw .invalid(type, "cpf", "Ambos os parâmetros cpf e cnpj estão preenchidos.")
        }
        (self.from, self.through, self.page, self.size) = (from, through, page, size)
    }

    func contains(_ at: Timestamp) -> Bool { from <= at && at <= through }

    /// The page's items under their name, with the list's parameters. A list without items has one page.
    func answer(_ name: String, _ found: [JSONValue]) -> BankAnswer {
        let pages = max(1, (found.count + size - 1) / size)
        return BankAnswer(
            200,
            [
                "parametros": [
                    "inicio": BankSimulator.instant(from), "fim": BankSimulator.instant(through),
                    "paginacao": [
                        "paginaAtual": JSONValue(Int64(page)), "itensPorPagina": JSONValue(Int64(size)),
                        "quantidadeDePaginas": JSONValue(Int64(pages)),
                        "quantidadeTotalDeItens": JSONValue(Int64(found.count)),
                    ],
                ],
                name: .array(Array(found.dropFirst(page * size).prefix(size))),
            ])
    }
}
