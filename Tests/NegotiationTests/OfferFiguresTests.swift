import Domain
import Negotiation
import Testing

@Suite("What an offer says of itself")
struct OfferFiguresTests {
    static let day = CalendarDay(number: 20_454)
    static let facts = NegotiationFacts(debts: [
        NegotiableDebt(
            id: DebtID(7),
            balance: BalanceComponents(
                principal: Money(cents: 1_200_00), fine: Money(cents: 24_00), interest: Money(cents: 16_00)),
            daysPastDue: 40)
    ])

    static func policy(
        interest: Percentage = .zero, dueDays: Set<Int> = [], budget: Money? = nil, discount: Int = 10
    ) throws -> NegotiationPolicy {
        try NegotiationPolicy(
            version: "v1",
            rules: [
                OfferRule(
                    when: OfferCondition(daysPastDueFrom: 1),
                    cash: CashTerms(waive: [.fine, .interest], principalDiscount: Percentage(discount)),
                    installments: InstallmentTerms(
                        countMax: 12, installmentMin: Money(cents: 50_00), interestPerMonth: interest,
                        dueDays: dueDays))
            ], authority: AuthorityMargins(agent: Percentage(5), supervisor: Percentage(15)), monthlyBudget: budget)
    }

    private func offers(_ policy: NegotiationPolicy, _ facts: NegotiationFacts = facts) -> [Offer] {
        Negotiator.offers(for: facts, policy: policy, authority: .bot, day: OfferFiguresTests.day)
    }

    private func respond(
        _ wish: Wish, _ policy: NegotiationPolicy, _ facts: NegotiationFacts = facts, _ authority: Authority = .bot
    ) -> WishResponse {
        Negotiator.respond(to: wish, facts: facts, policy: policy, authority: authority, day: OfferFiguresTests.day)
    }

    @Test("a plan without interest has no cost; one with interest has a cost near its rate")
    func cost() throws {
        #expect(offers(try OfferFiguresTests.policy()).allSatisfy { $0.cost == nil })
        let plans = offers(try OfferFiguresTests.policy(interest: Percentage(2))).filter { $0.kind == .plan }
        #expect(plans.count == 2)
        for plan in plans {
            let cost = try #require(plan.cost)
            // 2 % a month for 365 days is 27.2 %; months of 28 to 31 days move it a little.
            #expect(cost.annual > Percentage(26) && cost.annual < Percentage(28))
            #expect(cost.monthly > Percentage("1.95") ?? .zero && cost.monthly < Percentage("2.06") ?? .zero)
        }
    }

    @Test("the cheapest stands first; of equally cheap ones the one that is worth more")
    func order() throws {
        let policy = try OfferFiguresTests.policy()
        let found = offers(policy)
        #expect(found.map(\.kind) == [.cash, .plan, .plan])
        #expect(found[1].total == found[2].total && found[1].presentValue > found[2].presentValue)
        #expect(found.allSatisfy { $0.presentValue <= $0.total })
        var random = SplitMix64(seed: 4)
        for _ in 0..<2_000 {
            guard let drawn = RandomCase(&random) else { continue }
            let offers = Negotiator.offers(for: drawn.facts, policy: drawn.policy, authority: .agent, day: drawn.day)
            for (left, right) in zip(offers, offers.dropFirst()) {
                #expect(!right.isBetter(than: left))
                #expect(left.total <= right.total)
            }
        }
    }

    @Test("a signature is that of these very terms")
    func signature() throws {
        let found = offers(try OfferFiguresTests.policy(interest: Percentage(2)))
        // Not a real code: the room knows none.
        func code(_ bytes: [UInt8]) -> [UInt8] {
            bytes.reduce(into: [UInt8](repeating: 7, count: 16)) { state, byte in
                state = state.enumerated().map { ($1 &* 31) ^ byte &+ UInt8($0) }
            }
        }
        #expect(Set(found.map(\.terms.fingerprint)).count == found.count)
        #expect(found.allSatisfy { $0.terms.fingerprint.count == 32 })
        for offer in found {
            let terms = offer.terms
            let signature = terms.signature(by: code)
            #expect(signature.count == 32 && terms.isSigned(signature, by: code))
            #expect(!terms.isSigned(String(signature.dropLast()), by: code) && !terms.isSigned("", by: code))
            let forged = OfferTerms(
                kind: terms.kind, lines: terms.lines, downPayment: terms.downPayment,
                installments: terms.installments, interestPerMonth: terms.interestPerMonth,
                calculatedOn: terms.calculatedOn, validUntil: terms.validUntil.adding(days: 1),
                policyVersion: terms.policyVersion, authority: terms.authority, reason: terms.reason)
            #expect(!forged.isSigned(signature, by: code) && forged.fingerprint != terms.fingerprint)
            // Why it was said is not what binds.
            let renamed = OfferTerms(
                kind: terms.kind, lines: terms.lines, downPayment: terms.downPayment,
                installments: terms.installments, interestPerMonth: terms.interestPerMonth,
                calculatedOn: terms.calculatedOn, validUntil: terms.validUntil, policyVersion: terms.policyVersion,
                authority: terms.authority, reason: .asWished)
            #expect(renamed.fingerprint == terms.fingerprint)
        }
    }

    @Test("nobody is offered an installment that takes what they live on")
    func means() throws {
        let policy = try OfferFiguresTests.policy()
        func with(_ income: Int64, _ commitments: Int64 = 0) -> NegotiationFacts {
            NegotiationFacts(
                debts: OfferFiguresTests.facts.debts,
                means: StatedMeans(income: Money(cents: income), commitments: Money(cents: commitments)))
        }
        // R$ 800 leave R$ 200 above the minimum; 30 % of them are R$ 240.
        let offers = offers(policy, with(800_00))
        #expect(offers.contains { $0.kind == .plan })
        for plan in offers where plan.kind == .plan {
            #expect(plan.installments.allSatisfy { $0.amount <= Money(cents: 200_00) })
        }
        let short = respond(Wish(installments: 3), policy, with(800_00))
        guard case .nearest(let offer, let why) = short else {
            Issue.record("\(short)")
            return
        }
        #expect(why == [.beyondMeans])
        #expect(offer.installments.count == 7)
        // With R$ 650 even twelve installments are too much: paid at once, perhaps by family, or nothing.
        let poor = respond(Wish(monthly: Money(cents: 100_00)), policy, with(650_00))
        guard case .nearest(let cash, let obstacles) = poor else {
            Issue.record("\(poor)")
            return
        }
        #expect(cash.kind == .cash && obstacles.contains(.beyondMeans))
        #expect(AffordabilityRules().installmentMax(StatedMeans(income: Money(cents: 500_00))) == .zero)
        let indebted = StatedMeans(income: Money(cents: 3_000_00), commitments: Money(cents: 700_00))
        #expect(AffordabilityRules().installmentMax(indebted) == Money(cents: 200_00))
    }

    @Test("the month's budget is never exceeded, and what was offered in time is kept")
    func budget() throws {
        let policy = try OfferFiguresTests.policy(budget: Money(cents: 100_00))
        func spent(_ cents: Int64) -> NegotiationFacts {
            NegotiationFacts(debts: OfferFiguresTests.facts.debts, concededThisMonth: Money(cents: cents))
        }
        let early = try #require(offers(policy, spent(0)).first)
        #expect(early.saving == Money(cents: 100_00))
        #expect(early.waivedCharges == Money(cents: 40_00))
        #expect(try #require(offers(policy, spent(70_00)).first).saving == Money(cents: 30_00))
        let none = try #require(offers(policy, spent(100_00)).first)
        #expect(none.saving == .zero && none.reason == .fullBalance)
        let standing = Offer.revalidated(early.terms, policy: policy, facts: spent(100_00), day: OfferFiguresTests.day)
        #expect(standing.offer == early)
    }

    @Test("due days are those that the creditor offers, the nearest to the wish")
    func dueDays() throws {
        let policy = try OfferFiguresTests.policy(dueDays: [5, 20])
        #expect(OfferFiguresTests.day.iso == "2026-01-01")
        let twentieth = respond(Wish(installments: 4, dayOfMonth: 20), policy)
        guard case .acceptable(let offer) = twentieth else {
            Issue.record("\(twentieth)")
            return
        }
        #expect(offer.installments.map(\.due.iso) == ["2026-01-20", "2026-02-20", "2026-03-20", "2026-04-20"])
        let tenth = respond(Wish(installments: 4, dayOfMonth: 10), policy)
        guard case .nearest(let other, let why) = tenth else {
            Issue.record("\(tenth)")
            return
        }
        #expect(why == [.dayNotOffered] && other.installments.allSatisfy { [5, 20].contains($0.due.day) })
    }

    @Test("the least authority that may say yes is named")
    func leastAuthority() throws {
        let policy = try OfferFiguresTests.policy()
        func least(_ cents: Int64) -> Authority? {
            Negotiator.leastAuthority(
                accepting: Wish(total: Money(cents: cents)), facts: OfferFiguresTests.facts, policy: policy,
                day: OfferFiguresTests.day)
        }
        #expect(least(1_080_00) == .bot)
        #expect(least(1_020_00) == .agent)
        #expect(least(900_00) == .supervisor)
        #expect(least(899_99) == nil)
    }

    @Test("whatever was offered can be wished for, in the debtor's own words")
    func wishesForOffers() {
        var random = SplitMix64(seed: 90)
        var wished = 0
        for _ in 0..<4_000 {
            guard let drawn = RandomCase(&random) else { continue }
            let offers = Negotiator.offers(for: drawn.facts, policy: drawn.policy, authority: .bot, day: drawn.day)
            for offer in offers {
                let largest = offer.installments.map(\.amount).max() ?? .zero
                let wishes: [Wish] =
                    offer.kind == .cash
                    ? [Wish(total: offer.total), Wish(total: offer.total, firstDue: offer.firstPayment?.due)]
                    : [
                        Wish(monthly: largest), Wish(installments: offer.installments.count),
                        Wish(monthly: largest, installments: offer.installments.count),
                        Wish(monthly: largest, firstDue: offer.firstPayment?.due),
                    ]
                for wish in wishes where offer.kind == .cash || offer.installments.count > 1 {
                    let answer = Negotiator.respond(
                        to: wish, facts: drawn.facts, policy: drawn.policy, authority: .bot, day: drawn.day)
                    guard case .acceptable(let found) = answer else {
                        Issue.record("\(wish) for \(offer.terms): \(answer)")
                        return
                    }
                    wished += 1
                    #expect(wish.total.map { found.total <= $0 } ?? true)
                    #expect(wish.monthly.map { most in found.installments.allSatisfy { $0.amount <= most } } ?? true)
                }
            }
        }
        #expect(wished > 5_000)
    }

    @Test("a yes to a wish is a yes to all of it")
    func honestYes() {
        var random = SplitMix64(seed: 91)
        var accepted = 0
        for _ in 0..<12_000 {
            guard let drawn = RandomCase(&random) else { continue }
            let wish = drawn.wish(&random)
            let answer = Negotiator.respond(
                to: wish, facts: drawn.facts, policy: drawn.policy, authority: .supervisor, day: drawn.day)
            guard case .acceptable(let offer) = answer else { continue }
            accepted += 1
            var broken: [String] = []
            let isPlan = offer.kind == .plan
            if let total = wish.total, offer.total > total { broken.append("total") }
            if isPlan, let most = wish.monthly, offer.installments.contains(where: { $0.amount > most }) {
                broken.append("monthly")
            }
            if isPlan, let count = wish.installments, count > 1, offer.installments.count != count {
                broken.append("count")
            }
            if isPlan, let down = wish.down, offer.downPayment?.amount != down { broken.append("down") }
            if let due = wish.firstDue, let first = offer.firstPayment, first.due < due { broken.append("date") }
            if isPlan, let day = wish.dayOfMonth, (1...31).contains(day), let first = offer.installments.first?.due,
                first.day != min(day, first.lastOfMonth.day)
            {
                broken.append("day of the month")
            }
            if !broken.isEmpty {
                Issue.record("\(broken) in \(offer.terms) for \(wish)")
                return
            }
        }
        #expect(accepted > 1_000)
    }
}
