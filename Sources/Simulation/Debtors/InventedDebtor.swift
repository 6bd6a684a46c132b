package import Domain

/// A person who does not exist, with debts that nobody owes.
package struct InventedDebtor: Hashable, Sendable, Identifiable {
    /// For names only.
    package enum Gender: Hashable, Sendable {
        case female, male
    }

    /// The place in the population, from 0.
    package let id: Int
    package let name: String
    package let gender: Gender
    /// Eleven digits, valid.
    package let cpf: String
    package let birthDate: CalendarDay
    /// Mobile number, digits with country code, in today's form with the ninth digit.
    package let phone: String
    /// The digits under which WhatsApp knows the account.
    package let waID: String
    /// Digits with country code; some people have one.
    package let landline: String?
    package let email: String?
    package let state: String
    package let city: String
    package let zone: Zone
    package let debts: [InventedDebt]
    package let persona: Persona

    package var firstName: String { String(name.prefix { $0 != " " }) }
    /// The sum of the debts' original amounts.
    package var principal: Money { debts.map(\.principal).sum() }
}

/// A debt of an invented person: a row of the portfolio.
package struct InventedDebt: Hashable, Sendable {
    package let contract: String
    package let product: String
    package let principal: Money
    package let due: CalendarDay
}

/// The check digits of the Brazilian taxpayer number (Receita Federal, modulo 11).
enum InventedCPF {
    /// A valid CPF on nine leading digits.
    static func complete(_ base: Int) -> String {
        var digits = padded(base % 1_000_000_000, 9).utf8.map { Int($0) - 48 }
        for _ in 0..<2 {
            let weights = (2...(digits.count + 1)).reversed()
            let rest = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
            digits.append(rest < 2 ? 0 : 11 - rest)
        }
        return digits.map(String.init).joined()
    }

    /// A number of the same digit nine times is refused by every system, although its check digits fit.
    static func isRepeated(_ base: Int) -> Bool { Set(padded(base, 9)).count == 1 }
}
