import AsyncHTTPClient
package import Domain
import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// The simulated town behind a real HTTP port: it answers as the Cloud API and as the bank, lets its people live,
/// and posts webhooks to the program until each is answered with 200, so that nothing is lost while the program is
/// down.
package actor SimulatorServer: Service {
    /// Where it listens, whom it calls, and how its time goes.
    package struct Configuration: Sendable {
        package var host = "127.0.0.1"
        /// 0 takes any free port.
        package var port = 0
        /// Where the program listens: `http://127.0.0.1:8080`, without a path.
        package var target: String
        /// The time in the town; may run faster than a wall clock.
        package var clock: @Sendable () -> Timestamp
        /// How much faster: simulated milliseconds in a real one. Latencies of answers shrink accordingly.
        package var acceleration = 1
        /// How often the town is looked at, in real milliseconds.
        package var tickMilliseconds = 5
        /// How many webhooks may be on their way at once.
        package var webhooksAtOnceMost = 64
        package var webhookTimeoutSeconds = 10
        /// How long an unanswered request hangs, in real seconds.
        package var hangSeconds = 60

        package init(target: String, clock: @escaping @Sendable () -> Timestamp) {
            self.target = target
            self.clock = clock
        }
    }

    static let bodyBytesMost = 110 * 1024 * 1024

    package private(set) var town: SimulatedTown
    private var configuration: Configuration
    private let logger: Logger
    private var waiting: [WebhookDelivery] = []
    private var onTheWay = 0
    private var listeningPort: Int?
    private var portWaiters: [CheckedContinuation<Int, Never>] = []
    private var momentWaiters: [MomentWaiter] = []

    /// Somebody who waits until the town has come so far.
    private struct MomentWaiter {
        let isReached: @Sendable (SimulatorStatistics, Timestamp) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    package init(town: SimulatedTown, configuration: Configuration, logger: Logger) {
        self.town = town
        self.configuration = configuration
        self.logger = logger
    }

    /// The port on which it listens, as soon as it does.
    package func port() async -> Int {
        if let listeningPort { return listeningPort }
        return await withCheckedContinuation { portWaiters.append($0) }
    }

    /// Returns at the first look at the town (each tick) at which its figures and its clock are as asked for, or when the
    /// server ends.
    package func wait(until isReached: @escaping @Sendable (SimulatorStatistics, Timestamp) -> Bool) async {
        await withCheckedContinuation { continuation in
            momentWaiters.append(MomentWaiter(isReached: isReached, continuation: continuation))
        }
    }

    /// Wakes those whose moment has come.
    private func wakeWaiters(isOver: Bool = false) {
        guard !momentWaiters.isEmpty else { return }
        let (figures, now) = (statistics(), configuration.clock())
        let reached = momentWaiters.filter { isOver || $0.isReached(figures, now) }
        momentWaiters.removeAll { isOver || $0.isReached(figures, now) }
        for waiter in reached { waiter.continuation.resume() }
    }

    /// Aims webhooks elsewhere: the program was restarted on another port.
    package func setTarget(_ target: String) { configuration.target = target }

    /// Asks or changes the town between two moments of its life.
    package func with<Answer: Sendable>(
        _ body: @Sendable (inout SimulatedTown, Timestamp) throws -> Answer
    ) rethrows -> Answer {
        try body(&town, configuration.clock())
    }

    /// Serves until the task is cancelled or its service group shuts down. Either way open connections are ended in
    /// order first, so that nobody who calls is cut off in the middle of an answer.
    package func run() async throws {
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { [self] request, _ in try await respond(to: request) },
            configuration: ApplicationConfiguration(address: .hostname(configuration.host, port: configuration.port)),
            onServerRunning: { [self] channel in await listening(on: channel.localAddress?.port ?? 0) },
            logger: logger)
        let web = ServiceGroup(services: [application], logger: logger)
        let client = webhookClient()
        // A task of its own, which a cancellation does not reach: it is told to end once the town stands still.
        let serving = Task { try await web.run() }
        let outcome: Result<Void, any Error>
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await serving.value }
                group.addTask { [self] in
                    await live(client)
                    await web.triggerGracefulShutdown()
                }
                for try await _ in group {}
            }
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        try? await client.shutdown()
        try outcome.get()
    }

    private func webhookClient() -> HTTPClient {
        var settings = HTTPClient.Configuration()
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = configuration.webhooksAtOnceMost
        settings.timeout = HTTPClient.Configuration.Timeout(
            connect: .seconds(5), read: .seconds(Int64(configuration.webhookTimeoutSeconds)))
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    }

    private func listening(on port: Int) {
        listeningPort = port
        if town.cloud.configuration.mediaBaseURL.hasPrefix("https://lookaside.") {
            town.adjustCloud { $0.mediaBaseURL = "http://\(configuration.host):\(port)" }
        }
        for waiter in portWaiters { waiter.resume(returning: port) }
        portWaiters = []
    }

    // MARK: - Requests of the program

    private func respond(to request: Request) async throws -> Response {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let body = try await request.body.collect(upTo: Self.bodyBytesMost)
        let simulated = SimulatedRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: headers,
            body: Array(body.readableBytesView))
        let answer = town.handle(simulated, now: configuration.clock())
        if answer.fate == .unanswered {
            let seconds = configuration.hangSeconds
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(seconds)) }
        } else if answer.delayMilliseconds > 0 {
            try await Task.sleep(
                for: .milliseconds(answer.delayMilliseconds / Int64(max(1, configuration.acceleration))))
        }
        var response = Response(
            status: HTTPResponse.Status(code: answer.status),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        response.headers[.contentType] = answer.contentType
        return response
    }

    // MARK: - Life in town

    private func live(_ client: HTTPClient) async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled, !Task.isShuttingDownGracefully {
                waiting += town.advance(to: configuration.clock())
                let leaving = waiting.prefix(max(0, configuration.webhooksAtOnceMost - onTheWay))
                waiting.removeFirst(leaving.count)
                onTheWay += leaving.count
                let (target, seconds) = (configuration.target, configuration.webhookTimeoutSeconds)
                for delivery in leaving {
                    group.addTask { [self] in
                        let succeeded = await Self.post(delivery, to: target, client, timeoutSeconds: seconds)
                        await arrived(delivery, succeeded: succeeded)
                    }
                }
                wakeWaiters()
                try? await Task.sleep(for: .milliseconds(configuration.tickMilliseconds))
            }
            wakeWaiters(isOver: true)
            group.cancelAll()
        }
    }

    private func arrived(_ delivery: WebhookDelivery, succeeded: Bool) {
        onTheWay -= 1
        town.settle(delivery, succeeded: succeeded, now: configuration.clock())
    }

    private static func post(
        _ delivery: WebhookDelivery, to target: String, _ client: HTTPClient, timeoutSeconds: Int
    ) async -> Bool {
        var request = HTTPClientRequest(url: "\(target)/webhooks/\(delivery.service.rawValue)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "User-Agent", value: "facebookexternalua")
        if !delivery.signature.isEmpty { request.headers.add(name: "X-Hub-Signature-256", value: delivery.signature) }
        request.body = .bytes(ByteBuffer(bytes: delivery.body))
        do {
            let response = try await client.execute(request, timeout: .seconds(Int64(timeoutSeconds)))
            // The connection can only be used again once the answer is read to its end.
            _ = try await response.body.collect(upTo: 1 << 20)
            return response.status == .ok
        } catch {
            return false
        }
    }
}
