package import Domain

/// The letter that says that nothing is owed any more (*carta de quitação*).
package struct SettlementLetter: Hashable, Sendable {
    package let imprint: Imprint
    package let client: Client
    /// Where the creditor signs: `Recife`.
    package let city: String
    package let contracts: [Contract]
    /// The agreement that was kept, where there was one.
    package let agreement: String?
    /// Who stands for the creditor; nil where the letter is valid without a signature.
    package let signer: Signer?

    package init(
        imprint: Imprint, client: Client, city: String, contracts: [Contract], agreement: String? = nil,
        signer: Signer? = nil
    ) {
        self.imprint = imprint
        self.client = client
        self.city = city
        self.contracts = contracts
        self.agreement = agreement
        self.signer = signer
    }

    package struct Contract: Hashable, Sendable {
        package let contract: String
        package let product: String?
        package let settledOn: CalendarDay
        package let paid: Money

        package init(contract: String, product: String? = nil, settledOn: CalendarDay, paid: Money) {
            self.contract = contract
            self.product = product
            self.settledOn = settledOn
            self.paid = paid
        }
    }

    package struct Signer: Hashable, Sendable {
        package let name: String
        package let role: String

        package init(name: String, role: String) {
            self.name = name
            self.role = role
        }
    }

    package func pdf() throws(DocumentError) -> [UInt8] {
        guard !contracts.isEmpty else { throw .empty("contracts") }
        let sheet = Sheet(imprint)
        let (words, format) = (sheet.words, sheet.format)
        let creditor = imprint.creditor
        return try sheet.pdf(title: words.text(.settlementTitle)) { flow in
            let style = TextStyle(size: 12, leading: 1.3)
            let values = [
                "creditor": creditor.legalName ?? creditor.name, "creditorDocument": creditor.identity,
                "client": client.name.display, "clientDocument": client.maskedIdentity,
            ]
            flow.place(sheet.paragraph(words.text(.settlementDeclares, values), style))
            let table = Table(
                [
                    .text(words.text(.contract)), .narrow(words.text(.settledOn), .right),
                    .amount(words.text(.amountPaid)),
                ],
                rows: contracts.map {
                    [
                        Table.Cell($0.contract, note: $0.product), Table.Cell(format.date($0.settledOn)),
                        Table.Cell(format.money($0.paid)),
                    ]
                },
                total: contracts.count > 1
                    ? [
                        Table.Cell(words.text(.total)), Table.Cell(""),
                        Table.Cell(format.money(contracts.map(\.paid).sum())),
                    ] : nil,
                width: sheet.width, style: TextStyle(size: 11), palette: sheet.palette, typesetter: sheet.typesetter)
            sheet.place(.settledContracts, table, in: &flow)
            flow.space(20)
            if let agreement {
                flow.place(sheet.paragraph(words.text(.settlementAgreement, ["agreement": agreement]), style))
                flow.space(10)
            }
            flow.place(sheet.paragraph(words.text(.settlementMeans), style))
            flow.space(10)
            flow.place(sheet.paragraph(words.text(.settlementBureau), style))
            flow.space(30)
            flow.place(signature(sheet, style))
        }
    }

    private func signature(_ sheet: Sheet, _ style: TextStyle) -> Stack {
        let day = sheet.format.longDate(imprint.zone.day(imprint.issued))
        var blocks: [any Block] = [sheet.paragraph("\(city), \(day).", style)]
        let creditor = imprint.creditor
        if let signer {
            blocks += [
                Gap(height: 44), Rule(width: 220),
                Gap(height: 4), sheet.paragraph(signer.name, style.weight(.semibold)),
                sheet.paragraph(signer.role, .body),
            ]
        } else {
            blocks += [Gap(height: 24), sheet.paragraph(creditor.name, style.weight(.semibold))]
        }
        blocks += [
            sheet.paragraph("\(creditor.legalName ?? creditor.name) · \(creditor.identity)", .body),
            sheet.paragraph(creditor.address, TextStyle.body.colour(Palette.quiet)),
        ]
        return Stack(blocks)
    }
}

/// A line to sign on.
struct Rule: Block {
    let width: Double
    let height = 0.75

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.line(from: origin, to: Point(x: origin.x + width, y: origin.y), Palette.ink, width: height)
    }
}
