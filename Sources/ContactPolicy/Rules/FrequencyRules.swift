import Domain

/// F1 to F5: how often. An attempt recorded later than the instant asked (clocks of two nodes disagree) counts as
/// made at it.
extension ContactQuestion {
    func perDay(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode != .attempt { return exempt(.notAnAttempt) }
        let limit = settings.attemptsPerDay
        var worst = 0
        var next: Timestamp?
        for place in places {
            let today = place.zone.day(instant)
            var count = 0
            for attempt in facts.attempts where counts(attempt) {
                if place.zone.day(min(attempt.at, instant)) == today { count += 1 }
            }
            worst = max(worst, count)
            if count >= limit {
                let tomorrow = place.zone.instant(today.adding(days: 1))
                next = next.map { max($0, tomorrow) } ?? tomorrow
            }
        }
        return answer(next.map { .later($0) } ?? .always, .count(worst, limit: limit, name: "attempts_today"))
    }

    func perWeek(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode != .attempt { return exempt(.notAnAttempt) }
        let dueEnds = endOfDueDay
        if isServiceReminder(request.purpose), dueEnds == nil || instant < dueEnds ?? instant {
            return answer(.open(until: dueEnds), .exempt(.serviceReminder))
        }
        var inWeek: [Timestamp] = []
        for attempt in facts.attempts where counts(attempt) && countsForWeek(attempt) {
            if instant.milliseconds - attempt.at.milliseconds < ContactQuestion.week { inWeek.append(attempt.at) }
        }
        let limit = settings.attemptsPerWeek
        lazy var detail = RuleDetail.count(inWeek.count, limit: limit, name: "attempts_in_7_days")
        if inWeek.count < limit { return answer(.always, detail) }
        // When the limit-th newest leaves the seven days, one more fits.
        inWeek.sort(by: >)
        return answer(.later(inWeek[limit - 1].adding(milliseconds: ContactQuestion.week)), detail)
    }

    func remindersPerDueDate(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode != .attempt || !isServiceReminder(request.purpose) { return exempt(.notAServiceReminder) }
        guard let due = request.dueDate else { return exempt(.noDueDate) }
        var count = 0
        for attempt in facts.attempts where isServiceReminder(attempt.purpose) && attempt.dueDate == due { count += 1 }
        lazy var detail = RuleDetail.count(count, limit: settings.remindersPerDueDate, name: "reminders_of_due_date")
        return answer(count < settings.remindersPerDueDate ? .always : .never, detail)
    }

    func gap(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode != .attempt { return exempt(.notAnAttempt) }
        var last: Timestamp?
        for attempt in facts.attempts where counts(attempt) && attempt.at > last ?? .distantPast { last = attempt.at }
        guard let last else { return .clear }
        let next = last.adding(minutes: Int64(settings.gapMinutes))
        lazy var detail = RuleDetail.instant(last, name: "last_attempt_at", zone: places[0].zone)
        return answer(instant < next ? .later(next) : .always, detail)
    }

    /// Reminders of what was agreed, and the courtesy of a promise, are the agreed next contact themselves.
    func afterConversation(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode != .attempt { return exempt(.notAnAttempt) }
        switch request.purpose {
        case .cadence, .agentMessage: break
        default: return exempt(.agreedContact)
        }
        guard let last = facts.lastConversationAt else { return .clear }
        if facts.followUpAgreed { return exempt(.followUpAgreed) }
        let next = last.adding(days: Int64(settings.quietDaysAfterConversation))
        lazy var detail = RuleDetail.instant(last, name: "last_conversation_at", zone: places[0].zone)
        return answer(instant < next ? .later(next) : .always, detail)
    }

    func unanswered(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        if mode != .attempt { return exempt(.notAnAttempt) }
        var lastAnswered: Timestamp?
        for attempt in facts.attempts
        where attempt.contactPoint == request.contactPoint && attempt.answered
            && attempt.at > lastAnswered ?? .distantPast
        {
            lastAnswered = attempt.at
        }
        var count = lastAnswered == nil ? facts.earlierUnanswered : 0
        for attempt in facts.attempts
        where attempt.contactPoint == request.contactPoint && !attempt.answered
            && attempt.at > lastAnswered ?? .distantPast
        {
            count += 1
        }
        let limit = settings.unansweredPerContactPoint
        return answer(count < limit ? .always : .never, .count(count, limit: limit, name: "unanswered_in_a_row"))
    }

    private static let week: Int64 = 7 * 86_400_000

    /// Whether what was sent is an attempt at all.
    private func counts(_ attempt: ContactAttempt) -> Bool {
        switch attempt.purpose {
        case .cadence, .agreementReminder, .courtesy, .agentMessage: true
        case .reply, .receipt, .confirmation: false
        }
    }

    /// Before or on the due date: a service, not a demand.
    private func isServiceReminder(_ purpose: ContactPurpose) -> Bool {
        switch purpose {
        case .cadence(let relation), .agreementReminder(let relation): relation != .after
        default: false
        }
    }

    private func countsForWeek(_ attempt: ContactAttempt) -> Bool {
        guard isServiceReminder(attempt.purpose) else { return true }
        guard let due = attempt.dueDate else { return false }
        return attempt.at >= earliestStart(of: due.adding(days: 1))
    }

    /// From then on the reminder comes after the due date, whatever it calls itself.
    private var endOfDueDay: Timestamp? { request.dueDate.map { earliestStart(of: $0.adding(days: 1)) } }
}

extension Timestamp {
    static let distantPast = Timestamp(milliseconds: .min)
}
