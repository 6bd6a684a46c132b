import Domain

/// S1 to S14: what the person told us, and what we know of their situation.
extension ContactQuestion {
    func optOut(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        var channelStop: Stop?
        for entry in restrictions.optOuts where entry.channel == request.channel {
            // Of several entries the last word counts.
            if channelStop == nil || entry.stop.since > channelStop?.since ?? entry.stop.since {
                channelStop = entry.stop
            }
        }
        return stopped(by: channelStop, name: "opted_out_at", at: instant) { true }
    }

    func wrongPerson(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        var pointStop: Stop?
        for entry in restrictions.wrongContactPoints where entry.contactPoint == request.contactPoint {
            if pointStop == nil || entry.stop.since > pointStop?.since ?? entry.stop.since { pointStop = entry.stop }
        }
        return stopped(by: pointStop, name: "wrong_person_since", at: instant) { !request.discloses }
    }

    /// Relatives who write get an answer from a person, never from the program.
    func deceased(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard let stop = restrictions.deceased else { return .clear }
        lazy var detail = RuleDetail.instant(stop.since, name: "deceased_since", zone: places[0].zone)
        if request.purpose == .confirmation && !stop.acknowledged { return answer(.always, detail) }
        let byPerson = request.purpose == .agentMessage && mode == .answer && !request.asksForPayment
        return answer(byPerson ? .open(until: windowEnd) : .never, detail)
    }

    func dispute(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard let since = restrictions.disputeOpenSince else { return .clear }
        lazy var detail = RuleDetail.instant(since, name: "dispute_open_since", zone: places[0].zone)
        let demands = request.asksForPayment || request.purpose.isAutomatedReminder
        return answer(demands ? .never : .always, detail)
    }

    func paidClaim(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        paused(until: restrictions.paidClaimUntil, name: "paid_claim_until", at: instant) {
            request.asksForPayment || request.purpose.isAutomatedReminder
        }
    }

    func promise(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard let promise = restrictions.promise else { return .clear }
        lazy var detail = RuleDetail.promise(promise.day, promise.means, reminded: promise.reminded)
        switch request.purpose {
        case .cadence: break
        case .agentMessage where mode == .attempt && request.asksForPayment: break
        case .courtesy: return courtesy(promise, at: instant, detail)
        default: return exempt(.notDunning)
        }
        let end = endOfGrace(promise)
        return answer(instant < end ? .later(end) : .always, detail)
    }

    /// Only its own reminders.
    func agreement(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard restrictions.agreementInGoodStanding else { return .clear }
        switch request.purpose {
        case .cadence, .courtesy: return answer(.never, .flag("agreement_in_good_standing"))
        case .agentMessage where mode == .attempt && request.asksForPayment:
            return answer(.never, .flag("agreement_in_good_standing"))
        default: return answer(.always, .flag("agreement_in_good_standing"))
        }
    }

    func hardship(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        paused(until: restrictions.hardshipUntil, name: "hardship_until", at: instant) {
            request.purpose.isAutomatedReminder
        }
    }

    func crisis(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard let stop = restrictions.crisis else { return .clear }
        lazy var detail = RuleDetail.instant(stop.since, name: "crisis_since", zone: places[0].zone)
        if request.purpose == .confirmation && !stop.acknowledged { return answer(.always, detail) }
        let care = request.purpose == .agentMessage && !request.asksForPayment && !request.discloses
        return answer(care ? .always : .never, detail)
    }

    /// S10 and S11: nothing on our initiative, and no demand in an answer.
    func representative(_ flag: Bool, _ mode: ContactMode) -> RuleAnswer {
        guard flag else { return .clear }
        let refused = mode == .attempt || request.asksForPayment
        return answer(refused ? .never : .always, .flag("active"))
    }

    /// Letters and e-mail stay free, and so do answers to those who write.
    func registry(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard let enrolled = restrictions.registryEnrolledOn else { return .clear }
        if request.channel == .letter || request.channel == .email { return exempt(.channelNotCovered) }
        if mode == .answer { return exempt(.answer) }
        let effect = earliestStart(of: enrolled.adding(days: settings.registryDelayDays))
        return answer(instant < effect ? .open(until: effect) : .never, .day(enrolled, name: "enrolled_on"))
    }

    func refusal(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        paused(until: restrictions.refusedUntil, name: "refused_until", at: instant) { mode == .attempt }
    }

    func humanOwner(_ mode: ContactMode) -> RuleAnswer {
        guard restrictions.humanOwner else { return .clear }
        let automated = request.purpose.isAutomatedReminder || request.purpose == .reply
        return answer(automated ? .never : .always, .flag("human_owner"))
    }
}

extension ContactQuestion {
    /// One acknowledgement, and answers to what was written after the stop; nothing else.
    private func stopped(
        by stop: Stop?, name: String, at instant: Timestamp, answerIsFit: () -> Bool
    ) -> RuleAnswer {
        guard let stop else { return .clear }
        lazy var detail = RuleDetail.instant(stop.since, name: name, zone: places[0].zone)
        if request.purpose == .confirmation && !stop.acknowledged {
            return answer(request.discloses ? .never : .always, detail)
        }
        let answers = wroteAfter(stop, at: instant) && answerIsFit()
        return answer(answers ? .open(until: windowEnd) : .never, detail)
    }

    private func paused(
        until end: Timestamp?, name: String, at instant: Timestamp, applies: () -> Bool
    ) -> RuleAnswer {
        guard let end else { return .clear }
        if !applies() { return exempt(.notDunning) }
        lazy var detail = RuleDetail.instant(end, name: name, zone: places[0].zone)
        return answer(instant < end ? .later(end) : .always, detail)
    }

    /// Once, on the eve or on the day itself.
    private func courtesy(_ promise: PromiseStanding, at instant: Timestamp, _ detail: RuleDetail) -> RuleAnswer {
        let eve = latestStart(of: promise.day.adding(days: -1))
        let end = earliestStart(of: promise.day.adding(days: 1))
        if !promise.reminded {
            if instant < eve { return answer(.later(eve), detail) }
            if instant < end { return answer(.open(until: end), detail) }
        }
        let over = endOfGrace(promise)
        return answer(instant < over ? .later(over) : .always, detail)
    }

    /// The first instant, in every zone, after the promised day and its business days of grace.
    private func endOfGrace(_ promise: PromiseStanding) -> Timestamp {
        let grace = promise.means == .pix ? settings.promiseGracePixDays : settings.promiseGraceBoletoDays
        let last = rules.tables.bankDay(after: promise.day, count: grace)
        return latestStart(of: last.adding(days: 1))
    }
}
