/// Exact reading of JSON's decimal numbers.
enum JSONNumber {
    /// The whole number that a decimal such as `12`, `1.50e1` or `-3.0` stands for; nil when it has a fraction or does
    /// not fit in 64 bits.
    static func integer(_ text: String) -> Int64? {
        var digits: [UInt8] = []
        var fractionDigits = 0
        var exponent = 0
        var negative = false
        var inFraction = false
        var rest = Array(text.utf8)[...]
        if rest.first == UInt8(ascii: "-") {
            negative = true
            rest = rest.dropFirst()
        }
        scan: while let byte = rest.first {
            rest = rest.dropFirst()
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits.append(byte - UInt8(ascii: "0"))
                if inFraction { fractionDigits += 1 }
            case UInt8(ascii: "."):
                inFraction = true
            default:
                guard let written = Int(String(decoding: rest, as: UTF8.self)), abs(written) < 1000 else { return nil }
                exponent = written
                break scan
            }
        }
        var shift = exponent - fractionDigits
        while shift < 0, digits.last == 0, digits.count > 1 {
            digits.removeLast()
            shift += 1
        }
        if digits.allSatisfy({ $0 == 0 }) { return 0 }
        guard shift >= 0, shift < 20 else { return nil }
        var value: Int64 = 0
        for digit in digits + Array(repeating: 0, count: shift) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowOfSum) = product.subtractingReportingOverflow(Int64(digit))
            if overflow || overflowOfSum { return nil }
            value = sum
        }
        // Built downwards, because the smallest Int64 has no positive counterpart.
        if negative { return value }
        return value == .min ? nil : -value
    }
}
