import HTTPTypes
import Hummingbird

/// Lets nobody pass who has not signed in; puts who has into the context.
struct SessionMiddleware: RouterMiddleware {
    let configuration: WebConfiguration

    func handle(
        _ request: Request, context: QuitaContext, next: (Request, QuitaContext) async throws -> Response
    ) async throws -> Response {
        guard let visitor = try await configuration.visitor(of: request) else { return askToSignIn(request) }
        var context = context
        context.visitor = visitor
        return try await next(request, context)
    }

    /// A page leads to the sign-in form and from there back; a script is told in a line.
    private func askToSignIn(_ request: Request) -> Response {
        let isScript = request.isFromScript || request.headers[.accept]?.contains("text/event-stream") == true
        if isScript { return .text("Sua sessão terminou. Entre de novo.\n", status: .unauthorized) }
        let hadSession = request.cookies[SessionCookie.name] != nil
        let destination = request.method == .get || request.method == .head ? request.uri.string : nil
        return .see(SignInRoutes.address(destination: destination, reason: hadSession ? .sessionEnded : nil))
    }
}

extension Request {
    /// Whether one of our pages' scripts asks: it shows a plain text in its place instead of a whole page.
    var isFromScript: Bool {
        HTTPField.Name("X-Requested-With").flatMap { headers[$0] } == "fetch"
    }

    /// Whether the browser speaks TLS with us or with the proxy in front of us.
    var isSecure: Bool {
        HTTPField.Name("X-Forwarded-Proto").flatMap { headers[$0] }?.lowercased() == "https"
    }
}
