import Domain
import Negotiation
import Testing

@Suite("A wish gets itself, the nearest thing, or an honest no")
struct WishTests {
    static let day = CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0)

    /// D+31 to D+90: 15 % off the principal and no charges at once; up to 12 parts of at least R$ 50,00, 10 % down.
    static func policy(agent: Int = 5) throws -> NegotiationPolicy {
        try NegotiationPolicy(
            version: "2026-11",
            rules: [
                OfferRule(
                    when: OfferCondition(daysPastDueFrom: 31, daysPastDueThrough: 90),
                    cash: CashTerms(waive: [.fine, .interest], principalDiscount: Percentage(15), dueWithinDays: 5),
                    installments: InstallmentTerms(
                        countMax: 12, installmentMin: Money(cents: 5_000), down: .share(Percentage(10))))
            ],
            authority: AuthorityMargins(agent: Percentage(agent), supervisor: Percentage(15)))
    }

    /// R$ 1.000,00 of principal, R$ 20,00 fine, R$ 15,00 interest, 45 days late.
    static let facts = NegotiationFacts(debts: [
        NegotiableDebt(
            id: DebtID(1), product: "Crediário",
            balance: BalanceComponents(
                principal: Money(cents: 100_000), fine: Money(cents: 2_000), interest: Money(cents: 1_500)),
            daysPastDue: 45)
    ])

    static func respond(_ wish: Wish, _ authority: Authority = .bot) throws -> WishResponse {
        Negotiator.respond(to: wish, facts: facts, policy: try policy(), authority: authority, day: day)
    }

    @Test("unasked: at once with the discount, then a middle plan, then the longest")
    func listed() throws {
        let offers = Negotiator.offers(
            for: WishTests.facts, policy: try WishTests.policy(), authority: .bot, day: WishTests.day)
        #expect(offers.map(\.total.cents) == [85_000, 103_500, 103_500])
        #expect(offers.map(\.installments.count) == [1, 6, 12])
        #expect(offers.map(\.reason) == [.cashDiscount, .shorterPlan, .smallestInstallments])
        #expect(offers[1].downPayment?.amount.cents == 10_350)
        #expect(offers[1].installments.map(\.amount.cents) == [15_525, 15_525, 15_525, 15_525, 15_525, 15_525])
        #expect(offers[0].terms.discountShare == Percentage(15))
        #expect(offers[0].saving.cents == 18_500)
    }

    @Test("more than the listed total is never taken: the debtor gets the better one")
    func betterThanWished() throws {
        guard case .acceptable(let offer) = try WishTests.respond(Wish(total: Money(cents: 95_000))) else {
            Issue.record("not accepted")
            return
        }
        #expect(offer.total.cents == 85_000)
    }

    @Test("under the least, the bot names the least; an agent may go lower, by the margin and no further")
    func tooLow() throws {
        let wish = Wish(total: Money(cents: 82_000))
        guard case .nearest(let offer, let why) = try WishTests.respond(wish) else {
            Issue.record("not the nearest")
            return
        }
        #expect(offer.total.cents == 85_000)
        #expect(why == [.totalTooLow])
        guard case .acceptable(let agents) = try WishTests.respond(wish, .agent) else {
            Issue.record("the agent may not")
            return
        }
        #expect(agents.total.cents == 82_000)
        #expect(try WishTests.respond(Wish(total: Money(cents: 10_000)), .agent).offer?.total.cents == 80_000)
        #expect(try WishTests.respond(Wish(total: Money(cents: 10_000)), .supervisor).offer?.total.cents == 70_000)
    }

    @Test("150 a month gets the shortest plan that keeps under it")
    func monthly() throws {
        guard case .acceptable(let offer) = try WishTests.respond(Wish(monthly: Money(cents: 15_000))) else {
            Issue.record("not accepted")
            return
        }
        #expect(offer.installments.count == 7)
        #expect(offer.installments.allSatisfy { $0.amount.cents <= 15_000 })
    }

    @Test("60 a month is too little: the longest plan is the nearest")
    func monthlyTooSmall() throws {
        guard case .nearest(let offer, let why) = try WishTests.respond(Wish(monthly: Money(cents: 6_000))) else {
            Issue.record("not the nearest")
            return
        }
        #expect(offer.installments.count == 12)
        #expect(why == [.installmentTooSmall])
    }

    @Test("24 parts are too many: twelve are offered")
    func tooMany() throws {
        guard case .nearest(let offer, let why) = try WishTests.respond(Wish(installments: 24)) else {
            Issue.record("not the nearest")
            return
        }
        #expect(offer.installments.count == 12)
        #expect(why == [.tooManyInstallments])
    }

    @Test("3x is 3x, with the least down payment and the wished day of the month")
    func threeParts() throws {
        let wish = Wish(installments: 3, dayOfMonth: 10)
        guard case .acceptable(let offer) = try WishTests.respond(wish) else {
            Issue.record("not accepted")
            return
        }
        #expect(offer.installments.map(\.due.iso) == ["2026-12-10", "2027-01-10", "2027-02-10"])
        #expect(offer.downPayment?.due.iso == "2026-11-26")
    }

    @Test("a larger down payment is welcome, a smaller one is not enough")
    func down() throws {
        let generous = try WishTests.respond(Wish(installments: 5, down: Money(cents: 30_000)))
        #expect(generous.offer?.downPayment?.amount.cents == 30_000)
        guard case .nearest(let offer, let why) = try WishTests.respond(Wish(installments: 5, down: Money(cents: 100)))
        else {
            Issue.record("not the nearest")
            return
        }
        #expect(offer.downPayment?.amount.cents == 10_350)
        #expect(why == [.downPaymentTooSmall])
    }

    @Test("a date beyond the limit is answered with the last possible day")
    func dates() throws {
        let near = WishTests.day.adding(days: 3)
        guard case .acceptable(let soon) = try WishTests.respond(Wish(firstDue: near)) else {
            Issue.record("not accepted")
            return
        }
        #expect(soon.firstPayment?.due == near)
        guard case .nearest(let offer, let why) = try WishTests.respond(Wish(firstDue: WishTests.day.adding(days: 20)))
        else {
            Issue.record("not the nearest")
            return
        }
        #expect(offer.firstPayment?.due == WishTests.day.adding(days: 5))
        #expect(why == [.dateTooFar])
    }

    @Test("a time-barred debt is not offered at all")
    func timeBarred() throws {
        let barred = NegotiationFacts(debts: [
            NegotiableDebt(
                id: DebtID(1), balance: BalanceComponents(principal: Money(cents: 100_000)), daysPastDue: 2_000,
                isTimeBarred: true)
        ])
        let policy = try WishTests.policy()
        #expect(Negotiator.offers(for: barred, policy: policy, authority: .manager, day: WishTests.day).isEmpty)
        let answer = Negotiator.respond(
            to: Wish(total: Money(cents: 1)), facts: barred, policy: policy, authority: .bot, day: WishTests.day)
        #expect(answer == .none(why: .nothingOwed))
    }

    @Test("after too many broken agreements only the whole balance is offered")
    func broken() throws {
        let facts = NegotiationFacts(debts: WishTests.facts.debts, previousBreaks: 3)
        let offers = Negotiator.offers(
            for: facts, policy: try WishTests.policy(), authority: .bot, day: WishTests.day)
        #expect(offers.map(\.total.cents) == [103_500])
        #expect(offers.map(\.reason) == [.fullBalance])
    }

    @Test("a payment in between, another policy version or tampered terms are not an offer any more")
    func revalidation() throws {
        let policy = try WishTests.policy()
        let offer = try #require(
            Negotiator.offers(for: WishTests.facts, policy: policy, authority: .bot, day: WishTests.day).first)
        let grown = NegotiationFacts(debts: [
            NegotiableDebt(
                id: DebtID(1), product: "Crediário",
                balance: BalanceComponents(
                    principal: Money(cents: 100_000), fine: Money(cents: 2_000), interest: Money(cents: 1_567)),
                daysPastDue: 47)
        ])
        let later = WishTests.day.adding(days: 2)
        #expect(Offer.revalidated(offer.terms, policy: policy, facts: grown, day: later).offer == offer)
        let paid = NegotiationFacts(debts: [
            NegotiableDebt(
                id: DebtID(1), balance: BalanceComponents(principal: Money(cents: 60_000)), daysPastDue: 47)
        ])
        #expect(Offer.revalidated(offer.terms, policy: policy, facts: paid, day: later).offer == nil)
        let other = try NegotiationPolicy(version: "2026-12", rules: policy.rules)
        #expect(Offer.revalidated(offer.terms, policy: other, facts: grown, day: later).offer == nil)
        let line = offer.terms.lines[0]
        let forged = OfferTerms(
            kind: .cash,
            lines: [
                OfferLine(
                    debt: line.debt, balance: line.balance, waivedCharges: line.waivedCharges,
                    principalDiscount: Money(cents: 90_000), daysPastDue: line.daysPastDue)
            ], downPayment: nil, installments: [ScheduledPayment(number: 1, due: later, amount: Money(cents: 10_000))],
            interestPerMonth: .zero, calculatedOn: offer.terms.calculatedOn, validUntil: offer.validUntil,
            policyVersion: offer.policyVersion, authority: .bot, reason: .cashDiscount)
        let verdict = Offer.revalidated(forged, policy: policy, facts: grown, day: later)
        #expect(verdict == .lapsed([.totalTooLow]))
    }
}
