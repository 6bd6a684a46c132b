/// A percentage held exactly as millionths of one percent: `2 %` is `2_000_000`, `0,033 %` is `33_000`.
package struct Percentage: Hashable, Comparable, Sendable, Codable {
    /// Millionths of one percent.
    package let micros: Int64

    package init(micros: Int64) { self.micros = micros }

    /// A whole number of percent.
    package init(_ percent: Int) { micros = Int64(percent) * 1_000_000 }

    /// Reads a decimal such as `2`, `1.99`, `0,033`, with or without `%`; at most six decimals.
    package init?(_ text: some StringProtocol) {
        var digits = text.trimmingPrefix { $0 == " " }
        while let last = digits.last, last == " " || last == "%" { digits = digits.dropLast() }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole >= 0, whole <= 1_000_000 else {
            return nil
        }
        var fraction: Int64 = 0
        if parts.count == 2 {
            guard (1...6).contains(parts[1].count), parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else {
                return nil
            }
            guard let value = Int64(parts[1] + String(repeating: "0", count: 6 - parts[1].count)) else { return nil }
            fraction = value
        }
        micros = whole * 1_000_000 + fraction
    }

    package static let zero = Percentage(micros: 0)
    /// One hundred percent.
    package static let whole = Percentage(micros: 100_000_000)

    package static func < (left: Percentage, right: Percentage) -> Bool { left.micros < right.micros }

    package init(from decoder: any Decoder) throws {
        micros = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(micros)
    }
}
