package import Domain

/// Importações: a form for a file, and what became of the files before.
package struct ImportsPage: Page {
    package let portfolios: [PortfolioChoice]
    package let runs: [ImportRun]
    package let problem: Phrase?

    package init(portfolios: [PortfolioChoice], runs: [ImportRun], problem: Phrase? = nil) {
        self.portfolios = portfolios
        self.runs = runs
        self.problem = problem
    }
}

/// One file: its figures, and the rows that were rejected.
package struct ImportPage: Page {
    package let run: ImportRun
    /// The first ones; the file has them all.
    package let rejected: [RejectedLine]

    package init(run: ImportRun, rejected: [RejectedLine]) {
        self.run = run
        self.rejected = rejected
    }
}

package struct ImportRun: Sendable {
    package let id: String
    package let file: String
    package let at: Timestamp
    package let by: String?
    package let portfolio: String
    package let rows: Int
    package let accepted: Int
    package let rejected: Int
    package let updated: Int
    package let unchanged: Int
    package let amount: Money?
    package let state: State

    package enum State: Hashable, Sendable {
        case running(rowsDone: Int)
        case done
        /// Why, and what to do.
        case failed(reason: String)
    }

    package init(
        id: String, file: String, at: Timestamp, by: String? = nil, portfolio: String, rows: Int, accepted: Int,
        rejected: Int, updated: Int, unchanged: Int, amount: Money? = nil, state: State
    ) {
        self.id = id
        self.file = file
        self.at = at
        self.by = by
        self.portfolio = portfolio
        self.rows = rows
        self.accepted = accepted
        self.rejected = rejected
        self.updated = updated
        self.unchanged = unchanged
        self.amount = amount
        self.state = state
    }
}

package struct RejectedLine: Sendable {
    /// The row's first line in the file; the header is line 1.
    package let line: Int
    package let reasons: [Fact]

    package init(line: Int, reasons: [Fact]) {
        self.line = line
        self.reasons = reasons
    }
}
