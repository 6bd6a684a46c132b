package import Domain

/// Conformidade: who asked to be left alone, and every decision with its reasons.
package struct CompliancePage: Page {
    package let filter: DecisionFilter
    /// Rules that occur, with how often each decided against a contact.
    package let rules: [RuleCount]
    package let decisions: [ContactDecision]
    package let total: Int
    package let pageSize: Int
    package let optOuts: [OptOutLine]
    package let optOutTotal: Int

    package init(
        filter: DecisionFilter, rules: [RuleCount], decisions: [ContactDecision], total: Int, pageSize: Int,
        optOuts: [OptOutLine], optOutTotal: Int
    ) {
        self.filter = filter
        self.rules = rules
        self.decisions = decisions
        self.total = total
        self.pageSize = pageSize
        self.optOuts = optOuts
        self.optOutTotal = optOutTotal
    }
}

/// Read from the address: `regra`, `resultado`, `dia`, `pagina`.
package struct DecisionFilter: Sendable {
    package let rule: String?
    package let verdict: Verdict?
    package let day: CalendarDay?
    /// From 1.
    package let page: Int

    package init(rule: String? = nil, verdict: Verdict? = nil, day: CalendarDay? = nil, page: Int = 1) {
        self.rule = rule
        self.verdict = verdict
        self.day = day
        self.page = page
    }
}

package struct RuleCount: Sendable {
    package let rule: String
    package let deferred: Int
    package let refused: Int

    package init(rule: String, deferred: Int, refused: Int) {
        self.rule = rule
        self.deferred = deferred
        self.refused = refused
    }
}

package struct OptOutLine: Sendable {
    package let caseID: CaseID?
    package let debtorName: String
    /// Nil is every channel.
    package let channel: Channel?
    package let at: Timestamp
    /// In the person's own words.
    package let words: String?

    package init(
        caseID: CaseID? = nil, debtorName: String, channel: Channel? = nil, at: Timestamp, words: String? = nil
    ) {
        self.caseID = caseID
        self.debtorName = debtorName
        self.channel = channel
        self.at = at
        self.words = words
    }
}
