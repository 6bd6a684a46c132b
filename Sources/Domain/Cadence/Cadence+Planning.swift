/// What to do next for a case. Pure: the same case at the same instant gives the same plan.
extension Cadence {
    /// - Parameter isContactDay: whether the debtor may be contacted at all on a day. A step before the due date that
    ///   falls on another day is wished for earlier; one after it stays, and the gate defers it.
    ///
    /// Of several overdue steps only the newest whose condition holds is taken; the older ones are skipped for good.
    /// That is also how a case joins late: it starts with the newest step that is already due, not at the beginning.
    package func nextAction(
        for subject: CadenceCase, at now: Timestamp, isContactDay: (CalendarDay) -> Bool = { _ in true }
    ) -> CadencePlan {
        if isHeldOut(subject.debtor) { return CadencePlan(action: .finished(.heldOut), skipped: []) }
        if let event = subject.stoppedBy, stopOn.contains(event) {
            return CadencePlan(action: .finished(.stopped(event)), skipped: [])
        }
        if let pause = subject.pausedUntil, pause > now {
            return CadencePlan(action: .waitUntil(pause), skipped: [])
        }
        let today = subject.zone.day(now)
        var skipped: [SkippedStep] = []
        var chosen: (step: CadenceStep, dueAt: Timestamp)?
        var next: Timestamp?
        for step in steps.reversed() where !subject.settled.contains(step.key) {
            let dueAt = dueAt(of: step, for: subject, isContactDay: isContactDay)
            if dueAt > now {
                next = next.map { min($0, dueAt) } ?? dueAt
            } else if chosen != nil {
                skipped.append(SkippedStep(key: step.key, reason: .overtaken))
            } else if step.offsetDays <= 0 && today > subject.dueDate {
                skipped.append(SkippedStep(key: step.key, reason: .dueDatePassed))
            } else if let condition = step.condition, !condition.holds(subject.values) {
                skipped.append(SkippedStep(key: step.key, reason: .conditionFalse))
            } else {
                chosen = (step, dueAt)
            }
        }
        skipped.reverse()
        if let chosen { return CadencePlan(action: .step(chosen.step, dueAt: chosen.dueAt), skipped: skipped) }
        if let next { return CadencePlan(action: .waitUntil(next), skipped: skipped) }
        return CadencePlan(action: .finished(.completed), skipped: skipped)
    }

    /// When a step is wished for, on the debtor's clock.
    package func dueAt(
        of step: CadenceStep, for subject: CadenceCase, isContactDay: (CalendarDay) -> Bool = { _ in true }
    ) -> Timestamp {
        var day = subject.dueDate.adding(days: step.offsetDays)
        if step.offsetDays < 0 {
            // A reminder that would come after the rest days might come too late to help.
            for _ in 0..<Cadence.restDaysMax where !isContactDay(day) { day = day.adding(days: -1) }
        }
        return subject.zone.instant(day, minuteOfDay: step.minuteOfDay)
    }

    private static let restDaysMax = 14
}
