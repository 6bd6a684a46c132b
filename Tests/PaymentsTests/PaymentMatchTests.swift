import Domain
import Testing

@testable import Payments

@Suite("Whose payment is this?")
struct PaymentMatchTests {
    private let one = PixTxid(id: 1, namespace: 1)
    private let two = PixTxid(id: 2, namespace: 1)

    private var charges: [OpenCharge] {
        [
            OpenCharge(id: ChargeID(1), txid: one, expected: Money(cents: 10_000)),
            OpenCharge(id: ChargeID(2), txid: two, expected: Money(cents: 10_000)),
        ]
    }

    private func payment(_ cents: Int64, _ txid: PixTxid?) -> PixReceived {
        PixReceived(endToEndID: "E1", txid: txid, amount: Money(cents: cents), at: Timestamp(seconds: 0))
    }

    @Test("the txid decides whose it is, the amount only how much of it")
    func amounts() {
        #expect(PaymentMatch.of(payment(10_000, two), among: charges) == .exact(ChargeID(2)))
        #expect(PaymentMatch.of(payment(9_999, one), among: charges) == .partial(ChargeID(1), missing: Money(cents: 1)))
        #expect(PaymentMatch.of(payment(10_001, one), among: charges) == .over(ChargeID(1), excess: Money(cents: 1)))
    }

    @Test("an amount that fits never stands in for a reference")
    func references() {
        let stranger = PixTxid(id: 3, namespace: 1)
        #expect(PaymentMatch.of(payment(10_000, stranger), among: charges) == .unknown(stranger))
        #expect(PaymentMatch.of(payment(10_000, nil), among: charges) == .unidentified)
        #expect(PaymentMatch.of(payment(10_000, one), among: []) == .unknown(one))
    }

    @Test("a charge that is paid takes no more, and two with one txid take nothing")
    func exceptions() {
        let paid = OpenCharge(id: ChargeID(1), txid: one, expected: .zero)
        #expect(
            PaymentMatch.of(payment(500, one), among: [paid]) == .alreadyPaid(ChargeID(1), excess: Money(cents: 500)))
        let twin = OpenCharge(id: ChargeID(9), txid: one, expected: Money(cents: 1))
        let ambiguous = PaymentMatch.of(payment(500, one), among: [twin] + charges)
        #expect(ambiguous == .ambiguous([ChargeID(1), ChargeID(9)]))
        #expect(ambiguous.charge == nil)
    }

    @Test("what is booked and what is left always sum to what came, in any order of charges")
    func conservation() {
        var random = SplitMix64(seed: 99)
        for _ in 0..<1000 {
            let expected = Money(cents: .random(in: 0...300, using: &random))
            let came = Money(cents: .random(in: 1...300, using: &random))
            let mine = OpenCharge(id: ChargeID(7), txid: one, expected: expected)
            let all = ([mine] + charges.filter { $0.txid == two }).shuffled(using: &random)
            switch PaymentMatch.of(payment(came.cents, one), among: all) {
            case .exact(let id): #expect(id == ChargeID(7) && came == expected)
            case .partial(_, let missing): #expect(came + missing == expected && missing > .zero)
            case .over(_, let excess): #expect(came - excess == expected && excess > .zero)
            case .alreadyPaid(_, let excess): #expect(excess == came && expected == .zero)
            case .unknown, .unidentified, .ambiguous: Issue.record("the charge is there")
            }
        }
    }
}
