package import Domain

/// What a debtor said that they live on each month. The latest counts; earlier ones stay, as what was said then.
package struct MeansRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var debtor: DebtorID
    /// Net.
    package var income: Money
    /// Installments and alimony that are paid already.
    package var commitments: Money
    package var toldAt: Timestamp
    /// Who wrote it down.
    package var actor: String

    package init(
        id: Int64, creditor: CreditorID, debtor: DebtorID, income: Money, commitments: Money, toldAt: Timestamp,
        actor: String
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.income = income
        self.commitments = commitments
        self.toldAt = toldAt
        self.actor = actor
    }

    package static let statements = TableStatements(
        "means", "id", "creditor", "debtor", "income_cents", "commitments_cents", "told_at", "actor")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        debtor = try row.id()
        income = try row.money()
        commitments = try row.money()
        toldAt = try row.timestamp()
        actor = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .id(creditor), .id(debtor), .money(income), .money(commitments), .timestamp(toldAt),
            .text(actor),
        ]
    }
}
