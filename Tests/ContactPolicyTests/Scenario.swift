import ContactPolicy
import Domain

/// Random but reproducible questions to the gate, within the years of the holiday vectors.
struct Scenario {
    var chance: SplitMix64

    init(seed: UInt64) { chance = SplitMix64(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }
    mutating func oneIn(_ number: Int) -> Bool { below(number) == 0 }
    mutating func pick<Element>(_ values: [Element]) -> Element { values[below(values.count)] }

    mutating func moment() -> Timestamp {
        let start = instant("2024-02-01T00:00:00Z")
        return start.adding(minutes: Int64(below(5 * 365 * 1440))).adding(
            milliseconds: oneIn(3) ? Int64(below(60_000)) : 0)
    }

    mutating func places() -> [ContactPlace] {
        let zones = [Zone.brasilia, .amazon, .acre, .noronha]
        let count = pick([0, 1, 1, 1, 1, 2, 2, 3])
        return (0..<count).map { _ in
            ContactPlace(state: oneIn(15) ? nil : pick(FederativeUnit.allCases), zone: pick(zones))
        }
    }

    mutating func near(_ moment: Timestamp, days: Int) -> Timestamp {
        moment.adding(minutes: Int64(below(2 * days * 1440) - days * 1440))
    }

    mutating func before(_ moment: Timestamp, days: Int) -> Timestamp {
        moment.adding(minutes: -Int64(below(days * 1440)))
    }

    mutating func facts(around moment: Timestamp, restrictionOdds: Int = 6) -> ContactFacts {
        var facts = ContactFacts(places: places())
        let due = dueDay(around: moment)
        for _ in 0..<pick([0, 0, 1, 2, 3, 4, 8]) {
            facts.attempts.append(
                ContactAttempt(
                    at: before(moment, days: 12), channel: pick(Channel.allCases),
                    contactPoint: pick([phone, otherPhone]),
                    purpose: pick(ContactPurpose.all), dueDate: oneIn(2) ? due : nil, answered: oneIn(3)))
        }
        facts.earlierUnanswered = below(4)
        if oneIn(3) { facts.lastInboundAt = before(moment, days: 3) }
        if oneIn(4) { facts.lastConversationAt = before(moment, days: 9) }
        facts.followUpAgreed = oneIn(3)
        facts.restrictions = restrictions(around: moment, odds: restrictionOdds)
        return facts
    }

    mutating func dueDay(around moment: Timestamp) -> CalendarDay {
        Zone.brasilia.day(moment).adding(days: below(9) - 4)
    }

    mutating func stop(_ moment: Timestamp) -> Stop { Stop(since: before(moment, days: 3), acknowledged: oneIn(2)) }

    mutating func restrictions(around moment: Timestamp, odds: Int) -> ContactRestrictions {
        var known = ContactRestrictions()
        let today = Zone.brasilia.day(moment)
        if oneIn(odds) { known.optOuts = [ChannelStop(pick([.whatsapp, .sms]), stop(moment))] }
        if oneIn(odds) { known.wrongContactPoints = [ContactPointStop(pick([phone, otherPhone]), stop(moment))] }
        if oneIn(odds) { known.thirdPartyContactPoints = [pick([phone, otherPhone])] }
        if oneIn(odds * 2) { known.deceased = stop(moment) }
        if oneIn(odds) { known.disputeOpenSince = before(moment, days: 9) }
        if oneIn(odds) { known.paidClaimUntil = near(moment, days: 4) }
        if oneIn(odds) {
            known.promise = PromiseStanding(
                day: today.adding(days: below(9) - 4), means: pick([.pix, .boleto]), reminded: oneIn(2))
        }
        if oneIn(odds) { known.agreementInGoodStanding = true }
        if oneIn(odds) { known.hardshipUntil = near(moment, days: 10) }
        if oneIn(odds * 2) { known.crisis = stop(moment) }
        if oneIn(odds * 2) { known.representedByLawyer = true }
        if oneIn(odds * 2) { known.courtOrder = true }
        if oneIn(odds * 2) { known.registryEnrolledOn = today.adding(days: below(7) - 3) }
        if oneIn(odds * 2) { known.prescribedOn = today.adding(days: below(9) - 4) }
        if oneIn(odds) { known.refusedUntil = near(moment, days: 10) }
        if oneIn(odds) { known.humanOwner = true }
        return known
    }

    mutating func request(at moment: Timestamp) -> ContactRequest {
        ContactRequest(
            key: "k", creditor: CreditorID(1), debtor: debtor, contactPoint: phone,
            channel: pick([.whatsapp, .whatsapp, .sms, .email, .call, .letter]), purpose: pick(ContactPurpose.all),
            discloses: oneIn(3), identityProven: oneIn(2), asksForPayment: oneIn(2) ? nil : oneIn(2),
            isFreeForm: oneIn(4), dueDate: oneIn(2) ? dueDay(around: moment) : nil, at: moment)
    }
}
