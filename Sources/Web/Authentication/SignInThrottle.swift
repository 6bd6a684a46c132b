import Domain
import Synchronization

/// Slows down whoever guesses passwords: after some failures a login, and an address, must wait.
///
/// The table is this process's own and forgets; behind several nodes a guesser has as many tries per node.
final class SignInThrottle: Sendable {
    /// Whom failures are counted for.
    enum Subject: Hashable {
        case login(String)
        case address(String)

        /// Many people may share an office's address.
        var failuresMax: Int {
            switch self {
            case .login: 5
            case .address: 20
            }
        }
    }

    private struct Record {
        var failures: Int
        var lastAt: Timestamp
    }

    private let records = Mutex<[Subject: Record]>([:])

    /// How long who failed too often must wait, from the last failure on.
    static let waitMinutes: Int64 = 5
    /// Failures further apart than this do not add up.
    static let memoryMinutes: Int64 = 15
    /// More subjects than this are not remembered; the oldest go.
    static let recordsMax = 10_000

    /// Whole minutes that one of these must still wait; nil when the password may be looked at.
    func minutesToWait(_ subjects: [Subject], now: Timestamp) -> Int? {
        records.withLock { records in
            let waits = subjects.compactMap { subject -> Int64? in
                guard let record = records[subject], record.failures >= subject.failuresMax else { return nil }
                let left = now.milliseconds(until: record.lastAt.adding(minutes: SignInThrottle.waitMinutes))
                return left > 0 ? left : nil
            }
            return waits.max().map { Int(($0 + 59_999) / 60_000) }
        }
    }

    func failed(_ subjects: [Subject], now: Timestamp) {
        records.withLock { records in
            for subject in subjects {
                var record = records[subject] ?? Record(failures: 0, lastAt: now)
                if record.lastAt.adding(minutes: SignInThrottle.memoryMinutes) < now { record.failures = 0 }
                // After a wait that is over, one more failure means the next wait.
                record.failures += 1
                record.lastAt = now
                records[subject] = record
            }
            guard records.count > SignInThrottle.recordsMax else { return }
            let oldest = records.sorted { $0.value.lastAt < $1.value.lastAt }.prefix(records.count / 2)
            for (subject, _) in oldest { records.removeValue(forKey: subject) }
        }
    }

    /// A right password clears its login; the address keeps its count, for others may guess from there.
    func succeeded(login: String) { records.withLock { _ = $0.removeValue(forKey: .login(login)) } }
}
