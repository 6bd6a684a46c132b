import ContactPolicy
import Dialogue
import Domain
import Engine
import Foundation
import Language
import Store

/// The parts that every command builds alike: what the engine works with.
enum Parts {
    static func engineConfiguration() throws -> EngineConfiguration {
        let reader: Reader
        do {
            reader = try Reader.embedded()
        } catch {
            throw Failure("the understanding model in this program cannot be read: \(error)")
        }
        let rules: ContactRules
        do {
            rules = try ContactRules(calendar: ContactCalendar(BrazilianCalendar.standard))
        } catch {
            throw Failure("the contact rules cannot be read: \(error)")
        }
        var configuration = EngineConfiguration(listener: Listener(reader), reader: reader, contactRules: rules)
        if let text = environment("QUITA_UNKNOWN_WAIT_SECONDS"), let seconds = Int64(text), seconds > 0 {
            configuration.unknownWaitMilliseconds = seconds * 1000
        }
        return configuration
    }

    static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The world's clock, or the one that `QUITA_CLOCK` describes (`INSTANT@ANCHOR*SPEED`, for tests and demonstrations).
    static func clock() throws -> Clock {
        guard let text = environment("QUITA_CLOCK") else { return .real() }
        guard let clock = Clock.parse(text) else {
            throw Failure("QUITA_CLOCK is not INSTANT[@UNIX_MILLISECONDS][*SPEED]: \(text)")
        }
        return clock
    }

    /// Who gives the command, for the audit trail.
    static var actor: String { "cli:" + (environment("USER") ?? environment("LOGNAME") ?? "unknown") }

    /// Appends entries and applies everything that waits; for commands that change an installation while no server, or
    /// any server, runs on it. Where nothing else waits it is one transaction.
    static func append(_ entries: [NewEntry], to database: Database, _ engine: CollectionEngine) throws {
        let last = try database.write { session in
            let last = try session.append(entries)
            _ = try engine.applyWaiting(session, limit: 256)
            return last
        }
        while try database.read({ try $0.appliedEntry() }) < last {
            _ = try database.write { try engine.applyWaiting($0, limit: 256) }
        }
        let failures = try database.read { session in
            try session.rows(
                "SELECT seq, reason FROM entry_failure WHERE seq > ? AND seq <= ?",
                .integer(last - Int64(entries.count)), .integer(last))
        }
        if case .text(let reason)? = failures.first?.dropFirst().first { throw Failure(reason) }
    }
}
