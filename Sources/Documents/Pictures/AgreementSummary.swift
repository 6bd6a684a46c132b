package import Domain

/// A picture of an agreement: the total, what is saved, and the payments.
package struct AgreementSummary: Hashable, Sendable {
    package let creditor: Creditor
    package let language: DocumentLanguage
    package let firstName: String
    /// What was owed before.
    package let owed: Money
    package let payments: [AgreementTerm.Payment]
    package let reference: String?

    package init(
        creditor: Creditor, language: DocumentLanguage = .portuguese, firstName: String, owed: Money,
        payments: [AgreementTerm.Payment], reference: String? = nil
    ) {
        self.creditor = creditor
        self.language = language
        self.firstName = firstName
        self.owed = owed
        self.payments = payments
        self.reference = reference
    }

    /// How many payments are listed before the middle is left out: a picture is looked at, not studied.
    private static let shownMax = 8

    package func png() throws(DocumentError) -> [UInt8] {
        guard !payments.isEmpty else { throw .empty("payments") }
        let card = Card(creditor: creditor, language: language)
        let (words, format) = (card.words, card.format)
        let total = payments.map(\.amount).sum()
        var blocks: [any Block] = [
            card.text(words.text(.summaryTitle, ["name": firstName]), card.lead), Gap(height: 28),
            card.text(words.text(.totalAgreed), card.quiet),
            card.text(format.money(total), card.figure(format.money(total))),
        ]
        if owed > total {
            let values = ["owed": format.money(owed), "saved": format.money(owed - total)]
            blocks.append(card.text(words.text(.summarySaved, values), card.strong.colour(Palette.good)))
        }
        blocks.append(Gap(height: 36))
        blocks += rows(card)
        blocks += [Gap(height: 28), card.text(words.text(.summaryNote), card.quiet)]
        if let reference {
            blocks += [Gap(height: 6), card.text(words.text(.reference, ["reference": reference]), card.quiet)]
        }
        return try card.png(blocks)
    }

    private func rows(_ card: Card) -> [any Block] {
        let (words, format) = (card.words, card.format)
        let last = payments.map(\.number).max() ?? 0
        func row(_ payment: AgreementTerm.Payment) -> any Block {
            let name =
                payment.number == 0
                ? words.text(.downPayment)
                : payments.count == 1
                    ? words.text(.onePayment)
                    : words.text(
                        .installmentOf, ["number": format.number(payment.number), "count": format.number(last)])
            return card.row(name, format.date(payment.due), format.money(payment.amount))
        }
        guard payments.count > AgreementSummary.shownMax else { return payments.map(row) }
        let head = payments.prefix(AgreementSummary.shownMax - 3)
        let hidden = payments.count - head.count - 1
        let gap = card.row(
            words.text(.summaryOther, .summaryOthers, count: hidden), "",
            format.money(payments.dropFirst(head.count).dropLast().map(\.amount).sum()), isQuiet: true)
        return head.map(row) + [gap] + payments.suffix(1).map(row)
    }

    /// What the picture shows, for the message's caption and for those who cannot see it.
    package var caption: String {
        let words = DocumentCatalogue(language: language)
        let plan = PlanSentence(payments: payments).parts(words, DocumentFormat(language: language))
        return ([words.text(.summaryCaption, ["creditor": creditor.name])] + plan).joined(separator: " ")
    }
}
