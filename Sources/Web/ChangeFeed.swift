package import Domain
package import Engine
import Synchronization

/// Tells pages that are being watched which conversations have changed. What they show they read from the store, so a
/// listener that was away misses nothing.
package final class ChangeFeed: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: AsyncStream<Set<ConversationID>>.Continuation] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Called by the engine's thread after each transaction.
    package func publish(_ changes: EntryChanges) {
        guard !changes.conversations.isEmpty else { return }
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield(changes.conversations) }
    }

    /// A stream of changes; slow listeners lose the oldest notices, not the changes themselves.
    package func listen() -> AsyncStream<Set<ConversationID>> {
        AsyncStream(bufferingPolicy: .bufferingNewest(64)) { continuation in
            let id = state.withLock { state -> Int in
                state.next += 1
                state.listeners[state.next] = continuation
                return state.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
            }
        }
    }
}
