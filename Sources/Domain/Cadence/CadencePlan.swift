/// What planning needs to know of a case.
package struct CadenceCase: Hashable, Sendable {
    package let debtor: DebtorID
    /// The day that `D0` means: the due date of the case's oldest open debt.
    package let dueDate: CalendarDay
    /// The debtor's likeliest zone, in which the steps' local times are read.
    package let zone: Zone
    /// Keys of the steps that were made or skipped.
    package let settled: Set<String>
    package let pausedUntil: Timestamp?
    /// The event that ended the cadence.
    package let stoppedBy: StopEvent?
    /// Values for the steps' conditions.
    package let values: CaseValues

    package init(
        debtor: DebtorID, dueDate: CalendarDay, zone: Zone, settled: Set<String> = [], pausedUntil: Timestamp? = nil,
        stoppedBy: StopEvent? = nil, values: CaseValues = CaseValues()
    ) {
        self.debtor = debtor
        self.dueDate = dueDate
        self.zone = zone
        self.settled = settled
        self.pausedUntil = pausedUntil
        self.stoppedBy = stoppedBy
        self.values = values
    }
}

/// What the cadence wishes for a case now. `skipped` are to be recorded as settled together with the action.
package struct CadencePlan: Hashable, Sendable {
    package let action: CadenceAction
    package let skipped: [SkippedStep]

    package init(action: CadenceAction, skipped: [SkippedStep]) {
        self.action = action
        self.skipped = skipped
    }
}

package enum CadenceAction: Hashable, Sendable {
    /// To be put to the gate now. `dueAt` is when the step was wished for, now or earlier.
    case step(CadenceStep, dueAt: Timestamp)
    case waitUntil(Timestamp)
    case finished(FinishReason)
}

package enum FinishReason: Hashable, Sendable {
    case completed
    case heldOut
    case stopped(StopEvent)
}

package struct SkippedStep: Hashable, Sendable {
    package let key: String
    package let reason: SkipReason

    package init(key: String, reason: SkipReason) {
        self.key = key
        self.reason = reason
    }
}

package enum SkipReason: String, Codable, Sendable {
    /// A newer step is due as well; two are never made one after the other to catch up.
    case overtaken
    /// Its condition does not hold for the case.
    case conditionFalse = "condition_false"
    /// A reminder of a due date that is already past.
    case dueDatePassed = "due_date_passed"
}
