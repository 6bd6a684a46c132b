internal import Domain

/// A day as systems write it: `31/12/2026`, `31/12/26`, `31-12-2026`, `31.12.2026`, `2026-12-31`, `20261231`,
/// `31/dez/2026`, any of them with a time behind.
enum DayText {
    /// How two-digit years are read, and which years are believed.
    enum Purpose {
        case due, birth

        var years: ClosedRange<Int> { self == .due ? 1980...2099 : 1900...2099 }

        /// Two-digit years up to this are of this century.
        var pivot: Int { self == .due ? 79 : 29 }
    }

    static func parse(_ source: borrowing Span<UInt8>, _ purpose: Purpose) -> CalendarDay? {
        var parts = Parts()
        let range = source.trimmed()
        var index = range.lowerBound
        scanning: while index < range.upperBound {
            let byte = source[index]
            switch byte {
            case 0x30...0x39:
                guard parts.append(digit: byte) else { return nil }
            case 0x2F, 0x2D, 0x2E:
                guard parts.close(byte) else { return nil }
            case 0x54, 0x74, 0x20:
                guard isTime(source, from: index + 1, to: range.upperBound) else { return nil }
                break scanning
            case 0x41...0x5A, 0x61...0x7A:
                guard let month = monthName(source, at: index, to: range.upperBound), parts.set(month: month.number)
                else {
                    return nil
                }
                index += month.length - 1
            default: return nil
            }
            index += 1
        }
        return parts.day(purpose)
    }

    /// `00:00`, `14:30:05.123Z`: digits and the marks of a clock, with at least one colon.
    private static func isTime(_ source: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var hasColon = false
        for index in start..<max(start, end) {
            switch source[index] {
            case 0x30...0x39, 0x2E, 0x2C, 0x5A, 0x7A, 0x2B, 0x2D, 0x20: break
            case 0x3A: hasColon = true
            // AM, PM
            case 0x41, 0x50, 0x4D, 0x61, 0x70, 0x6D: break
            default: return false
            }
        }
        return hasColon
    }

    private static let months: [[UInt8]] = [
        "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez",
    ].map { Array($0.utf8) }

    /// A month's first three letters, whatever letters follow (`dez`, `dezembro`).
    private static func monthName(
        _ source: borrowing Span<UInt8>, at index: Int, to end: Int
    ) -> (number: Int, length: Int)? {
        guard index + 3 <= end else { return nil }
        let letters = [source[index], source[index + 1], source[index + 2]].map(\.asciiLowercased)
        guard let month = months.firstIndex(of: letters) else { return nil }
        var length = 3
        while index + length < end, source[index + length].isASCIILetter || source[index + length] >= 0x80 {
            length += 1
        }
        return (month + 1, length)
    }

    private struct Parts {
        private var values = (0, 0, 0)
        private var digits = (0, 0, 0)
        private(set) var count = 1
        private var separator: UInt8 = 0
        private var namedMonth = 0

        mutating func append(digit: UInt8) -> Bool {
            let value = Int(digit - 0x30)
            switch count {
            case 1:
                values.0 = values.0 * 10 + value
                digits.0 += 1
                return digits.0 <= 8
            case 2:
                guard namedMonth == 0 else { return false }
                values.1 = values.1 * 10 + value
                digits.1 += 1
                return digits.1 <= 2
            default:
                values.2 = values.2 * 10 + value
                digits.2 += 1
                return digits.2 <= 4
            }
        }

        mutating func set(month: Int) -> Bool {
            guard count == 2, digits.1 == 0, namedMonth == 0 else { return false }
            namedMonth = month
            values.1 = month
            digits.1 = 2
            return true
        }

        mutating func close(_ byte: UInt8) -> Bool {
            guard count < 3, separator == 0 || separator == byte else { return false }
            guard count == 1 ? digits.0 > 0 : digits.1 > 0 else { return false }
            separator = byte
            count += 1
            return true
        }

        func day(_ purpose: Purpose) -> CalendarDay? {
            var (year, month, day) = (0, 0, 0)
            switch (count, digits.0, digits.2) {
            case (1, 8, 0):
                let isYearFirst = (1900...2099).contains(values.0 / 10_000)
                if isYearFirst,
                    let day = CalendarDay(
                        year: values.0 / 10_000, month: values.0 / 100 % 100, day: values.0 % 100)
                {
                    return purpose.years.contains(day.year) ? day : nil
                }
                (day, month, year) = (values.0 / 1_000_000, values.0 / 10_000 % 100, values.0 % 10_000)
            case (3, 4, 1...2): (year, month, day) = values
            case (3, 1...2, 4): (day, month, year) = values
            case (3, 1...2, 2):
                (day, month, year) = values
                year += year <= purpose.pivot ? 2000 : 1900
            default: return nil
            }
            guard purpose.years.contains(year) else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }
    }
}
