package import Domain

/// What the gate answers: a verdict, and on demand every rule that led to it.
package struct ContactDecision: Sendable {
    package let verdict: ContactVerdict
    /// The earliest instant, not before the request's, at which every rule would allow if nothing else happened; nil
    /// when there is none.
    package let nextAllowedAt: Timestamp?
    /// Present exactly when the verdict is `allowed`.
    package let permission: Permission?
    private let question: ContactQuestion

    init(_ question: ContactQuestion, verdict: ContactVerdict, next: Timestamp?, permission: Permission?) {
        self.question = question
        self.verdict = verdict
        nextAllowedAt = next
        self.permission = permission
    }

    package var request: ContactRequest { question.request }

    /// The debtor's likeliest zone, for showing instants.
    package var zone: Zone { question.places[0].zone }

    /// Every rule, in the order of `ContactRule.allCases`, with what it looked at. Worked out again from the same
    /// facts when asked, because most decisions are taken a million times and read seldom.
    package var evaluations: [RuleEvaluation] {
        let explaining = ContactQuestion(
            request: question.request, facts: question.facts, rules: question.rules, explains: true)
        var evaluations: [RuleEvaluation] = []
        evaluations.reserveCapacity(ContactRule.allCases.count)
        explaining.evaluate(at: request.at) { rule, answer in
            var detail = answer.detail
            if rule == .lateFlush, let permission {
                detail = .instant(permission.validUntil, name: "valid_until", zone: zone)
            }
            evaluations.append(RuleEvaluation(rule: rule, verdict: answer.opening.verdict, detail: detail))
        }
        return evaluations
    }

    /// The rule that says no: a refusal before a deferral, and of those the first of the table. Nil when allowed.
    package var decidingRule: ContactRule? {
        if verdict == .allowed { return nil }
        var deferring: ContactRule?
        var refusing: ContactRule?
        question.evaluate(at: request.at) { rule, answer in
            switch answer.opening {
            case .open: break
            case .later: deferring = deferring ?? rule
            case .never: refusing = refusing ?? rule
            }
        }
        return refusing ?? deferring
    }
}

package enum ContactVerdict: String, CaseIterable, Codable, Sendable {
    case allowed
    /// Not now; `nextAllowedAt` says when.
    case deferred
    /// Not until something else changes.
    case refused
}

/// One rule's answer. `inputs` are rendered only when asked for.
package struct RuleEvaluation: Sendable {
    package let rule: ContactRule
    package let verdict: ContactVerdict
    let detail: RuleDetail

    /// What the rule looked at, in a fixed order, names in English, instants in the debtor's zone.
    package var inputs: [(name: String, value: String)] { detail.inputs }

    /// The law or reason that the rule rests on.
    package var source: String { detail.source ?? rule.source }
}
