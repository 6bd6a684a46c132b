import Domain
import Foundation
import Negotiation
import Testing

@Suite("Whatever the policy and the facts, an offer stays inside them")
struct OfferPropertyTests {
    /// Policies drawn by chance, most of which are valid. `QUITA_OFFER_CASES` says how many; a million in a release build
    /// take a few minutes (`QUITA_OFFER_CASES=1000000 swift test -c release --filter OfferPropertyTests`).
    static let cases = Int(ProcessInfo.processInfo.environment["QUITA_OFFER_CASES"] ?? "") ?? 30_000

    @Test(
        "no offer and no answer to a wish breaks a rule, and every plan sums to the cent",
        arguments: [1, 2, 3] as [UInt64])
    func withinPolicy(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var checked = 0
        for _ in 0..<(OfferPropertyTests.cases / 3) {
            guard let drawn = RandomCase(&random) else { continue }
            let authority = random.pick(Authority.allCases)
            var offers = Negotiator.offers(
                for: drawn.facts, policy: drawn.policy, authority: authority, day: drawn.day)
            let response = Negotiator.respond(
                to: drawn.wish(&random), facts: drawn.facts, policy: drawn.policy, authority: authority, day: drawn.day)
            if let offer = response.offer { offers.append(offer) }
            if drawn.facts.negotiable.isEmpty { #expect(offers.isEmpty) }
            for offer in offers {
                checked += 1
                let problem = NaiveCheck.problem(offer.terms, drawn, authority)
                if let problem { throw Broken(what: "\(problem), seed \(seed): \(offer.terms)") }
                let audit = OfferAudit.violations(of: offer.terms, policy: drawn.policy, facts: drawn.facts)
                if !audit.isEmpty { throw Broken(what: "\(audit), seed \(seed): \(offer.terms)") }
            }
        }
        #expect(checked > OfferPropertyTests.cases / 3)
    }

    @Test("the same facts get the same offers, whatever else is true of the person")
    func deterministic() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<2_000 {
            guard let drawn = RandomCase(&random) else { continue }
            let wish = drawn.wish(&random)
            func all() -> ([Offer], WishResponse) {
                (
                    Negotiator.offers(for: drawn.facts, policy: drawn.policy, authority: .bot, day: drawn.day),
                    Negotiator.respond(
                        to: wish, facts: drawn.facts, policy: drawn.policy, authority: .bot, day: drawn.day)
                )
            }
            let (first, second) = (all(), all())
            #expect(first.0 == second.0)
            #expect(first.1 == second.1)
        }
    }

    @Test("stored terms become an offer again on the same day, and lapse after their last day")
    func revalidation() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<3_000 {
            guard let drawn = RandomCase(&random) else { continue }
            for offer in Negotiator.offers(for: drawn.facts, policy: drawn.policy, authority: .agent, day: drawn.day) {
                let again = Offer.revalidated(offer.terms, policy: drawn.policy, facts: drawn.facts, day: drawn.day)
                #expect(again.offer == offer)
                let late = offer.validUntil.adding(days: 1)
                let lapsed = Offer.revalidated(offer.terms, policy: drawn.policy, facts: drawn.facts, day: late)
                #expect(lapsed.offer == nil)
            }
        }
    }

    @Test("more authority never costs the debtor more")
    func authorityIsMonotone() {
        var random = SplitMix64(seed: 9)
        for _ in 0..<3_000 {
            guard let drawn = RandomCase(&random), !drawn.facts.negotiable.isEmpty else { continue }
            let wish = Wish(total: Money(cents: 1))
            let totals = Authority.allCases.compactMap { authority in
                Negotiator.respond(
                    to: wish, facts: drawn.facts, policy: drawn.policy, authority: authority, day: drawn.day
                ).offer?.total
            }
            #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }
}

/// The first offer that breaks a rule ends the search.
struct Broken: Error { let what: String }

/// The policy once more, written the slow and obvious way, without the room's own arithmetic.
enum NaiveCheck {
    static func problem(_ terms: OfferTerms, _ drawn: RandomCase, _ authority: Authority) -> String? {
        let debts = drawn.facts.debts.filter { !$0.isTimeBarred && $0.balance.total.cents > 0 }
        guard debts.map(\.id) == terms.lines.map(\.debt) else { return "other debts" }
        let exhausted = drawn.facts.previousBreaks > drawn.policy.onBreak.renegotiationsMax
        let margin = authority == .bot ? Percentage.zero : drawn.policy.authority[authority]
        var counts: [Int] = []
        for (debt, line) in zip(debts, terms.lines) {
            let rule = exhausted ? nil : drawn.policy.rules.first { holds($0.when, debt, drawn.facts) }
            let isCash = terms.kind == .cash
            if !isCash, rule?.installments == nil { return "plan without a rule" }
            let waive = isCash ? rule?.cash?.waive ?? [] : rule?.installments?.waive ?? []
            let discount = isCash ? rule?.cash?.principalDiscount : rule?.installments?.principalDiscount
            let given = isCash ? rule?.cash != nil : true
            let allowed = (discount?.micros ?? 0) + (given ? margin.micros : 0)
            // discount ≤ principal × allowed %, both sides multiplied out.
            if Int128(line.principalDiscount.cents) * 100_000_000 > Int128(debt.balance.principal.cents)
                * Int128(allowed)
            {
                return "discount over \(allowed)"
            }
            let waivable = waive.map { debt.balance[$0].cents }.reduce(0, +)
            if line.waivedCharges.cents > waivable { return "waived too much" }
            if let plan = rule?.installments, !isCash {
                counts.append(plan.countMax)
                if terms.installments.contains(where: { $0.amount < plan.installmentMin }) {
                    return "under the minimum"
                }
                if !plan.dueDays.isEmpty, terms.installments.contains(where: { !plan.dueDays.contains($0.due.day) }) {
                    return "on a day that is not offered"
                }
            }
        }
        if let budget = drawn.policy.monthlyBudget {
            let conceded = terms.lines.map { $0.waivedCharges.cents + $0.principalDiscount.cents }.reduce(0, +)
            let left = budget.cents - (drawn.facts.concededThisMonth?.cents ?? 0)
            if conceded > max(0, left) { return "over the budget" }
        }
        if let means = drawn.facts.means, terms.kind == .plan {
            let rules = drawn.policy.affordability
            let left = means.income.cents - means.commitments.cents
            for payment in terms.installments {
                if left - payment.amount.cents < rules.existentialMinimum.cents {
                    return "takes the minimum to live on"
                }
                let taken = Int128(payment.amount.cents + means.commitments.cents) * 100_000_000
                if taken > Int128(means.income.cents) * Int128(rules.incomeShareMax.micros) {
                    return "too much of income"
                }
            }
        }
        let payments = terms.payments.map(\.amount.cents)
        if payments.contains(where: { $0 <= 0 }) { return "nothing to pay" }
        let owed = terms.lines.map(\.negotiated.cents).reduce(0, +) + terms.payments.map(\.interest.cents).reduce(0, +)
        if payments.reduce(0, +) != owed { return "does not sum" }
        if let most = counts.min(), terms.installments.count > most { return "too many" }
        if terms.payments.contains(where: { $0.due < drawn.day }) { return "due in the past" }
        if zip(terms.payments, terms.payments.dropFirst()).contains(where: { $0.due > $1.due }) { return "order" }
        return terms.policyVersion == drawn.policy.version && terms.authority == authority ? nil : "labels"
    }

    private static func holds(_ when: OfferCondition, _ debt: NegotiableDebt, _ facts: NegotiationFacts) -> Bool {
        if let from = when.daysPastDueFrom, debt.daysPastDue < from { return false }
        if let through = when.daysPastDueThrough, debt.daysPastDue > through { return false }
        if let from = when.balanceFrom, debt.balance.total < from { return false }
        if let through = when.balanceThrough, debt.balance.total > through { return false }
        if !when.products.isEmpty, !when.products.contains(debt.product ?? "") { return false }
        if !when.segments.isEmpty, !when.segments.contains(facts.segment ?? "") { return false }
        if let most = when.previousBreaksMax, facts.previousBreaks > most { return false }
        if let least = when.previousBreaksMin, facts.previousBreaks < least { return false }
        if let from = when.scoreFrom, (facts.score ?? -1) < from { return false }
        if let through = when.scoreThrough, (facts.score ?? Int.max) > through { return false }
        return true
    }
}
