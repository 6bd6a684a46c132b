package import Domain

/// What a person is compared with to prove who they are. It never leaves this room: no property can be read outside of
/// it, nothing prints it, and no text has a place for it.
package struct IdentityMaterial: Sendable {
    /// Eleven digits.
    let cpfDigits: String?
    let birthDate: CalendarDay?
    /// Eight digits.
    let postalCodeDigits: String?

    package init(cpf: CPF?, birthDate: CalendarDay? = nil, postalCode: String? = nil) {
        cpfDigits = cpf?.digits
        self.birthDate = birthDate
        postalCodeDigits = postalCode.map { String($0.filter(\.isASCIIDigit)) }
    }

    /// For data that came from elsewhere than the portfolio: any eleven digits count as a CPF, valid or not.
    package init(unverifiedCPF: String?, birthDate: CalendarDay? = nil) {
        let digits = String((unverifiedCPF ?? "").filter(\.isASCIIDigit))
        cpfDigits = digits.count == 11 ? digits : nil
        self.birthDate = birthDate
        postalCodeDigits = nil
    }

    /// Whether there is anything to compare with; without it only a person can talk about the debt.
    package var canProve: Bool { cpfDigits != nil || birthDate != nil }
}

extension IdentityMaterial: CustomStringConvertible, CustomReflectable {
    package var description: String { "IdentityMaterial(hidden)" }
    /// Hides the values from `dump` and from test failures.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
