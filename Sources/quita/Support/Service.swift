import AsyncHTTPClient
import Delivery
import Domain
import Engine
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Store
import UnixSignals
import Web

/// The one place where live parts meet: store, inbox, engine, delivery and the HTTP edge.
struct LiveService {
    let database: Database
    let clock: Clock
    let host: String
    let port: Int
    let accounts: WhatsAppAccounts?
    let appSecrets: [String]
    let verifyTokens: [String]
    let logger: Logger
    /// The banks by name; without any, codes are static.
    var pixConnections: [String: PixConnection] = [:]
    var demonstration: (any Demonstration)?
    var onRunning: @Sendable (Int) async -> Void = { _ in }

    /// Runs until it is told to stop (SIGTERM, SIGINT).
    func run() async throws {
        let feed = ChangeFeed()
        let parts = LoopParts()
        let runner = EngineRunner(
            database: database, clock: clock, configuration: try Parts.engineConfiguration(),
            onChange: { changes in
                feed.publish(changes)
                if changes.hasEffects { parts.delivery?.wake() }
            },
            onError: { [logger] in logger.error("the engine cannot reach its store", metadata: ["error": "\($0)"]) })
        let inbox = InboxWriter(database: database) { _ in runner.wake() }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: LiveService.clientConfiguration)
        let banks = try PixBanks(pixConnections, now: { [clock] in clock.now() })
        let workers = Workers(client: client, addresses: try Parts.assistAddresses(), banks: banks)
        let delivery = accounts.map { [clock] in
            DeliveryService(
                database: database, inbox: inbox, client: client, accounts: $0, workers: workers, logger: logger,
                now: { clock.now() }, realMilliseconds: { clock.realMilliseconds(until: $0) })
        }
        parts.delivery = delivery
        let sessionKey = try LiveService.sessionKey(database)
        let configuration = WebConfiguration(
            database: database, inbox: inbox, clock: clock, feed: feed, appSecrets: appSecrets,
            verifyTokens: verifyTokens, pixToken: Parts.environment("QUITA_PIX_WEBHOOK_TOKEN"), sessionKey: sessionKey,
            demonstration: demonstration)
        let application = QuitaServer.application(
            configuration, host: host, port: port, logger: logger, onRunning: onRunning)
        runner.start()
        defer {
            runner.stop()
        }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [.init(service: application)]
        if let delivery { services.append(.init(service: DeliveryRunner(delivery: delivery))) }
        let group = ServiceGroup(
            configuration: .init(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch {
            try await banks.shutdown()
            try await client.shutdown()
            throw error
        }
        try await banks.shutdown()
        try await client.shutdown()
    }

    private static var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        configuration.timeout.connect = .seconds(5)
        return configuration
    }

    /// Signs sessions: made at the first start, the same for every node of the installation.
    private static func sessionKey(_ database: Database) throws -> [UInt8] {
        let text = try database.write { session in
            try session.setting("session_key") {
                Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }).base64EncodedString()
            }
        }
        return Array(Data(base64Encoded: text) ?? Data(text.utf8))
    }
}

/// Ties the engine's thread to delivery, which is made after it.
private final class LoopParts: Sendable {
    private let held = Held<DeliveryService?>(nil)

    var delivery: DeliveryService? {
        get { held.value }
        set { held.value = newValue }
    }
}

private struct DeliveryRunner: Service {
    let delivery: DeliveryService

    func run() async throws {
        await cancelWhenGracefulShutdown { await delivery.run() }
    }
}
