package import Domain

/// An agreement, with the evidence of its acceptance.
package struct AgreementRow: TableRow, Hashable {
    package let id: AgreementID
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var conversation: ConversationID?
    package var acceptedAt: Timestamp
    package var terms: String
    package var policy: Int64
    /// What was owed on the day.
    package var owed: Money
    /// What was agreed.
    package var total: Money
    /// Where it stands, by the names of `AgreementState`: a copy of what `history` says, for queries.
    package var status: String
    package var evidence: String
    package var endedAt: Timestamp?
    /// JSON of the policy's rules for a break, as they were when it was made.
    package var rules: String
    /// JSON of its events, the acceptance with its evidence first.
    package var history: String

    /// Whether it is in force: accepted, or under way.
    package var isRunning: Bool { status == "accepted" || status == "active" }

    package init(
        id: AgreementID, creditor: CreditorID, debtor: DebtorID, conversation: ConversationID? = nil,
        acceptedAt: Timestamp, terms: String, policy: Int64, owed: Money, total: Money, status: String,
        evidence: String, endedAt: Timestamp? = nil, rules: String = "{}", history: String = "[]"
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.conversation = conversation
        self.acceptedAt = acceptedAt
        self.terms = terms
        self.policy = policy
        self.owed = owed
        self.total = total
        self.status = status
        self.evidence = evidence
        self.endedAt = endedAt
        self.rules = rules
        self.history = history
    }

    package static let statements = TableStatements(
        "agreement", "id", "creditor", "debtor", "conversation", "accepted_at", "terms", "policy", "owed_cents",
        "total_cents", "status", "evidence", "ended_at", "rules", "history")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.id()
        conversation = try row.optionalID()
        acceptedAt = try row.timestamp()
        terms = try row.text()
        policy = try row.integer()
        owed = try row.money()
        total = try row.money()
        status = try row.text()
        evidence = try row.text()
        endedAt = try row.optionalTimestamp()
        rules = try row.text()
        history = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(conversation), .timestamp(acceptedAt), .text(terms),
            .integer(policy), .money(owed), .money(total), .text(status), .text(evidence), .timestamp(endedAt),
            .text(rules), .text(history),
        ]
    }
}
