import Domain

/// An amount as people in Brazil write it into a form: `1.234,56`, `1234,5`, `R$ 80`.
enum FormAmount {
    /// R$ 100 million: above it somebody has slipped.
    private static let maximumCents: Int64 = 10_000_000_000

    /// Nil for what is no amount, and for what could be two: a point parts thousands, and nothing else.
    static func parse(_ text: String) -> Money? {
        var rest = text.filter { !$0.isWhitespace }[...]
        if rest.hasPrefix("R$") { rest = rest.dropFirst(2) }
        let halves = rest.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2 else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = groups.first, groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count == 1 || (1...3).contains(first.count)
        else { return nil }
        let cents = halves.count == 2 ? halves[1] : "00"
        guard (1...2).contains(cents.count) else { return nil }
        let digits = groups.joined() + cents + (cents.count == 1 ? "0" : "")
        guard !first.isEmpty, digits.count <= 15, digits.allSatisfy({ ("0"..."9").contains($0) }),
            let value = Int64(digits), value <= maximumCents
        else { return nil }
        return Money(cents: value)
    }
}
