internal import Domain

/// An amount as spreadsheets and ERPs write it: `R$ 1.234,56`, `1234.56`, `1,234.56`, `1 234,5`.
enum AmountText {
    enum Failure: Error, Hashable {
        case empty, invalid, negative, zero
        /// `1,234`: a thousand with a separator, or three decimals.
        case ambiguous
        case tooLarge
    }

    /// R$ 9.999.999.999,99
    static let maximumCents: Int64 = 999_999_999_999

    /// - Throws: the reason, a sign of minus or parentheses included: a portfolio holds debts, not credits.
    static func parse(_ source: borrowing Span<UInt8>) throws(Failure) -> Money {
        var number = Number()
        let range = source.trimmed()
        guard !range.isEmpty else { throw .empty }
        var index = range.lowerBound
        var isNegative = false
        while index < range.upperBound {
            let byte = source[index]
            switch byte {
            case 0x30...0x39: try number.append(digit: byte)
            case 0x2C, 0x2E: number.append(separator: byte)
            case 0x20: break
            case 0x2D, 0x28, 0x29: isNegative = true
            case 0x52, 0x72, 0x42, 0x62:
                let length = currencyLength(source, at: index, to: range.upperBound)
                guard length > 0, number.digitCount == 0 else { throw .invalid }
                index += length - 1
            case 0x24:
                guard number.digitCount == 0 else { throw .invalid }
            default:
                let dash = source.dash(at: index)
                if dash > 0 { isNegative = true }
                let length = dash > 0 ? dash : source.invisible(at: index)
                guard length > 0 else { throw .invalid }
                index += length - 1
            }
            index += 1
        }
        let cents = try number.cents()
        if isNegative { throw .negative }
        if cents == 0 { throw .zero }
        guard cents <= maximumCents else { throw .tooLarge }
        return Money(cents: cents)
    }

    /// `R$` or `BRL`, in any case.
    private static func currencyLength(_ source: borrowing Span<UInt8>, at index: Int, to end: Int) -> Int {
        if source[index].asciiLowercased == 0x72 { return index + 1 < end && source[index + 1] == 0x24 ? 2 : 0 }
        guard index + 2 < end, source[index + 1].asciiLowercased == 0x72, source[index + 2].asciiLowercased == 0x6C
        else {
            return 0
        }
        return 3
    }

    /// Digits with the places of the separators among them.
    private struct Number {
        private var value: Int64 = 0
        private(set) var digitCount = 0
        private var commas = 0
        private var dots = 0
        private var lastSeparator: UInt8 = 0
        /// Digits since the last separator, and before the first.
        private var tail = 0
        private var head = 0
        /// Whether every group between separators has three digits.
        private var isGrouped = true
        private var isMalformed = false

        mutating func append(digit: UInt8) throws(Failure) {
            guard digitCount < 17 else { throw .tooLarge }
            value = value * 10 + Int64(digit - 0x30)
            digitCount += 1
            tail += 1
            if lastSeparator == 0 { head += 1 }
        }

        mutating func append(separator: UInt8) {
            if lastSeparator != 0, tail != 3 { isGrouped = false }
            if separator == 0x2C { commas += 1 } else { dots += 1 }
            // `1.234,56` and `1,234.56` change separators once; `1.234,567.89` does so twice.
            if lastSeparator != 0, lastSeparator != separator, changed { isMalformed = true }
            if lastSeparator != 0, lastSeparator != separator { changed = true }
            lastSeparator = separator
            tail = 0
        }

        private var changed = false

        func cents() throws(Failure) -> Int64 {
            guard digitCount > 0, !isMalformed else { throw .invalid }
            if lastSeparator == 0 { return try scaled(decimals: 0) }
            if commas > 0, dots > 0 {
                // The last kind parts the decimals and occurs once; the other groups thousands.
                guard (lastSeparator == 0x2C ? commas : dots) == 1, isGrouped, (1...3).contains(head) else {
                    throw .invalid
                }
                return try scaled(decimals: tail)
            }
            if commas + dots > 1 {
                guard isGrouped, tail == 3, (1...3).contains(head) else { throw .invalid }
                return try scaled(decimals: 0)
            }
            guard tail == 3 else { return try scaled(decimals: tail) }
            // Three decimals that end in zero are written by some systems; otherwise a dot groups thousands.
            if value % 10 == 0, head > 3 || head == 0 || value < 1000 {
                return try scaled(decimals: 3)
            }
            if lastSeparator == 0x2C { throw .ambiguous }
            guard (1...3).contains(head), value >= 1000 else { throw .invalid }
            return try scaled(decimals: 0)
        }

        /// Cents of the digits, of which `decimals` follow the decimal point; more than two only where they are zeros.
        private func scaled(decimals: Int) throws(Failure) -> Int64 {
            var result = value
            var left = decimals
            while left > 2 {
                guard result % 10 == 0 else { throw .invalid }
                result /= 10
                left -= 1
            }
            for _ in left..<2 {
                guard result <= maximumCents * 10 else { throw .tooLarge }
                result *= 10
            }
            return result
        }
    }
}
