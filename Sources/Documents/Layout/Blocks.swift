import Payments

/// A paragraph, a heading, a line of text.
struct TextLine: Block {
    let text: TextBlock
    let role: Canvas.Role

    init(_ text: TextBlock, as role: Canvas.Role = .paragraph) {
        self.text = text
        self.role = role
    }

    var height: Double { text.height }

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.tagged(role) { canvas.draw(text, at: origin) }
    }
}

/// Blocks under each other, never parted.
struct Stack: Block {
    let blocks: [any Block]
    let spacing: Double

    init(_ blocks: [any Block], spacing: Double = 0) {
        self.blocks = blocks
        self.spacing = spacing
    }

    var height: Double { blocks.map(\.height).reduce(0, +) + spacing * Double(max(0, blocks.count - 1)) }

    func draw(on canvas: Canvas, at origin: Point) {
        var y = origin.y
        for block in blocks {
            block.draw(on: canvas, at: Point(x: origin.x, y: y))
            y += block.height + spacing
        }
    }
}

/// Blocks beside each other, tops aligned.
struct Columns: Block {
    let columns: [(block: any Block, x: Double)]

    var height: Double { columns.map(\.block.height).max() ?? 0 }

    func draw(on canvas: Canvas, at origin: Point) {
        for column in columns { column.block.draw(on: canvas, at: Point(x: origin.x + column.x, y: origin.y)) }
    }
}

/// A ground with rounded corners behind a block.
struct Panel: Block {
    let content: any Block
    let width: Double
    let fill: Colour
    let edge: Colour?
    let padding: Double

    init(_ content: any Block, width: Double, fill: Colour, edge: Colour? = nil, padding: Double = 12) {
        self.content = content
        self.width = width
        self.fill = fill
        self.edge = edge
        self.padding = padding
    }

    var height: Double { content.height + 2 * padding }

    func draw(on canvas: Canvas, at origin: Point) {
        let ground = Rect(x: origin.x, y: origin.y, width: width, height: height)
        canvas.fill(ground, fill, radius: 6)
        if let edge { canvas.stroke(ground, edge, width: 0.75, radius: 6) }
        content.draw(on: canvas, at: Point(x: origin.x + padding, y: origin.y + padding))
    }
}

/// A QR symbol as a figure.
struct Symbol: Block {
    let code: QRCode
    let side: Double

    var height: Double { side }

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.tagged(.figure) {
            canvas.draw(code, in: Rect(x: origin.x, y: origin.y, width: side, height: side))
        }
    }
}

/// Empty height.
struct Gap: Block {
    let height: Double

    func draw(on canvas: Canvas, at origin: Point) {}
}

/// A label with its value beneath it.
struct LabelledValue: Block {
    let label: TextBlock
    let value: TextBlock
    private let gap = 1.5

    var height: Double { label.height + gap + value.height }

    func draw(on canvas: Canvas, at origin: Point) {
        canvas.tagged(.paragraph) { canvas.draw(label, at: origin) }
        canvas.tagged(.paragraph) {
            canvas.draw(value, at: Point(x: origin.x, y: origin.y + label.height + gap))
        }
    }
}

extension Typesetter {
    func labelled(
        _ label: String, _ value: String, width: Double, style: TextStyle = .body, lines: Int? = nil
    ) -> LabelledValue {
        LabelledValue(
            label: set(label, .label.aligned(style.alignment), width: width),
            value: set(value, style, width: width, lines: lines))
    }
}
