import Dispatch
package import Domain
import Foundation
package import Store
import Synchronization

/// Drives the engine on a thread of its own: applies what waits in the inbox, and makes the clock's entries when timers and
/// cases are due.
///
/// Any number of programs may drive engines over one store: the cursor's lock lets one work at a time, and each entry is
/// applied once.
package final class EngineRunner: Sendable {
    private let database: Database
    private let clock: Clock
    private let configuration: EngineConfiguration
    private let onChange: @Sendable (EntryChanges) -> Void
    private let onError: @Sendable (any Error) -> Void
    private let wakeUp = DispatchSemaphore(value: 0)
    private let isStopped = Mutex(false)
    private let finished = DispatchSemaphore(value: 0)

    /// Entries applied in one transaction at most, and how long it may take: others want to write, too.
    private static let batchEntries = 128
    private static let batchMilliseconds: Int64 = 12
    /// How long it sleeps at most: another program may have written, or the clock may have been moved.
    private static let sleepMilliseconds = 50

    /// - Parameters:
    ///   - onChange: called after each transaction, on the engine's thread.
    ///   - onError: a store that fails; the runner tries again after a pause.
    package init(
        database: Database, clock: Clock, configuration: EngineConfiguration,
        onChange: @escaping @Sendable (EntryChanges) -> Void, onError: @escaping @Sendable (any Error) -> Void
    ) {
        self.database = database
        self.clock = clock
        self.configuration = configuration
        self.onChange = onChange
        self.onError = onError
    }

    /// Something was appended.
    package func wake() { wakeUp.signal() }

    package func start() {
        let thread = Thread { self.run() }
        thread.name = "quita.engine"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Stops after the transaction in progress, and waits for it.
    package func stop() {
        isStopped.withLock { $0 = true }
        wake()
        finished.wait()
    }

    private func run() {
        let engine = CollectionEngine(configuration: configuration)
        while !isStopped.withLock({ $0 }) {
            do {
                if try step(engine) { continue }
            } catch {
                onError(error)
                _ = wakeUp.wait(timeout: .now() + .seconds(1))
            }
            _ = wakeUp.wait(timeout: .now() + .milliseconds(EngineRunner.sleepMilliseconds))
        }
        finished.signal()
    }

    /// One transaction's worth of work; false when there was nothing to do.
    private func step(_ engine: CollectionEngine) throws -> Bool {
        let start = DispatchTime.now().uptimeNanoseconds
        let applied = try database.write { session in
            try engine.applyWaiting(session, limit: EngineRunner.batchEntries) {
                DispatchTime.now().uptimeNanoseconds - start < UInt64(EngineRunner.batchMilliseconds) * 1_000_000
            }
        }
        if let applied {
            onChange(applied.changes)
            return true
        }
        return try EngineRunner.appendDue(database, now: clock.now())
    }

    /// Appends the clock's entries if something is due; returns whether it did.
    package static func appendDue(_ database: Database, now: Timestamp) throws -> Bool {
        let due = try database.read { session -> [EntryKind] in
            // Only when the engine has caught up: otherwise what is due may be done already.
            guard try session.appliedEntry() == session.lastEntry() else { return [] }
            var kinds: [EntryKind] = []
            if let at = try session.nextTimerAt(), at <= now { kinds.append(.timersDue) }
            if let at = try session.nextCaseAt(), at <= now { kinds.append(.casesDue) }
            return kinds
        }
        guard !due.isEmpty else { return false }
        _ = try database.write { session in
            try session.append(due.map { NewEntry(at: now, kind: $0, actor: "clock", body: []) })
        }
        return true
    }
}
