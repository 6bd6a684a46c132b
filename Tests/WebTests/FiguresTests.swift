import Console
import Domain
import Testing

@testable import Web

@Suite("The arithmetic of the dashboard's figures")
struct FiguresTests {
    @Test("a stage counts who came at least that far, so that no stage is larger than the one before")
    func funnel() {
        let figures = Funnel.figures(farthest: [.sent: 10, .read: 5, .replied: 3, .paid: 2])
        #expect(figures.map(\.stage) == [.sent, .delivered, .read, .replied, .agreed, .paid])
        #expect(figures.map(\.count) == [20, 10, 10, 5, 2, 2])
        #expect(Funnel.figures(farthest: [:]).map(\.count) == [0, 0, 0, 0, 0, 0])
        #expect(FunnelStage.allCases.map { Funnel.stage(number: Funnel.number(of: $0)) } == FunnelStage.allCases)
        #expect(Funnel.stage(number: 0) == nil)
        #expect(Funnel.stage(number: 7) == nil)
    }

    @Test(
        "percentiles are values that occurred: the nearest rank",
        arguments: [
            ([], 50, nil), ([7], 50, 7), ([7], 90, 7), ([1, 2], 50, 1), ([1, 2, 3], 50, 2), ([1, 2, 3, 4], 50, 2),
            ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 100, 10), ([1, 2, 3], 0, 1),
        ] as [([Int64], Int, Int64?)])
    func percentile(_ values: [Int64], _ percent: Int, _ expected: Int64?) {
        #expect(Durations.percentile(percent, ofSorted: values) == expected)
    }

    @Test("durations come unsorted, in milliseconds, and clocks that disagree do not make them negative")
    func durations() {
        let figure = Durations.figure(milliseconds: [90_400, 1_500, -3_000], goalSeconds: 60)
        #expect(figure.medianSeconds == 2)
        #expect(figure.p90Seconds == 90)
        #expect(figure.count == 3)
        #expect(figure.goalSeconds == 60)
        #expect(Durations.figure(milliseconds: [], goalSeconds: nil).medianSeconds == nil)
    }

    @Test("a share carries its interval, wide for few and narrow for many, none for nobody")
    func shares() {
        #expect(Shares.share(0, of: 0) == Share(part: 0, whole: 0))
        #expect(Shares.share(46, of: 100).marginPoints == 10)
        #expect(Shares.share(4_600, of: 10_000).marginPoints == 1)
        // Even all of ten is not certainty.
        #expect(Shares.share(10, of: 10).marginPoints == 14)
        #expect(Shares.percent(Share(part: 1, whole: 3)) == 33)
        #expect(Shares.percent(Share(part: 2, whole: 3)) == 67)
        #expect(Shares.percent(Share(part: 1, whole: 200)) == 1)
        #expect(Shares.percent(Share(part: 0, whole: 0)) == nil)
    }

    @Test("the response rate says how it moved only where there was one before")
    func response() {
        let now = Share(part: 46, whole: 100)
        #expect(Shares.response(now, earlier: Share(part: 43, whole: 100), goalPercent: 40).changePoints == 3)
        #expect(Shares.response(now, earlier: Share(part: 0, whole: 0), goalPercent: nil).changePoints == nil)
    }

    @Test("recovery has a goal of what was placed, and a forecast only while its period runs")
    func recovery() {
        let running = MoneyFigures.recovery(
            recovered: Money(cents: 10_000), placed: Money(cents: 100_000), goal: Percentage(22), daysDone: 10, days: 30
        )
        #expect(running.goal == Money(cents: 22_000))
        #expect(running.forecast == Money(cents: 30_000))
        let over = MoneyFigures.recovery(
            recovered: Money(cents: 10_000), placed: .zero, goal: nil, daysDone: 30, days: 30)
        #expect(over.forecast == nil)
        #expect(over.goal == nil)
    }

    @Test("cost is rounded to the cent once, and set against R$ 100,00 recovered")
    func cost() {
        let figure = MoneyFigures.cost(micros: 3_217_000, recovered: Money(cents: 100_000))
        #expect(figure.total == Money(cents: 322))
        #expect(figure.perHundredRecovered == Money(cents: 32))
        #expect(MoneyFigures.cost(micros: 5_000, recovered: .zero).total == Money(cents: 1))
        #expect(MoneyFigures.cost(micros: 4_999, recovered: .zero).total == .zero)
        #expect(MoneyFigures.cost(micros: 1, recovered: .zero).perHundredRecovered == nil)
    }

    @Test("satisfaction is a mean in hundredths, rounded half up")
    func satisfaction() {
        #expect(MoneyFigures.satisfaction(sum: 14, answers: 3, goalTenths: 45).meanHundredths == 467)
        #expect(MoneyFigures.satisfaction(sum: 14, answers: 3, goalTenths: 45).goalHundredths == 450)
        #expect(MoneyFigures.satisfaction(sum: 0, answers: 0, goalTenths: nil).meanHundredths == nil)
    }

    @Test("goals are those that the cadence names")
    func goals() {
        let goals = Goals([
            .recoveryRate(Percentage(22), withinDays: 30), .firstResponse(seconds: 60), .satisfaction(tenths: 45),
        ])
        #expect(goals.recovery == Percentage(22))
        #expect(goals.firstResponseSeconds == 60)
        #expect(goals.satisfactionTenths == 45)
        #expect(goals.responsePercent == nil)
    }

    @Test("a period is what the address says, at most a year, and never the wrong way round")
    func periods() throws {
        let today = try #require(CalendarDay(iso: "2026-11-24"))
        func days(_ query: String) -> String {
            let filter = DashboardQueries.filter(
                FormFields(urlEncoded: Array(query.utf8)), today: today, portfolios: [])
            return "\(filter.from) \(filter.to)"
        }
        #expect(days("") == "2026-10-26 2026-11-24")
        #expect(days("periodo=7d") == "2026-11-18 2026-11-24")
        #expect(days("periodo=90d") == "2026-08-27 2026-11-24")
        #expect(days("periodo=datas&de=2026-11-10&ate=2026-11-01") == "2026-11-01 2026-11-10")
        #expect(days("periodo=datas&de=1999-01-01&ate=2026-11-24") == "2025-11-24 2026-11-24")
        #expect(days("periodo=datas&de=x&ate=2026-11-24") == "2026-10-26 2026-11-24")
        #expect(days("periodo=nunca") == "2026-10-26 2026-11-24")
    }
}
