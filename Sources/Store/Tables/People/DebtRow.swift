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
    /// The principal as the creditor placed it, and corrected it since.
    package var original: Money
    package var dueDay: CalendarDay
    /// `open`, `agreed` or `settled`.
    package var status: String
    /// Whether its debtor's books know it. Until its first movement they do not, and `original` is what is owed of it.
    package var isInBooks: Bool
    package var settledAt: Timestamp?
    /// A hash of the file's row: the same row again changes nothing.
    package var sourceHash: Int64

    package init(
        id: DebtID, creditor: CreditorID, portfolio: PortfolioID, collectionCase: CaseID, debtor: DebtorID,
        contract: String, product: String? = nil, original: Money, dueDay: CalendarDay, status: String,
        isInBooks: Bool = false,
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
        self.isInBooks = isInBooks
        self.settledAt = settledAt
        self.sourceHash = sourceHash
    }

    package static let statements = TableStatements(
        "debt", "id", "creditor", "portfolio", "collection_case", "debtor", "contract", "product", "original_cents",
        "due_day", "status", "in_books", "settled_at", "source_hash")

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
        isInBooks = try row.bool()
        settledAt = try row.optionalTimestamp()
        sourceHash = try row.integer()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(portfolio), .id(collectionCase), .id(debtor), .text(contract), .text(product),
            .money(original), .day(dueDay), .text(status), .bool(isInBooks), .timestamp(settledAt),
            .integer(sourceHash),
        ]
    }
}
