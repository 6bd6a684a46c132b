import CCairo
import Payments

/// What is drawn on: a page or a picture.
final class Canvas {
    let context: OpaquePointer?
    /// Whether structure for screen readers is written along.
    private let isTagged: Bool

    /// Takes over `context`.
    init(context: OpaquePointer?, isTagged: Bool) {
        self.context = context
        self.isTagged = isTagged
    }

    deinit { cairo_destroy(context) }

    /// Roles of the standard structure of tagged PDF (ISO 32000-1, 14.8.4).
    enum Role: String {
        case document = "Document"
        case section = "Sect"
        case title = "H1"
        case heading = "H2"
        case paragraph = "P"
        case table = "Table"
        case row = "TR"
        case headerCell = "TH"
        case cell = "TD"
        case list = "L"
        case item = "LI"
        case itemBody = "LBody"
        case figure = "Figure"
    }

    func tagged(_ role: Role, _ body: () -> Void) {
        guard isTagged else { return body() }
        cairo_tag_begin(context, role.rawValue, nil)
        body()
        cairo_tag_end(context, role.rawValue)
    }

    func fill(_ rect: Rect, _ colour: Colour, radius: Double = 0) {
        outline(rect, radius: radius)
        setSource(colour)
        cairo_fill(context)
    }

    /// A line on the inside of a rectangle's edge.
    func stroke(_ rect: Rect, _ colour: Colour, width: Double, radius: Double = 0) {
        outline(rect.inset(by: width / 2), radius: radius)
        setSource(colour)
        cairo_set_line_width(context, width)
        cairo_stroke(context)
    }

    /// A line along a rectangle's edge, half of it on either side, so that neighbours share it.
    func frame(_ rect: Rect, _ colour: Colour, width: Double) {
        stroke(rect.inset(by: -width / 2), colour, width: width)
    }

    func line(from start: Point, to end: Point, _ colour: Colour, width: Double, dashes: [Double] = []) {
        cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        cairo_move_to(context, start.x, start.y)
        cairo_line_to(context, end.x, end.y)
        setSource(colour)
        cairo_set_line_width(context, width)
        cairo_stroke(context)
        cairo_set_dash(context, [], 0, 0)
    }

    func draw(_ text: TextBlock, at point: Point) {
        setSource(text.colour)
        cairo_move_to(context, point.x, point.y)
        text.show(on: context)
    }

    /// A QR symbol with its quiet zone, dark on white whatever lies below.
    ///
    /// All modules are one path, so that no seams open between them at any scale.
    func draw(_ symbol: QRCode, in square: Rect) {
        fill(square, Palette.surface)
        let module = square.width / Double(symbol.side + 2 * QRCode.quietZone)
        func edge(_ index: Int) -> Double { Double(QRCode.quietZone + index) * module }
        for row in 0..<symbol.side {
            var column = 0
            while column < symbol.side {
                guard symbol.isDark(row: row, column: column) else {
                    column += 1
                    continue
                }
                let start = column
                while column < symbol.side, symbol.isDark(row: row, column: column) { column += 1 }
                cairo_rectangle(
                    context, square.x + edge(start), square.y + edge(row), edge(column) - edge(start), module)
            }
        }
        setSource(Colour(0))
        cairo_fill(context)
    }

    /// Black bars from left to right; `bars` are x and width.
    func draw(bars: [(x: Double, width: Double)], y: Double, height: Double) {
        for bar in bars { cairo_rectangle(context, bar.x, y, bar.width, height) }
        setSource(Colour(0))
        cairo_fill(context)
    }

    private func setSource(_ colour: Colour) {
        cairo_set_source_rgb(
            context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }

    private func outline(_ rect: Rect, radius: Double) {
        guard radius > 0 else { return cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height) }
        let quarter = Double.pi / 2
        let r = min(radius, rect.width / 2, rect.height / 2)
        cairo_new_sub_path(context)
        cairo_arc(context, rect.right - r, rect.y + r, r, -quarter, 0)
        cairo_arc(context, rect.right - r, rect.bottom - r, r, 0, quarter)
        cairo_arc(context, rect.x + r, rect.bottom - r, r, quarter, 2 * quarter)
        cairo_arc(context, rect.x + r, rect.y + r, r, 2 * quarter, 3 * quarter)
        cairo_close_path(context)
    }
}
