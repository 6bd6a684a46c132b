import ArgumentParser
import Domain
import Engine
import Foundation
import Store

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rebuilds the state from the inbox in an empty store, and compares.")

    @Option(help: "Only entries up to this instant (RFC 3339).")
    var until: String?

    @Flag(help: "Compare with the recorded state; exit status 1 when they differ.")
    var verify = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var database: DatabaseOption

    private struct Report: Encodable {
        let entries: Int64
        let stateDigest: String
        let recordedDigest: String?
        let equal: Bool?
        let chain: String

        enum CodingKeys: String, CodingKey {
            case entries, equal, chain
            case stateDigest = "state_digest"
            case recordedDigest = "recorded_digest"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(entries, forKey: .entries)
            try container.encode(stateDigest, forKey: .stateDigest)
            try container.encode(recordedDigest, forKey: .recordedDigest)
            try container.encode(equal, forKey: .equal)
            try container.encode(chain, forKey: .chain)
        }
    }

    func run() throws {
        let end: Timestamp? = try until.map { text in
            guard let instant = Timestamp(rfc3339: text) else {
                throw Failure("--until \(text) is no instant; write 2026-11-23T18:00:00-03:00")
            }
            return instant
        }
        if verify, end != nil { throw Failure("--verify compares the whole state; leave --until out") }
        let recorded = try database.openExisting()
        let engine = CollectionEngine(configuration: try Parts.engineConfiguration())
        // Cursor and digest in one view: a server that goes on working meanwhile changes neither.
        let (applied, compared): (Int64, String?) = try recorded.read { session in
            (try session.appliedEntry(), verify ? try StateDigest.compute(session) : nil)
        }
        let rebuilt = try Rebuilt(from: recorded, upTo: applied, engine: engine, until: end)
        let report = Report(
            entries: rebuilt.entries, stateDigest: rebuilt.digest, recordedDigest: compared,
            equal: compared.map { $0 == rebuilt.digest }, chain: rebuilt.chainIsWhole ? "whole" : "broken")
        if json {
            try printJSON(report)
        } else {
            print("\(report.entries) entries replayed, chain of hashes \(report.chain)")
            print("state digest    \(report.stateDigest)")
            if let compared { print("recorded digest \(compared): \(report.equal == true ? "equal" : "DIFFERENT")") }
        }
        if report.equal == false || !rebuilt.chainIsWhole { throw ExitCode.failure }
    }
}

/// A state made anew from a log, in memory.
struct Rebuilt {
    let entries: Int64
    let digest: String
    /// Every entry's hash follows from the one before it.
    let chainIsWhole: Bool

    private static let batch = 500

    /// - Parameter applied: the last entry that the recorded engine had applied.
    init(from recorded: Database, upTo applied: Int64, engine: CollectionEngine, until: Timestamp?) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "quita-replay-\(UUID().uuidString).db")
        defer {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: file.path(percentEncoded: false) + suffix)
            }
        }
        let store = try Database.open("sqlite:" + file.path(percentEncoded: false))
        var last: Int64 = 0
        var progress = Progress("replaying")
        while last < applied {
            let page = try recorded.read { try $0.entries(after: last, limit: Rebuilt.batch) }
                .prefix { entry in entry.seq <= applied && (until.map { entry.at <= $0 } ?? true) }
            guard let end = page.last?.seq else { break }
            _ = try store.write { session in
                try session.append(
                    page.map { NewEntry(at: $0.at, kind: $0.kind, actor: $0.actor, body: $0.body) })
            }
            while try store.read({ try $0.appliedEntry() }) < end {
                _ = try store.write { try engine.applyWaiting($0, limit: Rebuilt.batch) }
            }
            last = end
            progress.show(done: Int(last), of: Int(applied))
        }
        entries = last
        digest = try store.read { try StateDigest.compute($0) }
        let chains = "SELECT chain FROM inbox WHERE seq = ?"
        let mine = try store.read { try $0.rows(chains, .integer(last)) }
        let theirs = try recorded.read { try $0.rows(chains, .integer(last)) }
        chainIsWhole = mine == theirs
    }
}
