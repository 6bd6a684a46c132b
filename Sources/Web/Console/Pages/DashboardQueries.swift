import Console
import Domain
import Store

/// Painel: which period, and the figures of `FigureQueries` for it.
struct DashboardQueries {
    let session: Session
    let viewer: Viewer

    /// A period chosen by days is at most this long.
    private static let daysMax = 366

    static func filter(_ fields: FormFields, today: CalendarDay, portfolios: [PortfolioChoice]) -> DashboardFilter {
        let period = DashboardFilter.Period(rawValue: fields["periodo"]) ?? .month
        var to = today
        var from: CalendarDay
        switch period {
        case .week: from = today.adding(days: -6)
        case .month: from = today.adding(days: -29)
        case .quarter: from = today.adding(days: -89)
        case .chosen:
            to = CalendarDay(iso: fields["ate"]) ?? today
            from = CalendarDay(iso: fields["de"]) ?? to.adding(days: -29)
            if to < from { (from, to) = (to, from) }
            from = max(from, to.adding(days: 1 - daysMax))
        }
        let portfolio = PortfolioID(text: fields["carteira"]).flatMap { id in portfolios.first { $0.id == id }?.id }
        return DashboardFilter(portfolios: portfolios, portfolio: portfolio, period: period, from: from, to: to)
    }

    func page() throws -> DashboardPage {
        let choices = try session.portfolios(creditor: viewer.creditor).map {
            PortfolioChoice(id: $0.id, name: $0.name)
        }
        let filter = DashboardQueries.filter(viewer.query, today: viewer.today, portfolios: choices)
        var queries = FigureQueries(
            session: session, creditor: viewer.creditor, from: viewer.zone.instant(filter.from),
            to: viewer.zone.instant(filter.to.adding(days: 1)))
        queries.portfolio = filter.portfolio
        let goals = try Goals.load(session, viewer.creditor)
        let recovered = try queries.recovered()
        let survey = try queries.satisfaction()
        let days = filter.from.days(until: filter.to) + 1
        return DashboardPage(
            filter: filter,
            recovery: MoneyFigures.recovery(
                recovered: recovered, placed: try queries.placed(), goal: goals.recovery,
                daysDone: filter.from.days(until: viewer.today) + 1, days: days),
            response: Shares.response(
                try queries.response(), earlier: try queries.before.response(), goalPercent: goals.responsePercent),
            firstResponse: Durations.figure(
                milliseconds: try queries.firstResponses(), goalSeconds: goals.firstResponseSeconds),
            satisfaction: MoneyFigures.satisfaction(
                sum: survey.sum, answers: survey.answers, goalTenths: goals.satisfactionTenths),
            resolution: Durations.figure(milliseconds: try queries.resolutions(), goalSeconds: goals.resolutionSeconds),
            cost: MoneyFigures.cost(micros: try queries.costMicros(), recovered: recovered),
            funnel: Funnel.figures(farthest: try queries.farthestStages()), channels: try queries.channels(),
            days: try queries.days(viewer.zone), asks: try AskQueries(session: session, viewer: viewer).asks())
    }
}
