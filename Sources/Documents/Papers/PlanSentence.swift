import Domain

/// A plan of payments in a sentence or two, the same on the term and on the picture.
struct PlanSentence {
    let payments: [AgreementTerm.Payment]

    func parts(_ words: DocumentCatalogue, _ format: DocumentFormat) -> [String] {
        guard let first = payments.first else { return [] }
        if payments.count == 1 {
            return [words.text(.planCash, ["amount": format.money(first.amount), "day": format.date(first.due)])]
        }
        let installments = payments.filter { $0.number > 0 }
        var parts: [String] = []
        if first.number == 0 {
            parts.append(words.text(.planDown, ["amount": format.money(first.amount), "day": format.date(first.due)]))
        }
        if let start = installments.first, let end = installments.last {
            let isEven = installments.allSatisfy { $0.amount == start.amount }
            let largest = installments.map(\.amount).max() ?? start.amount
            parts.append(
                words.text(
                    installments.count == 1 ? .planOne : isEven ? .planEven : .planUneven,
                    [
                        "count": format.number(installments.count), "amount": format.money(largest),
                        "first": format.date(start.due), "last": format.date(end.due),
                    ]))
        }
        return parts
    }
}
