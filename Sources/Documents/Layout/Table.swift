/// A table whose columns find their own widths and whose rows are never cut.
struct Table: Divisible {
    struct Column {
        enum Width {
            /// As wide as the widest cell.
            case content
            /// What the others leave, by shares.
            case share(Double)
        }

        let title: String
        let width: Width
        let alignment: TextStyle.Alignment

        static func amount(_ title: String) -> Column { Column(title: title, width: .content, alignment: .right) }
        static func text(_ title: String, share: Double = 1) -> Column {
            Column(title: title, width: .share(share), alignment: .left)
        }
        static func narrow(_ title: String, _ alignment: TextStyle.Alignment = .left) -> Column {
            Column(title: title, width: .content, alignment: alignment)
        }
    }

    /// A cell: a line, and perhaps a quieter one beneath it.
    struct Cell {
        let text: String
        let note: String?

        init(_ text: String, note: String? = nil) {
            self.text = text
            self.note = note
        }
    }

    fileprivate struct Row {
        let cells: [Stack]
        let height: Double
        let isTotal: Bool
    }

    fileprivate struct Face {
        let header: Row
        let lefts: [Double]
        let width: Double
        let palette: Palette
    }

    private let face: Face
    private let rows: ArraySlice<Row>

    private static let gutter = 12.0
    fileprivate static let padding = 4.5

    /// - Parameters:
    ///   - total: the last row, set off from the others.
    ///   - smallest: how small letters may get where the columns would not fit.
    init(
        _ columns: [Column], rows: [[Cell]], total: [Cell]? = nil, width: Double, style: TextStyle,
        palette: Palette, typesetter: Typesetter, smallest: Double = 6.5
    ) {
        var style = style.tabular()
        var widths = Table.widths(columns, rows + (total.map { [$0] } ?? []), width, style, typesetter)
        while widths == nil, style.size > smallest {
            style.size -= 0.5
            widths = Table.widths(columns, rows + (total.map { [$0] } ?? []), width, style, typesetter)
        }
        let fitted =
            widths ?? columns.map { _ in (width - Table.gutter * Double(columns.count - 1)) / Double(columns.count) }
        func row(_ cells: [Cell], weight: TextStyle.Weight, isTotal: Bool = false) -> Row {
            let stacks = zip(zip(cells, columns), fitted).map { pair, width in
                let (cell, column) = pair
                let aligned = style.aligned(column.alignment)
                var blocks: [any Block] = [
                    TextLine(typesetter.set(cell.text, aligned.weight(weight), width: width), as: .paragraph)
                ]
                if let note = cell.note {
                    let quiet = aligned.colour(Palette.quiet).sized(style.size - 1)
                    blocks.append(TextLine(typesetter.set(note, quiet, width: width), as: .paragraph))
                }
                return Stack(blocks, spacing: 0.5)
            }
            return Row(
                cells: stacks, height: (stacks.map(\.height).max() ?? 0) + 2 * Table.padding, isTotal: isTotal)
        }
        let titles = zip(columns, fitted).map { column, width in
            let label = TextStyle.label.aligned(column.alignment)
            return Stack([TextLine(typesetter.set(column.title, label.sized(min(8, style.size)), width: width))])
        }
        var lefts: [Double] = []
        var x = 0.0
        for width in fitted {
            lefts.append(x)
            x += width + Table.gutter
        }
        face = Face(
            header: Row(
                cells: titles, height: (titles.map(\.height).max() ?? 0) + 2 * Table.padding, isTotal: false),
            lefts: lefts, width: width, palette: palette)
        self.rows =
            (rows.map { row($0, weight: .regular) }
            + (total.map { [row($0, weight: .semibold, isTotal: true)] } ?? []))[...]
    }

    private init(face: Face, rows: ArraySlice<Row>) {
        self.face = face
        self.rows = rows
    }

    /// The height of the header and the first rows: what a heading wants to see beneath it.
    var beginning: Double { face.header.height + rows.prefix(2).map(\.height).reduce(0, +) }

    func divided(fitting height: Double) -> (part: (any Block)?, rest: (any Divisible)?) {
        var taken = rows.startIndex
        var used = face.header.height
        while taken < rows.endIndex, used + rows[taken].height <= height {
            used += rows[taken].height
            taken += 1
        }
        // A total does not stand alone under a header: it takes a row with it.
        if taken == rows.endIndex - 1, rows[taken].isTotal, taken - rows.startIndex > 1 { taken -= 1 }
        if taken == rows.startIndex, !rows.isEmpty { return (nil, self) }
        let part = TablePart(face: face, rows: rows[..<taken], isLast: taken == rows.endIndex)
        return (part, taken == rows.endIndex ? nil : Table(face: face, rows: rows[taken...]))
    }

    /// Nil where the columns do not fit.
    private static func widths(
        _ columns: [Column], _ rows: [[Cell]], _ width: Double, _ style: TextStyle, _ typesetter: Typesetter
    ) -> [Double]? {
        var widths: [Double] = []
        var shares = 0.0
        for (index, column) in columns.enumerated() {
            switch column.width {
            case .share(let share):
                shares += share
                widths.append(0)
            case .content:
                let title = typesetter.width(column.title, .label.sized(min(8, style.size)))
                let texts = Set(rows.map { $0[index].text })
                let notes = Set(rows.compactMap { $0[index].note })
                let widest =
                    texts.map { typesetter.width($0, style.weight(.semibold)) }.max() ?? 0
                let noted = notes.map { typesetter.width($0, style.sized(style.size - 1)) }.max() ?? 0
                widths.append(max(title, widest, noted))
            }
        }
        let rest = width - widths.reduce(0, +) - gutter * Double(columns.count - 1)
        // Text columns want at least this much for each share, or names break into slivers.
        guard rest >= shares * 62 else { return nil }
        for (index, column) in columns.enumerated() {
            if case .share(let share) = column.width { widths[index] = rest * share / shares }
        }
        return widths
    }
}

/// The rows of a table that stand on one page, under the header.
private struct TablePart: Block {
    let face: Table.Face
    let rows: ArraySlice<Table.Row>
    let isLast: Bool

    var height: Double { face.header.height + rows.map(\.height).reduce(0, +) }

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.tagged(.table) {
            draw(face.header, as: .headerCell, on: canvas, at: origin)
            var y = origin.y + face.header.height
            rule(canvas, origin.x, y, Palette.quiet, 0.75)
            for (index, row) in rows.enumerated() {
                if index > 0 { rule(canvas, origin.x, y, row.isTotal ? Palette.quiet : Palette.line, 0.75) }
                draw(row, as: .cell, on: canvas, at: Point(x: origin.x, y: y))
                y += row.height
            }
            rule(canvas, origin.x, y, isLast ? Palette.quiet : Palette.line, 0.75)
        }
    }

    private func draw(_ row: Table.Row, as role: Canvas.Role, on canvas: Canvas, at origin: Point) {
        canvas.tagged(.row) {
            for (cell, left) in zip(row.cells, face.lefts) {
                canvas.tagged(role) {
                    cell.draw(on: canvas, at: Point(x: origin.x + left, y: origin.y + Table.padding))
                }
            }
        }
    }

    private func rule(_ canvas: Canvas, _ x: Double, _ y: Double, _ colour: Colour, _ width: Double) {
        canvas.line(from: Point(x: x, y: y), to: Point(x: x + face.width, y: y), colour, width: width)
    }
}
