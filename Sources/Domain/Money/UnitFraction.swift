/// A number from 0 to 1 in units of 2⁻⁶⁰, for discounting over days. Rates and comparisons are made with it; amounts that
/// somebody pays never are.
package struct UnitFraction: Hashable, Comparable, Sendable {
    private let units: UInt64

    private static let bits = 60

    private init(units: UInt64) { self.units = units }

    package static let one = UnitFraction(units: 1 << bits)

    package static func < (left: UnitFraction, right: UnitFraction) -> Bool { left.units < right.units }

    /// Rounded to nearest.
    static func * (left: UnitFraction, right: UnitFraction) -> UnitFraction {
        let (high, low) = left.units.multipliedFullWidth(by: right.units)
        let (sum, carry) = low.addingReportingOverflow(1 << UInt64(bits - 1))
        return UnitFraction(units: (high + (carry ? 1 : 0)) << UInt64(64 - bits) | sum >> UInt64(bits))
    }

    /// By repeated squaring: the same result on every machine.
    package func power(_ exponent: Int) -> UnitFraction {
        var result = UnitFraction.one
        var square = self
        var rest = max(0, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result * square }
            rest >>= 1
            if rest > 0 { square = square * square }
        }
        return result
    }

    /// The largest fraction for which the test still holds, where it holds for all smaller ones.
    static func largest(where holds: (UnitFraction) -> Bool) -> UnitFraction {
        if holds(.one) { return .one }
        var low: UInt64 = 0
        var high = UnitFraction.one.units
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(UnitFraction(units: middle)) { low = middle } else { high = middle }
        }
        return UnitFraction(units: low)
    }

    /// The fraction whose power this is.
    package func root(_ degree: Int) -> UnitFraction { .largest { $0.power(degree) <= self } }

    /// `1 ÷ (1 + rate)`; a negative rate counts as none.
    package static func discount(_ rate: Percentage) -> UnitFraction {
        let whole = UInt128(Percentage.whole.micros)
        let micros = UInt128(max(0, rate.micros))
        return UnitFraction(units: UInt64((whole << UInt128(bits)) / (whole + micros)))
    }

    /// The rate of which this is the discount, `1 ÷ self − 1`, rounded to nearest; nil over a million percent.
    package var rate: Percentage? {
        guard units >= UnitFraction.one.units / 10_000 else { return nil }
        let rest = UInt128(UnitFraction.one.units - units) * UInt128(Percentage.whole.micros)
        return Percentage(micros: Int64((rest + UInt128(units) / 2) / UInt128(units)))
    }

    /// The part of an amount, in cents and 2⁻⁶⁰ of a cent.
    func part(of amount: Money) -> UInt128 { UInt128(max(0, amount.cents)) * UInt128(units) }

    /// Whole cents of what `part` gives, rounded half up.
    static func cents(_ parts: UInt128) -> Money {
        Money(cents: Int64((parts + (1 << UInt128(bits - 1))) >> UInt128(bits)))
    }

    static func parts(_ amount: Money) -> UInt128 { UnitFraction.one.part(of: amount) }
}
