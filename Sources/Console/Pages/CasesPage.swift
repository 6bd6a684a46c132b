package import Domain

/// Carteira: the list of cases, searched and filtered in the address.
package struct CasesPage: Page {
    package let filter: CaseFilter
    package let portfolios: [PortfolioChoice]
    /// How many cases stand in each state under the other filters; states without cases may be missing.
    package let stateCounts: [CaseState: Int]
    package let rows: [CaseRow]
    /// Of all pages together.
    package let total: Int
    package let pageSize: Int

    package init(
        filter: CaseFilter, portfolios: [PortfolioChoice], stateCounts: [CaseState: Int], rows: [CaseRow], total: Int,
        pageSize: Int
    ) {
        self.filter = filter
        self.portfolios = portfolios
        self.stateCounts = stateCounts
        self.rows = rows
        self.total = total
        self.pageSize = pageSize
    }
}

/// Read from the address: `busca`, `estado`, `etapa`, `carteira`, `de`, `ate`, `ordem`, `pagina`.
package struct CaseFilter: Sendable {
    package let search: String
    package let state: CaseState?
    package let stage: FunnelStage?
    package let portfolio: PortfolioID?
    /// The days in which the stage was reached, where a figure of the dashboard was opened.
    package let from: CalendarDay?
    package let to: CalendarDay?
    package let order: Order
    /// From 1.
    package let page: Int

    package enum Order: String, CaseIterable, Sendable {
        case daysLate = "atraso"
        case balance = "saldo"
        case name = "nome"
        case lastContact = "contato"
    }

    package init(
        search: String = "", state: CaseState? = nil, stage: FunnelStage? = nil, portfolio: PortfolioID? = nil,
        from: CalendarDay? = nil, to: CalendarDay? = nil, order: Order = .daysLate, page: Int = 1
    ) {
        self.search = search
        self.state = state
        self.stage = stage
        self.portfolio = portfolio
        self.from = from
        self.to = to
        self.order = order
        self.page = page
    }
}

package struct CaseRow: Sendable {
    package let id: CaseID
    package let debtorName: String
    package let portfolio: String
    package let daysLate: Int
    package let balance: Money
    package let state: CaseState
    package let lastContactAt: Timestamp?
    package let lastChannel: Channel?
    /// The next contact planned, if any.
    package let nextContactAt: Timestamp?
    package let nextStep: String?

    package init(
        id: CaseID, debtorName: String, portfolio: String, daysLate: Int, balance: Money, state: CaseState,
        lastContactAt: Timestamp? = nil, lastChannel: Channel? = nil, nextContactAt: Timestamp? = nil,
        nextStep: String? = nil
    ) {
        self.id = id
        self.debtorName = debtorName
        self.portfolio = portfolio
        self.daysLate = daysLate
        self.balance = balance
        self.state = state
        self.lastContactAt = lastContactAt
        self.lastChannel = lastChannel
        self.nextContactAt = nextContactAt
        self.nextStep = nextStep
    }
}
