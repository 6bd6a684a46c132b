import Console
import Domain

/// Recovery, cost and satisfaction.
enum MoneyFigures {
    /// Recovery: the payments that belong to a charge and were made in the period, against what was placed: the original
    /// amounts of the debts that were not settled when it began, and of those that came in during it.
    ///
    /// The forecast holds the pace so far to the period's end; a period that is over has none.
    ///
    /// - Parameters:
    ///   - goal: the cadence's recovery rate.
    ///   - daysDone: days of the period that have passed, today included. `days`: all of them.
    static func recovery(
        recovered: Money, placed: Money, goal: Percentage?, daysDone: Int, days: Int
    ) -> RecoveryFigure {
        let isRunning = daysDone > 0 && daysDone < days
        return RecoveryFigure(
            recovered: recovered, placed: placed, goal: goal.map { placed.share($0) },
            forecast: isRunning ? recovered.scaled(by: Int64(days), over: Int64(daysDone)) : nil)
    }

    /// Cost: what the channels charge for the messages of the period, and what that is for every R$ 100,00 recovered.
    ///
    /// - Parameter micros: millionths of a real, rounded half up to the cent.
    static func cost(micros: Int64, recovered: Money) -> CostFigure {
        let total = cents(micros: micros)
        let perHundred = recovered > .zero ? total.scaled(by: 10_000, over: recovered.cents) : nil
        return CostFigure(total: total, perHundredRecovered: perHundred)
    }

    static func cents(micros: Int64) -> Money { Money(cents: (micros + 5_000).quotientRoundedDown(by: 10_000)) }

    /// Satisfaction: the mean of the answers from 1 to 5 that were given in the period, in hundredths, half up.
    static func satisfaction(sum: Int, answers: Int, goalTenths: Int?) -> SatisfactionFigure {
        SatisfactionFigure(
            meanHundredths: answers > 0 ? (200 * sum + answers) / (2 * answers) : nil, answers: answers,
            goalHundredths: goalTenths.map { $0 * 10 })
    }
}
