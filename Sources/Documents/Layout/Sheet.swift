import Domain
import Payments

/// A document on A4 with the creditor's head on the first page and a foot on each.
struct Sheet {
    let imprint: Imprint
    let words: DocumentCatalogue
    let format: DocumentFormat
    let palette: Palette
    let typesetter: Typesetter

    private static let margin = 48.0
    private static let footTop = PDFFile.page.height - 52
    private static let area = Rect(
        x: margin, y: 68, width: PDFFile.page.width - 2 * margin, height: footTop - 16 - 68)

    init(_ imprint: Imprint) {
        self.imprint = imprint
        words = DocumentCatalogue(language: imprint.language)
        format = DocumentFormat(language: imprint.language)
        palette = Palette(brand: imprint.creditor.colour)
        typesetter = Typesetter(imprint.language)
    }

    var width: Double { Sheet.area.width }

    /// - Parameters:
    ///   - subtitle: a line under the title.
    ///   - pictures: what each figure shows, in the order of drawing.
    func pdf(
        title: String, subtitle: String? = nil, pictures: [String] = [], _ compose: (inout Flow) -> Void
    ) throws(DocumentError) -> [UInt8] {
        let head = firstHead(title, subtitle)
        var flow = Flow(area: Sheet.area, firstTop: 40 + head.height + 16)
        compose(&flow)
        let count = flow.pages.count
        let pages = flow.pages.enumerated().map { index, placed in
            { (canvas: Canvas) in
                canvas.fill(
                    Rect(x: 0, y: 0, width: PDFFile.page.width, height: 5), palette.accent)
                canvas.tagged(.section) {
                    if index == 0 {
                        head.draw(on: canvas, at: Point(x: Sheet.margin, y: 40))
                    } else {
                        drawRunningHead(title, on: canvas)
                    }
                    for item in placed { item.block.draw(on: canvas, at: item.origin) }
                    drawFoot(page: index + 1, of: count, on: canvas)
                }
            }
        }
        let metadata = PDFMetadata(
            title: [title, imprint.reference].compactMap { $0 }.joined(separator: " "), author: imprint.creditor.name,
            subject: subtitle ?? title, created: imprint.issued, language: imprint.language)
        return try PDFFile.draw(metadata, pages: pages, pictures: pictures)
    }

    private func firstHead(_ title: String, _ subtitle: String?) -> Stack {
        let creditor = imprint.creditor
        let aside = 150.0
        let left = width - aside - 16
        var identity = [creditor.identity]
        if let legalName = creditor.legalName, legalName != creditor.name { identity.insert(legalName, at: 0) }
        var sender: [any Block] = [
            TextLine(
                typesetter.set(
                    creditor.name, TextStyle(size: 13, weight: .bold, colour: palette.accentText), width: left, lines: 2
                )),
            Gap(height: 2),
            TextLine(typesetter.set(identity.joined(separator: " · "), .small, width: left)),
            TextLine(typesetter.set(creditor.address, .small, width: left)),
        ]
        if !creditor.contacts.isEmpty {
            sender.append(TextLine(typesetter.set(creditor.contacts.joined(separator: " · "), .small, width: left)))
        }
        var issue: [any Block] = []
        let right = TextStyle.small.aligned(.right)
        if let reference = imprint.reference {
            issue.append(
                TextLine(typesetter.set(words.text(.reference, ["reference": reference]), right, width: aside)))
        }
        let instant = format.instant(imprint.issued, in: imprint.zone)
        issue.append(TextLine(typesetter.set(words.text(.issued, ["instant": instant]), right, width: aside)))
        var blocks: [any Block] = [
            Columns(columns: [(Stack(sender), 0), (Stack([Gap(height: 4)] + issue), width - aside)]), Gap(height: 20),
            TextLine(typesetter.set(title, .title, width: width), as: .title),
        ]
        if let subtitle {
            blocks += [
                Gap(height: 3),
                TextLine(typesetter.set(subtitle, TextStyle.body.colour(Palette.quiet), width: width)) as any Block,
            ]
        }
        return Stack(blocks)
    }

    private func drawRunningHead(_ title: String, on canvas: Canvas) {
        let half = width / 2 - 8
        let name = typesetter.set(
            imprint.creditor.name, TextStyle.small.weight(.semibold).colour(palette.accentText), width: half, lines: 1)
        let label = typesetter.set(
            [title, imprint.reference].compactMap { $0 }.joined(separator: " "), TextStyle.small.aligned(.right),
            width: half, lines: 1)
        canvas.tagged(.paragraph) {
            canvas.draw(name, at: Point(x: Sheet.margin, y: 32))
            canvas.draw(label, at: Point(x: Sheet.margin + width - half, y: 32))
        }
        rule(canvas, y: 50)
    }

    private func drawFoot(page: Int, of count: Int, on canvas: Canvas) {
        let label = typesetter.set(
            words.text(.page, ["page": format.number(page), "pages": format.number(count)]),
            TextStyle.label.aligned(.right))
        let creditor = imprint.creditor
        let identity = typesetter.set(
            "\(creditor.name) · \(creditor.identity) · \(creditor.address)", .label, width: width - label.width - 24,
            lines: 2)
        rule(canvas, y: Sheet.footTop)
        canvas.tagged(.paragraph) {
            canvas.draw(identity, at: Point(x: Sheet.margin, y: Sheet.footTop + 8))
            canvas.draw(label, at: Point(x: Sheet.margin + width - label.width, y: Sheet.footTop + 8))
        }
    }

    private func rule(_ canvas: Canvas, y: Double) {
        canvas.line(
            from: Point(x: Sheet.margin, y: y), to: Point(x: Sheet.margin + width, y: y), Palette.line, width: 0.75)
    }
}

/// The parts that papers share.
extension Sheet {
    func paragraph(_ text: String, _ style: TextStyle = .body, width: Double? = nil) -> TextLine {
        TextLine(typesetter.set(text, style, width: width ?? self.width))
    }

    func heading(_ key: DocumentText) -> TextLine {
        TextLine(typesetter.set(words.text(key), .heading, width: width), as: .heading)
    }

    /// A heading and a table beneath it, never parted from its first rows.
    func place(_ key: DocumentText, _ table: Table, in flow: inout Flow) {
        flow.space(18)
        flow.place(heading(key), following: 6 + table.beginning)
        flow.space(6)
        flow.place(table)
    }

    /// A few facts beside each other, label over value.
    func facts(_ facts: [(DocumentText, String)], width: Double, style: TextStyle = .body) -> Columns {
        let gutter = 16.0
        let each = (width - gutter * Double(facts.count - 1)) / Double(facts.count)
        return Columns(
            columns: facts.enumerated().map { index, fact in
                (
                    typesetter.labelled(words.text(fact.0), fact.1, width: each, style: style),
                    Double(index) * (each + gutter)
                )
            })
    }

    /// How to pay by Pix: the symbol, the code to copy, and whom the bank's app must show.
    func payment(_ order: PixOrder, _ symbol: QRCode) -> Panel {
        let padding = 14.0
        let side = 120.0
        let left = side + 16
        let textWidth = width - 2 * padding - left
        let creditor = imprint.creditor
        var text: [any Block] = [
            typesetter.labelled(
                words.text(.amountToPay), format.money(order.amount), width: textWidth,
                style: TextStyle(size: 18, weight: .bold)),
            Gap(height: 4),
        ]
        if let day = order.validUntil {
            text += [
                paragraph(words.text(.pixValid, ["day": format.date(day)]), .body, width: textWidth) as any Block,
                Gap(height: 4),
            ]
        }
        text += [
            paragraph(words.text(.pixSteps), TextStyle.small.colour(Palette.ink), width: textWidth) as any Block,
            Gap(height: 4),
            paragraph(
                words.text(.pixCheck, ["name": creditor.legalName ?? creditor.name, "document": creditor.identity]),
                TextStyle.small.colour(Palette.ink).weight(.medium), width: textWidth),
        ]
        let code: [any Block] = [
            Columns(columns: [(Symbol(code: symbol, side: side), 0), (Stack(text), left)]), Gap(height: 10),
            paragraph(words.text(.pixCopy), .label, width: width - 2 * padding), Gap(height: 2),
            paragraph(order.code.payload, .code, width: width - 2 * padding),
        ]
        return Panel(Stack(code), width: width, fill: palette.tint, padding: padding)
    }

    /// What a person may ask for, two and two.
    func rights() -> Stack {
        let gutter = 24.0
        let each = (width - gutter) / 2
        let pairs: [(DocumentText, DocumentText)] = [
            (.contestTitle, .contest), (.personTitle, .person), (.stopTitle, .stop), (.privacyTitle, .privacy),
        ]
        let blocks = pairs.map { title, text in
            Stack(
                [
                    paragraph(words.text(title), TextStyle.body.weight(.semibold), width: each),
                    paragraph(words.text(text), TextStyle.small.colour(Palette.ink), width: each),
                ], spacing: 2)
        }
        return Stack(
            [
                Columns(columns: [(blocks[0], 0), (blocks[1], each + gutter)]),
                Columns(columns: [(blocks[2], 0), (blocks[3], each + gutter)]),
            ], spacing: 10)
    }

    func placeRights(in flow: inout Flow) {
        let rights = rights()
        flow.space(18)
        flow.place(heading(.rights), following: 6 + rights.height)
        flow.space(6)
        flow.place(rights)
    }

    func pixAlternative(_ order: PixOrder) -> String {
        words.text(.pixAlternative, ["amount": format.money(order.amount), "name": imprint.creditor.name])
    }
}
