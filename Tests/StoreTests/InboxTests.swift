import Domain
import Foundation
import Store
import TestKit
import Testing

@Suite("The inbox")
struct InboxTests {
    private static func entry(_ text: String, at milliseconds: Int64 = 1_000) -> NewEntry {
        NewEntry(
            at: Timestamp(milliseconds: milliseconds), kind: .whatsAppWebhook, actor: "whatsapp", body: Array(text.utf8)
        )
    }

    @Test("entries are numbered without gaps and keep their bytes", arguments: Backend.available)
    func numbering(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let bodies = ["um", "dois\u{0}com zero", "três ☕️", ""]
            for body in bodies { _ = try database.write { try $0.append([InboxTests.entry(body)]) } }
            let read = try database.read { try $0.entries(after: 0, limit: 10) }
            #expect(read.map(\.seq) == [1, 2, 3, 4])
            #expect(read.map(\.body) == bodies.map { Array($0.utf8) })
        }
    }

    @Test("the engine's time never runs backwards, whatever the clock does", arguments: Backend.available)
    func monotonicTime(_ backend: Backend) throws {
        try backend.withDatabase { database in
            for instant: Int64 in [5_000, 3_000, 7_000] {
                _ = try database.write { try $0.append([InboxTests.entry("x", at: instant)]) }
            }
            let found1 = try database.read { try $0.entries(after: 0, limit: 9) }.map(\.at.milliseconds)
            #expect(found1 == [5_000, 5_000, 7_000])
        }
    }

    @Test("the chain of hashes tells a changed body", arguments: Backend.available)
    func chain(_ backend: Backend) throws {
        try backend.withDatabase { database in
            _ = try database.write { try $0.append((1...5).map { InboxTests.entry("corpo \($0)") }) }
            #expect(try InboxTests.chainHolds(database))
            _ = try database.write { try $0.run("UPDATE inbox SET body_hash = ? WHERE seq = 3", .text("00")) }
            let holds = try InboxTests.chainHolds(database)
            #expect(!holds)
        }
    }

    private static func chainHolds(_ database: Database) throws -> Bool {
        let rows = try database.read {
            try $0.rows("SELECT seq, at, kind, actor, body_hash, chain FROM inbox ORDER BY seq")
        }
        var previous = ""
        for row in rows {
            guard case .integer(let seq) = row[0], case .integer(let at) = row[1], case .text(let kind) = row[2],
                case .text(let actor) = row[3], case .text(let hash) = row[4], case .text(let chain) = row[5]
            else { return false }
            let expected = InboxChain.link(
                previous: previous, seq: seq, at: at, kind: kind, actor: actor, bodyHash: hash)
            guard chain == expected else { return false }
            previous = chain
        }
        return true
    }

    @Test("many writers at once: each gets its own number, and none is lost", arguments: Backend.available)
    func groupCommit(_ backend: Backend) async throws {
        let count = 500
        // The database must outlive the tasks, so the address is taken by hand.
        let numbers: [Int64] = try await withCheckedThrowingContinuation { continuation in
            do {
                try backend.withDatabase { database in
                    let writer = InboxWriter(database: database) { _ in }
                    let done = DispatchSemaphore(value: 0)
                    let collected = Collected()
                    for index in 0..<count {
                        writer.enqueue(InboxTests.entry("\(index)")) { result in
                            if case .success(let seq) = result { collected.add(seq) }
                            done.signal()
                        }
                    }
                    for _ in 0..<count { done.wait() }
                    let found2 = try database.read { try $0.lastEntry() }
                    #expect(found2 == Int64(count))
                    continuation.resume(returning: collected.values)
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
        #expect(numbers.sorted() == Array(1...Int64(count)))
    }
}

private final class Collected: @unchecked Sendable {
    // The lock guards every access to `stored`.
    private let lock = NSLock()
    private var stored: [Int64] = []

    func add(_ value: Int64) { lock.withLock { stored.append(value) } }
    var values: [Int64] { lock.withLock { stored } }
}
