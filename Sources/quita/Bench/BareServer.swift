import AsyncHTTPClient
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// A server that says `ok` and nothing else: the ceiling that every bench over HTTP is compared with, in the same run.
enum BareServer {
    static var logger: Logger {
        var logger = Logger(label: "quita.bench")
        logger.logLevel = .critical
        return logger
    }

    static func application(_ port: PortWaiter) -> any ApplicationProtocol {
        let router = Router()
        router.post("/") { _, _ in "ok" }
        return Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { await port.set($0.localAddress?.port ?? 0) }, logger: logger)
    }

    /// Runs a server while the body works with its port.
    static func serving(
        _ make: (PortWaiter) -> any ApplicationProtocol, _ body: (Int) async -> LoadGenerator.Outcome
    ) async throws -> LoadGenerator.Outcome {
        let port = PortWaiter()
        let application = make(port)
        let task = Task { try await application.run() }
        let outcome = await body(await port.value())
        task.cancel()
        _ = try? await task.value
        return outcome
    }

    /// How many requests a second it answers on this machine, now.
    static func perSecond(requests count: Int, connections: Int) async throws -> Double {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome = try await serving(application) { port in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/")
            request.method = .POST
            request.body = .bytes(ByteBuffer(string: "bench"))
            return await LoadGenerator(client: client, connections: connections)
                .run(Array(repeating: request, count: count))
        }
        try await client.shutdown()
        return outcome.perSecond
    }
}

/// Hands a server's port to whoever waits for it.
actor PortWaiter {
    private var port: Int?
    private var waiters: [CheckedContinuation<Int, Never>] = []

    func set(_ value: Int) {
        port = value
        for waiter in waiters { waiter.resume(returning: value) }
        waiters = []
    }

    func value() async -> Int {
        if let port { return port }
        return await withCheckedContinuation { waiters.append($0) }
    }
}
