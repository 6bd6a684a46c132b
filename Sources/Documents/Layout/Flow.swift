/// Something that stands on a page in one piece.
protocol Block {
    var height: Double { get }
    /// Draws with the top left corner at a point.
    func draw(on canvas: Canvas, at origin: Point)
}

/// Something that may go on over the end of a page, at a place where no row is cut.
protocol Divisible {
    /// The part that fits into a height, and what is left; nil for the part where nothing fits.
    func divided(fitting height: Double) -> (part: (any Block)?, rest: (any Divisible)?)
}

/// Fills pages from top to bottom.
struct Flow {
    /// Where content may stand on a page; the first may begin lower than the others.
    private let area: Rect
    private var y: Double
    private(set) var pages: [[(block: any Block, origin: Point)]] = [[]]

    /// - Parameter firstTop: where the content of the first page begins.
    init(area: Rect, firstTop: Double) {
        self.area = area
        y = firstTop
    }

    var width: Double { area.width }
    private var room: Double { area.bottom - y }
    private var isAtTop: Bool { pages[pages.count - 1].isEmpty }

    mutating func space(_ height: Double) {
        if !isAtTop { y += height }
    }

    /// Places a block; on the next page if it does not fit here.
    /// - Parameter following: what must fit beneath it on the same page: a heading is not left alone.
    mutating func place(_ block: some Block, following: Double = 0) {
        if block.height + following > room, !isAtTop { breakPage() }
        put(block)
    }

    mutating func place(_ divisible: some Divisible) {
        var rest: (any Divisible)? = divisible
        while let current = rest {
            let (part, remaining) = current.divided(fitting: room)
            if let part {
                put(part)
            } else if isAtTop {
                // Not even an empty page holds the next piece: it is drawn whole, over the edge, rather than lost.
                let (whole, after) = current.divided(fitting: .infinity)
                if let whole { put(whole) }
                rest = after
                continue
            }
            rest = remaining
            if rest != nil { breakPage() }
        }
    }

    private mutating func put(_ block: any Block) {
        pages[pages.count - 1].append((block, Point(x: area.x, y: y)))
        y += block.height
    }

    private mutating func breakPage() {
        pages.append([])
        y = area.y
    }
}
