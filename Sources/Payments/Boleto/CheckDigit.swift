/// The check digits of slips. Digits are 0…9, from left to right.
enum CheckDigit {
    /// Weights 2, 1, 2, 1… from the right; the digits of the products are added; what is missing to the next ten.
    static func mod10(_ digits: some BidirectionalCollection<Int>) -> Int {
        var sum = 0
        var weight = 2
        for digit in digits.reversed() {
            let product = digit * weight
            sum += product / 10 + product % 10
            weight = 3 - weight
        }
        return (10 - sum % 10) % 10
    }

    /// The rest modulo 11 with weights 2…9 from the right, over and over.
    static func mod11Rest(_ digits: some BidirectionalCollection<Int>) -> Int {
        var sum = 0
        var weight = 2
        for digit in digits.reversed() {
            sum += digit * weight
            weight = weight == 9 ? 2 : weight + 1
        }
        return sum % 11
    }

    /// Position 5 of a bank's barcode, over the other 43 digits; never 0.
    static func bankBarcode(_ digits: [Int]) -> Int {
        let digit = 11 - mod11Rest(digits[0..<4] + digits[5...])
        return (1...9).contains(digit) ? digit : 1
    }

    /// How a utility's slip is checked: its third digit says.
    enum Utility {
        case mod10, mod11

        init?(valueIdentifier: Int) {
            switch valueIdentifier {
            case 6, 7: self = .mod10
            case 8, 9: self = .mod11
            default: return nil
            }
        }

        func digit(_ digits: some BidirectionalCollection<Int>) -> Int {
            switch self {
            case .mod10: return CheckDigit.mod10(digits)
            case .mod11:
                let rest = CheckDigit.mod11Rest(digits)
                return rest < 2 ? 0 : rest == 10 ? 1 : 11 - rest
            }
        }
    }
}

/// The number that digits write; at most 18 of them.
func number(_ digits: some Sequence<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

/// Digits as text.
func text(_ digits: some Sequence<Int>) -> String { digits.map(String.init).joined() }
