package import Domain

/// One contract that is owed.
package struct DebtRow: TableRow, Hashable {
    package let id: DebtID
    package let creditor: CreditorID
    package var portfolio: PortfolioID
    package var collectionCase: CaseID
    package var debtor: DebtorID
    package var contract: String
    package var product: String?
    package var original: Money
    package var dueDay: CalendarDay
    /// `open`, `agreed` or `settled`.
    package var status: String
    package var paid: Money
    package var settledAt: Timestamp?
    /// A hash of the file's row: the same row again changes nothing.
    package var sourceHash: Int64

    package init(
        id: DebtID, creditor: CreditorID, portfolio: PortfolioID, collectionCase: CaseID, debtor: DebtorID,
        contract: String, product: String? = nil, original: Money, dueDay: CalendarDay, status: String, paid: Money,
        settledAt: Timestamp? = nil, sourceHash: Int64
    ) {
        self.id = id
        self.creditor = creditor
        self.portfolio = portfolio
        self.collectionCase = collectionCase
        self.debtor = debtor
        self.contract = contract
        self.product = product
        self.original = original
        self.dueDay = dueDay
        self.status = status
        self.paid = paid
        self.settledAt = settledAt
        self.sourceHash = sourceHash
    }

    package static let statements = TableStatements(
        "debt", "id", "creditor", "portfolio", "collection_case", "debtor", "contract", "product", "original_cents",
        "due_day", "status", "paid_cents", "settled_at", "source_hash")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        portfolio = try row.id()
        collectionCase = try row.id()
        debtor = try row.id()
        contract = try row.text()
        product = try row.optionalText()
        original = try row.money()
        dueDay = try row.day()
        status = try row.text()
        paid = try row.money()
        settledAt = try row.optionalTimestamp()
        sourceHash = try row.integer()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(portfolio), .id(collectionCase), .id(debtor), .text(contract), .text(product),
            .money(original), .day(dueDay), .text(status), .money(paid), .timestamp(settledAt), .integer(sourceHash),
        ]
    }
}
