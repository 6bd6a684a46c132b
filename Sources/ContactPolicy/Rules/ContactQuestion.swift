import Domain

/// One question to the gate, with what every rule needs to look at.
struct ContactQuestion {
    let request: ContactRequest
    let facts: ContactFacts
    let rules: ContactRules
    let places: [ContactPlace]
    /// Whether answers carry what they looked at; the verdict alone is many times cheaper.
    let explains: Bool

    /// A permission ends within a day even where no rule ends it.
    static let permissionLifetimeMax: Int64 = 86_400_000
    /// How far ahead the next allowed instant is looked for.
    static let horizonDays: Int64 = 2000
    /// Each round of the search moves past at least one closed window, gap or day.
    static let roundsMax = 10_000

    init(request: ContactRequest, facts: ContactFacts, rules: ContactRules, explains: Bool = false) {
        self.request = request
        self.facts = facts
        self.rules = rules
        places = facts.places.isEmpty ? ContactPlace.anywhere : facts.places
        self.explains = explains
    }

    var settings: ContactSettings { rules.settings }
    var restrictions: ContactRestrictions { facts.restrictions }

    /// What all rules together say at an instant.
    func standing(at instant: Timestamp) -> Standing {
        var standing = Standing(
            opensAt: instant, closesAt: instant.adding(milliseconds: ContactQuestion.permissionLifetimeMax))
        evaluate(at: instant) { _, answer in
            switch answer.opening {
            case .open(let end): if let end, end < standing.closesAt { standing.closesAt = end }
            case .later(let opening):
                standing.isOpen = false
                standing.opensAt = max(standing.opensAt, opening)
            case .never:
                standing.isOpen = false
                standing.refused = true
            }
        }
        return standing
    }

    struct Standing {
        /// The earliest instant at which every rule that can open might be open.
        var opensAt: Timestamp
        /// When the first of the open rules closes.
        var closesAt: Timestamp
        /// No rule denies.
        var isOpen = true
        /// Some rule will never open.
        var refused = false
    }

    /// The earliest instant not before `start` at which every rule allows; nil within the horizon.
    func firstAllowed(from start: Timestamp) -> Timestamp? {
        let horizon = request.at.adding(days: ContactQuestion.horizonDays)
        var instant = start
        for _ in 0..<ContactQuestion.roundsMax {
            let standing = standing(at: instant)
            if standing.refused || standing.opensAt > horizon { return nil }
            if standing.isOpen { return instant }
            // A rule that denies opens later; should one say otherwise, the search still moves on.
            instant = max(standing.opensAt, instant.adding(milliseconds: 1))
        }
        return nil
    }

    /// When the service window closes, margin included; nil when the person never wrote.
    var windowEnd: Timestamp? {
        facts.lastInboundAt?.adding(hours: 24).adding(minutes: -Int64(settings.serviceWindowMarginMinutes))
    }

    func windowIsOpen(at instant: Timestamp) -> Bool {
        guard let end = windowEnd else { return false }
        return instant < end
    }

    /// How the contact stands to the conversation at an instant.
    func mode(at instant: Timestamp) -> ContactMode {
        switch request.purpose {
        case .cadence, .agreementReminder, .courtesy: .attempt
        case .reply, .confirmation: .answer
        case .agentMessage: windowIsOpen(at: instant) ? .answer : .attempt
        case .receipt: windowIsOpen(at: instant) ? .answer : .notice
        }
    }

    /// Whether the person wrote after a stop was asked for, and is thus owed an answer.
    func wroteAfter(_ stop: Stop, at instant: Timestamp) -> Bool {
        guard mode(at: instant) == .answer, let last = facts.lastInboundAt else { return false }
        return last > stop.since && windowIsOpen(at: instant)
    }

    /// The start of a day in the zone where it comes first, or last.
    func earliestStart(of day: CalendarDay) -> Timestamp {
        var result = places[0].zone.instant(day)
        for place in places.dropFirst() { result = min(result, place.zone.instant(day)) }
        return result
    }

    func latestStart(of day: CalendarDay) -> Timestamp {
        var result = places[0].zone.instant(day)
        for place in places.dropFirst() { result = max(result, place.zone.instant(day)) }
        return result
    }
}

/// What a contact is at an instant: it decides which rules apply.
enum ContactMode {
    /// Business-initiated: every rule.
    case attempt
    /// Inside a conversation that the person opened: any hour, not counted; what it may say is still ruled.
    case answer
    /// A payment's receipt outside a conversation: within the hours, not counted.
    case notice
}

/// Whether a rule alone lets a contact pass at the instant asked.
enum Opening {
    /// Yes, until that instant (exclusive) if nothing else happens; nil: no end.
    case open(until: Timestamp?)
    /// No, and that is the first instant at which it does.
    case later(Timestamp)
    case never

    static let always = Opening.open(until: nil)

    var verdict: ContactVerdict {
        switch self {
        case .open: .allowed
        case .later: .deferred
        case .never: .refused
        }
    }
}

extension ContactQuestion {
    func answer(_ opening: Opening, _ detail: @autoclosure () -> RuleDetail) -> RuleAnswer {
        RuleAnswer(opening, explains ? detail() : .clear)
    }

    /// The rule has nothing to say about this kind of contact.
    func exempt(_ reason: RuleDetail.Exemption) -> RuleAnswer { answer(.always, .exempt(reason)) }
}

struct RuleAnswer {
    let opening: Opening
    let detail: RuleDetail

    init(_ opening: Opening, _ detail: RuleDetail) {
        self.opening = opening
        self.detail = detail
    }

    /// The rule applies, and nothing is known that would trigger it.
    static let clear = RuleAnswer(.always, .clear)
}

extension ContactQuestion {
    /// Asks every rule, in the order of `ContactRule.allCases`.
    func evaluate(at instant: Timestamp, _ take: (ContactRule, RuleAnswer) -> Void) {
        let mode = mode(at: instant)
        take(.hours, hours(at: instant, mode))
        take(.restDays, restDays(at: instant, mode))
        take(.everyCandidate, everyCandidate(at: instant, mode))
        take(.lateFlush, .clear)
        take(.perDay, perDay(at: instant, mode))
        take(.perWeek, perWeek(at: instant, mode))
        take(.remindersPerDueDate, remindersPerDueDate(at: instant, mode))
        take(.gap, gap(at: instant, mode))
        take(.afterConversation, afterConversation(at: instant, mode))
        take(.unanswered, unanswered(at: instant, mode))
        take(.optOut, optOut(at: instant, mode))
        take(.wrongPerson, wrongPerson(at: instant, mode))
        take(.deceased, deceased(at: instant, mode))
        take(.dispute, dispute(at: instant, mode))
        take(.paidClaim, paidClaim(at: instant, mode))
        take(.promise, promise(at: instant, mode))
        take(.agreement, agreement(at: instant, mode))
        take(.hardship, hardship(at: instant, mode))
        take(.crisis, crisis(at: instant, mode))
        take(.lawyer, representative(restrictions.representedByLawyer, mode))
        take(.court, representative(restrictions.courtOrder, mode))
        take(.registry, registry(at: instant, mode))
        take(.refusal, refusal(at: instant, mode))
        take(.humanOwner, humanOwner(mode))
        take(.prescription, prescription(at: instant, mode))
        take(.disclosure, disclosure())
        take(.thirdParty, thirdParty(at: instant, mode))
        take(.serviceWindow, serviceWindow(at: instant, mode))
    }
}
