package import Domain
import Payments

/// The statement of what is owed (*extrato do débito*): line by line, how to pay, and what the person may ask for.
///
/// It tells a debt, so it is made for somebody who has proved to be the debtor, and for nobody else.
package struct BalanceStatement: Hashable, Sendable {
    package let imprint: Imprint
    package let client: Client
    /// The day for which the amounts hold.
    package let day: CalendarDay
    package let lines: [Line]
    /// What late payment costs by the contract, to be explained under the table.
    package let charges: Charges?
    package let pix: PixOrder?

    package init(
        imprint: Imprint, client: Client, day: CalendarDay, lines: [Line], charges: Charges? = nil,
        pix: PixOrder? = nil
    ) {
        self.imprint = imprint
        self.client = client
        self.day = day
        self.lines = lines
        self.charges = charges
        self.pix = pix
    }

    package struct Charges: Hashable, Sendable {
        package let fine: Percentage
        /// Simple interest for 30 days, counted by the day.
        package let monthlyInterest: Percentage

        package init(fine: Percentage, monthlyInterest: Percentage) {
            self.fine = fine
            self.monthlyInterest = monthlyInterest
        }
    }

    /// One debt. The total is the sum of the parts and cannot be anything else.
    package struct Line: Hashable, Sendable {
        package let contract: String
        package let product: String?
        package let due: CalendarDay
        package let daysLate: Int
        /// As agreed at first, without correction.
        package let principal: Money
        package let correction: Money
        package let fine: Money
        package let interest: Money
        package let discount: Money

        package var total: Money { principal + correction + fine + interest - discount }

        package init(
            contract: String, product: String? = nil, due: CalendarDay, daysLate: Int, principal: Money,
            correction: Money = .zero, fine: Money = .zero, interest: Money = .zero, discount: Money = .zero
        ) {
            self.contract = contract
            self.product = product
            self.due = due
            self.daysLate = daysLate
            self.principal = principal
            self.correction = correction
            self.fine = fine
            self.interest = interest
            self.discount = discount
        }

        /// A debt with its balance on a day; the balance's principal is corrected, the debt's is not.
        package init(_ debt: Debt, _ balance: Balance) {
            self.init(
                contract: debt.contract, product: debt.product, due: debt.dueDate, daysLate: balance.daysLate,
                principal: debt.principal, correction: balance.principal - debt.principal, fine: balance.fine,
                interest: balance.interest, discount: balance.discount)
        }
    }

    package var total: Money { lines.map(\.total).sum() }

    package func pdf() throws(DocumentError) -> [UInt8] {
        guard !lines.isEmpty else { throw .empty("debts") }
        let symbol = try pix?.symbol()
        let sheet = Sheet(imprint)
        let (words, format) = (sheet.words, sheet.format)
        let name = client.name.first
        return try sheet.pdf(
            title: words.text(.statementTitle), subtitle: words.text(.statementDay, ["day": format.longDate(day)]),
            pictures: pix.map { [sheet.pixAlternative($0)] } ?? []
        ) { flow in
            let facts = sheet.facts(
                [(.client, name), (document, client.document.masked), (.totalOwed, format.money(total))],
                width: sheet.width - 28, style: TextStyle(size: 12, weight: .semibold))
            flow.place(Panel(facts, width: sheet.width, fill: Palette.surface, edge: Palette.line, padding: 12))
            sheet.place(.debts, table(sheet), in: &flow)
            flow.space(6)
            if let charges {
                let values = [
                    "fine": format.percent(charges.fine), "interest": format.percent(charges.monthlyInterest),
                ]
                flow.place(sheet.paragraph(words.text(.chargesExplained, values), .small))
                flow.space(2)
            }
            flow.place(sheet.paragraph(words.text(.statementChanges), .small))
            if let pix, let symbol {
                let panel = sheet.payment(pix, symbol)
                flow.space(18)
                flow.place(sheet.heading(.howToPay), following: 6 + panel.height)
                flow.space(6)
                flow.place(panel)
            }
            sheet.placeRights(in: &flow)
        }
    }

    private var document: DocumentText { client.document.isCompany ? .companyDocument : .personDocument }

    /// Columns that are zero for every debt are left out: they would only make the others narrow.
    private func table(_ sheet: Sheet) -> Table {
        let (words, format) = (sheet.words, sheet.format)
        let optional: [(title: DocumentText, value: (Line) -> Money)] = [
            (.correction, { $0.correction }), (.fine, { $0.fine }), (.interest, { $0.interest }),
            (.discount, { -$0.discount }),
        ]
        let shown = optional.filter { column in lines.contains { column.value($0) != .zero } }
        let columns =
            [Table.Column.text(words.text(.contract), share: 1.4), .narrow(words.text(.dueDate))]
            + ([.principal] + shown.map(\.title) + [.total]).map { Table.Column.amount(words.text($0)) }
        let rows = lines.map { line -> [Table.Cell] in
            let late =
                line.daysLate > 0
                ? words.text(.dayLate, .daysLate, count: line.daysLate) : words.text(.notLate)
            let amounts = [line.principal] + shown.map { $0.value(line) } + [line.total]
            return [Table.Cell(line.contract, note: line.product), Table.Cell(format.date(line.due), note: late)]
                + amounts.map { Table.Cell(format.amount($0)) }
        }
        let sums = [lines.map(\.principal).sum()] + shown.map { lines.map($0.value).sum() } + [total]
        return Table(
            columns, rows: rows,
            total: [Table.Cell(words.text(.totalInReais)), Table.Cell("")] + sums.map { Table.Cell(format.amount($0)) },
            width: sheet.width, style: .table, palette: sheet.palette, typesetter: sheet.typesetter)
    }
}
