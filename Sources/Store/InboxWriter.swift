import Dispatch
import Synchronization

/// Group commit: whoever appends waits for the disk, but many wait for the same write.
///
/// One thread takes everything that has gathered while the last transaction was being written and writes it as one.
package final class InboxWriter: Sendable {
    private struct Waiting: Sendable {
        let entry: NewEntry
        let done: @Sendable (Result<Int64, any Error>) -> Void
    }

    private let database: Database
    private let waiting = Mutex<[Waiting]>([])
    private let queue = DispatchQueue(label: "quita.inbox")
    private let onCommit: @Sendable (_ last: Int64) -> Void
    /// Entries in one transaction at most, so that the first does not wait for the thousandth.
    private static let batchMax = 512
    /// Entries that may wait; beyond that the edge answers "busy" before memory grows.
    private static let waitingMax = 20_000

    /// - Parameter onCommit: called after each transaction with the last entry's number, to wake the engine.
    package init(database: Database, onCommit: @escaping @Sendable (_ last: Int64) -> Void) {
        self.database = database
        self.onCommit = onCommit
    }

    /// Appends an entry and returns its number once it is on disk.
    package func append(_ entry: NewEntry) async throws -> Int64 {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(entry) { continuation.resume(with: $0) }
        }
    }

    /// Appends an entry and calls back, on the writer's own queue, once it is on disk.
    package func enqueue(_ entry: NewEntry, done: @escaping @Sendable (Result<Int64, any Error>) -> Void) {
        let count = waiting.withLock { waiting -> Int in
            guard waiting.count < InboxWriter.waitingMax else { return -1 }
            waiting.append(Waiting(entry: entry, done: done))
            return waiting.count
        }
        guard count > 0 else { return done(.failure(InboxBusy())) }
        // The first of a batch starts the writer; the others ride along.
        if count == 1 { queue.async { self.writeBatches() } }
    }

    private func writeBatches() {
        while true {
            let batch = waiting.withLock { Array($0.prefix(InboxWriter.batchMax)) }
            guard !batch.isEmpty else { return }
            let result = Result { try database.write { try $0.append(batch.map(\.entry)) } }
            let isDone = waiting.withLock { waiting in
                waiting.removeFirst(batch.count)
                return waiting.isEmpty
            }
            switch result {
            case .success(let last):
                onCommit(last)
                let first = last - Int64(batch.count) + 1
                for (index, item) in batch.enumerated() { item.done(.success(first + Int64(index))) }
            case .failure(let error):
                for item in batch { item.done(.failure(error)) }
            }
            if isDone { return }
        }
    }
}

/// Too much waits to be written: the sender should come again in a moment.
package struct InboxBusy: Error, CustomStringConvertible {
    package let description = "the inbox is busy; try again in a second"
}
