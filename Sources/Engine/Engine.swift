package import Store

/// An entry in, state and effects out, in one transaction. Synchronous and deterministic: no clock, no chance, no I/O but
/// the session's.
///
/// An engine belongs to one thread; it holds nothing but caches of values that never change.
package final class CollectionEngine {
    let configuration: EngineConfiguration
    let strategies = StrategyCache()

    package init(configuration: EngineConfiguration) { self.configuration = configuration }

    /// Applies the entries that wait, up to `limit`, inside the given transaction; returns what changed, or nil when
    /// there was nothing to do.
    ///
    /// - Parameter mayContinue: asked between entries, so that a batch ends in time for others to write. Where it ends
    ///   changes nothing in the result.
    package func applyWaiting(
        _ session: Session, limit: Int, mayContinue: () -> Bool = { true }
    ) throws -> (applied: Int, changes: EntryChanges)? {
        let cursor = try session.engineCursor()
        let entries = try session.entries(after: cursor, limit: limit)
        var changes = EntryChanges()
        var applied = 0
        for entry in entries {
            changes.formUnion(try apply(entry, session))
            applied += 1
            if !mayContinue() { break }
        }
        guard applied > 0 else { return nil }
        try session.setEngineCursor(cursor + Int64(applied))
        return (applied, changes)
    }

    /// Applies one entry. An entry that cannot be applied changes nothing but a row that says why.
    private func apply(_ entry: InboxEntry, _ session: Session) throws -> EntryChanges {
        do {
            return try session.savepoint {
                let context = EntryContext(entry: entry, session: session)
                try handle(entry, context)
                try answerWaiting(context)
                return context.changes
            }
        } catch let error as StoreError {
            // The store itself fails: the whole transaction goes back and is tried again.
            if case .statement(let message, _) = error, !CollectionEngine.isPoison(message) { throw error }
            try fail(entry, "\(error)", session)
        } catch {
            try fail(entry, "\(error)", session)
        }
        return EntryChanges()
    }

    private func fail(_ entry: InboxEntry, _ reason: String, _ session: Session) throws {
        try session.run(
            "INSERT INTO entry_failure (seq, kind, reason) VALUES (?, ?, ?)", .integer(entry.seq),
            .text(entry.kind.rawValue), .text(reason))
    }

    /// Violated constraints come from the entry's content and would come again; a full disk or a lost connection does not.
    private static func isPoison(_ message: String) -> Bool {
        message.contains("constraint") || message.contains("duplicate key") || message.contains("invalid input")
            || message.contains("expected to change one row") || message.contains("datatype mismatch")
            || message.contains("cannot store")
    }

    private func handle(_ entry: InboxEntry, _ context: EntryContext) throws {
        switch entry.kind {
        case .whatsAppWebhook: try whatsAppWebhook(context)
        case .pixCallback: try pixCallback(context)
        case .bankReturn: try bankReturn(context)
        case .effectFinished: try effectFinished(context)
        case .timersDue: try timersDue(context)
        case .casesDue: try casesDue(context)
        case .portfolioRows: try portfolioRows(context)
        case .creditorSaved: try creditorSaved(context)
        case .strategyActivated: try strategyActivated(context)
        case .staffSaved: try staffSaved(context)
        case .tokenSaved: try tokenSaved(context)
        case .staffActed: try staffActed(context)
        }
    }
}
