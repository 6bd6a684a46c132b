import ContactPolicy
import Domain
import Testing

@Suite("The gate's rules, one by one")
struct GateRuleTests {
    /// A Monday without holidays near it.
    static let monday = "2026-11-23T10:00:00-03:00"

    func verdict(_ asked: ContactRequest, _ facts: ContactFacts) -> ContactVerdict {
        decide(asked, facts, rules: standardRules).verdict
    }

    @Test(
        "windows are half-open, on the debtor's own clock",
        arguments: [
            (FederativeUnit.sp, Zone.brasilia, "2026-11-23T07:59:59.999-03:00", "2026-11-23T08:00:00-03:00"),
            (.sp, .brasilia, "2026-11-23T20:00:00-03:00", "2026-11-24T08:00:00-03:00"),
            (.sp, .brasilia, "2026-11-21T14:00:00-03:00", "2026-11-23T08:00:00-03:00"),
            (.rj, .brasilia, "2026-11-20T19:00:00-03:00", "2026-11-23T09:00:00-03:00"),
            (.rj, .brasilia, "2026-11-21T10:00:00-03:00", "2026-11-23T09:00:00-03:00"),
            (.am, .amazon, "2026-11-23T08:30:00-03:00", "2026-11-23T08:00:00-04:00"),
            (.ac, .acre, "2026-11-23T09:59:59-03:00", "2026-11-23T08:00:00-05:00"),
            (.pe, .noronha, "2026-11-23T19:00:00-03:00", "2026-11-24T08:00:00-02:00"),
            (.pr, .brasilia, "2026-11-21T13:00:00-03:00", "2026-11-23T08:00:00-03:00"),
            (.ce, .brasilia, "2026-12-24T18:00:00-03:00", "2026-12-28T08:00:00-03:00"),
            (.sp, .brasilia, "2026-07-08T20:00:00-03:00", "2026-07-10T08:00:00-03:00"),
            (.rj, .brasilia, "2027-02-05T20:00:00-03:00", "2027-02-08T09:00:00-03:00"),
        ])
    func hours(state: FederativeUnit, zone: Zone, at: String, next: String) {
        let decision = decide(
            request(at: instant(at)), ContactFacts(places: [ContactPlace(state: state, zone: zone)]),
            rules: standardRules)
        #expect(decision.verdict == .deferred)
        #expect(decision.nextAllowedAt == instant(next), "\(decision.nextAllowedAt?.rfc3339(in: zone) ?? "never")")
    }

    @Test("an area code of another state counts beside the address, and all must allow")
    func candidates() throws {
        let areaCode = try #require(AreaCode(92))
        let places = ContactPlace.candidates(address: .sp, areaCodes: [areaCode])
        #expect(places.map(\.state) == [.sp, .am])
        let early = decide(
            request(at: instant("2026-11-23T08:30:00-03:00")), ContactFacts(places: places), rules: standardRules)
        #expect(early.verdict == .deferred && early.decidingRule == .everyCandidate)
        #expect(early.nextAllowedAt == instant("2026-11-23T08:00:00-04:00"))
        let late = decide(
            request(at: instant("2026-11-23T19:00:00-03:00")), ContactFacts(places: places), rules: standardRules)
        #expect(late.verdict == .deferred)
        let allowed = decide(
            request(at: instant("2026-11-23T12:00:00-03:00")), ContactFacts(places: places), rules: standardRules)
        #expect(allowed.permission?.validUntil == instant("2026-11-23T18:00:00-04:00"))
    }

    @Test(
        "ambiguous area codes give every place",
        arguments: [
            (81, ["PE", "PE"], [-180, -120]), (97, ["AM", "AM"], [-240, -300]), (61, ["DF", "GO"], [-180, -180]),
            (42, ["PR", "SC"], [-180, -180]), (11, ["SP"], [-180]), (68, ["AC"], [-300]),
        ])
    func ambiguous(number: Int, states: [String], offsets: [Int]) throws {
        let places = ContactPlace.candidates(address: nil, areaCodes: [try #require(AreaCode(number))])
        #expect(places.map { $0.state?.rawValue } == states)
        #expect(places.map(\.zone.offsetMinutes) == offsets)
    }

    @Test("an unknown place gets the strict window in every zone")
    func unknownPlace() {
        let facts = ContactFacts(places: ContactPlace.candidates(address: nil, areaCodes: []))
        #expect(verdict(request(at: instant("2026-11-23T10:59:00-03:00")), facts) == .deferred)
        #expect(verdict(request(at: instant("2026-11-23T11:00:00-03:00")), facts) == .allowed)
        #expect(verdict(request(at: instant("2026-11-23T16:59:00-03:00")), facts) == .allowed)
        #expect(verdict(request(at: instant("2026-11-23T17:00:00-03:00")), facts) == .deferred)
        #expect(verdict(request(at: instant("2026-11-21T12:00:00-03:00")), facts) == .deferred)
        #expect(verdict(request(at: instant("2026-07-09T12:00:00-03:00")), facts) == .deferred)
    }

    @Test("a municipal holiday counts where it is known")
    func municipal() {
        let place = ContactPlace(state: .sp, zone: .brasilia, municipalHolidays: [day("2027-01-25")])
        #expect(verdict(request(at: instant("2027-01-25T10:00:00-03:00")), ContactFacts(places: [place])) == .deferred)
        #expect(verdict(request(at: instant("2027-01-25T10:00:00-03:00")), ContactFacts(places: saoPaulo)) == .allowed)
    }

    @Test("the fourth attempt in seven days waits until the first is seven days old")
    func week() {
        let now = instant("2026-11-27T10:00:00-03:00")
        let facts = ContactFacts(
            places: saoPaulo,
            attempts: [
                attempt(instant("2026-11-20T10:30:00-03:00")), attempt(instant("2026-11-23T10:00:00-03:00")),
                attempt(instant("2026-11-25T10:00:00-03:00")),
            ])
        let decision = decide(request(at: now), facts, rules: standardRules)
        #expect(decision.decidingRule == .perWeek)
        #expect(decision.nextAllowedAt == instant("2026-11-27T10:30:00-03:00"))
        let then = instant("2026-11-27T10:30:00-03:00")
        #expect(verdict(request(at: then), facts) == .allowed)
        #expect(verdict(request(at: then.adding(milliseconds: -1)), facts) == .deferred)
    }

    @Test("where several zones are possible, a promise ends in the last and a debt is time-barred in the first")
    func severalZones() {
        let places = [ContactPlace(state: .pe, zone: .brasilia), ContactPlace(state: .ac, zone: .acre)]
        var facts = ContactFacts(places: places)
        facts.restrictions.paidClaimUntil = instant("2026-11-25T23:30:00-03:00")
        facts.restrictions.promise = PromiseStanding(day: day("2026-11-25"))
        let dunning = decide(request(at: instant("2026-11-24T12:00:00-03:00")), facts, rules: standardRules)
        #expect(dunning.nextAllowedAt == instant("2026-11-27T08:00:00-05:00"))
        // At night only what needs no hours can tell the two midnights apart.
        let night = instant("2026-11-27T01:00:00-03:00")
        func promiseVerdict(_ at: Timestamp) -> ContactVerdict? {
            decide(request(at: at), facts, rules: standardRules).evaluations.first { $0.rule == .promise }?.verdict
        }
        #expect(promiseVerdict(night) == .deferred)
        #expect(promiseVerdict(night.adding(hours: 1)) == .allowed)

        facts = ContactFacts(places: places, lastInboundAt: night.adding(minutes: -1))
        facts.restrictions.prescribedOn = day("2026-11-27")
        #expect(verdict(request(.reply, at: night, asksForPayment: true), facts) == .refused)
        let before = night.adding(minutes: -61)
        facts.lastInboundAt = before.adding(minutes: -1)
        let decision = decide(request(.reply, at: before, asksForPayment: true), facts, rules: standardRules)
        #expect(decision.permission?.validUntil == night.adding(hours: -1))
    }

    @Test("reminders up to the due date do not fill the week, but have a cap of their own")
    func reminders() {
        let due = day("2026-11-27")
        let made = ["2026-11-20T10:00:00-03:00", "2026-11-23T10:00:00-03:00", "2026-11-25T10:00:00-03:00"].map {
            attempt(instant($0), .cadence(.before), dueDate: due)
        }
        let facts = ContactFacts(places: saoPaulo, attempts: made)
        let now = instant("2026-11-27T10:00:00-03:00")
        #expect(verdict(request(.cadence(.after), at: now), facts) == .allowed)
        let fourth = decide(request(.cadence(.on), at: now, dueDate: due), facts, rules: standardRules)
        #expect(fourth.verdict == .refused && fourth.decidingRule == .remindersPerDueDate)
        #expect(verdict(request(.cadence(.on), at: now, dueDate: day("2026-12-27")), facts) == .allowed)
    }

    @Test("one attempt a day over all debts and channels, and twenty hours between two")
    func dayAndGap() {
        let facts = ContactFacts(places: saoPaulo, attempts: [attempt(instant("2026-11-23T19:30:00-03:00"))])
        let decision = decide(
            request(at: instant("2026-11-23T19:45:00-03:00"), channel: .sms, contactPoint: otherPhone), facts,
            rules: standardRules)
        #expect(decision.verdict == .deferred)
        #expect(decision.nextAllowedAt == instant("2026-11-24T15:30:00-03:00"))
    }

    @Test("six attempts without an answer end a number, not the others")
    func unanswered() {
        var facts = ContactFacts(places: saoPaulo)
        facts.attempts = (1...6).map {
            attempt(instant(Self.monday).adding(days: -8 * Int64($0)), answered: false)
        }
        #expect(verdict(request(at: instant(Self.monday)), facts) == .refused)
        #expect(verdict(request(at: instant(Self.monday), contactPoint: otherPhone), facts) == .allowed)
        facts.attempts[3] = attempt(facts.attempts[3].at, answered: true)
        #expect(verdict(request(at: instant(Self.monday)), facts) == .allowed)
    }

    @Test("a person who writes gets an answer at any hour, inside the window only, and nothing untoward in it")
    func replies() {
        let night = instant("2026-11-22T03:00:00-03:00")
        var facts = ContactFacts(places: saoPaulo, lastInboundAt: night.adding(minutes: -1))
        #expect(verdict(request(.reply, at: night, isFreeForm: true), facts) == .allowed)
        #expect(verdict(request(.agentMessage, at: night, isFreeForm: true), facts) == .allowed)
        #expect(verdict(request(.receipt, at: night), facts) == .allowed)
        #expect(verdict(request(.cadence(.after), at: night), facts) == .deferred)
        #expect(verdict(request(.reply, at: night, discloses: true), facts) == .refused)
        #expect(verdict(request(.reply, at: night, discloses: true, identityProven: true), facts) == .allowed)
        let permission = decide(request(.reply, at: night, isFreeForm: true), facts, rules: standardRules).permission
        #expect(permission?.validUntil == night.adding(minutes: 24 * 60 - 6))
        facts.lastInboundAt = night.adding(hours: -24)
        #expect(verdict(request(.reply, at: night, isFreeForm: true), facts) == .refused)
        #expect(verdict(request(.agentMessage, at: night), facts) == .deferred)
        #expect(verdict(request(.agentMessage, at: night, isFreeForm: true), facts) == .refused)
        #expect(verdict(request(.agentMessage, at: night, channel: .sms, isFreeForm: true), facts) == .deferred)
        #expect(verdict(request(.receipt, at: night), facts) == .deferred)
    }

    @Test("an opt-out ends its channel at once: one confirmation, then only answers to new messages")
    func optOut() {
        let now = instant(Self.monday)
        var facts = ContactFacts(places: saoPaulo, lastInboundAt: now.adding(minutes: -2))
        facts.restrictions.optOuts = [ChannelStop(.whatsapp, Stop(since: now.adding(minutes: -2)))]
        #expect(verdict(request(.confirmation, at: now), facts) == .allowed)
        #expect(verdict(request(.reply, at: now), facts) == .refused)
        #expect(verdict(request(.cadence(.after), at: now), facts) == .refused)
        #expect(verdict(request(.agentMessage, at: now), facts) == .refused)
        #expect(verdict(request(.cadence(.after), at: now, channel: .sms), facts) == .allowed)
        facts.restrictions.optOuts = [ChannelStop(.whatsapp, Stop(since: now.adding(minutes: -2), acknowledged: true))]
        #expect(verdict(request(.confirmation, at: now), facts) == .refused)
        facts.lastInboundAt = now.adding(minutes: -1)
        #expect(verdict(request(.reply, at: now), facts) == .allowed)
        #expect(verdict(request(.cadence(.after), at: now), facts) == .refused)
    }

    @Test("a promise silences the cadence until its day and grace are over; one courtesy on the eve or the day")
    func promise() {
        var facts = ContactFacts(places: saoPaulo)
        // A Friday; the business day of grace is Monday.
        facts.restrictions.promise = PromiseStanding(day: day("2026-11-27"))
        let now = instant("2026-11-24T10:00:00-03:00")
        let dunning = decide(request(at: now), facts, rules: standardRules)
        #expect(dunning.nextAllowedAt == instant("2026-12-01T08:00:00-03:00"))
        let courtesy = decide(request(.courtesy, at: now), facts, rules: standardRules)
        #expect(courtesy.nextAllowedAt == instant("2026-11-26T08:00:00-03:00"))
        facts.restrictions.promise = PromiseStanding(day: day("2026-11-27"), means: .boleto)
        #expect(
            decide(request(at: now), facts, rules: standardRules).nextAllowedAt == instant("2026-12-03T08:00:00-03:00"))
        facts.restrictions.promise = PromiseStanding(day: day("2026-11-27"), reminded: true)
        #expect(verdict(request(.courtesy, at: instant("2026-11-27T10:00:00-03:00")), facts) == .deferred)
    }

    @Test("a time-barred debt is not collected on any channel, by anybody", arguments: Channel.allCases)
    func prescribed(channel: Channel) {
        var facts = ContactFacts(places: saoPaulo, lastInboundAt: instant(Self.monday).adding(minutes: -1))
        facts.restrictions.prescribedOn = day("2026-11-23")
        let now = instant(Self.monday)
        #expect(verdict(request(.cadence(.after), at: now, channel: channel), facts) == .refused)
        #expect(verdict(request(.reply, at: now, channel: channel, asksForPayment: true), facts) == .refused)
        #expect(verdict(request(.reply, at: now, channel: channel), facts) == .allowed)
        facts.restrictions.prescribedOn = day("2026-11-24")
        let eve = decide(request(.cadence(.after), at: now, channel: channel), facts, rules: standardRules)
        #expect(eve.verdict == .allowed)
    }

    @Test("settings looser than the hard limits are refused, all at once")
    func looser() {
        var settings = ContactSettings()
        settings.attemptsPerDay = 3
        settings.attemptsPerWeek = 8
        settings.gapMinutes = 0
        #expect(settings.problems().map(\.setting) == ["attempts_per_day", "attempts_per_week", "gap_minutes"])
        #expect(throws: ContactRulesError.looserThanLaw(settings.problems())) {
            try ContactRules(settings: settings, calendar: ContactCalendar(BrazilianCalendar.standard))
        }
        #expect(ContactSettings().problems().isEmpty)
        #expect(ContactSettings().tightened(by: settings).attemptsPerDay == 1)
        #expect(ContactSettings().tightened(by: settings).gapMinutes == 1200)
    }

    @Test("a creditor's own hours narrow the law's and never widen them")
    func ownHours() throws {
        var settings = ContactSettings()
        settings.ownHours = DayWindow(start: 6 * 60, end: 17 * 60)
        let rules = try ContactRules(settings: settings, calendar: ContactCalendar(BrazilianCalendar.standard))
        let facts = ContactFacts(places: saoPaulo)
        let early = decide(request(at: instant("2026-11-23T06:30:00-03:00")), facts, rules: rules)
        #expect(early.nextAllowedAt == instant("2026-11-23T08:00:00-03:00"))
        let late = decide(request(at: instant("2026-11-23T17:00:00-03:00")), facts, rules: rules)
        #expect(late.nextAllowedAt == instant("2026-11-24T08:00:00-03:00"))
    }
}
