import Console
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// Importações: upload a file, see what became of it.
struct ImportRoutes: Sendable {
    let pages: PageRoute
    let desk = ImportDesk()

    private static let fileMegabytesMax = 64
    /// How long the upload's answer waits, so that a small file's result is there at once.
    private static let waitMilliseconds = 3_000

    init(pages: PageRoute) { self.pages = pages }

    private var configuration: WebConfiguration { pages.configuration }

    func add(to router: RouterGroup<QuitaContext>) {
        router.get("/importacoes") { request, context in
            try await pages.show(.imports, request, context) {
                try ImportQueries(session: $0, viewer: $1, desk: desk).list(problem: nil)
            }
        }
        router.post("/importacoes") { request, context in try await take(request, context) }
        router.get("/importacoes/{id}") { request, context in
            let id = try context.parameters.require("id")
            return try await pages.show(.imports, request, context) {
                try ImportQueries(session: $0, viewer: $1, desk: desk).page(id)
            }
        }
        router.get("/importacoes/{id}/recusadas.csv") { request, context in try rejected(request, context) }
    }

    private func take(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.imports, request, context)
        guard let bytes = try await request.collected(upTo: (ImportRoutes.fileMegabytesMax + 1) << 20) else {
            throw PageError(.tooLarge(limitMegabytes: ImportRoutes.fileMegabytesMax))
        }
        guard let form = MultipartForm(bytes, contentType: request.headers[.contentType] ?? "") else {
            throw PageError(.badRequest)
        }
        try request.check(token: form.fields["csrf"], of: viewer.visitor, configuration)
        guard let creditor = viewer.visitor.creditor else { throw PageError.notFound }
        guard let file = form.files["arquivo"], !file.bytes.isEmpty else {
            return try await again(.noticeImportWithoutFile, request, context)
        }
        guard let portfolio = try await portfolio(form.fields, viewer) else {
            return try await again(.noticeImportWithoutPortfolio, request, context)
        }
        let id = UUID().uuidString.lowercased()
        let name = ImportRoutes.fileName(file.name)
        let upload = ImportDesk.Upload(
            id: id, key: "\(name)#\(id)", creditor: creditor.id, file: name, portfolio: portfolio.name,
            by: viewer.visitor.staff.name, at: viewer.now)
        desk.add(upload)
        let job = ImportJob(
            configuration: configuration, desk: desk, upload: upload, creditorKey: creditor.key,
            portfolioKey: portfolio.key, login: viewer.visitor.login)
        let content = file.bytes
        let work = Task { await job.run(content) }
        try await wait(for: work, id, creditor.id)
        return pages.done(.importStarted(file: name), at: Address.importDetail(id).text, request)
    }

    /// A short file is done before the page is shown; a long one goes on behind it.
    private func wait(for work: Task<Void, Never>, _ id: String, _ creditor: CreditorID) async throws {
        for _ in 0..<(ImportRoutes.waitMilliseconds / 20) {
            if desk.upload(id, of: creditor)?.isOver ?? true { return }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func again(_ problem: Phrase, _ request: Request, _ context: QuitaContext) async throws -> Response {
        var response = try await pages.show(.imports, request, context) {
            try ImportQueries(session: $0, viewer: $1, desk: desk).list(problem: problem)
        }
        response.status = .unprocessableContent
        return response
    }

    /// The one chosen, else the one named, which is made when it does not exist.
    private func portfolio(_ fields: FormFields, _ viewer: Viewer) async throws -> (key: String, name: String)? {
        if let id = PortfolioID(text: fields["carteira"]) {
            let row = try await configuration.database.reading { session in
                try session.owned(PortfolioRow.self, .id(id), by: viewer.creditor)
            }
            return (row.key, row.name)
        }
        let name = String(fields["nova_carteira"].trimmingSpaces.prefix(80))
        let key = ImportRoutes.key(name)
        return key.isEmpty ? nil : (key, name)
    }

    /// A short name for commands and files: lower case, no accents, words joined by hyphens.
    static func key(_ name: String) -> String {
        folded(name).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }

    /// The last part of the name that the browser says, of letters that may stand in a log.
    static func fileName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let shown = last.filter { $0 != "#" && !$0.isNewline && $0 != "\0" }.prefix(120)
        return shown.isEmpty ? "carteira.csv" : String(shown)
    }

    private func rejected(_ request: Request, _ context: QuitaContext) throws -> Response {
        let viewer = try pages.viewer(.imports, request, context)
        guard let upload = desk.upload(try context.parameters.require("id"), of: viewer.creditor),
            !upload.rejectedBytes.isEmpty
        else { throw PageError.notFound }
        let name = ImportRoutes.key(upload.file.split(separator: ".").first.map(String.init) ?? "") + ".recusadas.csv"
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(bytes: upload.rejectedBytes)))
    }
}
