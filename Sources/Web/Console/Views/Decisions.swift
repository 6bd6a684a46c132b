import Console
import ContactPolicy
import Domain
import Store

/// Kept decisions of the contact policy, as the pages unfold them.
enum Decisions {
    /// - Parameter template: the template in question, where the decision led to a message.
    static func view(
        _ row: DecisionRow, template: String? = nil, debtorName: String? = nil, showsCase: Bool = false
    ) -> Console.ContactDecision {
        let record = DecisionRecord(text: row.rules)
        let rules = record?.rules.map { rule in
            EvaluatedRule(
                rule: rule.rule.rawValue, verdict: Verdict(rawValue: rule.verdict.rawValue) ?? .refused,
                inputs: rule.inputs.map { Fact(name: $0.name, value: $0.value) }, source: rule.source,
                nextAllowedAt: nil)
        }
        return ContactDecision(
            id: row.id, at: row.at, step: Words.step(row.step), channel: Channel(rawValue: row.channel) ?? .whatsapp,
            matter: template ?? Words.purpose(row.purpose), verdict: Verdict(rawValue: row.verdict) ?? .refused,
            rules: rules ?? [], nextAllowedAt: row.nextAllowedAt, caseID: showsCase ? row.collectionCase : nil,
            debtorName: debtorName)
    }

    /// The rules that spoke against a contact.
    static func against(_ row: DecisionRow) -> [(rule: String, verdict: Verdict)] {
        (DecisionRecord(text: row.rules)?.rules ?? []).compactMap { rule in
            guard rule.verdict != .allowed, let verdict = Verdict(rawValue: rule.verdict.rawValue) else { return nil }
            return (rule.rule.rawValue, verdict)
        }
    }
}
