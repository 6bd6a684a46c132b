import Domain

/// H1 to H3: when the debtor's own clock and calendar let us.
extension ContactQuestion {
    func hours(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode == .answer { return exempt(.answer) }
        let place = places[0]
        let index = profileIndex(of: place)
        return answer(
            hoursOpening(place, rules.tables.windows[index], at: instant),
            .hours(place: place, profile: rules.tables.profiles[index], at: instant))
    }

    func restDays(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode == .answer { return exempt(.answer) }
        let place = places[0]
        return answer(
            restOpening(place, at: instant),
            .localDay(place: place, day: place.zone.day(instant), isHoliday: isHoliday(place.zone.day(instant), place)))
    }

    /// All the other places must allow as well, by hours and by day.
    func everyCandidate(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode == .answer { return exempt(.answer) }
        if places.count == 1 { return exempt(.onlyOnePlace) }
        var latest: Timestamp?
        var earliestEnd: Timestamp?
        var blocking: ContactPlace?
        for place in places.dropFirst() {
            let windows = rules.tables.windows[profileIndex(of: place)]
            for opening in [hoursOpening(place, windows, at: instant), restOpening(place, at: instant)] {
                switch opening {
                case .never: return answer(.never, .candidates(count: places.count, blocking: place, at: instant))
                case .later(let next):
                    if latest == nil || next > latest ?? next {
                        latest = next
                        blocking = place
                    }
                case .open(let end):
                    if let end { earliestEnd = min(earliestEnd ?? end, end) }
                }
            }
        }
        lazy var detail = RuleDetail.candidates(count: places.count, blocking: blocking, at: instant)
        if let latest { return answer(.later(latest), detail) }
        return answer(.open(until: earliestEnd), detail)
    }

    /// The place's own hours, or the strict ones where states are in conflict and the creditor wishes it so.
    private func profileIndex(of place: ContactPlace) -> Int {
        if settings.strictWhenStatesDiffer, places.contains(where: { $0.index != places[0].index }) {
            return Int(ContactPlace.unknownIndex)
        }
        return Int(place.index)
    }

    private func isHoliday(_ day: CalendarDay, _ place: ContactPlace) -> Bool {
        rules.tables.isHoliday(day, place: place.index)
            || (!place.municipalHolidays.isEmpty && place.municipalHolidays.contains(day))
    }

    private func hoursOpening(_ place: ContactPlace, _ windows: WeekWindows, at instant: Timestamp) -> Opening {
        let local = place.zone.localTime(instant)
        if let window = windows.window(on: local.day.weekday) {
            let minute = local.minuteOfDay
            if window.contains(minute) { return .open(until: place.zone.instant(local.day, minuteOfDay: window.end)) }
            if minute < window.start { return .later(place.zone.instant(local.day, minuteOfDay: window.start)) }
        }
        for ahead in 1...7 {
            let day = local.day.adding(days: ahead)
            if let window = windows.window(on: day.weekday) {
                return .later(place.zone.instant(day, minuteOfDay: window.start))
            }
        }
        return .never
    }

    private func restOpening(_ place: ContactPlace, at instant: Timestamp) -> Opening {
        let today = place.zone.day(instant)
        var day = today
        while day.weekday == .sunday || isHoliday(day, place) {
            day = day.adding(days: 1)
            if today.days(until: day) > ContactQuestion.restDaysMax { return .never }
        }
        if day != today { return .later(place.zone.instant(day)) }
        let next = today.adding(days: 1)
        let closesTonight = next.weekday == .sunday || isHoliday(next, place)
        return .open(until: closesTonight ? place.zone.instant(next) : nil)
    }

    /// More days of rest in a row than any calendar holds.
    private static let restDaysMax = 366
}
