import AsyncHTTPClient
import Channels
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Payments
import ServiceLifecycle
import Synchronization
import Testing

@testable import Simulation

/// A clock that moves on by a tenth of a second whenever somebody looks at it.
private final class SteppingClock: Sendable {
    private let steps = Mutex<Int64>(0)

    var now: Timestamp {
        steps.withLock { steps in
            steps += 1
            return CloudAPIKit.start.adding(milliseconds: steps * 100)
        }
    }
}

/// The program's side: takes webhooks on a free port, refuses as many as it is told, and keeps the rest.
private actor WebhookSink: Service {
    struct Received: Sendable {
        let path: String
        let signature: String?
        let body: [UInt8]
    }

    private var toRefuse: Int
    private(set) var refused = 0
    private let stream: AsyncStream<Received>
    private let continuation: AsyncStream<Received>.Continuation
    private var ports: [CheckedContinuation<Int, Never>] = []
    private var openPort: Int?

    init(refusing count: Int) {
        toRefuse = count
        (stream, continuation) = AsyncStream.makeStream()
    }

    func port() async -> Int {
        if let openPort { return openPort }
        return await withCheckedContinuation { ports.append($0) }
    }

    private func opened(_ port: Int) {
        openPort = port
        for waiter in ports { waiter.resume(returning: port) }
        ports = []
    }

    private func take(_ received: Received) -> HTTPResponse.Status {
        guard toRefuse == 0 else {
            toRefuse -= 1
            refused += 1
            return .serviceUnavailable
        }
        continuation.yield(received)
        return .ok
    }

    func run() async throws {
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { [self] request, _ in
                let body = try await request.body.collect(upTo: 1 << 22)
                let signature = request.headers.first { $0.name.canonicalName == "x-hub-signature-256" }?.value
                let received = Received(
                    path: request.uri.path, signature: signature, body: Array(body.readableBytesView))
                return Response(status: await take(received))
            },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { [self] channel in await opened(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "sink", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await application.run()
    }

    /// The next so many webhooks.
    func next(_ count: Int) async -> [Received] {
        var received: [Received] = []
        for await one in stream {
            received.append(one)
            if received.count == count { break }
        }
        return received
    }
}

@Suite("Cloud API and bank over HTTP", .timeLimit(.minutes(5)))
struct CloudAPIServerTests {
    /// Runs the server and a sink while the body talks to them.
    private func withServer(
        refusing count: Int = 0, _ adjust: (inout CloudAPIConfiguration) -> Void = { _ in },
        _ body: @Sendable @escaping (SimulatorServer, WebhookSink, String) async throws -> Void
    ) async throws {
        var cloud = CloudAPIKit(adjust).simulator.configuration
        cloud.mediaBaseURL = "https://lookaside.fbsbx.com"
        var bank = BankConfiguration(seed: 1, pixKey: BankTests.keyText)
        bank.callback = .none
        var town = SimulatedTown(seed: 1, cloud: cloud, bank: bank)
        town.welcome(PopulationGenerator(seed: 42, today: DebtorsPopulationTests.today, population: .load).people(3))
        for person in town.residents() { town.setManual(true, phone: person.phone) }
        let clock = SteppingClock()
        let sink = WebhookSink(refusing: count)
        var configuration = SimulatorServer.Configuration(target: "http://127.0.0.1:1", clock: { clock.now })
        configuration.hangSeconds = 0
        configuration.acceleration = 1000
        let server = SimulatorServer(
            town: town, configuration: configuration,
            logger: Logger(label: "simulator", factory: { _ in SwiftLogNoOpLogHandler() }))
        let services = ServiceGroup(
            services: [server, sink], logger: Logger(label: "services", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            await server.setTarget("http://127.0.0.1:\(await sink.port())")
            let address = "http://127.0.0.1:\(await server.port())"
            try await body(server, sink, address)
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    private static func post(
        _ request: WhatsAppRequest, to address: String, timeout: TimeAmount = .seconds(60)
    ) async throws -> (UInt, [UInt8]) {
        var http = HTTPClientRequest(url: "\(address)/v25.0/\(request.path)")
        http.method = request.method == .get ? .GET : .POST
        http.headers.add(name: "Authorization", value: "Bearer \(CloudAPIKit.token)")
        http.headers.add(name: "User-Agent", value: "test")
        if let type = request.contentType { http.headers.add(name: "Content-Type", value: type) }
        http.body = .bytes(ByteBuffer(bytes: request.body))
        let response = try await HTTPClient.shared.execute(http, timeout: timeout)
        let body = try await response.body.collect(upTo: 1 << 24)
        return (response.status.code, Array(body.readableBytesView))
    }

    @Test("a message sent over HTTP is answered, and its statuses are posted, signed, until they are taken")
    func roundTrip() async throws {
        try await withServer(refusing: 3) { server, sink, address in
            let phone = await server.residents()[0].phone
            let message = OutboundMessage(
                CloudAPIKit.template(), to: .phone(phone), numberID: CloudAPIKit.numberID, callbackData: "q:1")
            let (status, body) = try await Self.post(try WhatsAppRequest.send(message), to: address)
            #expect(SendOutcome(httpStatus: Int(status), body: body).messageID != nil)
            let received = await sink.next(2)
            #expect(await sink.refused == 3)
            for webhook in received {
                #expect(webhook.path == "/webhooks/whatsapp")
                #expect(WebhookSignature.verify(webhook.body, header: webhook.signature, secrets: [CloudAPIKit.secret]))
            }
            let events = try received.flatMap { try WhatsAppWebhook.parse($0.body) }
            #expect(Set(CloudAPIWebhookTests.statuses(events)) == [.sent, .delivered])
            #expect(await server.conversation(of: phone).count == 1)
            #expect(await server.statistics().repeatedCallbackData.isEmpty)
        }
    }

    @Test("the browser's phone writes, taps and pays; the program hears of each")
    func phone() async throws {
        try await withServer { server, sink, address in
            let person = await server.residents()[1]
            try await server.send(.text("oi"), from: person.phone, to: CloudAPIKit.numberID)
            let heard = try WhatsAppWebhook.parse(await sink.next(1)[0].body)
            #expect(heard.first?.inboundContent == .text("oi"))
            let buttons = MessageContent.buttons(
                body: "Confirma?", footer: nil, buttons: [MessageOption(id: "sim", title: "Sim")])
            let message = OutboundMessage(
                buttons, to: .phone(person.phone), numberID: CloudAPIKit.numberID, callbackData: nil)
            let (_, body) = try await Self.post(try WhatsAppRequest.send(message), to: address)
            let id = try #require(SendOutcome(httpStatus: 200, body: body).messageID)
            _ = await sink.next(2)
            try await server.send(
                .tap(messageID: id, optionID: "sim"), from: person.phone, to: CloudAPIKit.numberID)
            let tapped = try await sink.next(2).flatMap { try WhatsAppWebhook.parse($0.body) }
            #expect(tapped.contains { $0.inboundContent == .selection(id: "sim", title: "Sim") })
            #expect(CloudAPIWebhookTests.statuses(tapped) == [.read])
            let paid = try await server.pay(try BankTests.code(), from: person.phone)
            let callback = await sink.next(1)[0]
            #expect(callback.path == "/webhooks/pix")
            #expect(try PixCallback(decoding: callback.body).received.first?.endToEndID == paid.endToEndID)
        }
    }

    @Test("a request that is to time out gets no useful answer; files travel both ways")
    func filesAndTimeouts() async throws {
        try await withServer({ $0.faults.timeoutAfter = 1000 }) { server, sink, address in
            let phone = await server.residents()[2].phone
            let message = OutboundMessage(
                CloudAPIKit.template(), to: .phone(phone), numberID: CloudAPIKit.numberID, callbackData: "q:9")
            let (status, body) = try await Self.post(try WhatsAppRequest.send(message), to: address)
            #expect(status == 504)
            #expect(body.isEmpty)
            #expect(await sink.next(2).count == 2)
            let upload = try WhatsAppRequest.upload(
                MediaUpload(bytes: SampleFiles.png, mimeType: "image/png", filename: "qr.png"),
                numberID: CloudAPIKit.numberID)
            let answer = try JSONParser.parse(try await Self.post(upload, to: address).1)
            let id = try #require(answer["id"]?.string)
            let place = try JSONParser.parse(
                try await Self.post(.mediaAddress(id, numberID: CloudAPIKit.numberID), to: address).1)
            let url = try #require(place["url"]?.string)
            #expect(url.hasPrefix(address))
            var download = HTTPClientRequest(url: url)
            download.headers.add(name: "Authorization", value: "Bearer \(CloudAPIKit.token)")
            download.headers.add(name: "User-Agent", value: "test")
            let file = try await HTTPClient.shared.execute(download, timeout: .seconds(60))
            let bytes = try await file.body.collect(upTo: 1 << 20)
            #expect(Array(bytes.readableBytesView) == SampleFiles.png)
            #expect(await server.mediaFile(id)?.mimeType == "image/png")
        }
    }

    @Test("a cancelled server ends in order, with connections open; a taken port is an error")
    func ending() async throws {
        let clock = SteppingClock()
        func server(port: Int) -> SimulatorServer {
            var configuration = SimulatorServer.Configuration(target: "http://127.0.0.1:1", clock: { clock.now })
            configuration.port = port
            configuration.acceleration = 1000
            return SimulatorServer(
                town: SimulatedTown(
                    seed: 1, cloud: CloudAPIKit().simulator.configuration,
                    bank: BankConfiguration(seed: 1, pixKey: BankTests.keyText)),
                configuration: configuration,
                logger: Logger(label: "simulator", factory: { _ in SwiftLogNoOpLogHandler() }))
        }
        let first = server(port: 0)
        let running = Task { try await first.run() }
        let port = await first.port()
        let (status, _) = try await Self.post(.mediaAddress("1", numberID: "2"), to: "http://127.0.0.1:\(port)")
        #expect(status == 400)
        await #expect(throws: (any Error).self) { try await server(port: port).run() }
        running.cancel()
        _ = await running.result
        // The client tries to connect until its time is over.
        await #expect(throws: (any Error).self) {
            _ = try await Self.post(
                .mediaAddress("1", numberID: "2"), to: "http://127.0.0.1:\(port)", timeout: .seconds(1))
        }
    }
}
