package import Domain
import Foundation
import Synchronization

/// The clock of the edges: what time it is, in the world or in a world that runs faster.
///
/// A virtual clock is a line through an anchor: it maps the machine's time to its own, so that a program that is killed and
/// started anew finds its clock where it must be.
package final class Clock: Sendable {
    private struct Line {
        var real: Timestamp
        var virtual: Timestamp
        /// Thousandths: 60 000 runs sixty times as fast.
        var speedPermille: Int64
    }

    private let line: Mutex<Line?>

    private init(_ line: Line?) { self.line = Mutex(line) }

    /// The world's time.
    package static func real() -> Clock { Clock(nil) }

    /// A clock that showed `start` at the real instant `anchor` and runs `speed` times as fast since.
    package static func virtual(start: Timestamp, anchor: Timestamp? = nil, speedPermille: Int64) -> Clock {
        Clock(Line(real: anchor ?? machineTime(), virtual: start, speedPermille: speedPermille))
    }

    /// Reads `INSTANT`, `INSTANT@UNIX_MILLISECONDS`, each with an optional `*SPEED`: `2026-11-24T09:00:00-03:00*60`.
    package static func parse(_ text: String) -> Clock? {
        let parts = text.split(separator: "*", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let speed = parts.count == 2 ? Double(parts[1]).map { Int64($0 * 1000) } : 1000
        let instants = parts[0].split(separator: "@")
        guard let speed, speed > 0, speed <= 1_000_000_000, (1...2).contains(instants.count),
            let start = Timestamp(rfc3339: instants[0])
        else { return nil }
        guard instants.count == 2 else { return virtual(start: start, speedPermille: speed) }
        guard let anchor = Int64(instants[1]) else { return nil }
        return virtual(start: start, anchor: Timestamp(milliseconds: anchor), speedPermille: speed)
    }

    package func now() -> Timestamp {
        let real = Clock.machineTime()
        return line.withLock { line in
            guard let line else { return real }
            return line.virtual.adding(milliseconds: line.real.milliseconds(until: real) * line.speedPermille / 1000)
        }
    }

    /// Whether this clock can be moved: the world's cannot.
    package var isVirtual: Bool { line.withLock { $0 != nil } }

    package var speedPermille: Int64 { line.withLock { $0?.speedPermille ?? 1000 } }

    package func setSpeed(permille: Int64) { reanchor { $0.speedPermille = max(1, permille) } }

    /// Jumps forward; a clock is never set back.
    package func advance(to instant: Timestamp) { reanchor { $0.virtual = max($0.virtual, instant) } }

    /// How long the machine must wait until this clock shows `instant`, in real milliseconds; 0 when it is past.
    package func realMilliseconds(until instant: Timestamp) -> Int64 {
        max(0, now().milliseconds(until: instant) * 1000 / max(1, speedPermille))
    }

    private func reanchor(_ change: (inout Line) -> Void) {
        let virtual = now()
        let real = Clock.machineTime()
        line.withLock { line in
            guard line != nil else { return }
            line?.real = real
            line?.virtual = virtual
            if var changed = line {
                change(&changed)
                line = changed
            }
        }
    }

    /// The only place in the program that asks the machine for the time of day.
    private static func machineTime() -> Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
