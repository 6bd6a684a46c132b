import Domain
import Testing

@Suite("Whatever happens, the books balance")
struct LedgerPropertyTests {
    @Test(
        "every entry sums to zero, nothing is negative, and a replay says the same",
        arguments: 1...40 as ClosedRange<UInt64>)
    func randomLives(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var ledger = Ledger(imputation: Bool.random(using: &random) ? .legal : .principalFirst)
        var booked: [(at: Timestamp, event: LedgerEvent)] = []
        var now = Timestamp(seconds: 1_770_000_000)
        var kinds: Set<String> = []
        var checkpoints: [(Timestamp, LedgerBalances)] = []
        for _ in 0..<1_000 {
            now = now.adding(seconds: Int64.random(in: 1...90_000, using: &random))
            let event = randomEvent(ledger, &random)
            let before = ledger
            do throws(LedgerError) {
                try ledger.record(event, at: now)
            } catch {
                #expect(ledger == before)
                continue
            }
            booked.append((now, event))
            kinds.insert(String("\(event)".prefix { $0 != "(" }))
            let entry = try #require(ledger.entries.last)
            #expect(entry.postings.map(\.amount).sum() == .zero, "\(event)")
            #expect(ledger.balances.isSound, "\(event), seed \(seed)")
            if booked.count % 25 == 0 { checkpoints.append((now, ledger.balances)) }
            check(event, before, ledger)
        }
        #expect(kinds.count >= 14, "\(kinds)")
        let replayed = try Ledger(replaying: booked, imputation: ledger.imputation)
        #expect(replayed == ledger)
        #expect(Ledger(restoring: ledger.entries, imputation: ledger.imputation) == ledger)
        #expect(LedgerBalances(ledger.entries.flatMap(\.postings)) == ledger.balances)
        for (instant, balances) in checkpoints { #expect(ledger.balances(at: instant) == balances) }
        #expect(ledger.balances.difference == .zero)
    }

    /// What an event must have done, said without the ledger's own arithmetic.
    private func check(_ event: LedgerEvent, _ before: Ledger, _ after: Ledger) {
        let owed = after.balances.owed - before.balances.owed
        let back = after.owedBack - before.owedBack
        switch event {
        case .paid(_, let amount, _): #expect(back - owed == amount)
        case .assigned: #expect(back == owed)
        case .released: #expect(before.balances[.cash] - after.balances[.cash] == owed - back)
        case .refundRequested(_, let amount): #expect(owed - back == amount)
        case .refundConfirmed, .contested, .contestRejected: #expect(owed == .zero && back == .zero)
        case .refundFailed(_, let amount): #expect(owed == .zero && back == amount)
        case .placed(_, let amount): #expect(owed == amount)
        case .corrected(_, let change): #expect(owed - back == change)
        case .accrued(_, let charges): #expect(owed == charges.total)
        case .discounted(_, let concession): #expect(owed == -concession.total)
        case .agreed(_, let debts, let interest):
            #expect(owed == interest - debts.map(\.concession.total).sum())
        case .broken(let agreement, _): #expect(after.balances.owed(.agreement(agreement)) == .zero)
        default: break
        }
    }

    /// Something that may happen, and now and then something that may not.
    private func randomEvent(_ ledger: Ledger, _ random: inout SplitMix64) -> LedgerEvent {
        let debt = DebtID(Int64.random(in: 1...4, using: &random))
        let agreement = AgreementID(Int64.random(in: 1...12, using: &random))
        let payment = PaymentID(Int64.random(in: 1...40, using: &random))
        let amount = Money(cents: Int64.random(in: 1...20_000, using: &random))
        let day = CalendarDay(number: 20_000).adding(days: ledger.entries.count)
        func some(_ most: Money) -> Money {
            most <= .zero ? .zero : Money(cents: Int64.random(in: 0...most.cents, using: &random))
        }
        func concession() -> Concession {
            Concession(
                principal: some(ledger.balances[.principal, .debt(debt)]),
                fine: some(ledger.balances[.fine, .debt(debt)]),
                interest: some(ledger.balances[.interest, .debt(debt)]))
        }
        let target: PaymentTarget =
            switch Int.random(in: 0...5, using: &random) {
            case 0: .unknown
            case 1, 2: .agreement(agreement)
            default: .debts([debt, DebtID(debt.rawValue % 4 + 1)])
            }
        switch Int.random(in: 0...17, using: &random) {
        case 0: return .placed(debt, principal: amount * 20)
        case 1: return .corrected(debt, by: Bool.random(using: &random) ? amount : -amount)
        case 2, 3:
            return .accrued(
                debt, AccruedCharges(fine: some(amount), interest: some(amount), correction: some(amount), through: day)
            )
        case 4: return .discounted(debt, concession())
        case 5: return .writtenOff(debt)
        case 6: return .writeOffReversed(debt)
        case 7, 8: return .paid(payment, amount, target)
        case 9: return .assigned(payment, target)
        case 10: return .refundRequested(payment, amount)
        case 11: return .refundConfirmed(payment, some(ledger.balances[.refunds, payment]))
        case 12: return .refundFailed(payment, some(ledger.balances[.refunds, payment]))
        case 13: return .contested(payment, some(ledger.balances[.cash, payment]))
        case 14: return Bool.random(using: &random) ? .contestUpheld(payment) : .contestRejected(payment)
        case 15: return .agreed(agreement, [AgreedDebt(debt: debt, concession: concession())], interest: some(amount))
        case 16: return .agreementAccrued(agreement, amount)
        default: return .broken(agreement, keepsDiscount: Bool.random(using: &random))
        }
    }
}
