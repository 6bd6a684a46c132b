/// How a text looks.
struct TextStyle: Hashable, Sendable {
    enum Weight: Int32, Sendable {
        case regular = 400
        case medium = 500
        case semibold = 600
        case bold = 700
    }

    enum Alignment: Sendable { case left, centre, right }

    /// Height of the em in points or pixels.
    var size: Double
    var weight: Weight = .regular
    var colour = Palette.ink
    var alignment = Alignment.left
    /// From baseline to baseline, as a multiple of the font's own.
    var leading = 1.16
    /// Figures of one width, so that columns of amounts stand under each other.
    var isTabular = false
    /// Letters, digits and codes that are copied by eye: a zero with a slash, an I with feet.
    var isCode = false

    func weight(_ weight: Weight) -> TextStyle { with { $0.weight = weight } }
    func colour(_ colour: Colour) -> TextStyle { with { $0.colour = colour } }
    func aligned(_ alignment: Alignment) -> TextStyle { with { $0.alignment = alignment } }
    func tabular() -> TextStyle { with { $0.isTabular = true } }
    func sized(_ size: Double) -> TextStyle { with { $0.size = size } }

    private func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
        var copy = self
        change(&copy)
        return copy
    }
}

/// The styles of paper, in points.
extension TextStyle {
    static let title = TextStyle(size: 20, weight: .semibold, leading: 1.05)
    static let heading = TextStyle(size: 12.5, weight: .semibold)
    static let body = TextStyle(size: 10, leading: 1.22)
    /// Terms of a contract with a consumer are not smaller than twelve points (CDC art. 54 § 3).
    static let contract = TextStyle(size: 12, leading: 1.18)
    static let table = TextStyle(size: 9)
    static let label = TextStyle(size: 8, colour: Palette.quiet)
    static let small = TextStyle(size: 8.5, colour: Palette.quiet)
    static let code = TextStyle(size: 8, leading: 1.25, isTabular: true, isCode: true)
}
