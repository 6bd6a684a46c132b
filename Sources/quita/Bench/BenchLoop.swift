import ArgumentParser
import Delivery
import Domain
import Engine
import Foundation
import Logging
import Simulation
import Store

/// The whole loop over real HTTP, simulator included: sent → delivered and read → about a third replies → the bot answers.
///
/// The clock runs with the world's seconds. Everybody is contacted at once; the pause in which a person may go on typing is
/// off, so that the time from a message's arrival to the answer's acceptance is the program's own.
struct BenchLoop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loop", abstract: "How many messages a second go out, come back and are answered.")

    @Option(help: "People who are contacted.")
    var clients = 5_000

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database.open("sqlite:" + folder.appending(path: "loop.db").path(percentEncoded: false))
        let start = DemoDay.start(after: Zone.brasilia.day(Clock.real().now())).adding(hours: 1)
        // Prepared before the clock starts to run, so that nothing is sent meanwhile.
        let people = PopulationGenerator(seed: 1, today: Zone.brasilia.day(start), population: .load).people(clients)
        let installation = Installation(
            people: people, cadence: ShippedStrategies.cadence, negotiation: ShippedStrategies.negotiation,
            templates: (ShippedStrategies.templates, try ShippedStrategies.loadedTemplates()))
        let engine = CollectionEngine(configuration: try Parts.engineConfiguration())
        var settings = Installation.settings
        settings.settleMilliseconds = 0
        try Parts.append(try installation.entries(at: start, actor: "bench", settings: settings), to: database, engine)
        try Parts.append(installation.chunks(at: start, actor: "bench"), to: database, engine)
        let clock = Clock.virtual(start: start, speedPermille: 1000)
        try await measure(installation, database, clock).show(json: json)
    }

    private func measure(_ installation: Installation, _ database: Database, _ clock: Clock) async throws -> BenchReport
    {
        var logger = Logger(label: "quita.bench")
        logger.logLevel = .error
        let server = SimulatorServer(
            town: town(installation), configuration: .init(target: "", clock: { clock.now() }), logger: logger)
        let begun = DispatchTime.now().uptimeNanoseconds
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let port = await server.port()
            let service = service(database, clock, port, server, logger)
            group.addTask { try await service.run() }
            let seconds = try await waitUntilQuiet(database, server, begun)
            group.cancelAll()
            return try await report(database, server, seconds)
        }
    }

    private func town(_ installation: Installation) -> SimulatedTown {
        var town = installation.town(seed: 1, messagesPerSecond: 1_000)
        town.adjustCloud { $0.timing = .immediate }
        return town
    }

    private func service(
        _ database: Database, _ clock: Clock, _ port: Int, _ server: SimulatorServer, _ logger: Logger
    ) -> LiveService {
        let accounts = WhatsAppAccounts(
            baseURL: "http://127.0.0.1:\(port)", version: "v25.0", tokens: [Installation.numberID: World.token],
            messagesPerSecond: 1_000)
        var service = LiveService(
            database: database, clock: clock, host: "127.0.0.1", port: 0, accounts: accounts,
            appSecrets: [Installation.appSecret], verifyTokens: [], logger: logger)
        service.onRunning = { await server.setTarget("http://127.0.0.1:\($0)") }
        return service
    }

    /// Ends when everybody was contacted and nothing has moved for two seconds; returns the seconds of the movement.
    private func waitUntilQuiet(_ database: Database, _ server: SimulatorServer, _ begun: UInt64) async throws -> Double
    {
        var last = -1
        var quietSince = DispatchTime.now().uptimeNanoseconds
        var seconds = 0.0
        while true {
            try await Task.sleep(for: .milliseconds(100))
            let now = DispatchTime.now().uptimeNanoseconds
            let sent = await server.statistics().cloud.accepted
            if sent != last {
                last = sent
                quietSince = now
                seconds = Double(now - begun) / 1e9
            }
            let isOver = Double(now - quietSince) / 1e9 > 2 && sent >= clients * 9 / 10
            if isOver || Double(now - begun) / 1e9 > 120 { return seconds }
        }
    }

    private func report(_ database: Database, _ server: SimulatorServer, _ seconds: Double) async throws -> BenchReport
    {
        let figures = await server.statistics()
        var answers = Latencies()
        // From the entry that brought the message to the entry that reported the answer's acceptance, in the product's
        // own log.
        let rows = try database.read { session in
            try session.rows(
                """
                SELECT i.at, MIN(o.sent_at) FROM message i JOIN message o
                ON o.conversation = i.conversation AND o.direction = 'out' AND o.id > i.id AND o.sent_at IS NOT NULL
                WHERE i.direction = 'in' GROUP BY i.id, i.at
                """)
        }
        for row in rows {
            if case .integer(let asked) = row[0], case .integer(let answered) = row[1] {
                answers.add(Double(max(0, answered - asked)))
            }
        }
        let counts = try database.read { session in
            (
                try session.integer("SELECT COUNT(*) FROM message WHERE direction = 'in'") ?? 0,
                try session.lastEntry(), try session.appliedEntry(),
                try session.integer("SELECT COUNT(*) FROM message WHERE status = 'read'") ?? 0
            )
        }
        var report = BenchReport("loop")
        report.add("messages_sent", Double(figures.cloud.accepted), "messages")
        report.add("messages_per_second", Double(figures.cloud.accepted) / max(seconds, 0.001), "messages/s")
        report.add("replies", Double(counts.0), "messages")
        report.add("read", Double(counts.3), "messages")
        report.add("entries", Double(counts.1), "entries")
        report.add("entries_waiting", Double(counts.1 - counts.2), "entries")
        report.add("answer_p50", answers.percentile(500), "ms")
        report.add("answer_p99", answers.percentile(990), "ms")
        report.add("sent_twice", Double(figures.repeatedCallbackData.count), "messages")
        report.add("seconds", seconds, "s")
        return report
    }
}
