import Console
import Domain
import HTTPTypes
import Hummingbird
import Store

/// What every page has in common: who may see it, one consistent view of the store, the frame around it.
struct PageRoute: Sendable {
    let configuration: WebConfiguration

    /// - Throws: `PageError(.forbidden)` when the person's role does not open the section.
    func viewer(_ section: Section?, _ request: Request, _ context: QuitaContext) throws -> Viewer {
        guard let visitor = context.visitor else { throw PageError(.forbidden) }
        let viewer = try Viewer(visitor, request, configuration)
        if let section, !viewer.sections.contains(section) {
            // A page that this installation does not have is missing for everybody.
            throw section == .phone ? PageError.notFound : PageError(.forbidden)
        }
        return viewer
    }

    /// Reads the page's values and its frame in one view of the store, and writes the document.
    func show(
        _ section: Section?, _ request: Request, _ context: QuitaContext,
        _ make: @escaping @Sendable (Session, Viewer) throws -> any Page
    ) async throws -> Response {
        let viewer = try viewer(section, request, context)
        let passing = PassingNotice.read(request)
        let document = try await configuration.database.reading { session in
            try make(session, viewer).document(in: viewer.frame(session, notice: passing?.notice))
        }
        var response = Response.html(document)
        if passing != nil { response.drop(PassingNotice.cookieName, request) }
        return response
    }

    /// A done form: a script needs no page, a browser is led to one that shows the notice.
    func done(_ notice: PassingNotice?, at address: String, _ request: Request) -> Response {
        if request.isFromScript { return Response(status: .noContent) }
        var response = Response.see(address)
        notice?.set(on: &response, request)
        return response
    }
}

extension QuitaContext {
    /// An id in the path; a text that is none names nothing.
    func id<Subject>(_ name: String, _ type: Identifier<Subject>.Type = Identifier<Subject>.self) throws -> Identifier<
        Subject
    > {
        guard let id = parameters.get(name).flatMap({ Identifier<Subject>(text: $0) }) else { throw PageError.notFound }
        return id
    }
}
