import Console
import ContactPolicy
import Domain
import Engine
import HTTPTypes
import Hummingbird
import Store

/// Atendimento: the queue, a conversation, and what a person does in it. Every act is an inbox entry with their name.
struct DeskRoutes: Sendable {
    let pages: PageRoute

    private var configuration: WebConfiguration { pages.configuration }

    /// The platform's limit for a text.
    private static let textMax = 4096

    func add(to router: RouterGroup<QuitaContext>) {
        router.get("/atendimento") { request, context in
            try await pages.show(.desk, request, context) { try DeskQueries(session: $0, viewer: $1).page(nil) }
        }
        router.get("/atendimento/{id}") { request, context in
            let id: ConversationID = try context.id("id")
            return try await pages.show(.desk, request, context) { try DeskQueries(session: $0, viewer: $1).page(id) }
        }
        router.get("/atendimento/{id}/eventos") { request, context in try await events(request, context) }
        router.post("/atendimento/{id}/assumir") { request, context in try await takeOver(request, context) }
        router.post("/atendimento/{id}/devolver") { request, context in try await handBack(request, context) }
        router.post("/atendimento/{id}/sentido") { request, context in try await correct(request, context) }
        router.post("/atendimento/{id}/mensagens") { request, context in try await write(request, context) }
    }

    private func events(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.desk, request, context)
        let id: ConversationID = try context.id("id")
        _ = try await conversation(id, viewer)
        let view = DeskLive(
            conversation: id, viewer: viewer, filter: DeskLive.filter(request), after: request.lastEventID)
        return EventStream.response(view, request, configuration)
    }

    private func conversation(_ id: ConversationID, _ viewer: Viewer) async throws -> ConversationRow {
        try await configuration.database.reading { session in
            try session.owned(ConversationRow.self, .id(id), by: viewer.creditor)
        }
    }

    private func names() async throws -> StaffNames { try await configuration.database.reading { try StaffNames($0) } }

    private func name(of row: ConversationRow, _ viewer: Viewer) async throws -> String {
        try await configuration.database.reading { try DeskQueries(session: $0, viewer: viewer).name(of: row) }
    }

    private func takeOver(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.desk, request, context)
        _ = try await request.form(of: viewer.visitor, configuration)
        let id: ConversationID = try context.id("id")
        let row = try await conversation(id, viewer)
        let (_, outcome) = try await configuration.perform(
            StaffAct.takeOver(conversation: id).entry(at: configuration.clock.now(), login: viewer.visitor.login))
        if case .refused = outcome {
            let owner = try await conversation(id, viewer).owner
            let who = try await names().person(owner) ?? owner
            throw PageError(.conflict, .noticeAlreadyTaken(by: who))
        }
        return pages.done(.takenOver(name: try await name(of: row, viewer)), at: Address.conversation(id).text, request)
    }

    private func handBack(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.desk, request, context)
        _ = try await request.form(of: viewer.visitor, configuration)
        let id: ConversationID = try context.id("id")
        let row = try await conversation(id, viewer)
        // A colleague's conversation is theirs to hand back, or a supervisor's.
        if row.owner.hasPrefix("staff:"), row.owner != viewer.ownerName, viewer.visitor.role == .agent {
            let who = try await names().person(row.owner) ?? row.owner
            throw PageError(.conflict, .noticeAlreadyTaken(by: who))
        }
        let (_, outcome) = try await configuration.perform(
            StaffAct.handBack(conversation: id).entry(at: configuration.clock.now(), login: viewer.visitor.login))
        if case .refused = outcome { throw PageError(.conflict) }
        return pages.done(
            .handedBack(name: try await name(of: row, viewer)), at: Address.conversation(id).text, request)
    }

    private func correct(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.desk, request, context)
        let form = try await request.form(of: viewer.visitor, configuration)
        let id: ConversationID = try context.id("id")
        _ = try await conversation(id, viewer)
        let words = [form["sentido"], form["tambem"]].filter { $0.contains { !$0.isWhitespace } }
        let intents = words.compactMap { Phrase.intentName($0) }
        guard let message = Int64(form["mensagem"]).map(MessageID.init), !intents.isEmpty,
            intents.count == words.count
        else {
            throw PageError(.badRequest, .noticeNotAMeaning)
        }
        let (_, outcome) = try await configuration.perform(
            StaffAct.correctReading(conversation: id, message: message, intents: intents).entry(
                at: configuration.clock.now(), login: viewer.visitor.login))
        if case .refused = outcome { throw PageError(.badRequest, .noticeNotAMeaning) }
        return pages.done(.readingCorrected, at: Address.conversation(id).text, request)
    }

    private func write(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.desk, request, context)
        let text = try await request.form(of: viewer.visitor, configuration)["texto"].replacing("\r\n", with: "\n")
        let id: ConversationID = try context.id("id")
        let row = try await conversation(id, viewer)
        guard text.contains(where: { !$0.isWhitespace }) else { throw PageError(.badRequest, .noticeEmptyMessage) }
        guard text.count <= DeskRoutes.textMax else {
            throw PageError(.badRequest, .noticeMessageTooLong(limit: DeskRoutes.textMax))
        }
        guard row.owner == viewer.ownerName else { throw PageError(.conflict, .noticeNotOwner) }
        let (seq, outcome) = try await configuration.perform(
            StaffAct.write(conversation: id, text: text).entry(
                at: configuration.clock.now(), login: viewer.visitor.login))
        if case .refused = outcome { throw PageError(.conflict, .noticeNotOwner) }
        if outcome == .applied, let reason = try await refusal(seq) { throw PageError(.conflict, reason) }
        return pages.done(.messageQueued, at: Address.conversation(id).text, request)
    }

    /// Why the contact policy did not let a person's message out; nil when it did.
    private func refusal(_ seq: Int64) async throws -> Phrase? {
        let decision = try await configuration.database.reading { session in
            try session.first(
                DecisionRow.self, "WHERE id >= ? AND id < ? AND verdict <> 'allowed' ORDER BY id", .integer(seq << 16),
                .integer((seq + 1) << 16))
        }
        guard let decision else { return nil }
        let rules = Decisions.against(decision).map(\.rule)
        if rules.contains(ContactRule.serviceWindow.rawValue) { return .noticeWindowClosed }
        return .noticeNotAllowed(reason: rules.map { Words.rule($0) }.joined(separator: ", "))
    }
}
