package import Domain

/// One debtor in one portfolio.
package struct CaseRow: TableRow, Hashable {
    package let id: CaseID
    package let creditor: CreditorID
    package var portfolio: PortfolioID
    package var debtor: DebtorID
    /// `open`, `agreed`, `settled` or `closed`.
    package var status: String
    package var openedAt: Timestamp
    package var closedAt: Timestamp?
    package var oldestDue: CalendarDay
    /// When the cadence looks at the case again; nil when never.
    package var nextActionAt: Timestamp?
    package var lastStep: String?
    package var lastStepDay: CalendarDay?
    /// Keys of the cadence's steps that were made or skipped, parted by spaces.
    package var settledSteps: String

    package init(
        id: CaseID, creditor: CreditorID, portfolio: PortfolioID, debtor: DebtorID, status: String, openedAt: Timestamp,
        closedAt: Timestamp? = nil, oldestDue: CalendarDay, nextActionAt: Timestamp? = nil, lastStep: String? = nil,
        lastStepDay: CalendarDay? = nil,
        settledSteps: String = ""
    ) {
        self.id = id
        self.creditor = creditor
        self.portfolio = portfolio
        self.debtor = debtor
        self.status = status
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.oldestDue = oldestDue
        self.nextActionAt = nextActionAt
        self.lastStep = lastStep
        self.lastStepDay = lastStepDay
        self.settledSteps = settledSteps
    }

    package static let statements = TableStatements(
        "collection_case", "id", "creditor", "portfolio", "debtor", "status", "opened_at", "closed_at", "oldest_due",
        "next_action_at", "last_step", "last_step_day", "settled_steps")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        portfolio = try row.id()
        debtor = try row.id()
        status = try row.text()
        openedAt = try row.timestamp()
        closedAt = try row.optionalTimestamp()
        oldestDue = try row.day()
        nextActionAt = try row.optionalTimestamp()
        lastStep = try row.optionalText()
        lastStepDay = try row.optionalDay()
        settledSteps = try row.text()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(portfolio), .id(debtor), .text(status), .timestamp(openedAt),
            .timestamp(closedAt), .day(oldestDue), .timestamp(nextActionAt), .text(lastStep), .day(lastStepDay),
            .text(settledSteps),
        ]
    }
}
