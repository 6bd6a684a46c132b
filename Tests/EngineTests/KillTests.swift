import Domain
import Engine
import Foundation
import Logging
import Simulation
import Store
import TestKit
import Testing

/// `kill -9` at random moments under the simulator's load: the running program, a real port, a real file.
///
/// Four kills in an ordinary run; `QUITA_KILLS=20` asks for more, `QUITA_KILL_SEED` for other moments.
@Suite("Killed while it works", .serialized, .timeLimit(.minutes(10)))
struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["QUITA_KILLS"].flatMap(Int.init) ?? 4
    private static let seed = ProcessInfo.processInfo.environment["QUITA_KILL_SEED"].flatMap(UInt64.init) ?? 1
    /// Seconds of the town in one of the machine's. A debug build on a slow machine keeps up with that.
    private static let speed: Int64 = 90

    @Test("no message lost, nothing sent twice, no payment lost or doubled", arguments: Backend.shared)
    func killed(_ backend: Backend) async throws {
        try await backend.withAddress { address in
            // The same line through the same point: a program that starts anew finds the clock where it must be.
            let anchor = Clock.real().now()
            let clock = Clock.virtual(start: WorldKit.start, anchor: anchor, speedPermille: Self.speed * 1000)
            let installation = try WorldKit.installation(people: 40, seed: 5)
            try Self.prepare(installation, address)
            var configuration = SimulatorServer.Configuration(target: "http://127.0.0.1:1", clock: { clock.now() })
            configuration.acceleration = Int(Self.speed)
            configuration.webhookTimeoutSeconds = 5
            let server = SimulatorServer(
                town: installation.town(seed: 5), configuration: configuration,
                logger: Logger(label: "simulator", factory: { _ in SwiftLogNoOpLogHandler() }))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                let environment = Self.environment(address, anchor, simulatorPort: await server.port())
                do {
                    try await Self.killAndRestart(server, environment)
                } catch {
                    group.cancelAll()
                    throw error
                }
                try Self.check(address, await server.town)
                group.cancelAll()
            }
        }
    }

    /// The creditor, the strategies and the portfolio, before anything runs.
    private static func prepare(_ installation: Installation, _ address: String) throws {
        let database = try Database.open(address)
        let engine = CollectionEngine(configuration: try WorldKit.configuration())
        _ = try database.write { session in
            try session.append(try installation.entries(at: WorldKit.start, actor: "test"))
            try session.append(installation.chunks(at: WorldKit.start, actor: "test"))
        }
        while try database.write({ try engine.applyWaiting($0, limit: 100) }) != nil {}
    }

    private static func environment(_ address: String, _ anchor: Timestamp, simulatorPort: Int) -> [String: String] {
        [
            "QUITA_DATABASE": address, "QUITA_CLOCK": "\(WorldKit.start)@\(anchor.milliseconds)*\(speed)",
            "QUITA_WHATSAPP_TOKEN": World.token, "QUITA_WHATSAPP_PHONE_NUMBER_ID": Installation.numberID,
            "QUITA_WHATSAPP_APP_SECRET": Installation.appSecret,
            "QUITA_WHATSAPP_BASE_URL": "http://127.0.0.1:\(simulatorPort)", "QUITA_UNKNOWN_WAIT_SECONDS": "300",
            "QUITA_HTTP_PORT": "", "QUITA_HTTP_HOST": "127.0.0.1",
        ]
    }

    /// Lets the program live until so much has happened that a seeded die says enough, kills it, starts it anew; at last
    /// lets everything come to rest.
    private static func killAndRestart(_ server: SimulatorServer, _ environment: [String: String]) async throws {
        var chance = SeededGenerator(seed: seed, stream: "kills")
        for _ in 0..<kills {
            let process = try ServeProcess(environment)
            await server.setTarget("http://127.0.0.1:\(try await process.port())")
            let goal = await happened(server) + chance.integer(1...40)
            let latest = await server.with { _, now in now.adding(minutes: 12) }
            await server.wait { figures, now in happened(figures) >= goal || now > latest }
            await process.end(SIGKILL)
        }
        let process = try ServeProcess(environment)
        await server.setTarget("http://127.0.0.1:\(try await process.port())")
        // Long enough for every unknown send to be decided.
        let rest = await server.with { _, now in now.adding(minutes: 45) }
        await server.wait { figures, now in
            now > rest && figures.openWebhooks == 0 && figures.openCallbacks == 0 || now > rest.adding(minutes: 60)
        }
        await process.end(SIGTERM)
    }

    private static func happened(_ server: SimulatorServer) async -> Int { happened(await server.statistics()) }

    private static func happened(_ figures: SimulatorStatistics) -> Int {
        figures.cloud.accepted + figures.cloud.inbound + figures.town.payments
    }

    private static func check(_ address: String, _ town: SimulatedTown) throws {
        let database = try Database.open(address)
        // What came in and was not applied before the end is kept; it is applied now.
        let engine = CollectionEngine(configuration: try WorldKit.configuration())
        while try database.write({ try engine.applyWaiting($0, limit: 100) }) != nil {}
        let failures = try database.read { try $0.rows("SELECT seq, kind, reason FROM entry_failure") }
        #expect(failures.isEmpty, "\(failures)")
        try Checks.everything(database, town)
        try Checks.everyMessageArrived(database, town)
        try Checks.everyPaymentIsBooked(database, town)
        let recorded = try database.read { try StateDigest.compute($0) }
        #expect(try WorldKit.replayedDigest(of: database) == recorded)
        // The run was worth its name: people were written to and wrote back.
        #expect(town.cloud.statistics.inbound > 10)
        #expect(town.cloud.statistics.accepted > 20)
    }
}
