/// Arithmetic that gives the same bits on every machine: only operations that IEEE 754 defines exactly.
package enum ExactMath {
    /// eˣ by halving the argument and a polynomial; relative error below 10⁻⁶ in −30...30, which is where it is cut.
    package static func exp(_ x: Float) -> Float {
        let clamped = min(max(x, -30), 30)
        // x = k·ln 2 + r, |r| ≤ ln 2 / 2
        let scaled = clamped * 1.442_695
        let k = scaled.rounded(.toNearestOrEven)
        let r = clamped - k * 0.693_359_4 + k * 0.000_212_194_44
        var sum: Float = 1 / 720
        sum = sum * r + 1 / 120
        sum = sum * r + 1 / 24
        sum = sum * r + 1 / 6
        sum = sum * r + 0.5
        sum = sum * r + 1
        sum = sum * r + 1
        return Float(sign: .plus, exponent: Int(k), significand: sum)
    }

    /// 1 / (1 + e⁻ˣ)
    package static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
}
