import Domain
import Engine
import HTTPTypes
import Hummingbird
import Store

/// What became of an entry that a page has made.
enum EntryOutcome: Sendable, Equatable {
    case applied
    /// The engine said no; nothing was changed.
    case refused(reason: String)
    /// It is on disk and will be applied; the engine is behind.
    case waiting
}

extension WebConfiguration {
    /// How long a page waits for the engine before it goes on.
    private static let waitMilliseconds = 2_000

    /// Appends an entry and waits until the engine has applied it, a moment at most.
    func perform(_ entry: NewEntry) async throws -> (seq: Int64, outcome: EntryOutcome) {
        let seq: Int64
        do {
            seq = try await inbox.append(entry)
        } catch is InboxBusy {
            throw HTTPError(.serviceUnavailable)
        }
        return (seq, try await outcome(of: seq))
    }

    func outcome(of seq: Int64) async throws -> EntryOutcome {
        var waited = 0
        var pause = 4
        while true {
            let found = try await database.reading { session -> EntryOutcome? in
                guard try session.appliedEntry() >= seq else { return nil }
                let failure = try session.rows("SELECT reason FROM entry_failure WHERE seq = ?", .integer(seq)).first
                if case .text(let reason)? = failure?.first { return .refused(reason: reason) }
                return .applied
            }
            if let found { return found }
            guard waited < WebConfiguration.waitMilliseconds else { return .waiting }
            try await Task.sleep(for: .milliseconds(pause))
            waited += pause
            pause = min(pause * 2, 64)
        }
    }
}
