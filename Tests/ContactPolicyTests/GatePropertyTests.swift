import ContactPolicy
import Domain
import Testing

@Suite("What must never happen at the gate")
struct GatePropertyTests {
    @Test(
        "adding a restriction never turns a no into a yes, nor brings the next instant nearer",
        arguments: 31...33 as ClosedRange<UInt64>)
    func monotone(seed: UInt64) {
        var scenario = Scenario(seed: seed)
        for round in 0..<500 {
            let moment = scenario.moment()
            let request = scenario.request(at: moment)
            var facts = scenario.facts(around: moment, restrictionOdds: 12)
            let before = decide(request, facts, rules: standardRules)
            let more = scenario.restrictions(around: moment, odds: 2)
            let kind = scenario.below(15)
            add(kind, from: more, to: &facts.restrictions)
            let after = decide(request, facts, rules: standardRules)
            let note: Comment = "seed \(seed), round \(round), kind \(kind): \(request) \(facts)"
            #expect(!(before.verdict != .allowed && after.verdict == .allowed), note)
            if let next = after.nextAllowedAt {
                #expect(before.nextAllowedAt.map { $0 <= next } ?? false, note)
            }
        }
    }

    /// One kind of restriction, where there was none of it.
    private func add(_ kind: Int, from more: ContactRestrictions, to known: inout ContactRestrictions) {
        switch kind {
        case 0: if known.optOuts.isEmpty { known.optOuts = more.optOuts }
        case 1: if known.wrongContactPoints.isEmpty { known.wrongContactPoints = more.wrongContactPoints }
        case 2: known.thirdPartyContactPoints += more.thirdPartyContactPoints
        case 3: known.deceased = known.deceased ?? more.deceased
        case 4: known.disputeOpenSince = known.disputeOpenSince ?? more.disputeOpenSince
        case 5: known.paidClaimUntil = known.paidClaimUntil ?? more.paidClaimUntil
        case 6: known.promise = known.promise ?? more.promise
        case 7: known.agreementInGoodStanding = known.agreementInGoodStanding || more.agreementInGoodStanding
        case 8: known.hardshipUntil = known.hardshipUntil ?? more.hardshipUntil
        case 9: known.crisis = known.crisis ?? more.crisis
        case 10: known.representedByLawyer = known.representedByLawyer || more.representedByLawyer
        case 11: known.courtOrder = known.courtOrder || more.courtOrder
        case 12: known.registryEnrolledOn = known.registryEnrolledOn ?? more.registryEnrolledOn
        case 13: known.prescribedOn = known.prescribedOn ?? more.prescribedOn
        default: known.humanOwner = known.humanOwner || more.humanOwner
        }
    }

    @Test(
        "the caps hold for who sends as greedily as the gate lets, over four months",
        arguments: 41...44 as ClosedRange<UInt64>)
    func greedy(seed: UInt64) {
        var scenario = Scenario(seed: seed)
        let places = scenario.places()
        let zones = places.isEmpty ? ContactPlace.anywhere.map(\.zone) : places.map(\.zone)
        var facts = ContactFacts(places: places)
        var now = scenario.moment()
        let end = now.adding(days: 120)
        while now < end {
            let purpose = scenario.pick([
                ContactPurpose.cadence(.after), .cadence(.before), .agentMessage, .agreementReminder(.after),
            ])
            let due = purpose == .cadence(.before) ? Zone.brasilia.day(now).adding(days: scenario.below(20)) : nil
            let asked = request(
                purpose, at: now, channel: scenario.pick([.whatsapp, .sms, .email, .call]),
                contactPoint: scenario.pick([phone, otherPhone]), dueDate: due)
            let decision = decide(asked, facts, rules: standardRules)
            if decision.permission != nil {
                facts.attempts.append(
                    ContactAttempt(
                        at: now, channel: asked.channel, contactPoint: asked.contactPoint, purpose: purpose,
                        dueDate: due,
                        answered: scenario.oneIn(2)))
                now = now.adding(minutes: 1)
            } else {
                let next = decision.nextAllowedAt ?? now.adding(hours: 5)
                now =
                    scenario.oneIn(3)
                    ? now.adding(minutes: Int64(1 + scenario.below(600))) : max(next, now.adding(minutes: 1))
            }
        }
        #expect(facts.attempts.count > 10)
        let made = facts.attempts
        for (index, one) in made.enumerated() {
            for zone in zones {
                #expect(made.filter { zone.day($0.at) == zone.day(one.at) }.count == 1)
            }
            if index > 0 { #expect(made[index - 1].at.milliseconds(until: one.at) >= 20 * 3_600_000) }
            let week = made.filter {
                $0.purpose != .cadence(.before) && $0.at <= one.at && $0.at.milliseconds(until: one.at) < 7 * 86_400_000
            }
            #expect(week.count <= 3)
        }
    }

    @Test(
        "a stored decision reads back as it was, and the same decision gives the same bytes",
        arguments: 51...53 as ClosedRange<UInt64>)
    func records(seed: UInt64) throws {
        var scenario = Scenario(seed: seed)
        for _ in 0..<150 {
            let moment = scenario.moment()
            let request = scenario.request(at: moment)
            let decision = decide(request, scenario.facts(around: moment), rules: standardRules)
            let record = DecisionRecord(decision)
            #expect(record.rules.map(\.rule) == ContactRule.allCases)
            #expect(DecisionRecord(text: record.text) == record)
            #expect(DecisionRecord(decision).text == record.text)
            let isDenied = record.rules.contains { $0.verdict != .allowed }
            #expect(isDenied == (decision.permission == nil))
            #expect((decision.decidingRule != nil) == isDenied)
        }
    }

    @Test("awkward characters survive in a stored decision, and broken texts are refused")
    func recordText() {
        let asked = ContactRequest(
            key: "a\tb\nc=d%é", creditor: CreditorID(1), debtor: debtor, contactPoint: phone, channel: .sms,
            purpose: .reply,
            discloses: false, identityProven: false, at: instant("2026-11-23T10:00:00Z"))
        let record = DecisionRecord(decide(asked, ContactFacts(places: saoPaulo), rules: standardRules))
        #expect(DecisionRecord(text: record.text)?.requestKey == asked.key)
        for text in ["", "q1", "q2" + record.text.dropFirst(2), record.text + "\nX9\ta\t", record.text + "\n"] {
            #expect(DecisionRecord(text: text) == nil, "\(text)")
        }
    }
}
