import Domain
import Payments

/// Draws a slip: boxes with a label at the top left and a value beneath.
///
/// Source of measures: FEBRABAN, layout of the collection slip. The lower part is 170 to 216 mm wide and 95 to 108 mm
/// high; the barcode begins 5 mm from its left edge, its middle 12 mm above its lower edge.
struct BoletoForm {
    let slip: BoletoSlip
    let barcode: ITF25
    let symbol: QRCode?
    private let typesetter = Typesetter(.portuguese)
    private let format = DocumentFormat(language: .portuguese)

    init(slip: BoletoSlip, barcode: ITF25, symbol: QRCode?) {
        self.slip = slip
        self.barcode = barcode
        self.symbol = symbol
    }

    private static let left = 40.0
    private static let width = PDFFile.page.width - 2 * left
    /// The column of dates and amounts.
    private static let aside = 146.0
    private static let main = width - aside
    private static let row = 20.0
    private static let bottom = PDFFile.page.height - 26
    private static let compensationHeight = 24 + row + 30 + 2 * row + 5 * 18 + 44 + barcodeArea
    private static let barcodeArea = mm(2) + ITF25.slipHeight + mm(5.5)

    func draw(on canvas: Canvas) {
        canvas.tagged(.section) { drawReceipt(on: canvas) }
        let top = BoletoForm.bottom - BoletoForm.compensationHeight
        let cut = typesetter.set(BoletoLabel.cut, BoletoForm.label)
        canvas.line(
            from: Point(x: BoletoForm.left, y: top - 14),
            to: Point(x: BoletoForm.left + BoletoForm.width - cut.width - 8, y: top - 14), Palette.quiet, width: 0.75,
            dashes: [3, 3])
        canvas.draw(
            cut, at: Point(x: BoletoForm.left + BoletoForm.width - cut.width, y: top - 14 - cut.height / 2))
        canvas.tagged(.section) { drawCompensation(on: canvas, top: top) }
    }

    // MARK: The payer's receipt

    private func drawReceipt(on canvas: Canvas) {
        var y = 34.0
        let (left, main, width) = (BoletoForm.left, BoletoForm.main, BoletoForm.width)
        drawHead(on: canvas, y: y, caption: BoletoLabel.payerReceipt)
        y += 24
        field(
            canvas, Rect(x: left, y: y, width: main, height: 30), BoletoLabel.beneficiary, slip.beneficiary.line,
            second: slip.beneficiary.address)
        amountField(canvas, y, 30, BoletoLabel.due, dueText, isStrong: true)
        y += 30
        field(
            canvas, Rect(x: left, y: y, width: main, height: 30), BoletoLabel.payer, slip.payer.line,
            second: slip.payer.address)
        amountField(canvas, y, 30, BoletoLabel.amount, amountText, isStrong: true)
        y += 30
        if let guarantor = slip.guarantor {
            field(
                canvas, Rect(x: left, y: y, width: width, height: 30), BoletoLabel.guarantor, guarantor.line,
                second: guarantor.address)
            y += 30
        }
        let widths = [main * 0.27, main * 0.33, main * 0.4]
        row(
            canvas, y, widths,
            [
                (BoletoLabel.documentDay, format.date(slip.documentDay)),
                (BoletoLabel.documentNumber, slip.documentNumber),
                (BoletoLabel.agencyAndCode, slip.agencyAndCode),
            ])
        amountField(canvas, y, BoletoForm.row, BoletoLabel.ourNumber, slip.ourNumber)
        y += BoletoForm.row
        let note = typesetter.set(
            BoletoLabel.authentication, BoletoForm.label.aligned(.right), width: width)
        canvas.draw(note, at: Point(x: left, y: y + 4))
        if !slip.instructions.isEmpty {
            let text = typesetter.set(
                slip.instructions.joined(separator: "\n"), TextStyle(size: 8.5), width: main, lines: 8)
            canvas.tagged(.paragraph) { canvas.draw(text, at: Point(x: left, y: y + 8)) }
            y += text.height
        }
        y += 26
        if let symbol, let pix = slip.pix { drawPix(symbol, pix, on: canvas, y: y) }
    }

    private func drawPix(_ symbol: QRCode, _ pix: BRCode, on canvas: Canvas, y: Double) {
        let side = 132.0
        let width = BoletoForm.width
        let palette = Palette(brand: slip.imprint.creditor.colour)
        let textWidth = width - side - 24 - 2 * 12
        let text = Stack(
            [
                TextLine(typesetter.set(BoletoLabel.payWithPix, TextStyle(size: 14, weight: .bold), width: textWidth)),
                TextLine(typesetter.set(BoletoLabel.pixHint, .body, width: textWidth)),
                TextLine(typesetter.set(BoletoLabel.checkBeneficiary, .small, width: textWidth)),
                typesetter.labelled(BoletoLabel.pixCopy, pix.payload, width: textWidth, style: .code.sized(7)),
            ], spacing: 4)
        let panel = Panel(
            Columns(columns: [(Symbol(code: symbol, side: side), 0), (text, side + 24)]), width: width,
            fill: palette.tint, padding: 12)
        panel.draw(on: canvas, at: Point(x: BoletoForm.left, y: y))
    }

    // MARK: The bank's part

    private func drawCompensation(on canvas: Canvas, top: Double) {
        let (left, main) = (BoletoForm.left, BoletoForm.main)
        var y = top
        drawHead(on: canvas, y: y, caption: nil)
        y += 24
        field(
            canvas, Rect(x: left, y: y, width: main, height: BoletoForm.row), BoletoLabel.paymentPlace,
            slip.paymentPlace ?? BoletoLabel.anyBank)
        amountField(canvas, y, BoletoForm.row, BoletoLabel.due, dueText, isStrong: true)
        y += BoletoForm.row
        field(
            canvas, Rect(x: left, y: y, width: main, height: 30), BoletoLabel.beneficiary, slip.beneficiary.line,
            second: slip.beneficiary.address)
        amountField(canvas, y, 30, BoletoLabel.agencyAndCode, slip.agencyAndCode)
        y += 30
        row(
            canvas, y, [0.2, 0.29, 0.14, 0.11, 0.26].map { $0 * main },
            [
                (BoletoLabel.documentDay, format.date(slip.documentDay)),
                (BoletoLabel.documentNumber, slip.documentNumber),
                (BoletoLabel.species, slip.species), (BoletoLabel.acceptance, slip.isAccepted ? "A" : "N"),
                (BoletoLabel.processingDay, format.date(slip.processingDay)),
            ])
        amountField(canvas, y, BoletoForm.row, BoletoLabel.ourNumber, slip.ourNumber)
        y += BoletoForm.row
        row(
            canvas, y, [0.2, 0.15, 0.14, 0.25, 0.26].map { $0 * main },
            [
                (BoletoLabel.bankUse, ""), (BoletoLabel.wallet, slip.wallet), (BoletoLabel.currency, "R$"),
                (BoletoLabel.quantity, ""), (BoletoLabel.currencyValue, ""),
            ])
        amountField(canvas, y, BoletoForm.row, BoletoLabel.amount, amountText, isStrong: true)
        y += BoletoForm.row
        drawInstructions(on: canvas, Rect(x: left, y: y, width: main, height: 5 * 18))
        let labels = [
            BoletoLabel.deduction, BoletoLabel.otherDeductions, BoletoLabel.lateCharges, BoletoLabel.otherAdditions,
            BoletoLabel.charged,
        ]
        for label in labels {
            amountField(canvas, y, 18, label, "")
            y += 18
        }
        drawPayer(on: canvas, Rect(x: left, y: y, width: BoletoForm.width, height: 44))
        y += 44
        drawBarcode(on: canvas, y: y + mm(2))
        let caption = typesetter.set(
            "\(BoletoLabel.authentication) · \(BoletoLabel.compensation)", BoletoForm.label.aligned(.right),
            width: BoletoForm.width - mm(113))
        canvas.draw(caption, at: Point(x: left + mm(113), y: y + 4))
    }

    private func drawInstructions(on canvas: Canvas, _ box: Rect) {
        canvas.frame(box, Palette.ink, width: 0.5)
        let label = typesetter.set(BoletoLabel.instructions, BoletoForm.label)
        var style = TextStyle(size: 8.5)
        let text = slip.instructions.joined(separator: "\n")
        var block = typesetter.set(text, style, width: box.width - 10)
        while block.height > box.height - label.height - 6, style.size > 5.5 {
            style.size -= 0.5
            block = typesetter.set(text, style, width: box.width - 10)
        }
        canvas.tagged(.paragraph) {
            canvas.draw(label, at: Point(x: box.x + 5, y: box.y + 2))
            canvas.draw(block, at: Point(x: box.x + 5, y: box.y + 4 + label.height))
        }
    }

    private func drawPayer(on canvas: Canvas, _ box: Rect) {
        canvas.frame(box, Palette.ink, width: 0.5)
        let width = box.width - 10
        var lines: [any Block] = [
            TextLine(typesetter.set(BoletoLabel.payer, BoletoForm.label)),
            TextLine(fitted(slip.payer.line, BoletoForm.value, width: width)),
            TextLine(fitted(slip.payer.address, TextStyle(size: 8), width: width)),
        ]
        let guarantor = slip.guarantor.map { "\($0.line) · \($0.address)" } ?? "–"
        lines.append(
            TextLine(
                fitted("\(BoletoLabel.guarantor): \(guarantor)", TextStyle(size: 7), width: width)))
        Stack(lines).draw(on: canvas, at: Point(x: box.x + 5, y: box.y + 2))
    }

    private func drawBarcode(on canvas: Canvas, y: Double) {
        canvas.tagged(.figure) {
            canvas.draw(
                bars: barcode.bars(x: BoletoForm.left + ITF25.quietZone, width: ITF25.slipWidth), y: y,
                height: ITF25.slipHeight)
        }
    }

    // MARK: Boxes

    /// Bank, its code, and the line that people type.
    private func drawHead(on canvas: Canvas, y: Double, caption: String?) {
        let (left, width) = (BoletoForm.left, BoletoForm.width)
        let base = y + 24
        let line = typesetter.set(slip.boleto.formattedLine, TextStyle(size: 10.5, weight: .semibold).tabular())
        let code = typesetter.set(slip.bank.code, TextStyle(size: 14, weight: .bold))
        let lineLeft = left + width - line.width
        let codeLeft = lineLeft - 14 - code.width
        let room = max(40, codeLeft - 16 - left)
        var name = typesetter.set(slip.bank.name, TextStyle(size: 12, weight: .bold))
        if name.width > room {
            name = typesetter.set(
                slip.bank.name, TextStyle(size: 8.5, weight: .bold, leading: 1), width: room, lines: 2)
        }
        canvas.tagged(.paragraph) {
            canvas.draw(name, at: Point(x: left, y: base - 5 - name.height))
            canvas.draw(code, at: Point(x: codeLeft, y: base - 3.5 - code.height))
            canvas.draw(line, at: Point(x: lineLeft, y: base - 5.5 - line.height))
        }
        for x in [codeLeft - 7, codeLeft + code.width + 7] {
            canvas.line(from: Point(x: x, y: y + 4), to: Point(x: x, y: base), Palette.ink, width: 1)
        }
        canvas.line(from: Point(x: left, y: base), to: Point(x: left + width, y: base), Palette.ink, width: 1)
        if let caption {
            let text = typesetter.set(caption, BoletoForm.label.aligned(.right), width: width)
            canvas.draw(text, at: Point(x: left, y: y - 6))
        }
    }

    private func row(_ canvas: Canvas, _ y: Double, _ widths: [Double], _ fields: [(String, String)]) {
        var x = BoletoForm.left
        for (width, content) in zip(widths, fields) {
            field(canvas, Rect(x: x, y: y, width: width, height: BoletoForm.row), content.0, content.1)
            x += width
        }
    }

    private func amountField(
        _ canvas: Canvas, _ y: Double, _ height: Double, _ label: String, _ value: String, isStrong: Bool = false
    ) {
        let box = Rect(
            x: BoletoForm.left + BoletoForm.main, y: y, width: BoletoForm.aside, height: height)
        if isStrong { canvas.fill(box, Colour(0xF1F1EE)) }
        let style = isStrong ? BoletoForm.value.sized(10).weight(.bold) : BoletoForm.value
        field(canvas, box, label, value, style: style.aligned(.right))
    }

    private func field(
        _ canvas: Canvas, _ box: Rect, _ label: String, _ value: String, second: String? = nil,
        style: TextStyle = BoletoForm.value
    ) {
        canvas.frame(box, Palette.ink, width: 0.5)
        let name = typesetter.set(label, BoletoForm.label, width: box.width - 8, lines: 1)
        let content = fitted(value, style, width: box.width - 10)
        let extra = second.map { fitted($0, TextStyle(size: 7.5), width: box.width - 10) }
        canvas.tagged(.paragraph) {
            canvas.draw(name, at: Point(x: box.x + 5, y: box.y + 1.5))
            let used = content.height + (extra?.height ?? 0)
            canvas.draw(content, at: Point(x: box.x + 5, y: box.bottom - used - 1.5))
            if let extra { canvas.draw(extra, at: Point(x: box.x + 5, y: box.bottom - extra.height - 1.5)) }
        }
    }

    /// On one line, smaller where it would not fit: an address that the law wants is not cut off (CDC art. 42-A).
    private func fitted(_ text: String, _ style: TextStyle, width: Double) -> TextBlock {
        var style = style
        while style.size > 4.5, typesetter.width(text, style) > width { style.size -= 0.5 }
        return typesetter.set(text, style, width: width, lines: 1)
    }

    private var dueText: String {
        slip.boleto.dueDay(seenFrom: slip.documentDay).map(format.date) ?? BoletoLabel.atSight
    }

    /// Empty where the payer says how much.
    private var amountText: String { slip.boleto.amount == .zero ? "" : format.money(slip.boleto.amount) }

    private static let label = TextStyle(size: 6.5, colour: Palette.quiet)
    private static let value = TextStyle(size: 8.5, isTabular: true)
}
