/// A cadence (*régua de cobrança*): which contact is wished for on which day around the due date.
///
/// It only wishes. Whether, and at which instant, a step may be made is the contact gate's to decide.
package struct Cadence: Hashable, Codable, Sendable {
    package let name: String
    /// Rises with every activated change of the file.
    package let version: Int
    package let objectives: [Objective]
    /// The share of debtors who are never contacted: what the cadence is really worth is measured against them.
    package let holdout: Percentage
    /// In order of day and time; at least one.
    package let steps: [CadenceStep]
    package let stopOn: Set<StopEvent>
    package let pauseOn: [Pause]

    package init(
        name: String, version: Int = 1, objectives: [Objective] = [], holdout: Percentage = .zero, steps: [CadenceStep],
        stopOn: Set<StopEvent> = Set(StopEvent.allCases), pauseOn: [Pause] = []
    ) {
        self.name = name
        self.version = version
        self.objectives = objectives
        self.holdout = holdout
        self.steps = steps.enumerated().sorted { left, right in
            (left.element.offsetDays, left.element.minuteOfDay, left.offset)
                < (right.element.offsetDays, right.element.minuteOfDay, right.offset)
        }.map(\.element)
        self.stopOn = stopOn
        self.pauseOn = pauseOn
    }

    /// How long an event pauses the cadence; nil when it does not.
    package func pause(on event: PauseEvent) -> PauseLength? { pauseOn.first { $0.event == event }?.length }

    /// Whether this debtor belongs to those who are never contacted. The same debtor gets the same answer for ever
    /// under one cadence name, whatever its version.
    package func isHeldOut(_ debtor: DebtorID) -> Bool {
        StableShare.of("holdout/" + name, debtor) < holdout.micros
    }
}

/// What ends a case's cadence.
package enum StopEvent: String, CaseIterable, Codable, Sendable {
    case paid, agreement, dispute, optOut = "opt_out", deceased, wrongPerson = "wrong_person", prescribed
    case courtOrder = "court_order", lawyer, crisis
}

/// What makes a case's cadence wait.
package enum PauseEvent: String, CaseIterable, Codable, Sendable {
    case reply, promise, hardship, paidClaim = "paid_claim", refusal, handover
}

package struct Pause: Hashable, Codable, Sendable {
    package let event: PauseEvent
    package let length: PauseLength

    package init(event: PauseEvent, length: PauseLength) {
        self.event = event
        self.length = length
    }
}

package enum PauseLength: Hashable, Codable, Sendable {
    case minutes(Int)
    /// To the day that the event names (a promise's), with the contact policy's grace.
    case untilDue
    /// Until a person on our side resumes it.
    case untilResumed

    /// The instant until which it lasts; nil where it does not say by itself.
    package func end(from start: Timestamp) -> Timestamp? {
        if case .minutes(let minutes) = self { start.adding(minutes: Int64(minutes)) } else { nil }
    }
}

/// What the operations manager wants to reach, to be compared with what is reached.
package enum Objective: Hashable, Codable, Sendable {
    case recoveryRate(Percentage, withinDays: Int)
    case responseRate(Percentage)
    case firstResponse(seconds: Int)
    case resolutionTime(seconds: Int)
    /// Tenths of a mark from 1 to 5: 45 is 4,5.
    case satisfaction(tenths: Int)
    /// Spent per recovered real.
    case cost(Percentage)
}
