/// A place on a page: points (1/72 inch) on paper, pixels on a picture; y grows downwards.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
}

struct Rect: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    func inset(by amount: Double) -> Rect {
        Rect(x: x + amount, y: y + amount, width: width - 2 * amount, height: height - 2 * amount)
    }
}

/// Millimetres as points.
func mm(_ value: Double) -> Double { value * 72 / 25.4 }
