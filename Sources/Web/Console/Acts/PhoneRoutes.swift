import Console
import Domain
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Store
import Synchronization

/// Telefone, and the demonstration's clock. Where there is no demonstration there are no such pages.
struct PhoneRoutes: Sendable {
    let pages: PageRoute
    private let held = HeldPhones()

    private static let textMax = 4096
    private static let speedMax = 86_400

    init(pages: PageRoute) { self.pages = pages }

    private var configuration: WebConfiguration { pages.configuration }

    func add(to router: RouterGroup<QuitaContext>) {
        router.get("/telefone") { request, context in
            let ids = held.ids
            return try await pages.show(.phone, request, context) {
                try PhoneQueries(session: $0, viewer: $1, held: ids).list()
            }
        }
        router.get("/telefone/{id}") { request, context in try await phone(request, context) }
        router.get("/telefone/{id}/eventos") { request, context in try await events(request, context) }
        router.post("/telefone/{id}/mensagens") { request, context in try await write(request, context) }
        router.post("/telefone/{id}/pagar") { request, context in try await pay(request, context) }
        router.post("/relogio") { request, context in try await moveClock(request, context) }
    }

    /// The demonstration's doors and the number behind a debtor of this creditor.
    private func line(
        _ request: Request, _ context: QuitaContext
    ) async throws -> (viewer: Viewer, demonstration: any Demonstration, debtor: DebtorID, number: String) {
        let viewer = try pages.viewer(.phone, request, context)
        guard let demonstration = configuration.demonstration else { throw PageError.notFound }
        let debtor: DebtorID = try context.id("id")
        let number = try await configuration.database.reading { session -> String? in
            _ = try session.owned(DebtorRow.self, .id(debtor), by: viewer.creditor)
            // The number that we write to is the one that the person holds.
            let points = try session.contactPoints(debtor: debtor)
            let spoken = try session.conversations(debtor: debtor).latest.flatMap { talk in
                points.first { $0.id == talk.contactPoint }
            }
            return spoken.flatMap { PhoneNumber(e164: $0.value)?.e164 } ?? People.phone(points)?.e164
        }
        guard let number else { throw PageError.notFound }
        return (viewer, demonstration, debtor, number)
    }

    private func phone(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let (_, demonstration, debtor, number) = try await line(request, context)
        held.insert(debtor)
        await demonstration.hold(phone: number)
        await demonstration.read(phone: number)
        let ids = held.ids
        return try await pages.show(.phone, request, context) {
            try PhoneQueries(session: $0, viewer: $1, held: ids).page(debtor)
        }
    }

    private func events(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let (viewer, demonstration, debtor, number) = try await line(request, context)
        let view = PhoneLive(debtor: debtor, viewer: viewer, after: request.lastEventID) {
            await demonstration.read(phone: number)
        }
        return EventStream.response(view, request, configuration)
    }

    private func write(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let (viewer, demonstration, debtor, number) = try await line(request, context)
        let fields = try await request.form(of: viewer.visitor, configuration)
        held.insert(debtor)
        await demonstration.hold(phone: number)
        let option = fields["opcao"]
        let text = fields["texto"]
        do {
            if !option.isEmpty {
                let title = try await title(of: option, in: MessageID(text: fields["mensagem"]), viewer)
                try await demonstration.tap(option: option, title: title, from: number)
            } else if text.contains(where: { !$0.isWhitespace }) {
                guard text.count <= PhoneRoutes.textMax else {
                    throw PageError(.badRequest, .noticeMessageTooLong(limit: PhoneRoutes.textMax))
                }
                try await demonstration.send(text: text, from: number)
            } else {
                throw PageError(.badRequest, .noticeEmptyMessage)
            }
        } catch let error as PageError {
            throw error
        } catch {
            throw PageError(.conflict, .verbatim("\(error)"))
        }
        return pages.done(nil, at: Address.phone(debtor).text, request)
    }

    /// The words on the option, from the message that offered it: a phone sends what stands there.
    private func title(of option: String, in message: MessageID?, _ viewer: Viewer) async throws -> String {
        guard let message else { throw PageError(.badRequest) }
        return try await configuration.database.reading { session in
            guard let row = try session.find(MessageRow.self, .id(message)), row.creditor == viewer.creditor,
                row.direction == "out",
                let content = try? JSONDecoder().decode(MessageContent.self, from: Data(row.content.utf8)),
                let found = content.options.first(where: { $0.id == option })
            else { throw PageError(.badRequest) }
            return found.title
        }
    }

    private func pay(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let (viewer, demonstration, debtor, number) = try await line(request, context)
        let code = try await request.form(of: viewer.visitor, configuration)["codigo"]
        guard !code.isEmpty, code.utf8.count <= 1_000 else { throw PageError(.badRequest) }
        do {
            try await demonstration.pay(code: code, from: number)
        } catch {
            throw PageError(.conflict, .noticePixRefused(reason: "\(error)"))
        }
        return pages.done(.pixPaid, at: Address.phone(debtor).text, request)
    }

    private func moveClock(_ request: Request, _ context: QuitaContext) async throws -> Response {
        let viewer = try pages.viewer(.phone, request, context)
        let fields = try await request.form(of: viewer.visitor, configuration)
        guard viewer.hasMovableClock else { throw PageError.notFound }
        let clock = configuration.clock
        switch fields["avancar"] {
        case "1h": clock.advance(to: clock.now().adding(hours: 1))
        case "manha":
            let tomorrow = viewer.zone.day(clock.now()).adding(days: 1)
            clock.advance(to: viewer.zone.instant(tomorrow, minuteOfDay: 9 * 60))
        default:
            guard let speed = Int64(fields["velocidade"]), (1...Int64(PhoneRoutes.speedMax)).contains(speed) else {
                throw PageError(.badRequest)
            }
            clock.setSpeed(permille: speed * 1000)
        }
        let local = viewer.zone.localTime(clock.now())
        let text = "\(Portuguese.weekdayDate(local.day)) \(local.clock)"
        let back = SignInRoutes.local(fields["volta"])
        return pages.done(.clockMoved(to: text), at: back == "/" ? Address.phones.text : back, request)
    }
}

/// Whose phones are held by people since this server started.
private final class HeldPhones: Sendable {
    private let debtors = Mutex<Set<DebtorID>>([])

    var ids: Set<DebtorID> { debtors.withLock { $0 } }
    func insert(_ id: DebtorID) { debtors.withLock { _ = $0.insert(id) } }
}
