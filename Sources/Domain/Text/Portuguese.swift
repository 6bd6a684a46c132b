/// How Brazilian Portuguese writes amounts, days, counts and lists. Texts themselves stand in the catalogues of
/// `Language`.
package enum Portuguese {
    /// The space between `R$` and the amount.
    package enum Space: String, Sendable {
        /// For pages: the amount never breaks over two lines.
        case nonBreaking = "\u{00A0}"
        /// For messages: WhatsApp and SMS keep the text as typed.
        case plain = " "
    }

    /// `R$ 1.234,56`; below zero `−R$ 1.234,56` with a true minus.
    package static func money(_ amount: Money, space: Space = .nonBreaking) -> String {
        (amount.cents < 0 ? "\u{2212}R$" : "R$") + space.rawValue + decimal(cents: amount.cents.magnitude)
    }

    /// `1.234,56`, without currency.
    package static func amount(_ amount: Money) -> String {
        (amount.cents < 0 ? "\u{2212}" : "") + decimal(cents: amount.cents.magnitude)
    }

    private static func decimal(cents: UInt64) -> String {
        grouped(cents / 100) + "," + padded(Int(cents % 100), 2)
    }

    /// `1.234`; below zero with a true minus.
    package static func number(_ value: Int) -> String {
        (value < 0 ? "\u{2212}" : "") + grouped(UInt64(value.magnitude))
    }

    private static func grouped(_ value: UInt64) -> String {
        var groups: [String] = []
        var rest = value
        while rest >= 1000 {
            groups.append(padded(Int(rest % 1000), 3))
            rest /= 1000
        }
        groups.append(String(rest))
        return groups.reversed().joined(separator: ".")
    }

    /// `1,99%`, `2%`: as many decimals as there are.
    package static func percent(_ percentage: Percentage) -> String {
        let (whole, fraction) = percentage.micros.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var digits = padded(Int(fraction), 6)
        while digits.last == "0" { digits.removeLast() }
        let sign = percentage.micros < 0 ? "\u{2212}" : ""
        return sign + grouped(whole) + (digits.isEmpty ? "" : "," + digits) + "%"
    }

    /// `1 dia`, `3 dias`, `0 dias`: the noun agrees with the number.
    package static func plural(_ count: Int, _ one: String, _ other: String) -> String {
        number(count) + " " + (abs(count) == 1 ? one : other)
    }

    /// `a`, `a e b`, `a, b e c`.
    package static func list(_ items: [String], conjunction: String = "e") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
