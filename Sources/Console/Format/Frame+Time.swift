import Domain

extension Frame {
    /// An instant as an element: short to look at, in full on hover and for machines.
    func moment(_ instant: Timestamp) -> HTML {
        time(.datetime(instant.rfc3339(in: zone)), .title(Format.full(instant, in: zone))) {
            Format.short(instant, now: now, in: zone)
        }
    }

    /// How long ago, within the hour (`há 4 min`, kept true by the script); otherwise as ``moment(_:)``.
    func ago(_ instant: Timestamp) -> HTML {
        let seconds = Int(instant.milliseconds(until: now) / 1000)
        guard (0..<3600).contains(seconds) else { return moment(instant) }
        return time(
            .datetime(instant.rfc3339(in: zone)), .title(Format.full(instant, in: zone)),
            .data(.since, String(instant.milliseconds))
        ) {
            seconds < 60 ? Phrase.justNow : Phrase.ago(Format.duration(seconds: seconds))
        }
    }

    /// How long somebody has been waiting: `12 min`, whatever it is.
    func waiting(since instant: Timestamp) -> HTML {
        let seconds = max(0, Int(instant.milliseconds(until: now) / 1000))
        return time(.datetime(instant.rfc3339(in: zone)), .title(Format.full(instant, in: zone))) {
            Format.duration(seconds: seconds)
        }
    }

    /// Only the clock: bubbles stand under a line that names their day.
    func clockTime(_ instant: Timestamp) -> HTML {
        time(.datetime(instant.rfc3339(in: zone)), .title(Format.full(instant, in: zone))) {
            zone.localTime(instant).clock
        }
    }

    func dayElement(_ day: CalendarDay) -> HTML {
        time(.datetime(day.iso), .title(Portuguese.fullDate(day))) { Format.day(day) }
    }

    /// `hoje`, `ontem`, or the day itself.
    func dayHeading(_ day: CalendarDay) -> HTML {
        switch day.days(until: zone.day(now)) {
        case 0: .phrase(.today)
        case 1: .phrase(.yesterday)
        default: dayElement(day)
        }
    }
}

/// A day without an element, for where only text fits.
func moneyText(_ amount: Money) -> HTML { span(.class("money")) { Format.money(amount) } }
