import ContactPolicy
import Domain

extension NaiveGate {
    func standing(
        _ request: ContactRequest, _ facts: ContactFacts, initiated: Bool, windowOpen: Bool
    ) -> Set<String> {
        var rules: Set<String> = []
        let now = request.at
        let known = facts.restrictions
        let closing = request.purpose == .confirmation
        let automatic: Bool
        switch request.purpose {
        case .cadence, .agreementReminder, .courtesy: automatic = true
        default: automatic = false
        }
        let answering = windowOpen && !initiated
        func answersAfter(_ stop: Stop) -> Bool { answering && (facts.lastInboundAt.map { $0 > stop.since } ?? false) }

        if let stop = known.optOuts.filter({ $0.channel == request.channel }).max(by: { $0.stop.since < $1.stop.since }
        )?.stop {
            let once = closing && !stop.acknowledged
            if once ? request.discloses : !answersAfter(stop) { rules.insert("S1") }
        }
        if let stop = known.wrongContactPoints.filter({ $0.contactPoint == request.contactPoint })
            .max(by: { $0.stop.since < $1.stop.since })?.stop
        {
            let once = closing && !stop.acknowledged
            if once ? request.discloses : !(answersAfter(stop) && !request.discloses) { rules.insert("S2") }
        }
        if let stop = known.deceased, !(closing && !stop.acknowledged) {
            if !(request.purpose == .agentMessage && answering && !request.asksForPayment) { rules.insert("S3") }
        }
        if known.disputeOpenSince != nil && (automatic || request.asksForPayment) { rules.insert("S4") }
        if let end = known.paidClaimUntil, now < end, automatic || request.asksForPayment { rules.insert("S5") }
        if promiseDenies(request, facts, initiated: initiated) { rules.insert("S6") }
        if known.agreementInGoodStanding {
            switch request.purpose {
            case .cadence, .courtesy: rules.insert("S7")
            case .agentMessage where initiated && request.asksForPayment: rules.insert("S7")
            default: break
            }
        }
        if let end = known.hardshipUntil, now < end, automatic { rules.insert("S8") }
        if let stop = known.crisis, !(closing && !stop.acknowledged) {
            if !(request.purpose == .agentMessage && !request.asksForPayment && !request.discloses) {
                rules.insert("S9")
            }
        }
        if known.representedByLawyer && (initiated || request.asksForPayment) { rules.insert("S10") }
        if known.courtOrder && (initiated || request.asksForPayment) { rules.insert("S11") }
        if known.registryEnrolledOn.map({ reached($0, facts, now) }) ?? false, !answering,
            request.purpose != .reply && !closing, request.channel != .letter && request.channel != .email
        {
            rules.insert("S12")
        }
        if let end = known.refusedUntil, now < end, initiated { rules.insert("S13") }
        if known.humanOwner && (automatic || request.purpose == .reply) { rules.insert("S14") }
        if known.prescribedOn.map({ reached($0, facts, now) }) ?? false, initiated || request.asksForPayment {
            rules.insert("A1")
        }
        if known.thirdPartyContactPoints.contains(request.contactPoint) {
            let harmless = !request.discloses && !request.asksForPayment
            let talking = answering || request.purpose == .reply || closing
            if !(talking && harmless) { rules.insert("P2") }
        }
        return rules
    }

    /// Somewhere among the candidate places that day has begun.
    private func reached(_ day: CalendarDay, _ facts: ContactFacts, _ now: Timestamp) -> Bool {
        zones(facts).contains { localDay(now, $0) >= Int(day.number) }
    }

    private func promiseDenies(_ request: ContactRequest, _ facts: ContactFacts, initiated: Bool) -> Bool {
        guard let promise = facts.restrictions.promise else { return false }
        var last = promise.day
        var grace = promise.means == .pix ? 1 : 3
        while grace > 0 {
            last = last.adding(days: 1)
            let weekend = last.weekday == .saturday || last.weekday == .sunday
            if !weekend && !holidays.contains("\(last.iso)/") && !bankHolidays.contains(last.iso) { grace -= 1 }
        }
        let running = zones(facts).contains { localDay(request.at, $0) <= Int(last.number) }
        guard running else { return false }
        switch request.purpose {
        case .cadence: return true
        case .agentMessage: return initiated && request.asksForPayment
        case .courtesy:
            let near = zones(facts).allSatisfy {
                let today = localDay(request.at, $0)
                return today == Int(promise.day.number) - 1 || today == Int(promise.day.number)
            }
            return promise.reminded || !near
        default: return false
        }
    }

    private func zones(_ facts: ContactFacts) -> [Int] {
        facts.places.isEmpty ? [-180, -240, -300, -120] : facts.places.map(\.zone.offsetMinutes)
    }

    private func localDay(_ instant: Timestamp, _ offset: Int) -> Int {
        Int((instant.milliseconds + Int64(offset) * 60_000).quotientRoundedDown(by: 86_400_000))
    }
}
