package import Domain

extension Money {
    /// Reads an amount as the Central Bank's formats write it: digits, and after a dot one or two decimals.
    ///
    /// `1234.56`, `10`, `0.5`; at most ten digits before the dot. Nil for anything else: signs, commas, spaces, exponents.
    package init?(bankDecimal text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, (1...10).contains(parts[0].count) else { return nil }
        var cents: Int64 = 0
        var digits = Array(parts[0])
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count) else { return nil }
            digits += parts[1]
        }
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            cents = cents * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        let decimals = parts.count == 2 ? parts[1].count : 0
        for _ in decimals..<2 { cents *= 10 }
        self.init(cents: cents)
    }

    /// `1234.56`: always a dot and two decimals. Amounts in these formats are never negative.
    package var bankDecimal: String {
        let magnitude = cents.magnitude
        return (cents < 0 ? "-" : "") + "\(magnitude / 100)." + padded(Int(magnitude % 100), 2)
    }
}
