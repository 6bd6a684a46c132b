package import Domain

/// A Brazilian payment slip, known by its barcode or by the line that people type: both hold the same digits.
///
/// Source: FEBRABAN, layout of the collection slip (*boleto*) and of the collection document (*arrecadação*). Any value of
/// this type has correct check digits.
package struct Boleto: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// A slip of a bank: 44 digits, typed as 47.
        case bank
        /// A bill of a utility or public body (*arrecadação*): 44 digits that begin with 8, typed as 48.
        case utility
    }

    package let kind: Kind
    /// 44 digits.
    package let barcode: String
    /// The line that people type: 47 digits for a bank, 48 for a utility.
    package let line: String
    /// The bank's three digits; nil for a utility.
    package let bank: String?
    /// Zero is an open amount: the payer says how much.
    package let amount: Money
    /// Whether the amount is a quantity of some reference unit rather than reais (utilities whose third digit is 7 or 9).
    package let amountIsReference: Bool
    /// The four digits that name the due date; nil for a utility.
    package let dueFactor: Int?
    /// What the issuer put into the remaining 25 digits.
    package let freeField: String

    /// The line in the groups in which it is printed.
    package var formattedLine: String {
        switch kind {
        case .bank: BankLine.formatted(line)
        case .utility: UtilityLine.formatted(line)
        }
    }

    /// The due date as it is meant on a given day; nil where the slip has none.
    ///
    /// The factor counts days in a cycle of 9 000, so it names several dates, and the one nearest to `day` is meant.
    package func dueDay(seenFrom day: CalendarDay) -> CalendarDay? {
        dueFactor.flatMap { DueFactor.day($0, seenFrom: day) }
    }
}

extension Boleto {
    /// Reads 44 digits as a barcode, 47 or 48 as a line, with spaces, dots and hyphens wherever they stand.
    package init(_ text: String) throws(BoletoError) {
        let digits = try Boleto.digits(text)
        switch digits.count {
        case 44 where digits[0] == 8: try self.init(utilityBarcode: digits)
        case 44: try self.init(bankBarcode: digits)
        case 47: try self.init(bankBarcode: try BankLine.barcode(digits))
        case 48: try self.init(utilityBarcode: try UtilityLine.barcode(digits))
        default: throw .length(digits.count)
        }
    }

    /// Makes the barcode of a bank's slip. Only the bank that registers the slip can make it payable.
    ///
    /// - Parameter freeField: 25 digits, laid out as the bank prescribes.
    package init(bank: String, due: CalendarDay?, amount: Money, freeField: String) throws(BoletoError) {
        guard (0...9_999_999_999).contains(amount.cents) else { throw .amount }
        var factor = 0
        if let due {
            guard let days = DueFactor.of(due) else { throw .dueFactor(0) }
            factor = days
        }
        let issuer = try Boleto.digits(bank)
        guard issuer.count == 3 else { throw .length(issuer.count) }
        let rest = try Boleto.digits(freeField)
        guard rest.count == 25 else { throw .length(rest.count) }
        let value = try Boleto.digits(padded(factor, 4) + padded(Int(amount.cents), 10))
        var barcode = issuer + [9, 0] + value + rest
        barcode[4] = CheckDigit.bankBarcode(barcode)
        try self.init(bankBarcode: barcode)
    }

    private init(bankBarcode digits: [Int]) throws(BoletoError) {
        guard digits[3] == 9 else { throw .currency(digits[3]) }
        // No bank has a number in the eight hundreds: that 8 is how a utility's barcode is told.
        guard digits[0] != 8 else { throw .product(8) }
        guard digits[4] == CheckDigit.bankBarcode(digits) else { throw .barcodeCheckDigit }
        let factor = number(digits[5..<9])
        // Below 1000 the four digits are the head of an amount of 100 million or more, which leaves no due date.
        guard factor == 0 || factor >= DueFactor.first else { throw .dueFactor(factor) }
        kind = .bank
        barcode = text(digits)
        line = BankLine.line(digits)
        bank = text(digits[0..<3])
        amount = Money(cents: Int64(number(digits[9..<19])))
        amountIsReference = false
        dueFactor = factor
        freeField = text(digits[19...])
    }

    private init(utilityBarcode digits: [Int]) throws(BoletoError) {
        guard digits[0] == 8 else { throw .product(digits[0]) }
        guard let check = CheckDigit.Utility(valueIdentifier: digits[2]) else { throw .valueIdentifier(digits[2]) }
        guard digits[3] == check.digit(digits[0..<3] + digits[4...]) else { throw .barcodeCheckDigit }
        kind = .utility
        barcode = text(digits)
        line = UtilityLine.line(digits, check)
        bank = nil
        amount = Money(cents: Int64(number(digits[4..<15])))
        amountIsReference = digits[2] == 7 || digits[2] == 9
        dueFactor = nil
        freeField = text(digits[19...])
    }

    private static func digits(_ input: String) throws(BoletoError) -> [Int] {
        var digits: [Int] = []
        for character in input where !character.isWhitespace && !".-–_/".contains(character) {
            guard character.isASCII, let digit = character.wholeNumberValue else { throw .character(character) }
            digits.append(digit)
        }
        return digits
    }
}

/// Why digits are not a slip.
package enum BoletoError: Error, Hashable, Sendable {
    case character(Character)
    case length(Int)
    /// Position 4 of a bank's barcode is 9, the real.
    case currency(Int)
    /// The check digit of a field (1…3) of a bank's line.
    case fieldCheckDigit(Int)
    /// The check digit of a block (1…4) of a utility's line.
    case blockCheckDigit(Int)
    case barcodeCheckDigit
    /// A factor between 1 and 999 names no date in use.
    case dueFactor(Int)
    /// A utility's digits begin with 8, and no bank's number does.
    case product(Int)
    /// The third digit of a utility's slip is 6, 7, 8 or 9.
    case valueIdentifier(Int)
    case amount

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .character: "character"
        case .length: "length"
        case .currency: "currency_not_9"
        case .fieldCheckDigit(let field): "field\(field)_dv"
        case .blockCheckDigit(let block): "block\(block)_dv"
        case .barcodeCheckDigit: "barcode_dv"
        case .dueFactor: "due_factor"
        case .product: "product_not_8"
        case .valueIdentifier: "value_identifier"
        case .amount: "amount"
        }
    }
}

extension BoletoError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .character(let character): "\(character.debugDescription) is no digit"
        case .length(let count): "a slip has 44, 47 or 48 digits, this has \(count)"
        case .currency(let digit): "the currency is 9 (real), not \(digit)"
        case .fieldCheckDigit(let field): "the check digit of field \(field) does not fit: a digit was mistyped there"
        case .blockCheckDigit(let block): "the check digit of block \(block) does not fit: a digit was mistyped there"
        case .barcodeCheckDigit: "the check digit over all digits does not fit"
        case .dueFactor(let factor): "the due date factor \(factor) names no date"
        case .product(let digit): "a utility's digits begin with 8, a bank's do not; these begin with \(digit)"
        case .valueIdentifier(let digit): "the third digit is 6, 7, 8 or 9, not \(digit)"
        case .amount: "a slip states 0 to 99 999 999.99"
        }
    }
}
