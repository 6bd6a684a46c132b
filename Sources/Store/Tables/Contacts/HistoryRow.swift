package import Domain

/// Something that happened, besides messages and decisions.
package struct HistoryRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID?
    package var collectionCase: CaseID?
    package var at: Timestamp
    package var kind: String
    package var actor: String
    package var detail: String

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID? = nil, collectionCase: CaseID? = nil, at: Timestamp,
        kind: String, actor: String, detail: String
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.collectionCase = collectionCase
        self.at = at
        self.kind = kind
        self.actor = actor
        self.detail = detail
    }

    package static let statements = TableStatements(
        "history", "id", "creditor", "debtor", "collection_case", "at", "kind", "actor", "detail")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.optionalID()
        collectionCase = try row.optionalID()
        at = try row.timestamp()
        kind = try row.text()
        actor = try row.text()
        detail = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .id(collectionCase), .timestamp(at), .text(kind), .text(actor),
            .text(detail),
        ]
    }
}
