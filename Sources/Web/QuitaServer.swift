import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore

/// The HTTP edge: one router for the webhooks, the console and the machine's own questions.
package enum QuitaServer {
    /// The server, ready to run in a service group.
    ///
    /// - Parameters:
    ///   - port: 0 takes any free one.
    ///   - onRunning: told the port once connections are taken.
    package static func application(
        _ configuration: WebConfiguration, host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(configuration),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) }, logger: logger)
    }

    static func router(_ configuration: WebConfiguration) -> Router<QuitaContext> {
        let router = Router(context: QuitaContext.self)
        router.addMiddleware {
            ErrorPages(configuration: configuration)
            SecurityHeaders()
        }
        HealthRoutes(configuration: configuration).add(to: router)
        WhatsAppRoutes(configuration: configuration).add(to: router)
        PixRoutes(configuration: configuration).add(to: router)
        LedgerRoutes(configuration: configuration).add(to: router)
        ConsoleRoutes(configuration: configuration).add(to: router)
        return router
    }
}

/// What every answer says to the browser: nothing from elsewhere, nothing inline, no frames.
struct SecurityHeaders: RouterMiddleware {
    static let policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
        + "form-action 'self'"

    func handle(
        _ request: Request, context: QuitaContext, next: (Request, QuitaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = SecurityHeaders.policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        if let referrer = HTTPField.Name("Referrer-Policy") { response.headers[referrer] = "same-origin" }
        return response
    }
}
