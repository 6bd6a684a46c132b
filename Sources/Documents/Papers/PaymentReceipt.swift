package import Domain

/// The receipt of one payment (*recibo*), with what it was written off against.
package struct PaymentReceipt: Hashable, Sendable {
    package let imprint: Imprint
    package let client: Client
    package let amount: Money
    package let paidAt: Timestamp
    package let means: Means
    /// The name of who paid, where it was somebody else.
    package let payer: String?
    package let parts: [Part]
    /// What is still owed after this payment; nil where it is not known.
    package let remaining: Money?

    package init(
        imprint: Imprint, client: Client, amount: Money, paidAt: Timestamp, means: Means, payer: String? = nil,
        parts: [Part], remaining: Money? = nil
    ) {
        self.imprint = imprint
        self.client = client
        self.amount = amount
        self.paidAt = paidAt
        self.means = means
        self.payer = payer
        self.parts = parts
        self.remaining = remaining
    }

    package enum Means: Hashable, Sendable {
        /// With the identifier that both banks know (`endToEndId`).
        case pix(endToEndId: String)
        /// With the bank's number of the slip (*nosso número*).
        case boleto(number: String)
        case cash
    }

    /// What one contract or installment got of the payment. Interest comes before principal (Código Civil art. 354).
    package struct Part: Hashable, Sendable {
        package let contract: String
        package let subject: PaymentSubject?
        package let principal: Money
        /// Fine, interest and correction.
        package let charges: Money

        package var total: Money { principal + charges }

        package init(contract: String, subject: PaymentSubject? = nil, principal: Money, charges: Money = .zero) {
            self.contract = contract
            self.subject = subject
            self.principal = principal
            self.charges = charges
        }
    }

    package func pdf() throws(DocumentError) -> [UInt8] {
        let sheet = Sheet(imprint)
        let (words, format) = (sheet.words, sheet.format)
        return try sheet.pdf(title: words.text(.receiptTitle)) { flow in
            let inner = sheet.width - 28
            let head = sheet.facts(
                [(.amountReceived, format.money(amount))], width: inner, style: TextStyle(size: 20, weight: .bold))
            let details = sheet.facts(
                [
                    (.client, client.name.display),
                    (client.document.isCompany ? .companyDocument : .personDocument, client.document.masked),
                    (.receivedAt, format.instant(paidAt, in: imprint.zone)),
                ], width: inner)
            // The identifier of a Pix is long: it gets two columns of the three above it.
            let column = (inner - 2 * 16) / 3
            var means = [
                (sheet.typesetter.labelled(words.text(.paidWith), meansText(words), width: 2 * column + 16), 0.0)
            ]
            if let payer {
                means.append((sheet.typesetter.labelled(words.text(.paidBy), payer, width: column), 2 * (column + 16)))
            }
            flow.place(
                Panel(
                    Stack([head, details, Columns(columns: means)], spacing: 12), width: sheet.width,
                    fill: sheet.palette.tint,
                    padding: 14))
            if !parts.isEmpty { sheet.place(.paymentUsed, table(sheet), in: &flow) }
            flow.space(14)
            if parts.contains(where: { $0.charges != .zero }) {
                flow.place(sheet.paragraph(words.text(.paymentOrder), .small))
                flow.space(10)
            }
            if let remaining {
                let key: DocumentText = remaining > .zero ? .stillOwed : .nothingOwed
                flow.place(
                    sheet.paragraph(
                        words.text(key, ["amount": format.money(remaining)]), TextStyle(size: 12, weight: .semibold)))
                flow.space(10)
            }
            flow.place(
                sheet.paragraph(
                    words.text(
                        .receiptDeclares,
                        [
                            "creditor": imprint.creditor.legalName ?? imprint.creditor.name,
                            "document": imprint.creditor.identity, "amount": format.money(amount),
                        ])))
        }
    }

    private func meansText(_ words: DocumentCatalogue) -> String {
        switch means {
        case .pix(let id): words.text(.byPix, ["id": id])
        case .boleto(let number): words.text(.byBoleto, ["number": number])
        case .cash: words.text(.byCash)
        }
    }

    private func table(_ sheet: Sheet) -> Table {
        let (words, format) = (sheet.words, sheet.format)
        return Table(
            [.text(words.text(.contract))] + [.charges, .principal, .total].map { .amount(words.text($0)) },
            rows: parts.map { part in
                [Table.Cell(part.contract, note: part.subject?.text(words, format))]
                    + [part.charges, part.principal, part.total].map { Table.Cell(format.money($0)) }
            },
            total: [Table.Cell(words.text(.total))]
                + [parts.map(\.charges).sum(), parts.map(\.principal).sum(), parts.map(\.total).sum()]
                .map { Table.Cell(format.money($0)) },
            width: sheet.width, style: TextStyle(size: 10), palette: sheet.palette, typesetter: sheet.typesetter)
    }
}
