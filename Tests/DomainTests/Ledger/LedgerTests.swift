import Domain
import Testing

@Suite("The books on one debtor")
struct LedgerTests {
    let debt = DebtID(1)
    let other = DebtID(2)
    let agreement = AgreementID(9)
    let day = CalendarDay(number: 20_500)

    private func at(_ hour: Int64) -> Timestamp { Timestamp(seconds: 1_770_000_000).adding(hours: hour) }
    private func money(_ cents: Int64) -> Money { Money(cents: cents) }

    /// R$ 100,00 with R$ 2,00 of fine and R$ 1,00 of interest.
    private func placed(imputation: Imputation = .legal) throws -> Ledger {
        var ledger = Ledger(imputation: imputation)
        try ledger.record(.placed(debt, principal: money(100_00)), at: at(0))
        let charges = AccruedCharges(fine: money(2_00), interest: money(1_00), through: day)
        try ledger.record(.accrued(debt, charges), at: at(1))
        return ledger
    }

    private func parts(_ ledger: Ledger, _ debt: DebtID) -> [Int64] {
        LedgerAccount.receivable.map { ledger.balances[$0, .debt(debt)].cents }
    }

    private func refusal(_ ledger: Ledger, _ event: LedgerEvent) -> LedgerError? {
        var copy = ledger
        do throws(LedgerError) {
            try copy.record(event, at: at(100))
            return nil
        } catch {
            #expect(copy == ledger, "a refused event leaves the books as they were")
            return error
        }
    }

    @Test("a partial payment settles interest, then the fine, then the principal (CC art. 354)")
    func legalOrder() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(1_50), .debts([debt])), at: at(2))
        #expect(parts(ledger, debt) == [100_00, 1_50, 0, 0])
        try ledger.record(.paid(PaymentID(2), money(51_50), .debts([debt])), at: at(3))
        #expect(parts(ledger, debt) == [50_00, 0, 0, 0])
        #expect(ledger.balances[.cash] == money(53_00))
    }

    @Test("a contract may want the principal settled first")
    func contractOrder() throws {
        var ledger = try placed(imputation: .principalFirst)
        try ledger.record(.paid(PaymentID(1), money(60_00), .debts([debt])), at: at(2))
        #expect(parts(ledger, debt) == [40_00, 2_00, 1_00, 0])
        #expect(Imputation(order: [.principal, .fine, .interest]) == nil)
        #expect(Imputation(order: [.principal, .principal, .interest, .fine]) == nil)
        #expect(Imputation(order: [.fine, .principal, .correction, .interest]) != nil)
    }

    @Test("what is paid too much is owed back, and can settle another debt")
    func overpayment() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(120_00), .debts([debt])), at: at(2))
        #expect(ledger.balances.owed == .zero)
        #expect(ledger.owedBack == money(17_00))
        try ledger.record(.placed(other, principal: money(10_00)), at: at(3))
        try ledger.record(.assigned(PaymentID(1), .debts([other])), at: at(4))
        #expect(ledger.balances.owed == .zero)
        #expect(ledger.owedBack == money(7_00))
        #expect(refusal(ledger, .assigned(PaymentID(1), .unknown)) != nil)
    }

    @Test("a payment that matches nothing waits until a person knows")
    func unmatched() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(103_00), .unknown), at: at(2))
        #expect(ledger.balances[.unmatched] == money(103_00))
        #expect(ledger.balances.owed == money(103_00))
        try ledger.record(.assigned(PaymentID(1), .debts([debt])), at: at(3))
        #expect(ledger.balances.owed == .zero && ledger.owedBack == .zero)
        #expect(refusal(ledger, .paid(PaymentID(1), money(1), .unknown)) == .paidTwice(PaymentID(1)))
    }

    @Test("a refund takes the surplus first, then what was settled last")
    func refund() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(110_00), .debts([debt])), at: at(2))
        try ledger.record(.refundRequested(PaymentID(1), money(57_00)), at: at(3))
        #expect(ledger.owedBack == .zero)
        #expect(parts(ledger, debt) == [50_00, 0, 0, 0])
        #expect(ledger.balances[.cash] == money(110_00) && ledger.balances[.refunds] == money(57_00))
        #expect(
            refusal(ledger, .refundRequested(PaymentID(1), money(53_01)))
                == .exceedsBalance(.cash, available: money(53_00)))
        try ledger.record(.refundConfirmed(PaymentID(1), money(50_00)), at: at(4))
        try ledger.record(.refundFailed(PaymentID(1), money(7_00)), at: at(5))
        #expect(ledger.balances[.cash] == money(60_00) && ledger.owedBack == money(7_00))
    }

    @Test("a reclaim that is upheld revives what the payment had settled; a rejected one changes nothing")
    func contest() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(103_00), .debts([debt])), at: at(2))
        let before = ledger.balances
        try ledger.record(.contested(PaymentID(1), money(103_00)), at: at(3))
        #expect(ledger.balances[.cash] == .zero && ledger.balances.owed == .zero)
        #expect(
            refusal(ledger, .refundRequested(PaymentID(1), money(1)))
                == .exceedsBalance(.cash, available: .zero))
        var rejected = ledger
        try rejected.record(.contestRejected(PaymentID(1)), at: at(4))
        #expect(rejected.balances == before)
        try ledger.record(.contestUpheld(PaymentID(1)), at: at(4))
        #expect(parts(ledger, debt) == [100_00, 2_00, 1_00, 0])
        #expect(ledger.balances[.cash] == .zero && ledger.balances[.contested] == .zero)
        #expect(refusal(ledger, .contestUpheld(PaymentID(1))) == .nothingContested(PaymentID(1)))
    }

    @Test("a correction downwards gives back what was paid beyond it")
    func correction() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(93_00), .debts([debt])), at: at(2))
        try ledger.record(.corrected(debt, by: money(-30_00)), at: at(3))
        #expect(ledger.balances.owed == .zero)
        #expect(ledger.owedBack == money(20_00))
        #expect(
            refusal(ledger, .corrected(debt, by: money(-80_00)))
                == .exceedsBalance(.principal, available: money(70_00)))
        try ledger.record(.corrected(debt, by: money(5_00)), at: at(4))
        #expect(ledger.balances.owed == money(5_00))
    }

    @Test("an agreement replaces the debt; broken, the debt revives without the discount, less what was paid")
    func brokenAgreement() throws {
        var ledger = try placed()
        let agreed = AgreedDebt(debt: debt, concession: Concession(principal: money(20_00), interest: money(1_00)))
        try ledger.record(.agreed(agreement, [agreed], interest: money(6_00)), at: at(2))
        #expect(ledger.isUnderAgreement(debt))
        #expect(ledger.balances.owed(.debt(debt)) == .zero)
        #expect(ledger.balances.owed(.agreement(agreement)) == money(88_00))
        #expect(ledger.balances[.discountGranted] == money(21_00))
        #expect(refusal(ledger, .writtenOff(debt)) == .underAgreement(debt))
        #expect(refusal(ledger, .accrued(debt, AccruedCharges(through: day))) == .underAgreement(debt))
        try ledger.record(.paid(PaymentID(1), money(22_00), .agreement(agreement)), at: at(3))
        try ledger.record(.agreementAccrued(agreement, money(50)), at: at(4))

        var kept = ledger
        try kept.record(.broken(agreement, keepsDiscount: true), at: at(5))
        #expect(parts(kept, debt) == [60_00, 0, 0, 0])
        #expect(kept.balances[.discountGranted] == money(21_00))

        try ledger.record(.broken(agreement, keepsDiscount: false), at: at(5))
        #expect(parts(ledger, debt) == [81_00, 0, 0, 0])
        #expect(ledger.balances[.discountGranted] == .zero)
        #expect(ledger.balances.owed(.agreement(agreement)) == .zero)
        #expect(ledger.balances[.chargesEarned] == money(3_00))
        #expect(refusal(ledger, .broken(agreement, keepsDiscount: false)) == .noRunningAgreement(agreement))
        // The payment's money followed the debt: it can still be reclaimed.
        try ledger.record(.contested(PaymentID(1), money(22_00)), at: at(6))
        try ledger.record(.contestUpheld(PaymentID(1)), at: at(7))
        #expect(parts(ledger, debt) == [100_00, 2_00, 1_00, 0])
    }

    @Test("what is paid beyond an agreement is owed back; what is paid off cannot be broken")
    func settledAgreement() throws {
        var ledger = try placed()
        let agreed = AgreedDebt(debt: debt, concession: Concession(fine: money(2_00), interest: money(1_00)))
        try ledger.record(.agreed(agreement, [agreed], interest: .zero), at: at(2))
        try ledger.record(.paid(PaymentID(1), money(100_01), .agreement(agreement)), at: at(3))
        #expect(ledger.balances.owed == .zero && ledger.owedBack == money(1))
        #expect(
            refusal(ledger, .broken(agreement, keepsDiscount: false)) == .nothingOwed(.agreement(agreement)))
    }

    @Test("a write-off empties the debt, and its reversal brings back each part")
    func writeOff() throws {
        var ledger = try placed()
        let before = ledger.balances
        try ledger.record(.writtenOff(debt), at: at(2))
        #expect(ledger.balances.owed == .zero && ledger.balances[.writtenOff] == money(103_00))
        try ledger.record(.writeOffReversed(debt), at: at(3))
        #expect(ledger.balances == before)
        #expect(refusal(ledger, .writeOffReversed(debt)) == .nothingOwed(.debt(debt)))
    }

    @Test("a balance at an instant is the sum up to it")
    func asOf() throws {
        var ledger = try placed()
        try ledger.record(.paid(PaymentID(1), money(3_00), .debts([debt])), at: at(2))
        #expect(ledger.balances(at: at(-1)).owed == .zero)
        #expect(ledger.balances(at: at(0)).owed == money(100_00))
        #expect(ledger.balances(at: at(1)).owed == money(103_00))
        #expect(ledger.balances(at: at(2)) == ledger.balances)
        #expect(throws: LedgerError.beforeLastEntry) { try ledger.record(.writtenOff(debt), at: at(1)) }
    }

    @Test("nonsense is refused")
    func refusals() throws {
        let ledger = try placed()
        #expect(refusal(ledger, .placed(debt, principal: money(1))) == .debtPlacedTwice(debt))
        #expect(refusal(ledger, .placed(other, principal: .zero)) == .amountNotPositive)
        #expect(refusal(ledger, .placed(other, principal: money(Int64.max))) == .amountTooLarge)
        #expect(refusal(ledger, .corrected(other, by: money(1))) == .unknownDebt(other))
        #expect(
            refusal(ledger, .discounted(debt, Concession(fine: money(2_01))))
                == .exceedsBalance(.fine, available: money(2_00)))
        #expect(refusal(ledger, .discounted(debt, Concession())) == .amountNotPositive)
        #expect(
            refusal(ledger, .accrued(debt, AccruedCharges(through: day.adding(days: -1))))
                == .accruedAlready(through: day))
        #expect(
            refusal(ledger, .agreed(agreement, [AgreedDebt(debt: debt), AgreedDebt(debt: debt)], interest: .zero))
                == .repeatedDebt(debt))
        #expect(refusal(ledger, .refundRequested(PaymentID(7), money(1))) == .unknownPayment(PaymentID(7)))
    }
}
