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
}
