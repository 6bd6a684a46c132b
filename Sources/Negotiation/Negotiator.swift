package import Domain

/// Finds what the creditor's policy and the debtor can both keep. A pure function of its arguments: the same facts get
/// the same offer, whoever asks.
package enum Negotiator {
    /// What is offered unasked: at most one payment at once and two plans, the best for both first
    /// (`Offer.isBetter(than:)`).
    ///
    /// Empty when nothing is owed that may be offered.
    package static func offers(
        for facts: NegotiationFacts, policy: NegotiationPolicy, authority: Authority, day: CalendarDay
    ) -> [Offer] {
        guard let builder = builder(facts, policy, authority, day) else { return [] }
        var found: [OfferTerms] = []
        let cash = builder.limits.cash
        let conceded = cash.listed < cash.lines.map(\.balance.total).sum()
        found.append(builder.cash(reason: conceded ? .cashDiscount : .fullBalance))
        if let longest = builder.longestPlan(), longest >= 2 {
            let middle = (longest + 1) / 2
            // Where means rule out so few, the shortest that they allow.
            let shorter = (max(2, middle)..<max(2, middle, longest)).lazy.compactMap {
                builder.plan(count: $0, reason: .shorterPlan)
            }.first
            if let shorter, middle >= 2 { found.append(shorter) }
            if let plan = builder.plan(count: longest, reason: .smallestInstallments) { found.append(plan) }
        }
        return found.compactMap { mint($0, policy, facts) }.enumerated().sorted { left, right in
            if left.element.isBetter(than: right.element) { return true }
            return !right.element.isBetter(than: left.element) && left.offset < right.offset
        }.map(\.element)
    }

    /// The least authority that may say yes to a wish, so that a person is fetched who can; nil when nobody may.
    package static func leastAuthority(
        accepting wish: Wish, facts: NegotiationFacts, policy: NegotiationPolicy, day: CalendarDay
    ) -> Authority? {
        Authority.allCases.first { authority in
            switch respond(to: wish, facts: facts, policy: policy, authority: authority, day: day) {
            case .acceptable: true
            case .nearest, .none: false
            }
        }
    }

    /// Answers a wish: the wish itself where the policy allows it (or better), else the nearest thing that it allows.
    package static func respond(
        to wish: Wish, facts: NegotiationFacts, policy: NegotiationPolicy, authority: Authority, day: CalendarDay
    ) -> WishResponse {
        guard let builder = builder(facts, policy, authority, day) else { return .none(why: .nothingOwed) }
        let answer = wish.wantsPlan ? builder.answerPlan(wish) : builder.answerCash(wish)
        guard let offer = mint(answer.terms, policy, facts) else { return .none(why: .nothingOwed) }
        return answer.obstacles.isEmpty ? .acceptable(offer) : .nearest(offer, why: answer.obstacles)
    }

    private static func builder(
        _ facts: NegotiationFacts, _ policy: NegotiationPolicy, _ authority: Authority, _ day: CalendarDay
    ) -> OfferBuilder? {
        OfferLimits(facts: facts, policy: policy, authority: authority).map {
            OfferBuilder(limits: $0, policy: policy, authority: authority, day: day)
        }
    }

    private static func mint(_ terms: OfferTerms, _ policy: NegotiationPolicy, _ facts: NegotiationFacts) -> Offer? {
        OfferAudit.violations(of: terms, policy: policy, facts: facts).isEmpty
            ? Offer(minting: terms, under: policy) : nil
    }
}
