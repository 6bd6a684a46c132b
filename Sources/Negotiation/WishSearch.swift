import Domain

/// From a wish to the nearest that the limits allow.
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
        if let down = wish.down, down >= negotiated {
            return answerCash(Wish(total: wish.total, firstDue: wish.firstDue))
        }
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
        func make(_ total: Money?, _ reason: OfferReason = .nearestToWish) -> OfferTerms? {
            self.plan(
                count: count, total: total, down: down, firstDue: wish.firstDue, dayOfMonth: wish.dayOfMonth,
                reason: reason)
        }
        if let wished = wish.total, let dear = make(total), dear.total > wished {
            // The plan's interest comes on top of what is negotiated; who names a total means all of it.
            if let fitting = totalCosting(atMost: wished, from: negotiated, floor: plan.floor, { make($0) }) {
                total = fitting
            } else {
                obstacles.insert(.totalTooLow)
            }
        }
        if let first = make(total)?.installments.first?.due, !falls(first, on: wish.dayOfMonth) {
            if plan.dueDays == nil { obstacles.insert(.dateTooFar) }
        }
        let terms = make(total, obstacles.isEmpty ? .asWished : .nearestToWish)
        return Answer(terms: terms ?? cash(due: wish.firstDue, reason: .nearestToWish), obstacles: obstacles)
    }

    /// The negotiated total, not below the floor, whose plan with its interest costs no more than is wished; nil when
    /// there is none.
    private func totalCosting(
        atMost wished: Money, from start: Money, floor: Money, _ make: (Money?) -> OfferTerms?
    ) -> Money? {
        var total = start
        for _ in 0..<64 {
            guard let terms = make(total) else { return nil }
            let excess = terms.total - wished
            if excess <= .zero { return total }
            guard total > floor, terms.total > .zero else { return nil }
            // Interest grows with the total, so lowering it by less than the excess is enough.
            let step = max(Money(cents: 1), excess.scaled(by: total.cents, over: terms.total.cents))
            total = max(floor, total - step)
        }
        return nil
    }

    private func falls(_ day: CalendarDay, on dayOfMonth: Int?) -> Bool {
        guard let dayOfMonth, (1...31).contains(dayOfMonth) else { return true }
        return day.day == min(dayOfMonth, day.lastOfMonth.day)
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
