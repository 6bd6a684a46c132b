package import Domain
package import Negotiation
import Yams

/// What a negotiation file says: what may be offered, and which charges late payment costs.
package struct NegotiationStrategy: Hashable, Sendable {
    package let policy: NegotiationPolicy
    /// Nil when the file leaves them to the creditor's settings.
    package let lateCharges: LateChargeTerms?
    /// What is allowed and probably not meant, in the order of the lines.
    package let warnings: [StrategyError]
}

/// Reads a negotiation file's policy.
///
/// - Throws: every fault of the file.
package func loadNegotiation(_ yaml: String, file: String) throws(StrategyErrors) -> NegotiationPolicy {
    try loadNegotiationStrategy(yaml, file: file).policy
}

/// Reads a whole negotiation file: the policy and the late charges.
package func loadNegotiationStrategy(_ yaml: String, file: String) throws(StrategyErrors) -> NegotiationStrategy {
    let findings = Findings(file: file)
    let strategy = YAMLText.root(yaml, findings).flatMap { NegotiationLoader($0, findings)?.strategy(text: yaml) }
    return try findings.result(strategy)
}

struct NegotiationLoader {
    private let fields: Fields
    private let findings: Findings

    init?(_ root: Node, _ findings: Findings) {
        guard let fields = Fields(root, "a política de negociação", findings) else { return nil }
        self.fields = fields
        self.findings = findings
    }

    func strategy(text: String) -> NegotiationStrategy? {
        let version = fields.text("version") ?? digest(text)
        let charges = lateCharges()
        let (rules, places) = offers()
        let authority = authority()
        let breaks = breaks()
        let validity = fields.value("offer_validity", .days(0...60)) ?? 5
        let budget = fields.value("monthly_budget", .money)
        let affordability = affordability()
        let discountRate = fields.value("discount_rate", .monthlyInterest) ?? Percentage(1)
        fields.finish()
        if rules.isEmpty { return nil }
        do throws(InvalidNegotiationPolicy) {
            let policy = try NegotiationPolicy(
                version: version, rules: rules, authority: authority, onBreak: breaks, offerValidityDays: validity,
                monthlyBudget: budget, affordability: affordability, discountRate: discountRate)
            let warnings = policy.remarks.map { remark in
                let mark = (places.indices.contains(remark.rule) ? places[remark.rule] : fields.node).mark
                return StrategyError(
                    file: findings.file, line: mark?.line ?? 1, column: mark?.column ?? 1,
                    problem: .policyRemark(remark))
            }
            return NegotiationStrategy(policy: policy, lateCharges: charges, warnings: warnings)
        } catch {
            for problem in error.problems {
                let place = problem.rule.flatMap { places.indices.contains($0) ? places[$0] : nil } ?? fields.node
                findings.report(.policy(problem.kind.text, rule: problem.rule), at: place)
            }
            return nil
        }
    }

    /// Names a version by its text when the file does not: the same text, the same version.
    private func digest(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func lateCharges() -> LateChargeTerms? {
        guard let nested = fields.nested("late_charges", "late_charges") else { return nil }
        let terms = nested.lateChargeTerms(allowsIndices: true)
        nested.finish()
        return terms
    }

    private func offers() -> (rules: [OfferRule], places: [Node]) {
        guard let node = fields.required("offers"), let items = fields.list("offers") else { return ([], []) }
        if items.isEmpty { findings.report(.emptyList("offers"), at: node) }
        var rules: [OfferRule] = []
        var places: [Node] = []
        for (index, item) in items.enumerated() {
            if let rule = OfferLoader(item, number: index + 1, findings)?.rule() {
                rules.append(rule)
                places.append(item)
            }
        }
        return (rules, places)
    }

    private func authority() -> AuthorityMargins {
        guard let nested = fields.nested("authority", "authority") else { return .asListed }
        if let node = nested.node("bot"), nested.text("bot") != "as listed" {
            findings.report(.badForm(key: "bot", found: nested.text("bot") ?? "", wanted: "`as listed`"), at: node)
        }
        let margin = Form<Percentage>.margin.limited(to: .zero...Percentage(100), "de 0% a 100%")
        let agent = nested.value("agent", margin)
        let supervisor = nested.value("supervisor", margin)
        let manager = nested.value("manager", margin)
        nested.finish()
        return AuthorityMargins(agent: agent ?? .zero, supervisor: supervisor, manager: manager)
    }

    /// `{existential_minimum: R$ 600,00, income_share: 30%}`
    private func affordability() -> AffordabilityRules {
        guard let nested = fields.nested("ability_to_pay", "ability_to_pay") else { return AffordabilityRules() }
        let minimum = nested.value("existential_minimum", .money)
        let share = nested.value("income_share", .percentage)
        nested.finish()
        let usual = AffordabilityRules()
        return AffordabilityRules(
            existentialMinimum: minimum ?? usual.existentialMinimum, incomeShareMax: share ?? usual.incomeShareMax)
    }

    private func breaks() -> BreakRules {
        guard let nested = fields.nested("on_break", "on_break") else { return BreakRules() }
        let grace = nested.value("grace", .businessDays) ?? 3
        let keeps = nested.value("keep_discount", .flag) ?? false
        let most = nested.value("max_renegotiations", .number(0...50)) ?? 2
        nested.finish()
        return BreakRules(graceBusinessDays: grace, keepsDiscount: keeps, renegotiationsMax: most)
    }
}
