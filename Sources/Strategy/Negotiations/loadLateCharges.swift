package import Domain
import Yams

/// Reads what late payment costs: a file that holds only the charges, with or without the key `late_charges`, or a whole
/// negotiation file.
package func loadLateCharges(_ yaml: String, file: String) throws(StrategyErrors) -> LateChargeTerms {
    let findings = Findings(file: file)
    guard let root = YAMLText.root(yaml, findings), let fields = Fields(root, "o arquivo", findings) else {
        return try findings.result(nil)
    }
    if fields.node("offers") != nil {
        let charges = NegotiationLoader(root, findings)?.strategy(text: yaml)?.lateCharges
        if charges == nil { _ = fields.required("late_charges") }
        return try findings.result(charges)
    }
    guard fields.node("late_charges") != nil else {
        guard let bare = Fields(root, "late_charges", findings) else { return try findings.result(nil) }
        let charges = bare.lateChargeTerms(allowsIndices: true)
        bare.finish()
        return try findings.result(charges)
    }
    let nested = fields.nested("late_charges", "late_charges")
    let charges = nested?.lateChargeTerms(allowsIndices: true)
    nested?.finish()
    fields.finish()
    return try findings.result(charges)
}

extension Fields {
    /// `{fine: 2%, interest: 1% per month pro rata, correction: none, days_basis: effective}`; over the consumer
    /// limits only with `legal_basis` or `legal_sign_off` (rule P5). The interest may be `legal rate`, the correction an
    /// index, where the reader has tables for them.
    func lateChargeTerms(allowsIndices: Bool = false) -> LateChargeTerms {
        let fine = value("fine", .percentage) ?? .zero
        let usesLegalRate = allowsIndices && text("interest") == "legal rate"
        let interest = usesLegalRate ? .zero : value("interest", .monthlyInterest) ?? .zero
        let basis = word("days_basis", LateChargeTerms.DaysBasis.self) ?? .effective
        let signOff = text("legal_sign_off")
        let isBased = text("legal_basis") != nil || signOff != nil
        let index = correction(allowsIndices: allowsIndices)
        if let node = node("fine"), fine > Percentage(2), !isBased {
            findings.report(
                .chargesOverLaw(key: "fine", found: Portuguese.percent(fine), limit: "2% de multa"), at: node)
        }
        if let node = node("interest"), interest > Percentage(1), !isBased {
            findings.report(
                .chargesOverLaw(key: "interest", found: Portuguese.percent(interest), limit: "1% ao mês"), at: node)
        }
        if let node = node("correction"), index == .selic, interest > .zero || usesLegalRate {
            // The Selic holds interest and inflation in one: both besides would be charged twice.
            findings.report(.conflict("correction: selic", "interest"), at: node)
        }
        return LateChargeTerms(
            fine: fine, monthlyInterest: interest, daysBasis: basis, index: index,
            interestIndex: usesLegalRate ? .legalRate : nil)
    }

    private func correction(allowsIndices: Bool) -> PriceIndex? {
        guard let node = node("correction"), let text = text("correction"), text != "none" else { return nil }
        guard allowsIndices else {
            findings.report(.badForm(key: "correction", found: text, wanted: "none"), at: node)
            return nil
        }
        let known: [PriceIndex] = [.ipca, .igpm, .inpc, .selic]
        if let index = PriceIndex(rawValue: text), known.contains(index) { return index }
        let names = ["none"] + known.map(\.rawValue)
        findings.report(
            .unknownWord(
                key: "correction", found: text, suggestion: Spelling.nearest(text, among: names), known: names),
            at: node)
        return nil
    }
}
