package import Domain

/// One decision of the contact policy: a contact made, deferred or refused, with all that was weighed.
package struct ContactDecision: Sendable {
    package let id: DecisionID
    package let at: Timestamp
    /// The cadence's step, as people name it: `D+3`.
    package let step: String?
    package let channel: Channel
    /// The template or the kind of message in question.
    package let matter: String?
    package let verdict: Verdict
    package let rules: [EvaluatedRule]
    /// When the contact would be allowed, if ever.
    package let nextAllowedAt: Timestamp?
    /// Set where decisions of several cases stand in one list.
    package let caseID: CaseID?
    package let debtorName: String?

    package init(
        id: DecisionID, at: Timestamp, step: String? = nil, channel: Channel, matter: String? = nil, verdict: Verdict,
        rules: [EvaluatedRule], nextAllowedAt: Timestamp? = nil, caseID: CaseID? = nil, debtorName: String? = nil
    ) {
        self.id = id
        self.at = at
        self.step = step
        self.channel = channel
        self.matter = matter
        self.verdict = verdict
        self.rules = rules
        self.nextAllowedAt = nextAllowedAt
        self.caseID = caseID
        self.debtorName = debtorName
    }
}

package enum Verdict: String, CaseIterable, Sendable {
    case allowed, deferred, refused
}

/// One rule, evaluated.
package struct EvaluatedRule: Sendable {
    /// The policy's own name of the rule: `contact_hours`.
    package let rule: String
    package let verdict: Verdict
    /// The data used, in the policy's order.
    package let inputs: [Fact]
    /// The law or policy that the rule comes from: `CDC art. 42`.
    package let source: String?
    /// When this rule alone would allow the contact.
    package let nextAllowedAt: Timestamp?

    package init(
        rule: String, verdict: Verdict, inputs: [Fact], source: String? = nil, nextAllowedAt: Timestamp? = nil
    ) {
        self.rule = rule
        self.verdict = verdict
        self.inputs = inputs
        self.source = source
        self.nextAllowedAt = nextAllowedAt
    }
}

/// A named value.
package struct Fact: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
