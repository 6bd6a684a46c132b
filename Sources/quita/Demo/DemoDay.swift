import Domain
import Engine

/// When a demonstration's clock starts, and how it gets through the nights.
enum DemoDay {
    /// Nine in the morning, on a day on which every state may be contacted: today or the next such day.
    static func start(after today: CalendarDay) -> Timestamp {
        let calendar = BrazilianCalendar.standard
        var day = today
        while !calendar.isBankBusinessDay(day)
            || FederativeUnit.allCases.contains(where: { calendar.isHoliday(day, in: $0) })
        {
            day = day.adding(days: 1)
        }
        return Zone.brasilia.instant(day, minuteOfDay: 9 * 60)
    }

    /// Nobody is written to between half past eight in the evening and half past eight in the morning.
    static func isNight(_ instant: Timestamp) -> Bool {
        let minute = Zone.brasilia.localTime(instant).minuteOfDay
        return minute >= 20 * 60 + 30 || minute < 8 * 60 + 30
    }

    /// Runs through the nights faster, unless somebody has chosen another speed meanwhile.
    static func watch(_ clock: Clock, daySpeedPermille: Int64) async {
        let night = daySpeedPermille * 30
        while !Task.isCancelled {
            let isNight = isNight(clock.now())
            if isNight, clock.speedPermille == daySpeedPermille { clock.setSpeed(permille: night) }
            if !isNight, clock.speedPermille == night { clock.setSpeed(permille: daySpeedPermille) }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }
}
