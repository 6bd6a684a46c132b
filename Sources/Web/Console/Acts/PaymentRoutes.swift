import Console
import Domain
import Engine
import Foundation
import Hummingbird
import Store

/// Pagamentos a resolver: the list, and what a person does with each. Every act is an inbox entry with their name.
struct PaymentRoutes: Sendable {
    let pages: PageRoute

    private var configuration: WebConfiguration { pages.configuration }

    func add(to router: RouterGroup<QuitaContext>) {
        router.get("/pagamentos") { request, context in
            try await pages.show(.cases, request, context) { try PaymentQueries(session: $0, viewer: $1).page() }
        }
        router.post("/pagamentos/{id}/destinar") { request, context in try await assign(request, context) }
        router.post("/pagamentos/{id}/guardar") { request, context in
            try await act(request, context, .paymentKept, needsRefundRight: false) { .keepPayment(payment: $0) }
        }
        router.post("/pagamentos/{id}/devolver") { request, context in
            try await act(request, context, .paymentRefunded, needsRefundRight: true) { .refundPayment(payment: $0) }
        }
    }

    private func assign(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try acting(request, context, needsRefundRight: false)
        let form = try await request.form(of: viewer.visitor, configuration)
        let id: PaymentID = try context.id("id")
        let contract = form["contrato"].trimmingCharacters(in: .whitespaces)
        let debt: DebtID?
        if let chosen = DebtID(text: form["titulo"]) {
            debt = try await configuration.database.reading { session in
                try session.owned(DebtRow.self, .id(chosen), by: viewer.creditor).id
            }
        } else {
            debt = try await configuration.database.reading { session in
                try session.debts(creditor: viewer.creditor, contract: contract).first { $0.status != "settled" }?.id
            }
        }
        guard let debt else { throw PageError(.badRequest, .noticeNoSuchContract) }
        return try await perform(.assignPayment(payment: id, debt: debt), .paymentAssigned, viewer, request)
    }

    private func act(
        _ request: Request, _ context: QuitaContext, _ notice: PassingNotice, needsRefundRight: Bool,
        _ make: (PaymentID) -> StaffAct
    ) async throws -> Response {
        let viewer = try acting(request, context, needsRefundRight: needsRefundRight)
        _ = try await request.form(of: viewer.visitor, configuration)
        return try await perform(make(try context.id("id")), notice, viewer, request)
    }

    private func acting(_ request: Request, _ context: QuitaContext, needsRefundRight: Bool) throws -> Viewer {
        let viewer = try pages.viewer(.cases, request, context)
        let role = viewer.visitor.role
        guard needsRefundRight ? PaymentQueries.mayRefund(role) : PaymentQueries.mayAct(role) else {
            throw PageError(.forbidden)
        }
        return viewer
    }

    private func perform(
        _ act: StaffAct, _ notice: PassingNotice, _ viewer: Viewer, _ request: Request
    ) async throws -> Response {
        let (_, outcome) = try await configuration.perform(
            act.entry(at: configuration.clock.now(), login: viewer.visitor.login))
        if case .refused = outcome { throw PageError(.conflict, .noticePaymentNotPlaced) }
        return pages.done(notice, at: Address.payments.text, request)
    }
}
