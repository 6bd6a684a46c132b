import ContactPolicy
import Dialogue
import Domain
import Engine
import Foundation
import Language
import Simulation
import Store
import Strategy

/// The whole program in virtual time, on a database of the test's own, with the strategies that ship.
enum WorldKit {
    /// Tuesday 24 November 2026, 9 h in Brasília: nowhere a holiday.
    static let start = Timestamp(milliseconds: 1_795_521_600_000)
    static let today = Zone.brasilia.day(start)

    static func configuration() throws -> EngineConfiguration {
        EngineConfiguration(
            listener: Listener(try Reader.embedded()),
            contactRules: try ContactRules(calendar: ContactCalendar(BrazilianCalendar.standard)))
    }

    static func installation(people count: Int, seed: UInt64) throws -> Installation {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func text(_ path: String) throws -> String {
            try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        let templates = try text("templates/crediario.yaml")
        return Installation(
            people: PopulationGenerator(seed: seed, today: today).people(count),
            cadence: try text("strategies/crediario.yaml"),
            negotiation: try text("strategies/crediario.negotiation.yaml"),
            templates: (templates, try loadTemplates(templates, file: "templates/crediario.yaml")))
    }

    static func templates() throws -> [MessageTemplate] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "templates/crediario.yaml"), encoding: .utf8)
        return try loadTemplates(text, file: "templates/crediario.yaml")
    }

    /// A world in which the portfolio has been placed and nothing has been sent yet.
    static func world(
        on database: Database, people: Int, seed: UInt64, cloud: CloudAPIFaults = .none, crashes: World.Faults? = nil
    ) throws -> World {
        let installation = try installation(people: people, seed: seed)
        var town = installation.town(seed: seed)
        town.adjustCloud { $0.faults = cloud }
        let world = World(
            database: database, town: town, start: start, configuration: try configuration(), seed: seed)
        if let crashes { world.faults = crashes }
        try world.enter(try installation.entries(at: start, actor: "test"))
        try world.enter(installation.chunks(at: start, actor: "test"))
        return world
    }

    /// The state made anew from the log alone, in an empty store.
    static func replayedDigest(of database: Database) throws -> String {
        let engine = CollectionEngine(configuration: try configuration())
        let store = try Database.open("sqlite::memory:")
        let last = try database.read { try $0.appliedEntry() }
        let entries = try database.read { try $0.entries(after: 0, limit: Int(last)) }
        _ = try store.write { session in
            try session.append(entries.map { NewEntry(at: $0.at, kind: $0.kind, actor: $0.actor, body: $0.body) })
        }
        while try store.write({ try engine.applyWaiting($0, limit: 500) }) != nil {}
        return try store.read { try StateDigest.compute($0) }
    }
}
