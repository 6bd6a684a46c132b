package import Domain

/// An offer that was shown.
package struct OfferRow: TableRow, Hashable {
    package let id: OfferID
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var conversation: ConversationID
    package var madeAt: Timestamp
    /// JSON of the offer's terms.
    package var terms: String
    /// The version of the negotiation policy (`StrategyRow.id`).
    package var policy: Int64
    package var authority: String
    /// `OfferTerms.fingerprint`: names the terms that were on the screen, in an acceptance.
    package var fingerprint: String

    package init(
        id: OfferID, creditor: CreditorID, debtor: DebtorID, conversation: ConversationID, madeAt: Timestamp,
        terms: String, policy: Int64, authority: String, fingerprint: String
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.conversation = conversation
        self.madeAt = madeAt
        self.terms = terms
        self.policy = policy
        self.authority = authority
        self.fingerprint = fingerprint
    }

    package static let statements = TableStatements(
        "offer", "id", "creditor", "debtor", "conversation", "made_at", "terms", "policy", "authority",
        "fingerprint")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.id()
        conversation = try row.id()
        madeAt = try row.timestamp()
        terms = try row.text()
        policy = try row.integer()
        authority = try row.text()
        fingerprint = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(conversation), .timestamp(madeAt), .text(terms), .integer(policy),
            .text(authority), .text(fingerprint),
        ]
    }
}
