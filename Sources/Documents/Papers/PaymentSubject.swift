/// What a payment is for, in words that follow the document's language.
package enum PaymentSubject: Hashable, Sendable {
    case downPayment
    /// One of an agreement's installments, counted from 1.
    case installment(number: Int, count: Int)
    /// What was bought, in the creditor's own words.
    case product(String)

    func text(_ words: DocumentCatalogue, _ format: DocumentFormat) -> String {
        switch self {
        case .downPayment: words.text(.downPayment)
        case .installment(let number, let count):
            words.text(.installmentOf, ["number": format.number(number), "count": format.number(count)])
        case .product(let name): name
        }
    }
}
