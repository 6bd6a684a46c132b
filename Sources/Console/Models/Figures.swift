package import Domain

/// A part of a whole, with its interval where it is an estimate.
package struct Share: Hashable, Sendable {
    package let part: Int
    package let whole: Int
    /// Half of the 95 % interval, in percentage points.
    package let marginPoints: Int?

    package init(part: Int, whole: Int, marginPoints: Int? = nil) {
        self.part = part
        self.whole = whole
        self.marginPoints = marginPoints
    }
}

/// Durations of many cases, in seconds.
package struct DurationFigure: Sendable {
    /// Nil when there is nothing to measure.
    package let medianSeconds: Int?
    package let p90Seconds: Int?
    package let count: Int
    package let goalSeconds: Int?

    package init(medianSeconds: Int? = nil, p90Seconds: Int? = nil, count: Int, goalSeconds: Int? = nil) {
        self.medianSeconds = medianSeconds
        self.p90Seconds = p90Seconds
        self.count = count
        self.goalSeconds = goalSeconds
    }
}

package struct RecoveryFigure: Sendable {
    package let recovered: Money
    /// What was placed: the stock at the start and what came in.
    package let placed: Money
    package let goal: Money?
    /// What the period will have brought at its end.
    package let forecast: Money?

    package init(recovered: Money, placed: Money, goal: Money? = nil, forecast: Money? = nil) {
        self.recovered = recovered
        self.placed = placed
        self.goal = goal
        self.forecast = forecast
    }
}

package struct ResponseFigure: Sendable {
    package let share: Share
    package let goalPercent: Int?
    /// Against the period before, in percentage points.
    package let changePoints: Int?

    package init(share: Share, goalPercent: Int? = nil, changePoints: Int? = nil) {
        self.share = share
        self.goalPercent = goalPercent
        self.changePoints = changePoints
    }
}

package struct SatisfactionFigure: Sendable {
    /// Hundredths of the mean of answers from 1 to 5: `462` is 4,6.
    package let meanHundredths: Int?
    package let answers: Int
    package let goalHundredths: Int?

    package init(meanHundredths: Int? = nil, answers: Int, goalHundredths: Int? = nil) {
        self.meanHundredths = meanHundredths
        self.answers = answers
        self.goalHundredths = goalHundredths
    }
}

package struct CostFigure: Sendable {
    package let total: Money
    /// What it costs to recover R$ 100,00.
    package let perHundredRecovered: Money?

    package init(total: Money, perHundredRecovered: Money? = nil) {
        self.total = total
        self.perHundredRecovered = perHundredRecovered
    }
}

package struct ChannelFigures: Sendable {
    package let channel: Channel
    package let sent: Int
    package let delivered: Share
    package let read: Share
    package let replied: Share
    package let cost: Money

    package init(channel: Channel, sent: Int, delivered: Share, read: Share, replied: Share, cost: Money) {
        self.channel = channel
        self.sent = sent
        self.delivered = delivered
        self.read = read
        self.replied = replied
        self.cost = cost
    }
}

package struct DayFigures: Sendable {
    package let day: CalendarDay
    package let sent: Int
    package let read: Int
    package let replied: Int
    package let recovered: Money

    package init(day: CalendarDay, sent: Int, read: Int, replied: Int, recovered: Money) {
        self.day = day
        self.sent = sent
        self.read = read
        self.replied = replied
        self.recovered = recovered
    }
}

package struct FunnelFigure: Sendable {
    package let stage: FunnelStage
    package let count: Int

    package init(stage: FunnelStage, count: Int) {
        self.stage = stage
        self.count = count
    }
}

/// Something that wants a person now.
package struct Ask: Sendable {
    package let matter: Matter
    package let count: Int
    package let oldestSince: Timestamp?

    package enum Matter: String, CaseIterable, Sendable {
        case waitingForPerson, promisesDueToday, promisesBroken, installmentsLate, disputesOpen, templatesPaused
        case importsWithRejections, messagesUnknown, paymentsUnmatched
    }

    package init(matter: Matter, count: Int, oldestSince: Timestamp? = nil) {
        self.matter = matter
        self.count = count
        self.oldestSince = oldestSince
    }
}
