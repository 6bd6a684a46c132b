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

    @Option(help: "Messages a second that the sending number may carry.")
    var rate = 1_000

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
        let bare = try await BareServer.perSecond(requests: 20_000, connections: 64)
        let clock = Clock.virtual(start: start, speedPermille: 1000)
        try await measure(installation, database, clock, bare: bare).show(json: json)
    }

    private func measure(
        _ installation: Installation, _ database: Database, _ clock: Clock, bare: Double
    ) async throws -> BenchReport {
        var logger = Logger(label: "quita.bench")
        logger.logLevel = .critical
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
            return try await report(database, server, seconds, bare: bare)
        }
    }

    private func town(_ installation: Installation) -> SimulatedTown {
        var town = installation.town(seed: 1, messagesPerSecond: rate)
        town.adjustCloud { $0.timing = .immediate }
        return town
    }

    private func service(
        _ database: Database, _ clock: Clock, _ port: Int, _ server: SimulatorServer, _ logger: Logger
    ) -> LiveService {
        let accounts = WhatsAppAccounts(
            baseURL: "http://127.0.0.1:\(port)", version: "v25.0", tokens: [Installation.numberID: World.token],
            messagesPerSecond: rate)
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

    private func report(
        _ database: Database, _ server: SimulatorServer, _ seconds: Double, bare: Double
    ) async throws -> BenchReport {
        let figures = await server.statistics()
        let log = try database.read { try LoopLog($0) }
        let counts = try database.read { session in
            (
                try session.integer("SELECT COUNT(*) FROM message WHERE direction = 'in'") ?? 0,
                try session.lastEntry(), try session.appliedEntry(),
                try session.integer("SELECT COUNT(*) FROM message WHERE status = 'read'") ?? 0
            )
        }
        var report = BenchReport("loop")
        report.add("messages_sent", Double(figures.cloud.accepted), "messages")
        report.add("messages_per_second", log.perSecond, "messages/s")
        report.add("replies", Double(counts.0), "messages")
        report.add("read", Double(counts.3), "messages")
        report.add("entries", Double(counts.1), "entries")
        report.add("entries_waiting", Double(counts.1 - counts.2), "entries")
        report.add("answer_p50", log.answers.percentile(500), "ms")
        report.add("answer_p99", log.answers.percentile(990), "ms")
        report.add("sent_twice", Double(figures.repeatedCallbackData.count), "messages")
        report.add("seconds", seconds, "s")
        report.add("bare_per_second", bare, "requests/s")
        report.ratio["messages_to_bare"] = bare > 0 ? log.perSecond / bare : 0
        return report
    }
}

/// What the product's own log says of a loop: when each message was reported as taken by the platform, and how long each
/// inbound message waited for the next one that went to the same person.
private struct LoopLog {
    private(set) var answers = Latencies()
    /// While the first 95 % of all messages went: the last few wait for people, not for the program.
    private(set) var perSecond = 0.0

    init(_ session: Session) throws {
        var arrivals: [Int64: Int64] = [:]
        var takenAt: [Int64: Int64] = [:]
        for row in try session.rows("SELECT seq, at, kind, body FROM inbox ORDER BY seq") {
            guard case .integer(let seq) = row[0], case .integer(let at) = row[1], case .text(let kind) = row[2],
                case .blob(let body) = row[3]
            else { continue }
            arrivals[seq] = at
            guard kind == EntryKind.effectFinished.rawValue,
                let result = try? JSONDecoder().decode(EffectResult.self, from: Data(body)), result.outcome == .accepted
            else { continue }
            takenAt[result.effect] = at
        }
        let sent = takenAt.values.sorted()
        if let first = sent.first, sent.count > 1 {
            let many = sent.count * 95 / 100
            perSecond = Double(many) * 1000 / Double(max(1, sent[many] - first))
        }
        // From the newest message back: the next outgoing one of each conversation is then at hand.
        var nextOut: [Int64: Int64] = [:]
        let messages = try session.rows(
            """
            SELECT m.id, m.conversation, m.direction, e.id FROM message m LEFT JOIN effect e ON e.message = m.id
            ORDER BY m.id DESC
            """)
        for row in messages {
            guard case .integer(let id) = row[0], case .integer(let conversation) = row[1],
                case .text(let direction) = row[2]
            else { continue }
            if direction == "out" {
                if case .integer(let effect) = row[3], let at = takenAt[effect] { nextOut[conversation] = at }
            } else if let at = nextOut[conversation], let arrived = arrivals[id >> 16] {
                answers.add(Double(max(0, at - arrived)))
            }
        }
    }
}
