import Channels
import Domain
import Payments

@testable import Simulation

/// A simulated bank with a client that has a token, and a record of everything that went over the wire.
struct BankKit {
    /// Monday, 2026-11-23, 15:00 in Brasília.
    static let start = Timestamp(seconds: 1_795_446_000)
    static let key = "11222333000181"
    static let payer = PixAccountHolder(name: "Ana Exemplo", document: "52998224725")
    static let secret = "s3cr/et"

    var bank: BankSimulator
    var now = BankKit.start
    var token: PixAccessToken?
    /// What the check against the Central Bank's file reads, a line each.
    private(set) var record = ""

    init(
        seed: UInt64 = 1, scopes: [PixScope] = PixScope.allCases, _ adjust: (inout BankConfiguration) -> Void = { _ in }
    ) {
        var configuration = BankConfiguration(seed: seed, pixKey: Self.key)
        configuration.callback = .none
        configuration.processing = .none
        configuration.client = BankClient(
            id: "quita", secret: Self.secret, scopes: Set(scopes.map(\.rawValue)), tokenSeconds: 600)
        adjust(&configuration)
        bank = BankSimulator(configuration)
    }

    mutating func login() {
        let scopes = bank.configuration.client?.scopes.compactMap(PixScope.init(rawValue:)) ?? []
        let answer = send(.token(clientID: "quita", secret: Self.secret, scopes: scopes))
        token = PixAccessToken(answer: answer.body, now: now)
    }

    /// Sends as the HTTP client does.
    @discardableResult
    mutating func send(_ request: PixAPIRequest) -> SimulatedResponse {
        let signed = token.map { request.scope == nil ? request : request.authorized(by: $0) } ?? request
        let headers = Dictionary(uniqueKeysWithValues: signed.headers.map { ($0.name, $0.value) })
        let answer = bank.handle(
            SimulatedRequest(
                method: signed.method.rawValue, target: "/bank/v2" + signed.target, headers: headers, body: signed.body),
            now: now)
        if request.scope != nil, answer.fate == .answered { write(request, answer) }
        return answer
    }

    private mutating func write(_ request: PixAPIRequest, _ answer: SimulatedResponse) {
        let query = JSONObject(request.query.map { .init(key: $0.name, value: .string($0.value)) })
        var line = JSONObject()
        line.append("kind", "request")
        line.append("method", .string(request.method.rawValue))
        line.append("path", .string(request.path))
        line.append("query", .object(query))
        line.append("document", ifPresent: try? JSONParser.parse(request.body))
        record += JSONValue.object(line).text + "\n"
        line.members[0] = .init(key: "kind", value: "answer")
        line.append("status", JSONValue(Int64(answer.status)))
        line = JSONObject(line.members.filter { $0.key != "document" })
        line.append("document", ifPresent: try? JSONParser.parse(answer.body))
        record += JSONValue.object(line).text + "\n"
    }

    mutating func ask<Value: Decodable>(_ request: PixAPIRequest, _: Value.Type = Value.self) -> PixOutcome<Value> {
        let answer = send(request)
        guard answer.fate == .answered else { return .unknown(reason: "time-out") }
        return PixOutcome(httpStatus: answer.status, body: answer.body)
    }

    mutating func done(_ request: PixAPIRequest) -> PixOutcome<PixDone> {
        let answer = send(request)
        guard answer.fate == .answered else { return .unknown(reason: "time-out") }
        return PixOutcome(httpStatus: answer.status, body: answer.body)
    }

    /// Callbacks that are due, each taken with 200.
    mutating func callbacks() -> [JSONValue] {
        var bodies: [JSONValue] = []
        for delivery in bank.due(until: now) {
            bank.settle(delivery.id, succeeded: true, now: now)
            guard let body = try? JSONParser.parse(delivery.body) else { continue }
            bodies.append(body)
            let name = body["recs"] != nil ? "rec" : body["cobsr"] != nil ? "cobr" : "pix"
            record +=
                JSONValue.object(
                    JSONObject([
                        .init(key: "kind", value: "callback"), .init(key: "name", value: .string(name)),
                        .init(key: "document", value: body),
                    ])
                ).text + "\n"
        }
        return bodies
    }

    static func txid(_ number: Int64) -> PixTxid { PixTxid(id: number, namespace: 7, use: .bankCharge) }

    static func immediate(_ cents: Int64 = 12_345) throws -> PixImmediateCharge {
        PixImmediateCharge(
            amount: Money(cents: cents), key: try PixKey(key), expiresAfterSeconds: 3600,
            debtor: PixDebtor(document: .cpf(try CPF(parsing: "52998224725")), name: "Ana Exemplo"),
            message: "Acordo 17", info: [PixInfo(name: "Parcela", value: "1 de 3")])
    }

    static func due(_ terms: PixDueTerms) throws -> PixDueCharge {
        PixDueCharge(
            terms: terms, key: try PixKey(key),
            debtor: PixDebtor(document: .cpf(try CPF(parsing: "52998224725")), name: "Ana Exemplo"))
    }

    static func terms(_ due: String, _ cents: Int64 = 10_000) throws -> PixDueTerms {
        PixDueTerms(
            original: Money(cents: cents), due: CalendarDay(iso: due) ?? CalendarDay(number: 0),
            fine: .percent(Percentage(2)), interest: .percent(Percentage(1), per: .month, .calendar))
    }
}

extension PixOutcome {
    var value: Value? {
        if case .done(let value) = self { value } else { nil }
    }

    var problem: PixProblem? {
        if case .failed(let problem) = self { problem } else { nil }
    }
}
