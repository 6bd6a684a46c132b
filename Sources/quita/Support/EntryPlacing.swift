import Dispatch
import Engine
import Store
import Synchronization

/// Appends and applies entries on a thread of its own, in order, while its caller prepares the next ones.
///
/// At most two batches wait, so that a fast reader does not fill the memory. After a failure nothing more is placed, and
/// the next call throws it.
final class EntryPlacing: Sendable {
    private let database: Database
    private let configuration: EngineConfiguration
    private let queue = DispatchQueue(label: "quita.placing")
    private let room = DispatchSemaphore(value: 2)
    private let failure = Mutex<(any Error)?>(nil)

    init(database: Database, configuration: EngineConfiguration) {
        self.database = database
        self.configuration = configuration
    }

    /// - Throws: what an earlier batch failed with.
    func place(_ entries: [NewEntry]) throws {
        room.wait()
        if let error = failure.withLock({ $0 }) {
            room.signal()
            throw error
        }
        queue.async {
            defer { self.room.signal() }
            guard self.failure.withLock({ $0 == nil }) else { return }
            do {
                try Parts.append(
                    entries, to: self.database, CollectionEngine(configuration: self.configuration))
            } catch {
                self.failure.withLock { $0 = error }
            }
        }
    }

    /// Waits until everything is placed.
    func finish() throws {
        queue.sync {}
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
