package import Domain

/// What is going to happen, in the order of time; what was planned first happens first among equals.
///
/// A binary heap over (time, sequence), so two runs with the same seed pop the same events in the same order.
package struct EventQueue<Event: Sendable>: Sendable {
    private struct Planned: Sendable {
        let at: Timestamp
        let sequence: UInt64
        let event: Event

        func precedes(_ other: Planned) -> Bool { (at, sequence) < (other.at, other.sequence) }
    }

    private var heap: [Planned] = []
    private var planned: UInt64 = 0

    package init() {}

    package var count: Int { heap.count }
    package var isEmpty: Bool { heap.isEmpty }
    /// When the next event is due; nil when nothing is planned.
    package var nextAt: Timestamp? { heap.first?.at }

    /// Adds an event; an instant that has passed already is due at once.
    package mutating func plan(_ event: Event, at: Timestamp) {
        planned += 1
        heap.append(Planned(at: at, sequence: planned, event: event))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].precedes(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// The next event that is due at `until` or before; nil when there is none.
    package mutating func pop(until: Timestamp) -> (at: Timestamp, event: Event)? {
        guard let first = heap.first, first.at <= until else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.at, first.event)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            let left = parent * 2 + 1
            guard left < heap.count else { return }
            let right = left + 1
            let child = right < heap.count && heap[right].precedes(heap[left]) ? right : left
            guard heap[child].precedes(heap[parent]) else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
