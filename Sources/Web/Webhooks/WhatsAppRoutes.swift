import Channels
import Domain
import Engine
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// `/webhooks/whatsapp`: Meta's verification, and its deliveries. A delivery gets its 200 when its bytes are on disk; what
/// they mean is found out later.
struct WhatsAppRoutes: Sendable {
    let configuration: WebConfiguration

    static let path = RouterPath("/webhooks/whatsapp")

    func add(to router: Router<QuitaContext>) {
        router.get(WhatsAppRoutes.path) { request, _ in verify(request) }
        router.post(WhatsAppRoutes.path) { request, _ in try await receive(request) }
    }

    private func verify(_ request: Request) -> Response {
        var query: [String: String] = [:]
        for (name, value) in request.uri.queryParameters { query[String(name)] = String(value) }
        switch WebhookChallenge.answer(query: query, verifyTokens: configuration.verifyTokens) {
        case .accepted(let challenge): return .text(challenge)
        case .refused(let reason): return .text("\(reason)\n", status: .forbidden)
        }
    }

    private func receive(_ request: Request) async throws -> Response {
        guard let body = try await request.collected(upTo: WhatsAppWebhook.bytesMax) else {
            return .text("the body is larger than 3 MB\n", status: .contentTooLarge)
        }
        let header = request.headers[.init(WebhookSignature.headerName) ?? .authorization]
        switch WebhookSignature.check(body, header: header, secrets: configuration.appSecrets) {
        case .valid: break
        case let verdict:
            return .text(
                "the signature in \(WebhookSignature.headerName) is not valid: \(verdict)\n", status: .unauthorized)
        }
        return try await append(.whatsAppWebhook, actor: "whatsapp", body)
    }

    private func append(_ kind: EntryKind, actor: String, _ body: [UInt8]) async throws -> Response {
        try await configuration.append(kind, actor: actor, body)
    }
}

extension WebConfiguration {
    /// Keeps what came in and answers once it is on disk; 503 when too much waits already.
    func append(_ kind: EntryKind, actor: String, _ body: [UInt8]) async throws -> Response {
        do {
            _ = try await inbox.append(NewEntry(at: clock.now(), kind: kind, actor: actor, body: body))
            return Response(status: .ok)
        } catch is InboxBusy {
            var response = Response.text("too many requests wait to be written\n", status: .serviceUnavailable)
            response.headers[.retryAfter] = "1"
            return response
        }
    }
}
