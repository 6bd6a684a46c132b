import Crypto
import HTTPTypes
import Hummingbird
import Payments
import Store

/// `/webhooks/pix`: the bank's callback in the Central Bank's format. Some PSPs post to the address itself, the standard
/// says `…/pix` after it; both are taken.
struct PixRoutes: Sendable {
    let configuration: WebConfiguration

    private static let bytesMax = 1 << 20

    func add(to router: Router<QuitaContext>) {
        router.post("/webhooks/pix") { request, context in try await receive(request, context) }
        router.post("/webhooks/pix/pix") { request, context in try await receive(request, context) }
    }

    private func receive(_ request: Request, _ context: QuitaContext) async throws -> Response {
        guard isFromBank(request, context) else {
            return .text("the callback's token is missing or wrong (QUITA_PIX_WEBHOOK_TOKEN)\n", status: .unauthorized)
        }
        guard let body = try await request.collected(upTo: PixRoutes.bytesMax) else {
            return .text("the body is larger than 1 MB\n", status: .contentTooLarge)
        }
        // What cannot be read at all is said at once, so that the bank's people see it; single bad items are kept.
        do {
            _ = try PixCallback(decoding: body)
        } catch {
            return .text("not a Pix callback: \(error)\n", status: .badRequest)
        }
        return try await configuration.append(.pixCallback, actor: "bank", body)
    }

    /// The bank proves itself by mTLS at the proxy in front of us and by a token of ours in the callback's address. Without
    /// a token only this machine may say that money has come.
    private func isFromBank(_ request: Request, _ context: QuitaContext) -> Bool {
        guard let token = configuration.pixToken else { return context.isLoopback }
        let given =
            request.uri.queryParameters["token"].map(String.init) ?? request.headers[
                .init("X-Quita-Token") ?? .authorization] ?? ""
        // Hashes of equal length are compared, so that time tells nothing.
        return SHA256.hash(data: Array(given.utf8)) == SHA256.hash(data: Array(token.utf8))
    }
}
