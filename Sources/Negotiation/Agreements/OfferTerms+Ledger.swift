package import Domain

extension OfferLine {
    /// What this line gives up, by part, as the books want it.
    ///
    /// Terms hold the waived charges in one sum. Where some of the parts make that sum, they are what was waived; where
    /// a budget cut it, interest goes before the fine, and the fine before the correction.
    package var concession: Concession {
        var waived: [ChargeComponent: Money] = [:]
        let subsets = (0..<8).map { mask in
            ChargeComponent.allCases.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
        }
        if let whole = subsets.first(where: { balance.amount(of: Set($0)) == waivedCharges }) {
            for component in whole { waived[component] = balance[component] }
        } else {
            var rest = waivedCharges
            for component in [ChargeComponent.interest, .fine, .correction] {
                let part = min(rest, balance[component])
                waived[component] = part
                rest -= part
            }
        }
        return Concession(
            principal: principalDiscount, fine: waived[.fine] ?? .zero, interest: waived[.interest] ?? .zero,
            correction: waived[.correction] ?? .zero)
    }
}

extension OfferTerms {
    /// How the books take an agreement on these terms; the debts' charges must be booked up to `calculatedOn` before.
    package func agreed(as agreement: AgreementID) -> LedgerEvent {
        .agreed(
            agreement, lines.map { AgreedDebt(debt: $0.debt, concession: $0.concession) }, interest: planInterest)
    }
}

extension Agreement {
    /// How the books take its breaking, by the policy under which it was made.
    package var breakage: LedgerEvent { .broken(id, keepsDiscount: rules.keepsDiscount) }
}
