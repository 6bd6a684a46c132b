package import Domain

extension Session {
    package func conversation(creditor: CreditorID, bsuid: String) throws -> ConversationRow? {
        try first(
            ConversationRow.self, "WHERE creditor = ? AND bsuid = ? ORDER BY id DESC", .id(creditor), .text(bsuid))
    }

    /// - Parameter address: the canonical key of a number, never empty.
    package func conversation(creditor: CreditorID, address: String) throws -> ConversationRow? {
        try first(
            ConversationRow.self, "WHERE creditor = ? AND address = ? ORDER BY id DESC", .id(creditor), .text(address))
    }

    package func contactPoint(creditor: CreditorID, bsuid: String) throws -> ContactPointRow? {
        try first(ContactPointRow.self, "WHERE creditor = ? AND bsuid = ? ORDER BY id", .id(creditor), .text(bsuid))
    }

    /// Numbers that match a key: one for each debtor who gave it.
    package func contactPoints(creditor: CreditorID, matchKey: String) throws -> [ContactPointRow] {
        try select(
            ContactPointRow.self, "WHERE creditor = ? AND match_key = ? ORDER BY id", .id(creditor), .text(matchKey))
    }

    package func contactPoints(debtor: DebtorID) throws -> [ContactPointRow] {
        try select(ContactPointRow.self, "WHERE debtor = ? ORDER BY rank, id", .id(debtor))
    }

    package func message(creditor: CreditorID, providerID: String) throws -> MessageRow? {
        try first(MessageRow.self, "WHERE creditor = ? AND provider_id = ?", .id(creditor), .text(providerID))
    }

    package func messages(conversation: ConversationID, after: MessageID? = nil, limit: Int = 500) throws
        -> [MessageRow]
    {
        try select(
            MessageRow.self, "WHERE conversation = ? AND id > ? ORDER BY id LIMIT ?", .id(conversation),
            .integer(after?.rawValue ?? 0), .int(limit))
    }

    /// Attempts to reach a person, over all creditors of the installation.
    package func attempts(document: String, since: Timestamp) throws -> [AttemptRow] {
        try select(
            AttemptRow.self, "WHERE document = ? AND at >= ? AND undone = 0 ORDER BY at, id", .text(document),
            .timestamp(since))
    }

    package func attempt(message: MessageID) throws -> AttemptRow? {
        try first(AttemptRow.self, "WHERE message = ?", .id(message))
    }

    package func restrictions(debtor: DebtorID) throws -> [RestrictionRow] {
        try select(RestrictionRow.self, "WHERE debtor = ? AND lifted_at IS NULL ORDER BY id", .id(debtor))
    }

    /// Stops that hold for the person whoever the creditor: an opt-out and a death told to one count for all.
    package func stopsElsewhere(of debtor: DebtorRow) throws -> [RestrictionRow] {
        try select(
            RestrictionRow.self,
            """
            WHERE lifted_at IS NULL AND kind IN ('opt_out', 'deceased') AND debtor <> ?
            AND debtor IN (SELECT id FROM debtor WHERE document = ?) ORDER BY id
            """, .id(debtor.id), .text(debtor.document))
    }

    package func conversations(debtor: DebtorID) throws -> [ConversationRow] {
        try select(ConversationRow.self, "WHERE debtor = ? ORDER BY id", .id(debtor))
    }

    package func decisions(case id: CaseID) throws -> [DecisionRow] {
        try select(DecisionRow.self, "WHERE collection_case = ? ORDER BY at, id", .id(id))
    }

    package func decisions(debtor: DebtorID) throws -> [DecisionRow] {
        try select(DecisionRow.self, "WHERE debtor = ? ORDER BY at, id", .id(debtor))
    }

    package func history(debtor: DebtorID) throws -> [HistoryRow] {
        try select(HistoryRow.self, "WHERE debtor = ? ORDER BY at, id", .id(debtor))
    }

    package func openTasks(debtor: DebtorID) throws -> [TaskRow] {
        try select(TaskRow.self, "WHERE debtor = ? AND closed_at IS NULL ORDER BY id", .id(debtor))
    }

    /// Marks a key as seen; false when it was seen before.
    package func markSeen(_ key: String, entry seq: Int64) throws -> Bool {
        try run("INSERT INTO seen (key, seq) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", .text(key), .integer(seq))
            == 1
    }

    package func seen(_ key: String) throws -> Bool {
        try integer("SELECT 1 FROM seen WHERE key = ?", .text(key)) != nil
    }

    package func stopSwitches(creditor: CreditorID, now: Timestamp) throws -> [StopSwitchRow] {
        try select(
            StopSwitchRow.self, "WHERE creditor = ? AND (until IS NULL OR until > ?) ORDER BY name", .id(creditor),
            .timestamp(now))
    }

    /// Throws a stop switch; one that is thrown already keeps its first instant and takes the later end.
    package func throwSwitch(_ row: StopSwitchRow) throws {
        try run(
            """
            INSERT INTO stop_switch (name, creditor, since, until, reason) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET until = excluded.until, reason = excluded.reason
            """, .text(row.name), .id(row.creditor), .timestamp(row.since), .timestamp(row.until), .text(row.reason))
    }

    package func clearSwitch(_ name: String) throws { try run("DELETE FROM stop_switch WHERE name = ?", .text(name)) }
}
