import ContactPolicy
import Domain
import Testing

/// The gate against the plain re-check of `NaiveGate`.
@Suite("The gate agrees with a naive re-check")
struct GateAgreementTests {
    let naive: NaiveGate

    init() throws { naive = NaiveGate(holidayTable: try vector("holidays.csv")) }

    @Test(
        "each rule denies exactly when the plain reading of the table denies", arguments: 1...4 as ClosedRange<UInt64>)
    func everyRule(seed: UInt64) {
        var scenario = Scenario(seed: seed)
        for round in 0..<700 {
            let moment = scenario.moment()
            let request = scenario.request(at: moment)
            let facts = scenario.facts(around: moment)
            let decision = decide(request, facts, rules: standardRules)
            let denied = Set(decision.evaluations.filter { $0.verdict != .allowed }.map(\.rule.rawValue))
            let expected = naive.denials(request, facts)
            #expect(denied == expected, "seed \(seed), round \(round): \(request) \(facts)")
            #expect((decision.permission != nil) == expected.isEmpty)
            #expect((decision.verdict == .allowed) == expected.isEmpty)
            if denied != expected { return }
        }
    }

    @Test(
        "hours and days are judged as the table says, in each state and zone",
        arguments: FederativeUnit.allCases.map { Optional($0) } + [nil])
    func everyPlace(state: FederativeUnit?) {
        var scenario = Scenario(seed: UInt64(state.map { $0.rawValue.utf8.reduce(0) { $0 * 31 + Int($1) } } ?? 1))
        let zone = scenario.pick([Zone.brasilia, .amazon, .acre, .noronha])
        let facts = ContactFacts(places: [ContactPlace(state: state, zone: zone)])
        // Three weeks far apart by steps that share no factor with the hour; a week of the minutes around each full
        // hour.
        var probes: [Timestamp] = []
        for _ in 0..<3 {
            let start = scenario.moment()
            probes += stride(from: 0, to: 7 * 1440, by: 47).map { start.adding(minutes: Int64($0)) }
        }
        let start = zone.instant(day("2026-11-16").adding(days: scenario.below(300)))
        for hour in 0..<7 * 24 {
            probes += (-1...1).map { start.adding(minutes: Int64(hour * 60 + $0)) }
        }
        for probe in probes {
            let asked = request(at: probe)
            let allowed = decide(asked, facts, rules: standardRules).verdict == .allowed
            let expected = naive.denials(asked, facts).isEmpty
            if allowed != expected {
                Issue.record("\(state?.rawValue ?? "?") \(probe.rfc3339(in: zone)): \(allowed), not \(expected)")
                return
            }
        }
    }

    @Test("the next allowed instant is allowed, and nothing before it is", arguments: 11...13 as ClosedRange<UInt64>)
    func nextAllowed(seed: UInt64) {
        var scenario = Scenario(seed: seed)
        for round in 0..<60 {
            let moment = scenario.moment()
            let request = scenario.request(at: moment)
            let facts = scenario.facts(around: moment, restrictionOdds: 15)
            let decision = decide(request, facts, rules: standardRules)
            let end: Timestamp
            if let next = decision.nextAllowedAt {
                #expect(naive.denials(request.at(next), facts).isEmpty, "seed \(seed), round \(round)")
                #expect(decide(request.at(next), facts, rules: standardRules).verdict == .allowed)
                end = next
            } else {
                #expect(decision.verdict == .refused)
                end = moment.adding(days: 16)
            }
            var probe = moment
            while probe < end {
                if naive.denials(request.at(probe), facts).isEmpty {
                    Issue.record(
                        "seed \(seed), round \(round): \(probe) is allowed, before \(end)\n\(request)\n\(facts)")
                    return
                }
                probe = probe.adding(minutes: 31)
            }
            if end > moment, decision.nextAllowedAt != nil {
                #expect(!naive.denials(request.at(end.adding(milliseconds: -1)), facts).isEmpty, "\(request) \(facts)")
            }
        }
    }

    @Test("a permission holds at every instant until it ends", arguments: 21...22 as ClosedRange<UInt64>)
    func permissionLasts(seed: UInt64) {
        var scenario = Scenario(seed: seed)
        var seen = 0
        while seen < 40 {
            let moment = scenario.moment()
            let request = scenario.request(at: moment)
            let facts = scenario.facts(around: moment, restrictionOdds: 15)
            guard let permission = decide(request, facts, rules: standardRules).permission else { continue }
            seen += 1
            #expect(permission.validUntil > moment)
            #expect(permission.isValid(at: moment) && !permission.isValid(at: permission.validUntil))
            var probe = moment
            while probe < permission.validUntil {
                #expect(naive.denials(request.at(probe), facts).isEmpty, "\(request) \(facts)")
                probe = probe.adding(minutes: 13)
            }
            let last = permission.validUntil.adding(milliseconds: -1)
            #expect(naive.denials(request.at(last), facts).isEmpty, "\(request) \(facts)")
        }
    }
}
