import Domain

/// A creditor's contract with a bank (*carteira*): what decides how the bank numbers a slip and lays out its free field.
///
/// Sources: the project's reference §4, checked against public slips where there are any (all but the check digit of
/// Santander's number and of Itaú's exempt wallets). A contract may differ: compare with a slip that the bank made.
package enum BoletoWallet: Hashable, Sendable {
    /// Agreement of seven digits, wallet of two.
    case bancoDoBrasil(agreement: String, wallet: String)
    /// Branch of four, account of five without its digit, wallet of three.
    case itau(branch: String, account: String, wallet: String)
    /// Branch of four, account of seven, wallet of two.
    case bradesco(branch: String, account: String, wallet: String)
    /// Beneficiary code of seven, wallet of three.
    case santander(beneficiary: String, wallet: String)
    /// Beneficiary code of six; registered slips that we print ourselves (14).
    case caixa(beneficiary: String)
    /// Cooperative of four, client code of seven with its digit, modality of two, wallet of one.
    case sicoob(cooperative: String, client: String, modality: String, wallet: String)

    /// The bank's three digits.
    package var bank: String {
        switch self {
        case .bancoDoBrasil: "001"
        case .itau: "341"
        case .bradesco: "237"
        case .santander: "033"
        case .caixa: "104"
        case .sicoob: "756"
        }
    }

    /// How many digits of our own counting fit into a number.
    package var numberWidth: Int {
        switch self {
        case .bancoDoBrasil: 10
        case .itau: 8
        case .bradesco: 11
        case .santander: 12
        case .caixa: 15
        case .sicoob: 7
        }
    }
}

/// The bank's name for one slip (*nosso número*), and the free field that holds it.
package struct BoletoOurNumber: Hashable, Sendable {
    /// Digits with the check digit where the bank has one: as return files and remittances write it.
    package let text: String
    /// As the slip shows it: `109/12345678-0`.
    package let printed: String
    /// 25 digits.
    package let freeField: String
}

/// A part of the contract, or a number, that does not fit the bank's layout.
package struct BoletoLayoutError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Field: String, Hashable, Sendable {
        case agreement, wallet, branch, account, beneficiary, cooperative, client, modality, number
    }

    package let field: Field
    package let digits: Int

    package var description: String { "\(field.rawValue): give exactly \(digits) digits" }
}

extension BoletoWallet {
    /// The slip's number out of our own counting, which must never repeat within a contract.
    package func ourNumber(_ number: Int64) throws(BoletoLayoutError) -> BoletoOurNumber {
        guard number > 0, String(number).utf8.count <= numberWidth else {
            throw BoletoLayoutError(field: .number, digits: numberWidth)
        }
        let digits = BoletoWallet.padded(number, numberWidth)
        switch self {
        case .bancoDoBrasil(let agreement, let wallet):
            try check(agreement, 7, .agreement)
            try check(wallet, 2, .wallet)
            let text = agreement + digits
            return BoletoOurNumber(text: text, printed: text, freeField: "000000" + text + wallet)
        case .itau(let branch, let account, let wallet):
            try check(branch, 4, .branch)
            try check(account, 5, .account)
            try check(wallet, 3, .wallet)
            // Some wallets leave branch and account out of the number's digit.
            let isExempt = ["126", "131", "146", "150", "168"].contains(wallet)
            let digit = BoletoWallet.mod10((isExempt ? "" : branch + account) + wallet + digits)
            let accountDigit = BoletoWallet.mod10(branch + account)
            return BoletoOurNumber(
                text: digits + digit, printed: "\(wallet)/\(digits)-\(digit)",
                freeField: wallet + digits + digit + branch + account + accountDigit + "000")
        case .bradesco(let branch, let account, let wallet):
            try check(branch, 4, .branch)
            try check(account, 7, .account)
            try check(wallet, 2, .wallet)
            let digit = BoletoWallet.bradescoDigit(wallet + digits)
            return BoletoOurNumber(
                text: digits + digit, printed: "\(wallet)/\(digits)-\(digit)",
                freeField: branch + wallet + digits + account + "0")
        case .santander(let beneficiary, let wallet):
            try check(beneficiary, 7, .beneficiary)
            try check(wallet, 3, .wallet)
            let rest = CheckDigit.mod11Rest(BoletoWallet.values(digits))
            let text = digits + String(rest < 2 ? 0 : rest == 10 ? 1 : 11 - rest)
            return BoletoOurNumber(
                text: text, printed: text.dropLast() + "-" + text.suffix(1),
                freeField: "9" + beneficiary + text + "0" + wallet)
        case .caixa(let beneficiary):
            try check(beneficiary, 6, .beneficiary)
            let number = "14" + digits
            let digit = BoletoWallet.mod11OrZero(number)
            let part = { (range: Range<Int>) in String(Array(digits)[range]) }
            let field =
                beneficiary + BoletoWallet.mod11OrZero(beneficiary) + part(0..<3) + "1" + part(3..<6) + "4"
                + part(6..<15)
            return BoletoOurNumber(
                text: number + digit, printed: "\(number)-\(digit)",
                freeField: field + BoletoWallet.mod11OrZero(field))
        case .sicoob(let cooperative, let client, let modality, let wallet):
            try check(cooperative, 4, .cooperative)
            try check(client, 7, .client)
            try check(modality, 2, .modality)
            try check(wallet, 1, .wallet)
            let digit = BoletoWallet.sicoobDigit(cooperative + "000" + client + digits)
            return BoletoOurNumber(
                text: digits + digit, printed: "\(digits)-\(digit)",
                freeField: wallet + cooperative + modality + client + digits + digit + "001")
        }
    }

    private func check(_ text: String, _ count: Int, _ field: BoletoLayoutError.Field) throws(BoletoLayoutError) {
        guard text.utf8.count == count, text.utf8.allSatisfy(\.isASCIIDigit) else {
            throw BoletoLayoutError(field: field, digits: count)
        }
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }

    private static func values(_ digits: String) -> [Int] { digits.utf8.map { Int($0) - 0x30 } }

    private static func mod10(_ digits: String) -> String { String(CheckDigit.mod10(values(digits))) }

    /// Eleven less the rest; more than nine is zero.
    private static func mod11OrZero(_ digits: String) -> String {
        let digit = 11 - CheckDigit.mod11Rest(values(digits))
        return digit > 9 ? "0" : String(digit)
    }

    /// Modulo 11 with weights 2…7; a rest of 1 is written P.
    private static func bradescoDigit(_ digits: String) -> String {
        var (sum, weight) = (0, 2)
        for value in values(digits).reversed() {
            sum += value * weight
            weight = weight == 7 ? 2 : weight + 1
        }
        switch sum % 11 {
        case 0: return "0"
        case 1: return "P"
        case let rest: return String(11 - rest)
        }
    }

    /// Modulo 11 with the weights 3, 1, 9, 7 from the left.
    private static func sicoobDigit(_ digits: String) -> String {
        let sum = zip(values(digits), 0...).reduce(0) { $0 + $1.0 * [3, 1, 9, 7][$1.1 % 4] }
        return sum % 11 < 2 ? "0" : String(11 - sum % 11)
    }
}
