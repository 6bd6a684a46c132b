import Console
import Domain
import Engine
import Hummingbird
import Negotiation
import Store

/// What a person writes down on a case: money taken by hand, means, an agreement. Every act is an inbox entry with their
/// name, and the engine decides.
struct CaseRoutes: Sendable {
    let pages: PageRoute

    private var configuration: WebConfiguration { pages.configuration }

    func add(to router: RouterGroup<QuitaContext>) {
        router.post("/casos/{id}/recebido") { request, context in try await takePayment(request, context) }
        router.post("/casos/{id}/renda") { request, context in try await stateMeans(request, context) }
        router.post("/casos/{id}/acordo") { request, context in try await agree(request, context) }
    }

    private struct Form: Sendable {
        let viewer: Viewer
        let row: Store.CaseRow
        let fields: FormFields
        /// The debtor's conversation in which something happened last.
        let conversation: ConversationID?
    }

    private func form(_ request: Request, _ context: QuitaContext) async throws -> Form {
        let viewer = try pages.viewer(.cases, request, context)
        guard PaymentQueries.mayAct(viewer.visitor.role) else { throw PageError(.forbidden) }
        let fields = try await request.form(of: viewer.visitor, configuration)
        let id: CaseID = try context.id("id")
        return try await configuration.database.reading { session in
            let row = try session.owned(Store.CaseRow.self, .id(id), by: viewer.creditor)
            return Form(
                viewer: viewer, row: row, fields: fields,
                conversation: try session.conversations(debtor: row.debtor).latest?.id)
        }
    }

    private func takePayment(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let form = try await form(request, context)
        guard let amount = FormAmount.parse(form.fields["valor"]) else {
            throw PageError(.badRequest, .noticeBadAmount)
        }
        guard let day = CalendarDay(iso: form.fields["dia"]) else { throw PageError(.badRequest, .noticeBadDay) }
        let debtor = form.row.debtor
        let chosen = DebtID(text: form.fields["titulo"])
        let debt = try await configuration.database.reading { session in
            try session.debts(debtor: debtor).first { $0.id == chosen }?.id
        }
        guard let debt else { throw PageError(.badRequest, .noticePaymentNotTaken) }
        // Of today at this moment; of an earlier day at noon there, which is that day in every Brazilian zone.
        let zone = form.viewer.zone
        let paidAt = day == form.viewer.today ? form.viewer.now : zone.instant(day, minuteOfDay: 12 * 60)
        return try await perform(
            .receivePayment(debt: debt, cents: amount.cents, paidAt: paidAt, note: form.fields["nota"]),
            .paymentTaken, refused: .noticePaymentNotTaken, form, request)
    }

    private func stateMeans(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let form = try await form(request, context)
        guard let income = FormAmount.parse(form.fields["renda"]),
            let commitments = FormAmount.parse(form.fields["compromissos"])
        else { throw PageError(.badRequest, .noticeBadAmount) }
        guard let conversation = form.conversation else { throw PageError(.conflict, .noticeMeansNotKept) }
        return try await perform(
            .stateMeans(
                conversation: conversation, incomeCents: income.cents, commitmentsCents: commitments.cents),
            .meansKept, refused: .noticeMeansNotKept, form, request)
    }

    private func agree(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let form = try await form(request, context)
        let fields = form.fields
        func amount(_ name: String) throws -> Money? {
            guard !fields[name].allSatisfy(\.isWhitespace) else { return nil }
            guard let amount = FormAmount.parse(fields[name]) else { throw PageError(.badRequest, .noticeBadAmount) }
            return amount
        }
        guard let first = CalendarDay(iso: fields["primeiro"]) else { throw PageError(.badRequest, .noticeBadDay) }
        guard let conversation = form.conversation, let message = MessageID(text: fields["mensagem"]),
            let count = Int(fields["parcelas"]), (1...120).contains(count)
        else { throw PageError(.badRequest, .noticeNotAgreed) }
        let wish = Wish(
            total: try amount("total"), installments: count, down: try amount("entrada"), firstDue: first)
        return try await perform(
            .agree(conversation: conversation, wish: wish, message: message), .agreed, refused: .noticeNotAgreed, form,
            request)
    }

    private func perform(
        _ act: StaffAct, _ notice: PassingNotice, refused: Phrase, _ form: Form, _ request: Request
    ) async throws -> Response {
        let (_, outcome) = try await configuration.perform(
            act.entry(at: configuration.clock.now(), login: form.viewer.visitor.login))
        if case .refused = outcome { throw PageError(.conflict, refused) }
        return pages.done(notice, at: Address.caseFile(form.row.id).text, request)
    }
}
