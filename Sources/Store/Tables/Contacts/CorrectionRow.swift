package import Domain

/// What a colleague says that a message means: training data for the next model. The latest one of a message counts.
package struct CorrectionRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package let message: MessageID
    /// Names of the list of intents, the one to answer first in front, parted by commas.
    package var intents: String
    package var correctedBy: String
    package var at: Timestamp

    package init(
        id: Int64, creditor: CreditorID, message: MessageID, intents: String, correctedBy: String, at: Timestamp
    ) {
        self.id = id
        self.creditor = creditor
        self.message = message
        self.intents = intents
        self.correctedBy = correctedBy
        self.at = at
    }

    package static let statements = TableStatements(
        "correction", "id", "creditor", "message", "intents", "corrected_by", "at")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        message = try row.id()
        intents = try row.text()
        correctedBy = try row.text()
        at = try row.timestamp()
    }

    package func values() -> [SQLValue] {
        [.integer(id), .id(creditor), .id(message), .text(intents), .text(correctedBy), .timestamp(at)]
    }
}
