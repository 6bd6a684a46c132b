package import Domain

/// Painel: the four figures first, then the funnel, the channels, the days, and what asks for somebody now.
package struct DashboardPage: Page {
    package let filter: DashboardFilter
    package let recovery: RecoveryFigure
    package let response: ResponseFigure
    package let firstResponse: DurationFigure
    package let satisfaction: SatisfactionFigure
    package let resolution: DurationFigure
    package let cost: CostFigure
    package let funnel: [FunnelFigure]
    package let channels: [ChannelFigures]
    /// Every day of the period, days without contact too.
    package let days: [DayFigures]
    /// Only what is not zero; an empty list says that nothing waits.
    package let asks: [Ask]

    package init(
        filter: DashboardFilter, recovery: RecoveryFigure, response: ResponseFigure, firstResponse: DurationFigure,
        satisfaction: SatisfactionFigure, resolution: DurationFigure, cost: CostFigure, funnel: [FunnelFigure],
        channels: [ChannelFigures], days: [DayFigures], asks: [Ask]
    ) {
        self.filter = filter
        self.recovery = recovery
        self.response = response
        self.firstResponse = firstResponse
        self.satisfaction = satisfaction
        self.resolution = resolution
        self.cost = cost
        self.funnel = funnel
        self.channels = channels
        self.days = days
        self.asks = asks
    }
}

/// What the dashboard counts; read from and written to the address (`carteira`, `periodo`, `de`, `ate`).
package struct DashboardFilter: Sendable {
    package let portfolios: [PortfolioChoice]
    /// Nil is all of them.
    package let portfolio: PortfolioID?
    package let period: Period
    package let from: CalendarDay
    package let to: CalendarDay

    /// Raw values are those of the address.
    package enum Period: String, CaseIterable, Sendable {
        case week = "7d"
        case month = "30d"
        case quarter = "90d"
        case chosen = "datas"
    }

    package init(
        portfolios: [PortfolioChoice], portfolio: PortfolioID? = nil, period: Period, from: CalendarDay,
        to: CalendarDay
    ) {
        self.portfolios = portfolios
        self.portfolio = portfolio
        self.period = period
        self.from = from
        self.to = to
    }
}

package struct PortfolioChoice: Sendable {
    package let id: PortfolioID
    package let name: String

    package init(id: PortfolioID, name: String) {
        self.id = id
        self.name = name
    }
}
