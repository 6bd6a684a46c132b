package import Domain

/// A decision as histories keep it and `explain` shows it: rendered, with no reference to facts that may change.
///
/// It is evidence, not a right: no permission can be made from it.
package struct DecisionRecord: Hashable, Sendable {
    package let requestKey: String
    package let at: Timestamp
    package let channel: Channel
    package let purpose: ContactPurpose
    package let verdict: ContactVerdict
    package let nextAllowedAt: Timestamp?
    /// Minutes east of Greenwich of the debtor's likeliest zone, for showing instants.
    package let offsetMinutes: Int
    package let rules: [Rule]

    package struct Rule: Hashable, Sendable {
        package let rule: ContactRule
        package let verdict: ContactVerdict
        package let inputs: [Input]
        package let source: String
    }

    package struct Input: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package init(_ decision: ContactDecision) {
        requestKey = decision.request.key
        at = decision.request.at
        channel = decision.request.channel
        purpose = decision.request.purpose
        verdict = decision.verdict
        nextAllowedAt = decision.nextAllowedAt
        offsetMinutes = decision.zone.offsetMinutes
        rules = decision.evaluations.map { evaluation in
            Rule(
                rule: evaluation.rule, verdict: evaluation.verdict,
                inputs: evaluation.inputs.map { Input(name: $0.name, value: $0.value) }, source: evaluation.source)
        }
    }

    init(
        requestKey: String, at: Timestamp, channel: Channel, purpose: ContactPurpose, verdict: ContactVerdict,
        nextAllowedAt: Timestamp?, offsetMinutes: Int, rules: [Rule]
    ) {
        self.requestKey = requestKey
        self.at = at
        self.channel = channel
        self.purpose = purpose
        self.verdict = verdict
        self.nextAllowedAt = nextAllowedAt
        self.offsetMinutes = offsetMinutes
        self.rules = rules
    }

    /// A zone with the debtor's offset, for showing `at` and `nextAllowedAt`.
    package var zone: Zone { Zone(name: "UTC\(offsetMinutes / 60)", offsetMinutes: offsetMinutes) }
}

/// The keys of the command line's contract: `rule`, `verdict`, `inputs`, `source`.
extension DecisionRecord.Rule: Encodable {
    private enum Key: String, CodingKey { case rule, verdict, inputs, source }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(verdict, forKey: .verdict)
        var values: [String: String] = [:]
        for input in inputs { values[input.name] = input.value }
        try container.encode(values, forKey: .inputs)
        try container.encode(source, forKey: .source)
    }
}
