import Domain
import Negotiation
import Testing

@Suite("Who somebody is makes no offer better or worse")
struct FairnessTests {
    /// Invented; nothing of it reaches the negotiation, and there is no parameter through which it could.
    struct Person {
        let name: String
        let gender: String
        let age: Int
        let state: String
        let document: Int64
        let debts: [NegotiableDebt]

        /// The whole way from a person to what the policy may see.
        func facts(like facts: NegotiationFacts) -> NegotiationFacts {
            NegotiationFacts(
                debts: debts, previousBreaks: facts.previousBreaks, segment: facts.segment, score: facts.score,
                means: facts.means, concededThisMonth: facts.concededThisMonth)
        }
    }

    private func person(_ facts: NegotiationFacts, _ random: inout SplitMix64) -> Person {
        let first = random.integer(1...1_000_000)
        return Person(
            name: random.pick(["Ana", "Zuleide", "João", "Kauê", "Ngozi", "Sr. Desembargador"]),
            gender: random.pick(["f", "m", "x"]), age: random.int(18...99),
            state: random.pick(["SP", "AC", "BA", "RS"]), document: random.integer(10_000_000_000...99_999_999_999),
            debts: facts.debts.enumerated().map { index, debt in
                NegotiableDebt(
                    id: DebtID(first + Int64(index)), product: debt.product, balance: debt.balance,
                    daysPastDue: debt.daysPastDue, isTimeBarred: debt.isTimeBarred)
            })
    }

    /// An offer without the numbers by which debts are told apart.
    private struct Deal: Hashable {
        let payments: [ScheduledPayment]
        let conceded: [Money]
        let reason: OfferReason
        let validUntil: CalendarDay
        let presentValue: Money
        let cost: CostOfCredit?

        init(_ offer: Offer) {
            payments = offer.terms.payments
            conceded = offer.terms.lines.map { $0.waivedCharges + $0.principalDiscount }
            reason = offer.reason
            validUntil = offer.validUntil
            presentValue = offer.presentValue
            cost = offer.cost
        }
    }

    @Test("people with the same facts get the same offers and the same answers")
    func permuted() {
        var random = SplitMix64(seed: 71)
        for _ in 0..<1_500 {
            guard let drawn = RandomCase(&random) else { continue }
            let wish = drawn.wish(&random)
            func deals(_ facts: NegotiationFacts) -> [Deal] {
                let offers = Negotiator.offers(for: facts, policy: drawn.policy, authority: .agent, day: drawn.day)
                let answer = Negotiator.respond(
                    to: wish, facts: facts, policy: drawn.policy, authority: .agent, day: drawn.day)
                return (offers + [answer.offer].compactMap { $0 }).map(Deal.init)
            }
            let expected = deals(drawn.facts)
            for _ in 0..<3 {
                let somebody = person(drawn.facts, &random)
                #expect(deals(somebody.facts(like: drawn.facts)) == expected, "\(somebody)")
            }
        }
    }

    @Test("in which order debts are told changes no amount and no day")
    func orderOfDebts() {
        var random = SplitMix64(seed: 72)
        for _ in 0..<1_500 {
            guard let drawn = RandomCase(&random), drawn.facts.debts.count > 1 else { continue }
            let turned = NegotiationFacts(
                debts: drawn.facts.debts.reversed(), previousBreaks: drawn.facts.previousBreaks,
                segment: drawn.facts.segment, score: drawn.facts.score, means: drawn.facts.means,
                concededThisMonth: drawn.facts.concededThisMonth)
            func payments(_ facts: NegotiationFacts) -> [[ScheduledPayment]] {
                Negotiator.offers(for: facts, policy: drawn.policy, authority: .supervisor, day: drawn.day)
                    .map(\.terms.payments)
            }
            #expect(payments(turned) == payments(drawn.facts))
        }
    }

    @Test("these are all the inputs there are")
    func inputs() {
        let facts = NegotiationFacts(debts: [])
        let names = Mirror(reflecting: facts).children.compactMap(\.label)
        #expect(names == ["debts", "previousBreaks", "segment", "score", "means", "concededThisMonth"])
        let debt = NegotiableDebt(
            id: DebtID(1), balance: BalanceComponents(principal: Money(cents: 1)), daysPastDue: 1)
        let parts = Mirror(reflecting: debt).children.compactMap(\.label)
        #expect(parts == ["id", "product", "balance", "daysPastDue", "isTimeBarred"])
    }
}
