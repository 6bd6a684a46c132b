package import Domain

/// An answer to the question how it went, 1 to 5.
package struct SurveyRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var conversation: ConversationID
    package var score: Int
    package var at: Timestamp

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID, conversation: ConversationID, score: Int, at: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.conversation = conversation
        self.score = score
        self.at = at
    }

    package static let statements = TableStatements("survey", "id", "creditor", "debtor", "conversation", "score", "at")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.id()
        conversation = try row.id()
        score = try row.int()
        at = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [.integer(id), .id(creditor), .id(debtor), .id(conversation), .int(score), .timestamp(at)]
    }
}
