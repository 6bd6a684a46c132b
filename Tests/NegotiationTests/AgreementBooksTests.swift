import Domain
import Negotiation
import Testing

@Suite("Agreements and the books say the same")
struct AgreementBooksTests {
    @Test("what is agreed is what the books want paid; broken, the debts are owed again less what was paid")
    func books() throws {
        var random = SplitMix64(seed: 61)
        var booked = 0
        for _ in 0..<1_500 {
            guard let drawn = RandomCase(&random) else { continue }
            let offers = Negotiator.offers(for: drawn.facts, policy: drawn.policy, authority: .agent, day: drawn.day)
            guard !offers.isEmpty else { continue }
            let offer = random.pick(offers)
            var ledger = Ledger()
            var now = Timestamp(seconds: 1_770_000_000)
            func record(_ event: LedgerEvent) throws {
                now = now.adding(seconds: 1)
                try ledger.record(event, at: now)
            }
            for line in offer.terms.lines {
                let balance = line.balance
                try record(.placed(line.debt, principal: balance.principal))
                try record(
                    .accrued(
                        line.debt,
                        AccruedCharges(
                            fine: balance.fine, interest: balance.interest, correction: balance.correction,
                            through: drawn.day)))
                #expect(line.concession.total == line.waivedCharges + line.principalDiscount)
            }
            let before = ledger.balances.owed
            #expect(before == offer.terms.balance)
            let agreement = AgreementID(1)
            try record(offer.terms.agreed(as: agreement))
            #expect(ledger.balances.owed == offer.total)
            let part = Money(cents: random.integer(1...offer.total.cents))
            try record(.paid(PaymentID(1), part, .agreement(agreement)))
            #expect(ledger.balances.owed == offer.total - part)
            booked += 1
            guard part < offer.total else { continue }
            let made = Agreement(proposing: offer, id: agreement, rules: BreakRules())
            try record(made.breakage)
            // Interest of the plan may have been paid beyond the debts themselves: that is owed back.
            #expect(ledger.balances.owed - ledger.owedBack == before - part)
            #expect(ledger.balances.isSound && ledger.balances.difference == .zero)
        }
        #expect(booked > 500)
    }

    @Test("waived parts are found by their sum, or go interest first")
    func concessions() {
        func line(_ waived: Int64) -> OfferLine {
            OfferLine(
                debt: DebtID(1),
                balance: BalanceComponents(
                    principal: Money(cents: 1_000), fine: Money(cents: 20), interest: Money(cents: 50),
                    correction: Money(cents: 7)), waivedCharges: Money(cents: waived),
                principalDiscount: Money(cents: 100), daysPastDue: 30)
        }
        func parts(_ waived: Int64) -> [Int64] {
            let concession = line(waived).concession
            return [concession.principal, concession.fine, concession.interest, concession.correction].map(\.cents)
        }
        #expect(parts(0) == [100, 0, 0, 0])
        #expect(parts(20) == [100, 20, 0, 0])
        #expect(parts(57) == [100, 0, 50, 7])
        #expect(parts(77) == [100, 20, 50, 7])
        #expect(parts(60) == [100, 10, 50, 0])
    }
}
