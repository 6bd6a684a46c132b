import AsyncHTTPClient
import Console
import Domain
import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOHTTP1
import Store
import Testing

@testable import Web

@Suite("Pages that are being watched")
struct LiveTests {
    private func viewer(_ installation: Installation, _ login: String) throws -> Viewer {
        let key = installation.configuration.sessionKey
        let cookie = SessionCookie(login: login, expiresAt: Clock.real().now().adding(hours: 1), nonce: "n")
        let staff = try #require(try installation.read { try $0.staff(login: login) })
        let creditor = try installation.creditor("aurora")
        let request = Request(
            head: .init(method: .get, scheme: "http", authority: "localhost", path: "/"),
            body: .init(buffer: ByteBuffer()))
        #expect(!cookie.formToken(key: key).isEmpty)
        return try Viewer(
            Visitor(staff: staff, cookie: cookie, creditors: [creditor], creditor: creditor), request,
            installation.configuration)
    }

    @Test("a page that is up to date gets nothing; then each change once, and ticks as changes of their message")
    func desk() async throws {
        try await Installation.with { installation in
            let talk = try installation.conversation("aurora")
            let now = Installation.start.adding(minutes: 1)
            var live = DeskLive(
                conversation: talk.id, viewer: try viewer(installation, "ana@aurora.example"), filter: .all,
                after: talk.updatedSeq)
            func refresh() throws -> String? {
                let (text, next) = try installation.read { session in
                    var next = live
                    return (try next.refresh(session, now: now), next)
                }
                live = next
                return text
            }
            #expect(try refresh() == nil)
            #expect(try refresh() == nil)
            try installation.apply([
                try installation.message("segunda mensagem", from: "5511987654321", to: "100", id: "wamid.a2")
            ])
            let added = try #require(try refresh())
            let seq = try installation.conversation("aurora").updatedSeq
            #expect(added.hasPrefix("id: \(seq)\nevent: fragment\n"))
            #expect(added.contains("segunda mensagem"))
            #expect(!added.contains("oi, que mensagem é essa?"))
            #expect(try refresh() == nil)
            try installation.configuration.database.write { session in
                _ = try session.run(
                    "UPDATE message SET status = 'read', read_at = 1 WHERE conversation = ? AND direction = 'out'",
                    .id(talk.id))
            }
            let ticks = try #require(try refresh())
            #expect(ticks.contains("ticks read"))
            #expect(!ticks.contains("segunda mensagem"))
        }
    }

    @Test("a page that missed something gets what it missed at once")
    func behind() async throws {
        try await Installation.with { installation in
            let talk = try installation.conversation("aurora")
            var live = DeskLive(
                conversation: talk.id, viewer: try viewer(installation, "ana@aurora.example"), filter: .all, after: 0)
            let text = try installation.read { try live.refresh($0, now: Installation.start) }
            #expect(try #require(text).contains("oi, que mensagem é essa?"))
        }
    }

    @Test("who is switched off sees no more")
    func switchedOff() async throws {
        try await Installation.with { installation in
            let talk = try installation.conversation("aurora")
            var live = DeskLive(
                conversation: talk.id, viewer: try viewer(installation, "bia@aurora.example"), filter: .all, after: 0)
            try installation.apply([try StaffSavedEntry.off("bia@aurora.example", at: Installation.start)])
            #expect(throws: PageError.self) { try installation.read { try live.refresh($0, now: Installation.start) } }
        }
    }

    @Test("the phone shows what has arrived, and each step of the engine once")
    func phone() async throws {
        try await Installation.with(demonstration: true) { installation in
            let debtor = try #require(try installation.conversation("aurora").debtor)
            var live = PhoneLive(debtor: debtor, viewer: try viewer(installation, "ana@aurora.example"), after: 0) {}
            let first = try #require(try installation.read { try live.refresh($0, now: Installation.start) })
            #expect(first.contains("oi, que mensagem é essa?"))
            #expect(first.contains("data-into=\"lista-de-passos\""))
            #expect(try installation.read { try live.refresh($0, now: Installation.start) } == nil)
        }
    }

    @Test("over HTTP the stream begins, says what has changed, and ends when the browser leaves")
    func overHTTP() async throws {
        try await Installation.with { installation in
            let talk = try installation.conversation("aurora")
            let application = Application(
                router: QuitaServer.router(installation.configuration),
                configuration: .init(address: .hostname("127.0.0.1", port: 0)))
            try await application.test(.live) { client in
                let port = try #require(client.port)
                var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/atendimento/\(talk.id)/eventos?desde=0")
                request.headers.add(name: "Cookie", value: installation.session("ana@aurora.example").cookie)
                let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
                #expect(response.status == .ok)
                #expect(response.headers.first(name: "Content-Type") == "text/event-stream; charset=utf-8")
                var received = ""
                for try await part in response.body {
                    received += String(buffer: part)
                    if received.contains("oi, que mensagem é essa?"), received.hasSuffix("\n\n") { break }
                }
                #expect(received.contains("event: fragment"))
                #expect(received.contains("id: \(talk.updatedSeq)"))
            }
        }
    }
}
