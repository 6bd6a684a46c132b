import Assist
import AsyncHTTPClient
import Delivery
import Domain
import Foundation
import Hummingbird
import Logging
import NIOCore
import Reading
import Store
import Synchronization
import Testing

/// An OpenAI-compatible address on this machine that does what the test says, and remembers what it was shown.
private final class Address: Sendable {
    enum Manner: Sendable {
        case answers(String)
        case status(Int)
        case never
        case endless
    }

    let manner: Manner
    private let shown = Mutex<[String]>([])
    var bodies: [String] { shown.withLock { $0 } }

    init(_ manner: Manner) { self.manner = manner }

    private func respond(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        shown.withLock { $0.append(String(buffer: body)) }
        switch manner {
        case .answers(let text):
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        case .status(let code): return Response(status: .init(code: code))
        case .never:
            // Nothing ever comes of this stream: it ends when the server does, with the test.
            let (nothing, source) = AsyncStream<Never>.makeStream()
            for await _ in nothing {}
            source.finish()
            return Response(status: .ok)
        case .endless:
            return Response(
                status: .ok,
                body: ResponseBody { writer in
                    for _ in 0..<64 { try await writer.write(ByteBuffer(repeating: 0x20, count: 1 << 16)) }
                    try await writer.finish(nil)
                })
        }
    }

    /// Runs it, and the work against it.
    func serving<Answer: Sendable>(_ body: @escaping @Sendable (_ base: String) async throws -> Answer) async throws
        -> Answer
    {
        let router = Router()
        for path in ["chat/completions", "audio/transcriptions", "audio/speech"] {
            router.post("v1/\(path)") { request, _ in try await self.respond(request) }
        }
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in continuation.yield(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "address", factory: { _ in SwiftLogNoOpLogHandler() }))
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                try? await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return try await body("http://127.0.0.1:\(port)") }
                return nil
            }
            var answer: Answer?
            while answer == nil, let next = try await group.next() { answer = next }
            group.cancelAll()
            return try #require(answer)
        }
    }
}

@Suite("Addresses of other programs, over HTTP, and what they do wrong")
struct AddressTests {
    private func outcome(
        _ kind: WorkKind, _ manner: Address.Manner, body: String, limit: Int = 60_000,
        prepare: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) async throws -> (EffectResult, shown: [String]) {
        let address = Address(manner)
        let result = try await address.serving { base in
            var addresses = AssistAddresses()
            let service = try AssistService(base: base, model: "m", key: "k", timeLimitMilliseconds: limit)
            addresses.chat = service
            addresses.transcription = service
            let database = try Database.open("sqlite::memory:")
            try prepare(database)
            let effect = try database.write { session in
                try session.queueWork(
                    kind, id: 7, creditor: CreditorID(1), lane: "x", body: body, notBefore: WorkdayStart.at,
                    validUntil: WorkdayStart.at.adding(hours: 1))
                return try session.effect(key: "q7")
            }
            let client = HTTPClient(eventLoopGroupProvider: .singleton)
            let workers = Workers(client: client, addresses: addresses)
            let claim = try #require(
                try database.write {
                    try $0.claim(
                        now: WorkdayStart.at, owner: "test", leaseUntil: WorkdayStart.at.adding(hours: 1), limit: 1)
                }.first)
            #expect(claim.effect == effect)
            let result = await WorkProduct.result(of: claim, by: workers.worker(for: kind), in: database)
            try await client.shutdown()
            return result
        }
        return (result, address.bodies)
    }

    private enum WorkdayStart { static let at = WorldKit.start }

    private static func chat(_ content: String) throws -> String {
        let object: [String: Any] = [
            "choices": [["finish_reason": "stop", "message": ["role": "assistant", "content": content]]]
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    private func question() throws -> String {
        try canonicalJSON(MessageToUnderstand(masked: "oi [NOME], acerta isso", context: "offer"))
    }

    @Test("a chat's own words come back as they are, to be checked by the engine")
    func chat() async throws {
        let answer = #"{"intents":[{"intent":"greeting","quote":"oi"}]}"#
        let (result, shown) = try await outcome(
            .assistUnderstand, .answers(try Self.chat(answer)), body: try question())
        #expect(result.outcome == .done)
        #expect(result.answer(ModelWords.self)?.text == answer)
        #expect(shown.count == 1)
        #expect(shown.first?.contains("acerta isso") ?? false)
    }

    @Test("of a reply only places for its facts are shown")
    func masked() async throws {
        let body = ReplyToRephrase(
            plain: "Célia, o total é R$ 150,00 até 28/11.", names: ["Célia Ramos"], register: "close",
            conversation: ConversationID(1), contents: [], discloses: true, note: "", speaks: false)
        let (result, shown) = try await outcome(
            .assistRephrase, .answers(try Self.chat(#"{"text":"x"}"#)), body: try canonicalJSON(body))
        #expect(result.outcome == .done)
        for text in ["150", "28", "Célia", "Ramos"] { #expect(!(shown.first?.contains(text) ?? true), "\(text)") }
    }

    @Test("time-out, rubbish, refusals and endless answers end the plain way, in time")
    func misbehaving() async throws {
        for manner in [Address.Manner.never, .answers("<html>"), .answers("{}"), .status(500), .status(429), .endless] {
            let (result, _) = try await outcome(.assistUnderstand, manner, body: try question(), limit: 400)
            #expect(result.outcome == .rejected)
            #expect(result.answer == nil)
            #expect(result.errorText != nil)
        }
    }

    @Test("an address that is not there, or not configured, says so")
    func away() async throws {
        let database = try Database.open("sqlite::memory:")
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        let off = Workers(client: client)
        let effect = try database.write { session in
            try session.queueWork(
                .assistUnderstand, id: 7, creditor: CreditorID(1), lane: "x", body: try question(),
                notBefore: WorldKit.start, validUntil: WorldKit.start.adding(hours: 1))
            return try #require(try session.effect(key: "q7"))
        }
        await #expect(throws: WorkFailure.off) {
            _ = try await off.worker(for: .assistUnderstand).work(on: effect, in: database)
        }
        try await client.shutdown()
    }

    @Test("a voice note goes there as a file and comes back as its words")
    func transcription() async throws {
        let audio = Array("OggS voice".utf8)
        let hash = Shared("")
        let (result, shown) = try await outcome(
            .voiceHear, .answers(#"{"text":" quero  pagar "}"#),
            body: try canonicalJSON(
                FileWork(file: Self.hash(audio), mimeType: "audio/ogg; codecs=opus", day: WorldKit.today))
        ) { database in
            hash.value = try database.write {
                try $0.keep(audio, mimeType: "audio/ogg", creditor: CreditorID(1)).sha256
            }
        }
        #expect(hash.value == Self.hash(audio))
        #expect(result.answer(HeardVoice.self)?.text == "quero pagar")
        #expect(shown.first?.contains("OggS voice") ?? false)
    }

    /// SHA-256 of the bytes of the test above, as the store keeps them.
    private static func hash(_ bytes: [UInt8]) -> String {
        guard let database = try? Database.open("sqlite::memory:") else { return "" }
        return (try? database.write { try $0.keep(bytes, mimeType: "audio/ogg", creditor: CreditorID(1)).sha256 }) ?? ""
    }
}
