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

extension OfferBuilder {
    struct Answer {
        let terms: OfferTerms
        let obstacles: Set<WishObstacle>
    }

    func answerCash(_ wish: Wish) -> Answer {
        var obstacles: Set<WishObstacle> = []
        var total: Money?
        if let wished = wish.total, wished < limits.cash.listed {
            if wished < limits.cash.floor { obstacles.insert(.totalTooLow) }
            total = max(wished, limits.cash.floor)
        }
        if let due = wish.firstDue, due > day.adding(days: limits.cash.dueWithinDays) { obstacles.insert(.dateTooFar) }
        let reason: OfferReason = obstacles.isEmpty ? .asWished : .nearestToWish
        return Answer(terms: cash(total: total, due: wish.firstDue, reason: reason), obstacles: obstacles)
    }

    func answerPlan(_ wish: Wish) -> Answer {
        guard let plan = limits.plan, let longest = longestPlan() else {
            let fallback = answerCash(Wish(total: wish.total, firstDue: wish.firstDue))
            // A plan there is, and it asks for more than the person has.
            let why: WishObstacle = limits.plan?.installmentMax == nil ? .noPlan : .beyondMeans
            return Answer(terms: fallback.terms, obstacles: fallback.obstacles.union([why]))
        }
        var obstacles: Set<WishObstacle> = []
        var total: Money?
        if let wished = wish.total, wished < plan.listed {
            if wished < plan.floor { obstacles.insert(.totalTooLow) }
            total = max(wished, plan.floor)
        }
        let negotiated = total ?? plan.listed
        let downMin = plan.downMin(of: negotiated)
        if let down = wish.down, down < downMin { obstacles.insert(.downPaymentTooSmall) }
        if let down = wish.down, down >= negotiated { return answerCash(Wish(firstDue: wish.firstDue)) }
        let down = max(wish.down ?? .zero, downMin)
        let possible = possiblePlans(total: total, down: down)
        guard let most = possible.last?.count else {
            // The down payment leaves too little to divide: the usual one, then.
            let usual = self.plan(count: longest, total: total, reason: .nearestToWish)
            let terms = usual ?? cash(due: wish.firstDue, reason: .nearestToWish)
            return Answer(terms: terms, obstacles: obstacles.union([.installmentTooSmall]))
        }
        let count = chooseCount(wish, possible: possible, most: most, &obstacles)
        if let due = wish.firstDue, due > lastStart(plan, down: down) { obstacles.insert(.dateTooFar) }
        if !allowsDays(of: wish, plan, down: down) { obstacles.insert(.dayNotOffered) }
        let reason: OfferReason = obstacles.isEmpty ? .asWished : .nearestToWish
        let terms = self.plan(
            count: count, total: total, down: down, firstDue: wish.firstDue, dayOfMonth: wish.dayOfMonth,
            reason: reason)
        return Answer(terms: terms ?? cash(due: wish.firstDue, reason: .nearestToWish), obstacles: obstacles)
    }

    /// A wished first day is the first installment's only where nothing is paid before it.
    private func allowsDays(of wish: Wish, _ plan: OfferLimits.Plan, down: Money) -> Bool {
        guard let dueDays = plan.dueDays else { return true }
        if let dayOfMonth = wish.dayOfMonth, (1...31).contains(dayOfMonth), !dueDays.contains(dayOfMonth) {
            return false
        }
        guard let due = wish.firstDue, down == .zero else { return true }
        return dueDays.contains(due.day)
    }

    private func lastStart(_ plan: OfferLimits.Plan, down: Money) -> CalendarDay {
        day.adding(days: down > .zero ? plan.downDueWithinDays : plan.firstDueWithinDays)
    }

    /// The wished number where possible; else the shortest plan whose installments are small enough; else the
    /// longest.
    private func chooseCount(
        _ wish: Wish, possible: [(count: Int, largest: Money)], most: Int, _ obstacles: inout Set<WishObstacle>
    ) -> Int {
        if let most = limits.plan?.installmentMax, let wished = wish.monthly, wished > most {
            obstacles.insert(.beyondMeans)
        }
        let affordable = wish.monthly.flatMap { monthly in possible.first { $0.largest <= monthly }?.count }
        if wish.monthly != nil, affordable == nil { obstacles.insert(.installmentTooSmall) }
        if let wished = wish.installments, wished > 1 {
            let nearest = possible.map(\.count).min { abs($0 - wished) < abs($1 - wished) } ?? most
            if nearest > wished, limits.plan?.installmentMax != nil {
                obstacles.insert(.beyondMeans)
            } else if nearest != wished {
                obstacles.insert(.tooManyInstallments)
            }
            guard wish.monthly != nil else { return nearest }
            guard let affordable else { return most }
            if affordable > nearest { obstacles.insert(.installmentTooSmall) }
            return max(affordable, nearest)
        }
        if let affordable { return affordable }
        if wish.installments == 1, wish.down != nil, possible.first?.count == 1 { return 1 }
        if wish.monthly != nil || wish.down != nil { return most }
        return possible.first { $0.count > 1 }?.count ?? most
    }
}
