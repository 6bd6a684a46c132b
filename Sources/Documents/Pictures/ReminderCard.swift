package import Domain

/// A picture for the chat: how much, until when, and the Pix code to read from it.
///
/// It tells a debt, so it goes only to somebody who has proved to be the debtor.
package struct ReminderCard: Hashable, Sendable {
    package let creditor: Creditor
    package let language: DocumentLanguage
    /// The client's first name; nil leaves the greeting out.
    package let firstName: String?
    package let amount: Money
    package let due: CalendarDay
    package let subject: PaymentSubject?
    package let pix: PixOrder?

    package init(
        creditor: Creditor, language: DocumentLanguage = .portuguese, firstName: String? = nil, amount: Money,
        due: CalendarDay, subject: PaymentSubject? = nil, pix: PixOrder? = nil
    ) {
        self.creditor = creditor
        self.language = language
        self.firstName = firstName
        self.amount = amount
        self.due = due
        self.subject = subject
        self.pix = pix
    }

    /// 1080 pixels wide, as WhatsApp shows pictures without scaling them up.
    package func png() throws(DocumentError) -> [UInt8] {
        let card = Card(creditor: creditor, language: language)
        let (words, format) = (card.words, card.format)
        let symbol = try pix?.symbol()
        var blocks: [any Block] = []
        if let firstName {
            blocks += [card.text(words.text(.cardGreeting, ["name": firstName]), card.lead), Gap(height: 12)]
        }
        if let subject { blocks += [card.text(subject.text(words, format), card.quiet, lines: 2), Gap(height: 28)] }
        blocks += [
            card.text(format.money(amount), card.figure(format.money(amount))), Gap(height: 4),
            card.text(words.text(.cardDue, ["day": format.date(due)]), card.strong), Gap(height: 40),
        ]
        if let symbol {
            blocks.append(
                CardCode(
                    code: symbol, width: card.width, ground: card.palette.tint,
                    text: { card.typesetter.set(words.text(.cardPix), card.body, width: $0) }))
        }
        return try card.png(blocks)
    }

    /// What the picture shows, for the message's caption and for those who cannot see it.
    package var caption: String {
        let format = DocumentFormat(language: language)
        return DocumentCatalogue(language: language).text(
            .cardCaption,
            ["creditor": creditor.name, "amount": format.money(amount), "day": format.date(due)])
    }
}
