import Console
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// `/`: the console. What needs nobody signed in, and behind it the pages.
struct ConsoleRoutes: Sendable {
    let configuration: WebConfiguration

    func add(to router: Router<QuitaContext>) {
        AssetRoutes().add(to: router)
        SignInRoutes(configuration: configuration).add(to: router)
        let pages = PageRoute(configuration: configuration)
        let signedIn = router.group().add(middleware: SessionMiddleware(configuration: configuration))
        signedIn.get("/") { request, context in
            let viewer = try pages.viewer(nil, request, context)
            return Response.see(viewer.sections.contains(.dashboard) ? Address.dashboard.text : Address.desk.text)
        }
        signedIn.post("/credor") { request, context in try await chooseCreditor(request, context, pages) }
        addPages(to: signedIn, pages)
        DeskRoutes(pages: pages).add(to: signedIn)
        PaymentRoutes(pages: pages).add(to: signedIn)
        CaseRoutes(pages: pages).add(to: signedIn)
        ClosingRoutes(pages: pages).add(to: signedIn)
        PhoneRoutes(pages: pages).add(to: signedIn)
        ImportRoutes(pages: pages).add(to: signedIn)
        MediaRoutes(pages: pages).add(to: signedIn)
    }

    /// Pages that only show.
    private func addPages(to router: RouterGroup<QuitaContext>, _ pages: PageRoute) {
        router.get("/painel") { request, context in
            try await pages.show(.dashboard, request, context) { try DashboardQueries(session: $0, viewer: $1).page() }
        }
        router.get("/carteira") { request, context in
            try await pages.show(.cases, request, context) { try CasesQueries(session: $0, viewer: $1).page() }
        }
        router.get("/casos/{id}") { request, context in
            let id: CaseID = try context.id("id")
            return try await pages.show(.cases, request, context) { try CaseQueries(session: $0, viewer: $1).page(id) }
        }
        router.get("/reguas") { request, context in
            try await pages.show(.cadences, request, context) {
                try StrategyQueries(session: $0, viewer: $1).cadences()
            }
        }
        router.get("/reguas/{nome}") { request, context in
            let written = try context.parameters.require("nome")
            let name = written.removingPercentEncoding ?? written
            return try await pages.show(.cadences, request, context) {
                try StrategyQueries(session: $0, viewer: $1).cadences(name)
            }
        }
        router.get("/modelos") { request, context in
            try await pages.show(.templates, request, context) {
                try StrategyQueries(session: $0, viewer: $1).templates()
            }
        }
        router.get("/conformidade") { request, context in
            try await pages.show(.compliance, request, context) {
                try ComplianceQueries(session: $0, viewer: $1).page()
            }
        }
        router.get("/ajustes") { [configuration] request, context in
            try await pages.show(.settings, request, context) {
                try SettingsQueries(session: $0, viewer: $1, configuration: configuration).page()
            }
        }
    }

    private func chooseCreditor(
        _ request: Request, _ context: QuitaContext, _ pages: PageRoute
    ) async throws -> Response {
        let viewer = try pages.viewer(nil, request, context)
        let fields = try await request.form(of: viewer.visitor, configuration)
        // Whom a person may not see does not exist for them.
        guard let id = CreditorID(text: fields["credor"]),
            let creditor = viewer.visitor.creditors.first(where: { $0.id == id })
        else { throw PageError.notFound }
        var response = pages.done(.creditorChosen(name: creditor.name), at: "/", request)
        response.keep(Visitor.creditorCookie, id.description, hours: SessionCookie.hours, request)
        return response
    }
}
