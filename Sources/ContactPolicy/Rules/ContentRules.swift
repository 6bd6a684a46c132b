import Domain

/// A1, P1, P2, W1: what may be said, to whom, and in which form.
extension ContactQuestion {
    /// Time-barred: no active collection on any channel; only answers that do not ask for money.
    func prescription(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard let day = restrictions.prescribedOn else { return .clear }
        if mode != .attempt && !request.asksForPayment { return exempt(.notDunning) }
        let start = earliestStart(of: day)
        return answer(instant < start ? .open(until: start) : .never, .day(day, name: "prescribed_on"))
    }

    func disclosure() -> RuleAnswer {
        if !request.discloses { return exempt(.neutralText) }
        return answer(request.identityProven ? .always : .never, .proof(request.identityProven))
    }

    func thirdParty(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        guard restrictions.thirdPartyContactPoints.contains(request.contactPoint) else { return .clear }
        let fits = mode == .answer && !request.discloses && !request.asksForPayment
        return answer(fits ? .open(until: windowEnd) : .never, .flag("third_party"))
    }

    func serviceWindow(at instant: Timestamp, _ mode: ContactMode) -> RuleAnswer {
        let needed = mode == .answer || (request.isFreeForm && request.channel == .whatsapp)
        guard needed else { return exempt(.template) }
        lazy var detail = RuleDetail.window(end: windowEnd, zone: places[0].zone)
        return answer(windowIsOpen(at: instant) ? .open(until: windowEnd) : .never, detail)
    }
}
