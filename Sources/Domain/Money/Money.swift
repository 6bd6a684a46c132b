/// An amount in the smallest unit of the creditor's currency: integer cents of the Brazilian real.
///
/// There is no floating point on the way in, through or out. Amounts may be negative (a refund, a correction).
package struct Money: Hashable, Comparable, Sendable, Codable {
    /// Cents; `12_345` is R$ 123,45.
    package let cents: Int64

    package init(cents: Int64) { self.cents = cents }

    package static let zero = Money(cents: 0)

    package static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
    package static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }
    package static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }
    package static func * (left: Money, right: Int64) -> Money { Money(cents: left.cents * right) }
    package static func += (left: inout Money, right: Money) { left = left + right }
    package static func -= (left: inout Money, right: Money) { left = left - right }
    package static prefix func - (value: Money) -> Money { Money(cents: -value.cents) }

    /// `self × numerator ÷ denominator`, rounded half away from zero to the cent.
    ///
    /// The product is formed in 128 bits, so it does not overflow for any amount that fits in 64.
    package func scaled(by numerator: Int64, over denominator: Int64) -> Money {
        precondition(denominator > 0, "a share needs a positive denominator")
        let product = Int128(cents) * Int128(numerator)
        let divisor = Int128(denominator)
        let half = divisor / 2
        let rounded = product >= 0 ? (product + half) / divisor : (product - half) / divisor
        return Money(cents: Int64(rounded))
    }

    /// The share that a percentage makes of this amount, rounded half up to the cent.
    package func share(_ percentage: Percentage) -> Money {
        scaled(by: percentage.micros, over: Percentage.whole.micros)
    }

    package init(from decoder: any Decoder) throws {
        cents = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }
}

extension Sequence where Element == Money {
    /// The exact sum.
    package func sum() -> Money { reduce(.zero, +) }
}
