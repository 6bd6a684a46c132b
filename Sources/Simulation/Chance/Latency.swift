/// How long something takes, as a distribution given by its quantiles.
///
/// Between the quantiles the value is interpolated in whole milliseconds: integer arithmetic gives the same delays on
/// every machine, which logarithms would not promise.
package struct Latency: Hashable, Sendable {
    /// Pairs of (how many in a thousand are at most this long, milliseconds), rising, the first at 0, the last at 1000.
    private let points: [Point]

    private struct Point: Hashable, Sendable {
        let permille: Int
        let milliseconds: Int64
    }

    /// All arguments are milliseconds and must not fall; a smaller one is taken as its predecessor.
    package init(least: Int64, median: Int64, ninetieth: Int64, ninetyNinth: Int64, most: Int64) {
        var rising: [Point] = []
        var floor: Int64 = 0
        for (permille, value) in [(0, least), (500, median), (900, ninetieth), (990, ninetyNinth), (1000, most)] {
            floor = max(floor, value)
            rising.append(Point(permille: permille, milliseconds: floor))
        }
        points = rising
    }

    /// Always the same.
    package init(constant milliseconds: Int64) {
        points = [Point(permille: 0, milliseconds: milliseconds), Point(permille: 1000, milliseconds: milliseconds)]
    }

    package static let none = Latency(constant: 0)

    /// One draw, in milliseconds.
    package func sample(_ generator: inout SeededGenerator) -> Int64 {
        let draw = generator.below(1_000_000)
        for index in 1..<points.count where draw < points[index].permille * 1000 {
            let (low, high) = (points[index - 1], points[index])
            let span = Int64((high.permille - low.permille) * 1000)
            let into = Int64(draw - low.permille * 1000)
            return low.milliseconds + (high.milliseconds - low.milliseconds) * into / span
        }
        return points[points.count - 1].milliseconds
    }
}
