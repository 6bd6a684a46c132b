import Domain

/// A decision of the contact policy: its result in a line, and inside, every rule with what it was decided by.
enum DecisionDetails {
    static func html(_ decision: ContactDecision, frame: Frame, open: Bool = false) -> HTML {
        details(.class("decision"), open ? .open : nil) {
            summary {
                Phrase.contact
                " "
                decision.verdict.chip
                " "
                Phrase.decisionMatter(decision)
                if decision.verdict != .allowed {
                    " "
                    span(.class("quiet")) { decidingRules(decision) }
                }
            }
            content(decision, frame)
        }
    }

    /// The inside without the line above it.
    static func content(_ decision: ContactDecision, _ frame: Frame) -> HTML {
        div(.class("decision-body")) {
            if decision.verdict != .allowed {
                p {
                    if let at = decision.nextAllowedAt {
                        Phrase.nextAllowed(Format.short(at, now: frame.now, in: frame.zone))
                    } else {
                        Phrase.notAgain
                    }
                }
            }
            tableFrame(.rulesEvaluated(decision.rules.count)) {
                thead {
                    tr {
                        headCell(.ruleColumn)
                        headCell(.resultColumn)
                        headCell(.inputsColumn)
                        headCell(.sourceColumn)
                    }
                }
                tbody { for rule in telling(decision.rules) { row(rule, frame) } }
            }
            alsoEvaluated(decision.rules)
        }
    }

    /// The rules that found something in the way or were decided by a figure; what decided against the contact first.
    private static func telling(_ rules: [EvaluatedRule]) -> [EvaluatedRule] {
        rules.filter { $0.verdict == .refused } + rules.filter { $0.verdict == .deferred }
            + rules.filter { $0.verdict == .allowed && !$0.inputs.isEmpty }
    }

    /// The rest in a sentence: evaluated, and nothing known that would trigger them.
    private static func alsoEvaluated(_ rules: [EvaluatedRule]) -> HTML {
        let clear = rules.filter { $0.verdict == .allowed && $0.inputs.isEmpty }
        guard !clear.isEmpty else { return .empty }
        return p(.class("note")) {
            Phrase.alsoEvaluated(clear.count)
            " "
            for (index, rule) in clear.enumerated() {
                if index > 0 { "; " }
                span(.title(RuleInputText.source(of: rule))) { Phrase.rule(rule.rule) }
            }
            "."
        }
    }

    private static func row(_ rule: EvaluatedRule, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row"), .title(rule.rule)) { Phrase.rule(rule.rule) }
            td {
                rule.verdict.chip
                if rule.verdict != .allowed, let at = rule.nextAllowedAt {
                    br()
                    span(.class("quiet")) { Phrase.until(Format.short(at, now: frame.now, in: frame.zone)) }
                }
            }
            td { Panel.inputs(RuleInputText.facts(of: rule, frame)) }
            td(.class("quiet")) { RuleInputText.source(of: rule) }
        }
    }

    private static func decidingRules(_ decision: ContactDecision) -> HTML {
        let deciding = decision.rules.filter { $0.verdict != .allowed }
        return HTML {
            for (index, rule) in deciding.enumerated() {
                if index > 0 { "; " }
                Phrase.rule(rule.rule)
            }
        }
    }
}
