package import Domain

/// What the contact policy decided, with every rule that it evaluated.
package struct DecisionRow: TableRow, Hashable {
    package let id: DecisionID
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var collectionCase: CaseID?
    package var at: Timestamp
    package var step: String
    package var channel: String
    package var purpose: String
    package var verdict: String
    /// JSON, as `quita explain` prints it.
    package var rules: String
    package var nextAllowedAt: Timestamp?
    package var message: MessageID?

    package init(
        id: DecisionID, creditor: CreditorID, debtor: DebtorID, collectionCase: CaseID? = nil, at: Timestamp,
        step: String, channel: String, purpose: String, verdict: String, rules: String, nextAllowedAt: Timestamp? = nil,
        message: MessageID? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.collectionCase = collectionCase
        self.at = at
        self.step = step
        self.channel = channel
        self.purpose = purpose
        self.verdict = verdict
        self.rules = rules
        self.nextAllowedAt = nextAllowedAt
        self.message = message
    }

    package static let statements = TableStatements(
        "decision", "id", "creditor", "debtor", "collection_case", "at", "step", "channel", "purpose", "verdict",
        "rules", "next_allowed_at", "message")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.id()
        collectionCase = try row.optionalID()
        at = try row.timestamp()
        step = try row.text()
        channel = try row.text()
        purpose = try row.text()
        verdict = try row.text()
        rules = try row.text()
        nextAllowedAt = try row.optionalTimestamp()
        message = try row.optionalID()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(collectionCase), .timestamp(at), .text(step), .text(channel),
            .text(purpose), .text(verdict), .text(rules), .timestamp(nextAllowedAt), .id(message),
        ]
    }
}
