/// A barcode of the interleaved two-of-five kind, as slips carry it.
///
/// Source: FEBRABAN, layout of the collection slip: 103 mm × 13 mm, wide elements three times as wide as narrow ones.
struct ITF25: Hashable, Sendable {
    /// Widths in modules; bars and spaces take turns, beginning and ending with a bar.
    let elements: [Int]

    /// The width over 44 digits that FEBRABAN prescribes, and the height.
    static let slipWidth = mm(103)
    static let slipHeight = mm(13)
    /// The light margin on each side.
    static let quietZone = mm(5)

    /// Nil for an odd number of digits, or anything that is no digit.
    init?(_ digits: String) {
        let values = digits.utf8.map { Int($0) - 48 }
        guard !values.isEmpty, values.count.isMultiple(of: 2), values.allSatisfy((0...9).contains) else { return nil }
        var elements = [1, 1, 1, 1]
        for pair in stride(from: 0, to: values.count, by: 2) {
            let (bars, spaces) = (ITF25.patterns[values[pair]], ITF25.patterns[values[pair + 1]])
            for (bar, space) in zip(bars, spaces) { elements += [bar, space] }
        }
        self.elements = elements + [3, 1, 1]
    }

    var modules: Int { elements.reduce(0, +) }

    /// The bars' places and widths when the whole symbol is `width` wide.
    func bars(x: Double, width: Double) -> [(x: Double, width: Double)] {
        let module = width / Double(modules)
        var bars: [(x: Double, width: Double)] = []
        var position = 0
        for (index, element) in elements.enumerated() {
            if index.isMultiple(of: 2) { bars.append((x + Double(position) * module, Double(element) * module)) }
            position += element
        }
        return bars
    }

    /// Two wide elements of five for each digit.
    private static let patterns = [
        [1, 1, 3, 3, 1], [3, 1, 1, 1, 3], [1, 3, 1, 1, 3], [3, 3, 1, 1, 1], [1, 1, 3, 1, 3],
        [3, 1, 3, 1, 1], [1, 3, 3, 1, 1], [1, 1, 1, 3, 3], [3, 1, 1, 3, 1], [1, 3, 1, 3, 1],
    ]
}
