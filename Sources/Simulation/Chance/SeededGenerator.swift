/// Chance that can be repeated: SplitMix64 (Steele, Lea, Flood, 2014), whose numbers depend on the seed alone.
///
/// The helpers below are used instead of the standard library's `random(in:using:)`, because how that consumes a
/// generator may change between versions of Swift, and a simulation's seed must mean the same bytes for years.
package struct SeededGenerator: Hashable, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A stream of its own for one matter (a message, a debtor), so that it does not matter who draws first.
    package init(seed: UInt64, stream: some StringProtocol) {
        self.init(seed: seed &+ StableHash.fnv1a(stream.utf8) &* 0x9E37_79B9_7F4A_7C15)
        _ = next()
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in `0 ..< bound`; 0 when the bound is not positive. The bias is below bound ÷ 2^64.
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in the range, both ends included.
    package mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True `permille` times in a thousand.
    package mutating func chance(_ permille: Int) -> Bool {
        guard permille > 0 else { return false }
        return below(1000) < permille
    }

    /// One element, or nil when there is none.
    package mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// One of the values, as often as its weight says; nil when no weight is positive.
    package mutating func pick<Value>(weighted choices: [(weight: Int, value: Value)]) -> Value? {
        var rest = below(choices.reduce(0) { $0 + max(0, $1.weight) })
        for choice in choices where choice.weight > 0 {
            rest -= choice.weight
            if rest < 0 { return choice.value }
        }
        return nil
    }
}

/// Hashes that are the same in every process, unlike `Hasher`'s.
package enum StableHash {
    /// FNV-1a, 64 bits.
    package static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// Sixteen upper-case hexadecimal digits.
    package static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
