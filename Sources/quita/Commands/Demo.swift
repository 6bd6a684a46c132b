import ArgumentParser
import Delivery
import Domain
import Engine
import Foundation
import Logging
import PortfolioFile
import ServiceLifecycle
import Simulation
import Store
import Web

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Everything on this machine: simulated WhatsApp, bank and clients, a faster clock, and the console.")

    @Option(help: "How many invented clients there are.")
    var clients = 300

    @Option(help: "The console's port; 0 takes any free one.")
    var port = 8080

    @Option(help: "How many seconds of the demonstration pass in one real second.")
    var speed = 60

    @Option(help: "The same seed makes the same clients.")
    var seed: UInt64 = 7

    @Option(help: "Where to keep it: sqlite:FILE or postgresql://…; by default a new temporary file.")
    var database: String?

    @Option(help: "Stop after so many real seconds; runs until Ctrl-C without it.")
    var seconds: Int?

    func validate() throws {
        guard (1...100_000).contains(clients) else { throw ValidationError("--clients is 1 to 100000") }
        guard (1...3_600).contains(speed) else { throw ValidationError("--speed is 1 to 3600") }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
    }

    func run() async throws {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = .error
            return handler
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-demo-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try openStore(folder)
        let start = DemoDay.start(after: Zone.brasilia.day(Clock.real().now()))
        let clock = Clock.virtual(start: start, speedPermille: 1)
        let people = PopulationGenerator(seed: seed, today: Zone.brasilia.day(start)).people(clients)
        let installation = Installation(
            people: people, cadence: ShippedStrategies.cadence, negotiation: ShippedStrategies.negotiation,
            templates: (ShippedStrategies.templates, try ShippedStrategies.loadedTemplates()))
        let password = User.madePassword()
        try prepare(installation, people, store, folder, start, password)
        clock.setSpeed(permille: Int64(speed) * 1000)
        try await live(installation, store, clock, password)
    }

    private func openStore(_ folder: URL) throws -> Database {
        let address = database ?? "sqlite:" + folder.appending(path: "demo.db").path(percentEncoded: false)
        let store = try Database.open(address)
        guard try store.read({ try $0.lastEntry() }) == 0 else {
            throw Failure("\(address) is not empty; a demonstration starts with an empty database")
        }
        return store
    }

    /// What a newcomer would do by hand: the creditor, the strategies, a person who signs in, and the portfolio's file.
    private func prepare(
        _ installation: Installation, _ people: [InventedDebtor], _ store: Database, _ folder: URL, _ start: Timestamp,
        _ password: String
    ) throws {
        let configuration = try Parts.engineConfiguration()
        let engine = CollectionEngine(configuration: configuration)
        try Parts.append(try installation.entries(at: start, actor: "demo"), to: store, engine)
        try Parts.append(
            [
                try User.entry(
                    email: Demo.login, name: "Gestora da demonstração", role: "manager",
                    creditor: Installation.creditorKey, password: password, at: start)
            ], to: store, engine)
        let file = folder.appending(path: "carteira.csv")
        try Data(PortfolioCSV.text(people).utf8).write(to: file)
        let summary = try PortfolioImport(
            database: store, configuration: configuration, creditorKey: Installation.creditorKey,
            portfolioKey: "crediario",
            portfolioName: "Crediário", now: start, actor: "demo"
        ).run(path: file.path(percentEncoded: false), mapping: PortfolioMapping())
        let total = Portuguese.money(Money(cents: summary.originalCents), space: .plain)
        say(
            "loaded \(summary.accepted) debts of \(summary.debtors) invented clients, \(total), from \(file.path(percentEncoded: false))"
        )
    }

    static let login = "gestora@loja-aurora.exemplo"

    private func live(_ installation: Installation, _ store: Database, _ clock: Clock, _ password: String) async throws
    {
        var simulator = SimulatorServer.Configuration(target: "http://127.0.0.1:\(port)", clock: { clock.now() })
        simulator.acceleration = speed
        let logger = Logger(label: "quita.demo")
        let server = SimulatorServer(
            town: installation.town(seed: seed), configuration: simulator, logger: logger)
        let daySpeed = Int64(speed) * 1000
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask { await DemoDay.watch(clock, daySpeedPermille: daySpeed) }
            if let seconds {
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    throw Stopped()
                }
            }
            let simulatorPort = await server.port()
            let accounts = WhatsAppAccounts(
                baseURL: "http://127.0.0.1:\(simulatorPort)", version: "v25.0",
                tokens: [Installation.numberID: World.token])
            var service = LiveService(
                database: store, clock: clock, host: "127.0.0.1", port: port, accounts: accounts,
                appSecrets: [Installation.appSecret], verifyTokens: [Installation.verifyToken], logger: logger)
            service.pixConnections = [
                Installation.bankName: PixConnection(
                    baseURL: "http://127.0.0.1:\(simulatorPort)\(Installation.bankPath)",
                    clientID: Installation.bankClient, secret: Installation.bankSecret)
            ]
            service.demonstration = DemoTown(
                server: server, numberID: Installation.numberID,
                accounts: [.init(email: Demo.login, password: password, role: "manager")])
            let address = store.address
            service.onRunning = { port in
                await server.setTarget("http://127.0.0.1:\(port)")
                Demo.sayWhatToLookAt(port: port, password: password, database: address)
            }
            group.addTask { [service] in
                try await service.run()
                throw Stopped()
            }
            do {
                while try await group.next() != nil {}
            } catch is Stopped {}
            group.cancelAll()
        }
        let figures = await server.statistics()
        say(
            "stopped: \(figures.cloud.accepted) messages accepted, \(figures.town.payments) payments, none sent twice: \(figures.repeatedCallbackData.isEmpty)"
        )
    }

    private struct Stopped: Error {}

    private static func sayWhatToLookAt(port: Int, password: String, database: String) {
        // Written at once: standard output may be a file that somebody watches.
        let text = """

            Quita is running: http://127.0.0.1:\(port)
              sign in as      \(login)
              password        \(password)

            What to look at
              /painel         the funnel fills: sent, delivered, read, replied, agreed, paid
              /telefone       be one of the clients: choose one and chat with the assistant
              /atendimento    conversations, live; take one over and hand it back
              /carteira       every case, with every contact decision and its reasons
            In another terminal
              quita explain CASE --database \(database)
              quita replay --verify --database \(database)
            Ctrl-C stops it.

            """
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
