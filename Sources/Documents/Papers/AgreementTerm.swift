package import Domain

/// The term of an agreement (*termo de acordo*): what was owed, what is paid when, what happens otherwise, and how it
/// was accepted.
package struct AgreementTerm: Hashable, Sendable {
    package let imprint: Imprint
    package let client: Client
    package let agreedOn: CalendarDay
    /// The debts that the agreement covers, with their totals on that day.
    package let debts: [CoveredDebt]
    package let payments: [Payment]
    /// Where interest is charged on the installments.
    package let credit: Credit?
    package let breach: Breach
    /// Nil while it is only proposed.
    package let acceptance: Acceptance?
    /// A digest of the terms as the caller writes them down, in hexadecimal digits: to tell two terms apart, no proof of who wrote them.
    package let termsHash: String?

    package init(
        imprint: Imprint, client: Client, agreedOn: CalendarDay, debts: [CoveredDebt], payments: [Payment],
        credit: Credit? = nil, breach: Breach, acceptance: Acceptance? = nil, termsHash: String? = nil
    ) {
        self.imprint = imprint
        self.client = client
        self.agreedOn = agreedOn
        self.debts = debts
        self.payments = payments
        self.credit = credit
        self.breach = breach
        self.acceptance = acceptance
        self.termsHash = termsHash
    }

    package struct CoveredDebt: Hashable, Sendable {
        package let contract: String
        package let product: String?
        package let due: CalendarDay
        package let principal: Money
        /// Fine, interest and correction up to the day of the agreement.
        package let charges: Money

        package var total: Money { principal + charges }

        package init(contract: String, product: String? = nil, due: CalendarDay, principal: Money, charges: Money) {
            self.contract = contract
            self.product = product
            self.due = due
            self.principal = principal
            self.charges = charges
        }
    }

    package struct Payment: Hashable, Sendable {
        /// 0 is the down payment.
        package let number: Int
        package let due: CalendarDay
        package let amount: Money
        /// The part of the amount that is interest.
        package let interest: Money

        package init(number: Int, due: CalendarDay, amount: Money, interest: Money = .zero) {
            self.number = number
            self.due = due
            self.amount = amount
            self.interest = interest
        }
    }

    /// What the installments cost (CDC art. 52 and 54-B).
    package struct Credit: Hashable, Sendable {
        package let monthlyRate: Percentage
        /// Total effective cost a year (*custo efetivo total*).
        package let yearlyCost: Percentage?

        package init(monthlyRate: Percentage, yearlyCost: Percentage? = nil) {
            self.monthlyRate = monthlyRate
            self.yearlyCost = yearlyCost
        }
    }

    package struct Breach: Hashable, Sendable {
        package let fine: Percentage
        package let monthlyInterest: Percentage
        package let graceBusinessDays: Int
        /// Whether the discount stays when the agreement ends unkept.
        package let keepsDiscount: Bool

        package init(fine: Percentage, monthlyInterest: Percentage, graceBusinessDays: Int, keepsDiscount: Bool) {
            self.fine = fine
            self.monthlyInterest = monthlyInterest
            self.graceBusinessDays = graceBusinessDays
            self.keepsDiscount = keepsDiscount
        }
    }

    /// The evidence of acceptance.
    package struct Acceptance: Hashable, Sendable {
        package let at: Timestamp
        /// `WhatsApp`
        package let channel: String
        package let messageId: String
        /// The client's own words, or the button they tapped.
        package let words: String
        /// How they had proved who they are, in words.
        package let identityProof: String

        package init(at: Timestamp, channel: String, messageId: String, words: String, identityProof: String) {
            self.at = at
            self.channel = channel
            self.messageId = messageId
            self.words = words
            self.identityProof = identityProof
        }
    }

    package var owed: Money { debts.map(\.total).sum() }
    package var agreed: Money { payments.map(\.amount).sum() }
    package var interest: Money { payments.map(\.interest).sum() }
    /// What the client does not have to pay: what was owed, less what is paid off it.
    package var discount: Money { owed - (agreed - interest) }

    package func pdf() throws(DocumentError) -> [UInt8] {
        guard !debts.isEmpty else { throw .empty("debts") }
        guard !payments.isEmpty else { throw .empty("payments") }
        let sheet = Sheet(imprint)
        let (words, format) = (sheet.words, sheet.format)
        return try sheet.pdf(
            title: words.text(acceptance == nil ? .proposalTitle : .agreementTitle),
            subtitle: words.text(.agreementDay, ["day": format.longDate(agreedOn)])
        ) { flow in
            flow.place(parties(sheet))
            flow.space(10)
            flow.place(Panel(summary(sheet), width: sheet.width, fill: sheet.palette.tint, padding: 14))
            sheet.place(.coveredDebts, debtTable(sheet), in: &flow)
            sheet.place(.payments, paymentTable(sheet), in: &flow)
            placeClauses(sheet, in: &flow)
            if let acceptance { placeAcceptance(acceptance, sheet, in: &flow) }
            // Without the evidence the hash stands by itself.
            if acceptance == nil, let hash = hashBlock(sheet, width: sheet.width) {
                flow.space(14)
                flow.place(hash)
            }
        }
    }

    private func hashBlock(_ sheet: Sheet, width: Double) -> LabelledValue? {
        termsHash.map { sheet.typesetter.labelled(sheet.words.text(.termsHash), $0, width: width, style: .code) }
    }

    private func parties(_ sheet: Sheet) -> Columns {
        let gutter = 24.0
        let each = (sheet.width - gutter) / 2
        let creditor = imprint.creditor
        func party(_ title: DocumentText, _ name: String, _ details: [String]) -> Stack {
            let lines: [any Block] = [
                sheet.paragraph(sheet.words.text(title), .label, width: each),
                sheet.paragraph(name, TextStyle.contract.weight(.semibold), width: each),
            ]
            return Stack(
                lines + details.map { sheet.paragraph($0, TextStyle.body.colour(Palette.quiet), width: each) },
                spacing: 1.5)
        }
        return Columns(columns: [
            (party(.creditor, creditor.legalName ?? creditor.name, [creditor.identity, creditor.address]), 0),
            (party(.client, client.name.display, [client.maskedIdentity]), each + gutter),
        ])
    }

    private func summary(_ sheet: Sheet) -> Stack {
        let (words, format) = (sheet.words, sheet.format)
        let inner = sheet.width - 28
        var figures: [(DocumentText, String)] = [(.totalOwedThen, format.money(owed))]
        if discount > .zero { figures.append((.discount, format.money(-discount))) }
        if interest > .zero { figures.append((.planInterest, format.money(interest))) }
        figures.append((.totalAgreed, format.money(agreed)))
        var lines: [any Block] = [
            sheet.facts(figures, width: inner, style: TextStyle(size: 14, weight: .bold)), Gap(height: 8),
        ]
        for sentence in PlanSentence(payments: payments).parts(words, format) {
            lines += [sheet.paragraph(sentence, .contract, width: inner) as any Block, Gap(height: 2)]
        }
        if let credit {
            var text = words.text(.planRate, ["rate": format.percent(credit.monthlyRate)])
            if let cost = credit.yearlyCost { text += " " + words.text(.planCost, ["cost": format.percent(cost)]) }
            lines.append(sheet.paragraph(text, .contract, width: inner))
        } else {
            lines.append(sheet.paragraph(words.text(.planWithoutInterest), .contract, width: inner))
        }
        return Stack(lines)
    }

    private func debtTable(_ sheet: Sheet) -> Table {
        let (words, format) = (sheet.words, sheet.format)
        return Table(
            [.text(words.text(.contract)), .narrow(words.text(.dueDate))]
                + [.principal, .charges, .total].map { .amount(words.text($0)) },
            rows: debts.map { debt in
                [Table.Cell(debt.contract, note: debt.product), Table.Cell(format.date(debt.due))]
                    + [debt.principal, debt.charges, debt.total].map { Table.Cell(format.amount($0)) }
            },
            total: [Table.Cell(words.text(.totalInReais)), Table.Cell("")]
                + [debts.map(\.principal).sum(), debts.map(\.charges).sum(), owed]
                .map { Table.Cell(format.amount($0)) },
            width: sheet.width, style: .contract, palette: sheet.palette, typesetter: sheet.typesetter)
    }

    private func paymentTable(_ sheet: Sheet) -> Table {
        let (words, format) = (sheet.words, sheet.format)
        let showsInterest = interest > .zero
        let last = payments.map(\.number).max() ?? 0
        var columns = [Table.Column.text(words.text(.installment)), .narrow(words.text(.dueDate), .right)]
        columns += (showsInterest ? [.principal, .interest, .amount] : [.amount]).map { .amount(words.text($0)) }
        let rows = payments.map { payment -> [Table.Cell] in
            let name =
                payment.number == 0
                ? words.text(.downPayment)
                : words.text(
                    .installmentOf, ["number": format.number(payment.number), "count": format.number(last)])
            let amounts =
                showsInterest
                ? [payment.amount - payment.interest, payment.interest, payment.amount] : [payment.amount]
            return [Table.Cell(name), Table.Cell(format.date(payment.due))]
                + amounts.map { Table.Cell(format.amount($0)) }
        }
        let sums = showsInterest ? [agreed - interest, interest, agreed] : [agreed]
        return Table(
            columns, rows: rows,
            total: [Table.Cell(words.text(.totalInReais)), Table.Cell("")] + sums.map { Table.Cell(format.amount($0)) },
            width: sheet.width, style: .contract, palette: sheet.palette, typesetter: sheet.typesetter)
    }

    private func placeClauses(_ sheet: Sheet, in flow: inout Flow) {
        let (words, format) = (sheet.words, sheet.format)
        let values = [
            "fine": format.percent(breach.fine), "interest": format.percent(breach.monthlyInterest),
            "grace": words.text(.businessDay, .businessDays, count: breach.graceBusinessDays),
        ]
        var keys: [DocumentText] = [.clauseCovers, .clausePaying, .clauseLate, .clauseBreach]
        if discount > .zero { keys.append(breach.keepsDiscount ? .clauseDiscountKept : .clauseDiscountLost) }
        keys += [.clauseEarly, .clauseSettled, .clauseRights, .clausePrivacy]
        let indent = 22.0
        let clauses = keys.enumerated().map { index, key in
            Clause(
                number: sheet.typesetter.set("\(index + 1).", TextStyle.contract.weight(.semibold)),
                text: sheet.typesetter.set(words.text(key, values), .contract, width: sheet.width - indent),
                indent: indent)
        }
        flow.space(20)
        flow.place(sheet.heading(.terms), following: 6 + (clauses.first?.height ?? 0))
        flow.space(6)
        for clause in clauses {
            flow.place(clause)
            flow.space(3)
        }
    }

    private func placeAcceptance(_ acceptance: Acceptance, _ sheet: Sheet, in flow: inout Flow) {
        let (words, format) = (sheet.words, sheet.format)
        let inner = sheet.width - 28
        var evidence: [any Block] = [
            sheet.facts(
                [(.acceptedAt, format.instant(acceptance.at, in: imprint.zone)), (.channel, acceptance.channel)],
                width: inner),
            sheet.typesetter.labelled(
                words.text(.acceptedWords), words.text(.quoted, ["text": acceptance.words]), width: inner),
            sheet.typesetter.labelled(words.text(.identityProof), acceptance.identityProof, width: inner),
            sheet.typesetter.labelled(words.text(.messageId), acceptance.messageId, width: inner, style: .code),
        ]
        if let hash = hashBlock(sheet, width: inner) { evidence.append(hash) }
        let content = Stack(evidence, spacing: 7)
        let panel = Panel(content, width: sheet.width, fill: Palette.surface, edge: Palette.line, padding: 14)
        flow.space(18)
        flow.place(sheet.heading(.acceptance), following: 6 + panel.height)
        flow.space(6)
        flow.place(panel)
    }
}

/// A numbered paragraph, the number hanging at its left.
private struct Clause: Block {
    let number: TextBlock
    let text: TextBlock
    let indent: Double

    var height: Double { text.lineCount == 1 ? text.height + text.lead : text.height }

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.tagged(.paragraph) {
            canvas.draw(number, at: origin)
            canvas.draw(text, at: Point(x: origin.x + indent, y: origin.y))
        }
    }
}
