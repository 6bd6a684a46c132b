import Console
import Domain

extension Samples {
    static let payments = PaymentsPage(
        payments: [
            PaymentToPlace(
                id: PaymentID(71), paidAt: at(1, 10, 2), amount: Money(cents: 150_00), open: Money(cents: 150_00),
                reference: "E1111111120261123130200000000001", matter: .unmatched, payer: nil),
            PaymentToPlace(
                id: PaymentID(72), paidAt: at(0, 9, 41), amount: Money(cents: 387_90), open: Money(cents: 387_90),
                reference: "E2222222220261124124100000000002", matter: .repeated,
                payer: PaymentToPlace.Payer(
                    caseID: CaseID(18), name: "Célia Regina Prado",
                    debts: [
                        PaymentToPlace.OpenDebt(
                            id: DebtID(5), contract: "CT-88120", owed: Money(cents: 1_204_55))
                    ])),
            PaymentToPlace(
                id: PaymentID(73), paidAt: at(0, 8, 0), amount: Money(cents: 90_00), open: Money(cents: 4_10),
                reference: "cnab:aurora:0001", matter: .over,
                payer: PaymentToPlace.Payer(caseID: nil, name: "Benedito Alves Coimbra", debts: [])),
        ], mayAct: true, mayRefund: true)

    static let noPayments = PaymentsPage(payments: [], mayAct: true, mayRefund: false)

    static let closing = ClosingPage(
        day: at(1, 10, 2).day, received: Money(cents: 1_537_90), booked: Money(cents: 1_296_00),
        excess: Money(cents: 91_90), unmatched: Money(cents: 150_00), booksReceived: Money(cents: 1_537_90),
        wentBack: Money(cents: 40_00),
        kinds: [
            ClosingPage.KindLine(
                kind: .matched, count: 7, received: Money(cents: 1_000_00), booked: Money(cents: 1_000_00)),
            ClosingPage.KindLine(kind: .over, count: 1, received: Money(cents: 387_90), booked: Money(cents: 296_00)),
            ClosingPage.KindLine(kind: .unknown, count: 1, received: Money(cents: 150_00), booked: .zero),
        ],
        pending: [
            ClosingPage.Pending(
                reference: "E1111111120261123130200000000001", paidAt: at(1, 10, 2), open: Money(cents: 150_00),
                state: .open),
            ClosingPage.Pending(
                reference: "cnab:aurora:0001", paidAt: at(1, 8, 0), open: Money(cents: 91_90), state: .credit),
        ],
        differences: [
            ClosingPage.Difference(
                matter: .otherAmount, reference: "E<2>", paid: Money(cents: 10_01), inBooks: Money(cents: 10_00))
        ], isBalanced: false)

    static let quietClosing = ClosingPage(
        day: at(0, 9, 41).day, received: .zero, booked: .zero, excess: .zero, unmatched: .zero,
        booksReceived: .zero, wentBack: .zero, kinds: [], pending: [], differences: [], isBalanced: true)
}

extension Timestamp {
    fileprivate var day: CalendarDay { Zone.brasilia.day(self) }
}
