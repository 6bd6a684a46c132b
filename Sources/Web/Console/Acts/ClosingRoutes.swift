import Console
import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// Fechamento: the page of a day, and the day as a file.
struct ClosingRoutes: Sendable {
    let pages: PageRoute

    func add(to router: RouterGroup<QuitaContext>) {
        router.get("/fechamento") { request, context in
            try await pages.show(.closing, request, context) { try ClosingQueries(session: $0, viewer: $1).page() }
        }
        router.get("/fechamento/{arquivo}") { request, context in try await file(request, context) }
    }

    private func file(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.closing, request, context)
        let name = try context.parameters.require("arquivo")
        guard name.hasSuffix(".csv"), let day = CalendarDay(iso: name.dropLast(".csv".count)) else {
            throw PageError.notFound
        }
        let text = try await pages.configuration.database.reading { session in
            try ClosingQueries(session: session, viewer: viewer).csv(day)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"fechamento-\(day.iso).csv\"", .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
