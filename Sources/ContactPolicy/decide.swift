import Domain

/// The one gate: may this contact be made, now, here, thus?
///
/// Every rule is evaluated, whatever the others say. When one denies, the next instant is found by asking each rule
/// when it alone would open, going to the latest of these, and asking all again: no earlier instant can satisfy all
/// of them.
package func decide(_ request: ContactRequest, _ facts: ContactFacts, rules: ContactRules) -> ContactDecision {
    let question = ContactQuestion(request: request, facts: facts, rules: rules)
    let now = question.standing(at: request.at)
    if now.refused {
        return ContactDecision(question, verdict: .refused, next: nil, permission: nil)
    }
    if now.isOpen {
        let permission = Permission(request, validUntil: now.closesAt)
        return ContactDecision(question, verdict: .allowed, next: request.at, permission: permission)
    }
    guard let next = question.firstAllowed(from: now.opensAt) else {
        return ContactDecision(question, verdict: .refused, next: nil, permission: nil)
    }
    return ContactDecision(question, verdict: .deferred, next: next, permission: nil)
}
