/// A natural number of any size, as far as the exact rounding of an annuity needs it.
///
/// Limbs of 32 bits, the least significant first, no zero limb at the top.
struct NaturalNumber: Hashable, Comparable {
    private var limbs: [UInt32]

    init(_ value: UInt64) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    /// `base` to the power of `exponent`.
    static func power(_ base: UInt32, _ exponent: Int) -> NaturalNumber {
        var result = NaturalNumber(1)
        for _ in 0..<exponent { result.multiply(by: base) }
        return result
    }

    mutating func multiply(by factor: UInt32) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * UInt64(factor) + carry
            limbs[index] = UInt32(truncatingIfNeeded: product)
            carry = product >> 32
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
        while limbs.last == 0 { limbs.removeLast() }
    }

    /// The product with a number of up to 64 bits.
    static func * (left: NaturalNumber, right: UInt64) -> NaturalNumber {
        var low = left
        low.multiply(by: UInt32(truncatingIfNeeded: right))
        guard right >> 32 > 0 else { return low }
        var high = left
        high.multiply(by: UInt32(right >> 32))
        if !high.limbs.isEmpty { high.limbs.insert(0, at: 0) }
        return low + high
    }

    static func + (left: NaturalNumber, right: NaturalNumber) -> NaturalNumber {
        var result = left
        var carry: UInt64 = 0
        var index = 0
        while index < right.limbs.count || carry > 0 {
            if index == result.limbs.count { result.limbs.append(0) }
            let sum = UInt64(result.limbs[index]) + (index < right.limbs.count ? UInt64(right.limbs[index]) : 0) + carry
            result.limbs[index] = UInt32(truncatingIfNeeded: sum)
            carry = sum >> 32
            index += 1
        }
        return result
    }

    /// The difference; `right` must not be the larger.
    static func - (left: NaturalNumber, right: NaturalNumber) -> NaturalNumber {
        precondition(left >= right, "natural numbers have no negatives")
        var result = left
        var borrow: Int64 = 0
        for index in result.limbs.indices {
            let subtrahend = index < right.limbs.count ? Int64(right.limbs[index]) : 0
            var difference = Int64(result.limbs[index]) - subtrahend - borrow
            borrow = difference < 0 ? 1 : 0
            if difference < 0 { difference += 1 << 32 }
            result.limbs[index] = UInt32(difference)
        }
        while result.limbs.last == 0 { result.limbs.removeLast() }
        return result
    }

    static func < (left: NaturalNumber, right: NaturalNumber) -> Bool {
        if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
        for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
            return left.limbs[index] < right.limbs[index]
        }
        return false
    }

    /// The largest q below 2⁶³ with `q · divisor ≤ self`; `divisor` must not be zero.
    func quotient(by divisor: NaturalNumber) -> UInt64 {
        var quotient: UInt64 = 0
        for bit in stride(from: UInt64(62), through: 0, by: -1) {
            let candidate = quotient | (1 << bit)
            if divisor * candidate <= self { quotient = candidate }
        }
        return quotient
    }
}
