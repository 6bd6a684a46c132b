import Channels
import Domain
import Testing

@testable import Simulation

/// A small platform for tests: one account, one number, three users, a few templates, and nothing takes time.
struct CloudAPIKit {
    static let accountID = "100000000000001"
    static let numberID = "200000000000001"
    static let token = "EAATEST"
    static let secret = "test_app_secret"
    /// 2026-11-23, 12:00 in São Paulo.
    static let start = Timestamp(seconds: 1_795_446_000)

    static let ana = PhoneUser(phone: "5511900000001", profileName: "Ana")
    /// An old account, without the ninth digit.
    static let jose = PhoneUser(phone: "5531900000002", waID: "553100000002", profileName: "José")
    static let bia = PhoneUser(phone: "5511900000003", profileName: "Bia", username: "bia.exemplo")

    static let reminder = SimulatedTemplate(
        name: "lembrete_v1", body: "Olá, {{nome}}! Sua conta de {{valor}} venceu em {{data}}. Podemos ajudar?",
        footer: "Responda SAIR para não receber avisos", quickReplies: ["Ver opções", "Já paguei"])
    static let promotion = SimulatedTemplate(
        name: "oferta_v1", category: .marketing, body: "Temos uma condição para {{nome}} hoje.", quickReplies: [])
    static let positional = SimulatedTemplate(
        name: "antigo_v1", header: .document, body: "Segue a fatura de {{1}}, com vencimento em {{2}}, em anexo.",
        buttons: [
            SimulatedTemplate.Button(.url("https://exemplo.invalid/f/{{1}}"), text: "Ver fatura"),
            SimulatedTemplate.Button(.quickReply, text: "Negociar"),
        ])

    var simulator: CloudAPISimulator

    init(seed: UInt64 = 1, _ adjust: (inout CloudAPIConfiguration) -> Void = { _ in }) {
        var configuration = CloudAPIConfiguration(
            seed: seed,
            accounts: [
                BusinessAccount(
                    id: Self.accountID, appSecret: Self.secret, accessTokens: [Self.token],
                    numbers: [
                        BusinessNumber(id: Self.numberID, displayDigits: "551100000001", verifiedName: "Loja Aurora")
                    ],
                    templates: [Self.reminder, Self.promotion, Self.positional])
            ])
        configuration.timing = .immediate
        configuration.lateErrors = []
        adjust(&configuration)
        simulator = CloudAPISimulator(configuration)
        for user in [Self.ana, Self.jose, Self.bia] { simulator.addUser(user) }
    }

    mutating func call(
        _ method: String, _ target: String, body: String = "", token: String? = CloudAPIKit.token,
        at now: Timestamp = CloudAPIKit.start
    ) -> SimulatedResponse {
        var headers = ["Content-Type": "application/json", "User-Agent": "test"]
        if let token { headers["Authorization"] = "Bearer \(token)" }
        let request = SimulatedRequest(method: method, target: target, headers: headers, body: Array(body.utf8))
        return simulator.handle(request, now: now)
    }

    /// Sends a raw body.
    mutating func send(_ body: String, at now: Timestamp = CloudAPIKit.start) -> SimulatedResponse {
        call("POST", "/v25.0/\(Self.numberID)/messages", body: body, at: now)
    }

    /// Sends what the program's own client would send.
    mutating func send(
        _ content: MessageContent, to phone: String = CloudAPIKit.ana.phone, callbackData: String? = nil,
        at now: Timestamp = CloudAPIKit.start
    ) throws -> SendOutcome {
        let message = OutboundMessage(content, to: .phone(phone), numberID: Self.numberID, callbackData: callbackData)
        let response = perform(try WhatsAppRequest.send(message), at: now)
        guard response.fate == .answered else { return SendOutcome(TransportFailure.afterWriting("time-out")) }
        return SendOutcome(httpStatus: response.status, body: response.body)
    }

    mutating func perform(_ request: WhatsAppRequest, at now: Timestamp = CloudAPIKit.start) -> SimulatedResponse {
        var headers = ["Authorization": "Bearer \(Self.token)", "User-Agent": "test"]
        if let type = request.contentType { headers["Content-Type"] = type }
        return simulator.handle(
            SimulatedRequest(
                method: request.method.rawValue, target: "/v25.0/" + request.path, headers: headers,
                body: request.body),
            now: now)
    }

    /// Ana has just written, so her window is open.
    mutating func openWindow(_ user: PhoneUser = CloudAPIKit.ana, at now: Timestamp = CloudAPIKit.start) throws {
        try simulator.userSends(.text("oi"), from: user.phone, to: Self.numberID, now: now)
    }

    /// Lets time pass and answers every webhook with 200.
    mutating func deliver(until now: Timestamp) -> [WebhookDelivery] {
        let deliveries = simulator.due(until: now)
        for delivery in deliveries { simulator.settle(delivery.id, succeeded: true, now: now) }
        return deliveries
    }

    /// The events of all webhooks until then, as the program reads them.
    mutating func events(until now: Timestamp) throws -> [WhatsAppEvent] {
        try deliver(until: now).flatMap { try WhatsAppWebhook.parse($0.body) }
    }

    static func template(_ name: String = "Ana") -> MessageContent {
        .template(
            TemplateMessage(
                name: "lembrete_v1", language: "pt_BR",
                parameters: [
                    TemplateParameter(name: "nome", value: name), TemplateParameter(name: "valor", value: "R$ 320,00"),
                    TemplateParameter(name: "data", value: "10/11/2026"),
                ],
                quickReplies: [
                    MessageOption(id: "opcoes", title: "Ver opções"), MessageOption(id: "pago", title: "Já paguei"),
                ],
                renderedText: "Olá, \(name)! Sua conta de R$ 320,00 venceu em 10/11/2026. Podemos ajudar?"))
    }
}

extension SimulatedResponse {
    var errorCode: Int? {
        guard let body = try? JSONParser.parse(self.body) else { return nil }
        return body["error"]?["code"]?.integer.map { Int($0) }
    }

    var messageID: String? {
        guard let body = try? JSONParser.parse(self.body) else { return nil }
        return body["messages"]?.array?.first?["id"]?.string
    }
}

extension SendOutcome {
    var messageID: String? { if case .accepted(let receipt) = self { receipt.messageID } else { nil } }
    var code: Int? { if case .failed(let failure) = self { failure.code } else { nil } }
}
