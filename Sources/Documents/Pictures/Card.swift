import Domain
import Payments

/// The frame of the pictures: the creditor's colour on top, content on white, who is owed at the foot.
struct Card {
    let creditor: Creditor
    let words: DocumentCatalogue
    let format: DocumentFormat
    let palette: Palette
    let typesetter: Typesetter

    static let pixels = 1080
    private static let margin = 72.0
    private static let headHeight = 132.0

    init(creditor: Creditor, language: DocumentLanguage) {
        self.creditor = creditor
        words = DocumentCatalogue(language: language)
        format = DocumentFormat(language: language)
        palette = Palette(brand: creditor.colour)
        typesetter = Typesetter(language)
    }

    var width: Double { Double(Card.pixels) - 2 * Card.margin }

    let lead = TextStyle(size: 44, weight: .semibold)
    let body = TextStyle(size: 34)
    let strong = TextStyle(size: 36, weight: .semibold)
    let quiet = TextStyle(size: 32, colour: Palette.quiet)

    /// As large as the width allows.
    func figure(_ text: String) -> TextStyle {
        var style = TextStyle(size: 112, weight: .bold, colour: palette.accentText, leading: 1)
        while typesetter.width(text, style) > width, style.size > 40 { style.size -= 4 }
        return style
    }

    func text(_ text: String, _ style: TextStyle, lines: Int? = nil) -> any Block {
        TextLine(typesetter.set(text, style, width: width, lines: lines))
    }

    func row(_ name: String, _ day: String, _ amount: String, isQuiet: Bool = false) -> any Block {
        let style = isQuiet ? quiet : body
        let amountText = typesetter.set(amount, style.weight(isQuiet ? .regular : .semibold).tabular())
        let dayText = typesetter.set(day, quiet.tabular())
        return CardRow(
            name: typesetter.set(name, style, width: width - amountText.width - dayText.width - 64, lines: 1),
            day: dayText, amount: amountText, width: width)
    }

    func png(_ blocks: [any Block]) throws(DocumentError) -> [UInt8] {
        let content = Stack(blocks)
        let foot = foot()
        let footTop = Card.headHeight + 56 + content.height + 48
        let height = Int((footTop + 28 + foot.height + 40).rounded(.up))
        let large = TextStyle(size: 46, weight: .bold, colour: palette.onAccent)
        let isLong = typesetter.width(creditor.name, large) > width
        let name = typesetter.set(creditor.name, isLong ? large.sized(34) : large, width: width, lines: isLong ? 2 : 1)
        return try PictureFile.draw(width: Card.pixels, height: height) { canvas in
            let full = Double(Card.pixels)
            canvas.fill(Rect(x: 0, y: 0, width: full, height: Double(height)), Palette.surface)
            canvas.fill(Rect(x: 0, y: 0, width: full, height: Card.headHeight), palette.accent)
            canvas.draw(name, at: Point(x: Card.margin, y: (Card.headHeight - name.height) / 2))
            content.draw(on: canvas, at: Point(x: Card.margin, y: Card.headHeight + 56))
            canvas.fill(
                Rect(x: 0, y: footTop, width: full, height: Double(height) - footTop), Palette.paper)
            canvas.fill(Rect(x: 0, y: footTop, width: full, height: 2), Palette.line)
            foot.draw(on: canvas, at: Point(x: Card.margin, y: footTop + 28))
        }
    }

    /// Who is owed, with tax number and address (CDC art. 42-A).
    private func foot() -> Stack {
        let style = TextStyle(size: 28, colour: Palette.quiet)
        return Stack([
            text("\(creditor.legalName ?? creditor.name) · \(creditor.identity)", style),
            text(creditor.address, style),
        ])
    }
}

/// A payment on a picture: name, day, amount, over a hairline.
private struct CardRow: Block {
    let name: TextBlock
    let day: TextBlock
    let amount: TextBlock
    let width: Double

    var height: Double { name.height + 32 }

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.fill(Rect(x: origin.x, y: origin.y, width: width, height: 2), Palette.line)
        let base = origin.y + 16 + name.baseline
        canvas.draw(name, at: Point(x: origin.x, y: base - name.baseline))
        canvas.draw(amount, at: Point(x: origin.x + width - amount.width, y: base - amount.baseline))
        // Days stand under each other whatever the amounts: their right edge is three fifths across.
        let edge = min(width * 0.62, width - amount.width - 32)
        canvas.draw(day, at: Point(x: origin.x + edge - day.width, y: base - day.baseline))
    }
}

/// A QR symbol beside what to do with it; its modules stand on whole pixels.
struct CardCode: Block {
    private let code: QRCode
    private let width: Double
    private let ground: Colour
    private let text: TextBlock
    private let side: Double

    private static let padding = 32.0

    init(code: QRCode, width: Double, ground: Colour, text: (Double) -> TextBlock) {
        self.code = code
        self.width = width
        self.ground = ground
        let modules = Double(code.side + 2 * QRCode.quietZone)
        // A phone's camera wants six pixels for a module; long codes take their room from the text.
        side = max(6, (456 / modules).rounded(.down)) * modules
        self.text = text(max(200, width - side - 3 * CardCode.padding))
    }

    var height: Double { max(side, text.height) + 2 * CardCode.padding }

    func draw(on canvas: Canvas, at origin: Point) {
        let (left, top) = (origin.x.rounded(), origin.y.rounded())
        canvas.fill(Rect(x: left, y: top, width: width, height: height), ground, radius: 24)
        canvas.draw(code, in: Rect(x: left + CardCode.padding, y: top + CardCode.padding, width: side, height: side))
        canvas.draw(
            text, at: Point(x: left + side + 2 * CardCode.padding, y: top + (height - text.height) / 2))
    }
}
