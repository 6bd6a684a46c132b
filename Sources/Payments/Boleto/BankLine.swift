/// The typed line of a bank's slip: the barcode's digits in another order, three fields with a check digit of their own.
enum BankLine {
    static func line(_ barcode: [Int]) -> String {
        let fields = [barcode[0..<4] + barcode[19..<24], barcode[24..<34], barcode[34..<44]]
        return fields.map { text($0) + String(CheckDigit.mod10($0)) }.joined() + text(barcode[4..<19])
    }

    /// - Parameter line: 47 digits.
    static func barcode(_ line: [Int]) throws(BoletoError) -> [Int] {
        // The currency is told before the check digits: it says that this is no slip in reais, whatever else is wrong.
        guard line[3] == 9 else { throw .currency(line[3]) }
        let fields = [line[0..<10], line[10..<21], line[21..<32]]
        for (index, field) in fields.enumerated() where CheckDigit.mod10(field.dropLast()) != field.last {
            throw .fieldCheckDigit(index + 1)
        }
        return Array(line[0..<4] + line[32..<47] + line[4..<9] + line[10..<20] + line[21..<31])
    }

    /// `AAAAA.AAAAA BBBBB.BBBBBB CCCCC.CCCCCC D EEEEEEEEEEEEEE`
    static func formatted(_ line: String) -> String {
        let c = Array(line)
        let fields = [0..<5, 5..<10, 10..<15, 15..<21, 21..<26, 26..<32, 32..<33, 33..<47].map { String(c[$0]) }
        return "\(fields[0]).\(fields[1]) \(fields[2]).\(fields[3]) \(fields[4]).\(fields[5]) \(fields[6]) \(fields[7])"
    }
}

/// The typed line of a utility's slip: the barcode in four blocks of eleven, each with a check digit.
enum UtilityLine {
    static func line(_ barcode: [Int], _ check: CheckDigit.Utility) -> String {
        blocks(barcode, of: 11).map { text($0) + String(check.digit($0)) }.joined()
    }

    /// - Parameter line: 48 digits.
    static func barcode(_ line: [Int]) throws(BoletoError) -> [Int] {
        guard line[0] == 8 else { throw .product(line[0]) }
        guard let check = CheckDigit.Utility(valueIdentifier: line[2]) else { throw .valueIdentifier(line[2]) }
        let blocks = blocks(line, of: 12)
        for (index, block) in blocks.enumerated() where check.digit(block.dropLast()) != block.last {
            throw .blockCheckDigit(index + 1)
        }
        return blocks.flatMap { $0.dropLast() }
    }

    /// `AAAAAAAAAAA-A BBBBBBBBBBB-B CCCCCCCCCCC-C DDDDDDDDDDD-D`
    static func formatted(_ line: String) -> String {
        blocks(Array(line), of: 12).map { String($0.dropLast()) + "-" + String($0.suffix(1)) }.joined(separator: " ")
    }

    private static func blocks<Element>(_ elements: [Element], of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: elements.count, by: size).map { elements[$0..<($0 + size)] }
    }
}
