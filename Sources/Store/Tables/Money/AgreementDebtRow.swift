package import Domain

/// A debt that an agreement covers.
package struct AgreementDebtRow: TableRow, Hashable {
    package let id: Int64
    package let creditor: CreditorID
    package var agreement: AgreementID
    package var debt: DebtID
    package var owed: Money

    package init(id: Int64, creditor: CreditorID, agreement: AgreementID, debt: DebtID, owed: Money) {
        self.id = id
        self.creditor = creditor
        self.agreement = agreement
        self.debt = debt
        self.owed = owed
    }

    package static let statements = TableStatements(
        "agreement_debt", "id", "creditor", "agreement", "debt", "owed_cents")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        creditor = try row.id()
        agreement = try row.id()
        debt = try row.id()
        owed = try row.money()
    }

    package func values() -> [SQLValue] {
        [.integer(id), .id(creditor), .id(agreement), .id(debt), .money(owed)]
    }
}
