import Domain

/// What a rule looked at, kept as values until somebody wants to read it.
indirect enum RuleDetail: Sendable {
    /// Applies, and no fact triggers it.
    case clear
    case exempt(Exemption)
    case hours(place: ContactPlace, profile: HoursProfile, at: Timestamp)
    case localDay(place: ContactPlace, day: CalendarDay, isHoliday: Bool)
    case candidates(count: Int, blocking: ContactPlace?, at: Timestamp)
    case count(Int, limit: Int, name: String)
    case instant(Timestamp, name: String, zone: Zone)
    case day(CalendarDay, name: String)
    case promise(CalendarDay, PromiseStanding.Means, reminded: Bool)
    case flag(String)
    case proof(Bool)
    case window(end: Timestamp?, zone: Zone)
    /// Read back from a history.
    case recorded(inputs: [(name: String, value: String)], source: String)

    /// Why a rule does not apply to this contact.
    enum Exemption: String, Sendable {
        case answer, notAnAttempt = "not_an_attempt", serviceReminder = "service_reminder"
        case notAServiceReminder = "not_a_service_reminder", noDueDate = "no_due_date", onlyOnePlace = "only_one_place"
        case agreedContact = "agreed_contact", followUpAgreed = "follow_up_agreed", notDunning = "not_dunning"
        case channelNotCovered = "channel_not_covered", neutralText = "neutral_text", template
    }

    var inputs: [(name: String, value: String)] {
        switch self {
        case .clear: []
        case .exempt(let reason): [("exempt", reason.rawValue)]
        case .hours(let place, let profile, let instant): hoursInputs(place, profile, instant)
        case .localDay(let place, let day, let isHoliday):
            [
                ("state", place.state?.rawValue ?? "unknown"), ("local_day", day.iso), ("weekday", "\(day.weekday)"),
                ("holiday", isHoliday ? "true" : "false"),
            ]
        case .candidates(let count, let blocking, let instant):
            [("candidates", String(count))] + (blocking.map { blockingInputs($0, instant) } ?? [])
        case .count(let count, let limit, let name): [(name, String(count)), ("limit", String(limit))]
        case .instant(let instant, let name, let zone): [(name, instant.rfc3339(in: zone))]
        case .day(let day, let name): [(name, day.iso)]
        case .promise(let day, let means, let reminded):
            [("promised_for", day.iso), ("means", means.rawValue), ("reminded", reminded ? "true" : "false")]
        case .flag(let name): [(name, "true")]
        case .proof(let proven): [("identity_proven", proven ? "true" : "false")]
        case .window(let end, let zone): [("window_ends_at", end.map { $0.rfc3339(in: zone) } ?? "never_opened")]
        case .recorded(let inputs, _): inputs
        }
    }

    /// A source more exact than the rule's own: the state's law.
    var source: String? {
        switch self {
        case .hours(_, let profile, _): profile.source
        case .recorded(_, let source): source
        default: nil
        }
    }

    private func hoursInputs(
        _ place: ContactPlace, _ profile: HoursProfile, _ instant: Timestamp
    ) -> [(name: String, value: String)] {
        let local = place.zone.localTime(instant)
        let window = profile.windows.window(on: local.day.weekday)
        return [
            ("state", place.state?.rawValue ?? "unknown"), ("zone", place.zone.name), ("local_time", local.clock),
            ("weekday", "\(local.day.weekday)"), ("window", window.map(clock) ?? "closed"),
            ("certainty", profile.certainty),
        ]
    }

    private func blockingInputs(_ place: ContactPlace, _ instant: Timestamp) -> [(name: String, value: String)] {
        let local = place.zone.localTime(instant)
        return [
            ("blocking_state", place.state?.rawValue ?? "unknown"), ("blocking_zone", place.zone.name),
            ("blocking_local_day", local.day.iso), ("blocking_local_time", local.clock),
        ]
    }

    private func clock(_ window: DayWindow) -> String {
        func text(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }
        return text(window.start) + "-" + text(window.end)
    }
}
