import Console
import Domain
import HTTPTypes
import Hummingbird
import Logging

/// The outermost middleware: whatever goes wrong becomes an answer that helps and gives nothing away. What happened stands
/// in the log, under the number that the page shows.
struct ErrorPages: RouterMiddleware {
    let configuration: WebConfiguration

    func handle(
        _ request: Request, context: QuitaContext, next: (Request, QuitaContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as PageError {
            return await answer(error.kind, error.text, request, status: .init(code: error.kind.statusCode))
        } catch let error as any HTTPResponseError where error.status.code < 500 {
            return await answer(ErrorPages.kind(of: error.status), nil, request, status: error.status)
        } catch {
            return await fail(error, request, context)
        }
    }

    private func fail(_ error: any Error, _ request: Request, _ context: QuitaContext) async -> Response {
        let incident = String(UInt32.random(in: .min ... .max), radix: 36)
        context.logger.error(
            "a request failed",
            metadata: [
                "incident": "\(incident)", "method": "\(request.method)", "path": "\(request.uri.path)",
                "error": "\(error)",
            ])
        let status = (error as? any HTTPResponseError)?.status ?? .internalServerError
        return await answer(.failure, nil, request, status: status, incident: incident)
    }

    private static func kind(of status: HTTPResponse.Status) -> ErrorPage.Kind {
        switch status.code {
        case 401, 403: .forbidden
        case 404, 405: .notFound
        case 409: .conflict
        case 413: .tooLarge(limitMegabytes: 1)
        default: .badRequest
        }
    }

    private func answer(
        _ kind: ErrorPage.Kind, _ text: Phrase?, _ request: Request, status: HTTPResponse.Status,
        incident: String? = nil
    ) async -> Response {
        if ErrorPages.isForMachines(request.uri.path) {
            let words =
                "\(status.code) \(status.reasonPhrase.lowercased())" + (incident.map { ", incident \($0)" } ?? "")
            return .text(words + "\n", status: status)
        }
        let page = ErrorPage(kind: kind, incident: incident)
        if request.isFromScript { return .text((text ?? page.title).text(in: .portuguese), status: status) }
        // The frame needs the store, which may be what has failed.
        let framed = try? await frame(request).map { page.document(in: $0) }
        return .html(framed ?? page.bareDocument(), status: status)
    }

    private func frame(_ request: Request) async throws -> Frame? {
        guard let visitor = try await configuration.visitor(of: request) else { return nil }
        let viewer = try Viewer(visitor, request, configuration)
        return try await configuration.database.reading { try viewer.frame($0, notice: nil) }
    }

    /// Programs read a line, not a page.
    private static func isForMachines(_ path: String) -> Bool {
        ["/webhooks", "/api", "/metrics", "/healthz", "/readyz", "/assets", "/midia"].contains { path.hasPrefix($0) }
    }
}
