/// An exact decimal by which an amount is multiplied, such as a price index's `1.004700`: at most ten decimals.
package struct DecimalFactor: Hashable, Comparable, Sendable {
    /// The factor in units of 10⁻¹⁰.
    let units: Int64

    static let unitsPerWhole: Int64 = 10_000_000_000

    package static let one = DecimalFactor(units: unitsPerWhole)

    init(units: Int64) { self.units = units }

    /// Reads `1.0047` or `1,0047`. Nil for signs, exponents, more than ten decimals, zero, or 1000 and above.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), (1...3).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy(\.isASCIIDigit), let whole = Int64(parts[0])
        else { return nil }
        var fraction: Int64 = 0
        if parts.count == 2 {
            let digits = parts[1].utf8
            guard (1...10).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
                let value = Int64(parts[1] + String(repeating: "0", count: 10 - digits.count))
            else { return nil }
            fraction = value
        }
        units = whole * DecimalFactor.unitsPerWhole + fraction
        guard units > 0 else { return nil }
    }

    package static func < (left: DecimalFactor, right: DecimalFactor) -> Bool { left.units < right.units }

    /// Without trailing zeros: `1.0047`, `1`.
    package var text: String {
        let (whole, fraction) = units.quotientAndRemainder(dividingBy: DecimalFactor.unitsPerWhole)
        var digits = padded(Int(fraction), 10)
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
    }
}

extension DecimalFactor: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let factor = DecimalFactor(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a decimal factor")
        }
        self = factor
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Money {
    /// This amount times an exact decimal, rounded half up to the cent.
    package func scaled(by factor: DecimalFactor) -> Money {
        scaled(by: factor.units, over: DecimalFactor.unitsPerWhole)
    }
}
