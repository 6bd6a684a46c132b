package import Domain

/// What a creditor concedes, to whom, and by whose authority. A value of this type is valid: the initialiser refuses
/// contradictions.
package struct NegotiationPolicy: Hashable, Sendable {
    /// Names the version in every offer and agreement made under it.
    package let version: String
    /// In order; the first that holds for a debt is in force for it.
    package let rules: [OfferRule]
    package let authority: AuthorityMargins
    package let onBreak: BreakRules
    /// An offer keeps its amounts for this many days, the day of the offer not counted.
    package let offerValidityDays: Int
    /// The most that may be conceded to all debtors together in a calendar month, charges and principal; nil is no limit.
    package let monthlyBudget: Money?
    package let affordability: AffordabilityRules
    /// What a month's waiting costs the creditor, compound: by it the present value of an offer is counted.
    package let discountRate: Percentage
    let presentValue: PresentValue

    package init(
        version: String, rules: [OfferRule], authority: AuthorityMargins = .asListed,
        onBreak: BreakRules = BreakRules(),
        offerValidityDays: Int = 5, monthlyBudget: Money? = nil,
        affordability: AffordabilityRules = AffordabilityRules(), discountRate: Percentage = Percentage(1)
    ) throws(InvalidNegotiationPolicy) {
        self.version = version
        self.rules = rules
        self.authority = authority
        self.onBreak = onBreak
        self.offerValidityDays = offerValidityDays
        self.monthlyBudget = monthlyBudget
        self.affordability = affordability
        self.discountRate = discountRate
        presentValue = PresentValue(monthlyRate: discountRate)
        var problems = NegotiationPolicy.problems(
            version: version, rules: rules, authority: authority, onBreak: onBreak, validity: offerValidityDays)
        if let monthlyBudget, monthlyBudget < .zero {
            problems.append(PolicyProblem(kind: .budgetNegative, rule: nil))
        }
        if affordability.existentialMinimum < .zero || affordability.incomeShareMax > .whole {
            problems.append(PolicyProblem(kind: .affordabilityOutOfRange, rule: nil))
        }
        if discountRate < .zero || discountRate > Percentage(20) {
            problems.append(PolicyProblem(kind: .interestTooHigh, rule: nil))
        }
        if !problems.isEmpty { throw InvalidNegotiationPolicy(problems: problems) }
    }
}

/// What happens to an agreement that is not kept.
package struct BreakRules: Hashable, Codable, Sendable {
    /// Business days after an installment's due day before the agreement counts as broken.
    package let graceBusinessDays: Int
    /// Whether the discount survives the break.
    package let keepsDiscount: Bool
    /// Broken agreements after which nothing but the whole balance is offered without a person.
    package let renegotiationsMax: Int

    package init(graceBusinessDays: Int = 3, keepsDiscount: Bool = false, renegotiationsMax: Int = 2) {
        self.graceBusinessDays = graceBusinessDays
        self.keepsDiscount = keepsDiscount
        self.renegotiationsMax = renegotiationsMax
    }
}

/// Why a policy cannot be used: every problem, so that an author corrects them in one go.
package struct InvalidNegotiationPolicy: Error, Hashable {
    package let problems: [PolicyProblem]
}

/// One contradiction of a policy; `rule` counts from 0 and is nil where the problem is not in a rule.
package struct PolicyProblem: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case emptyVersion, noRules
        /// The range's end lies before its start.
        case emptyRange
        /// Neither cash nor installments.
        case offersNothing
        /// Over 100 %, or the whole debt given away.
        case discountTooHigh
        case countOutOfRange
        case minimumNotPositive
        case downPaymentTooHigh
        case daysOutOfRange
        /// An authority may concede less than a lower one.
        case authorityNotRising
        case interestTooHigh
        /// An earlier rule holds wherever this one does.
        case unreachable
        case budgetNegative
        case affordabilityOutOfRange
        /// A day of the month that not every month has, or days that the first due date may never reach.
        case dueDaysOutOfRange
    }

    package let kind: Kind
    package let rule: Int?

    package init(kind: Kind, rule: Int?) {
        self.kind = kind
        self.rule = rule
    }
}

extension NegotiationPolicy {
    /// No plan is longer (ten years), whatever an author writes.
    package static let installmentCountMax = 120
    /// Days that an offer, a due date or a grace may reach into the future.
    package static let daysMax = 365

    private static func problems(
        version: String, rules: [OfferRule], authority: AuthorityMargins, onBreak: BreakRules, validity: Int
    ) -> [PolicyProblem] {
        var found: [PolicyProblem] = []
        func report(_ kind: PolicyProblem.Kind, _ rule: Int? = nil) {
            found.append(PolicyProblem(kind: kind, rule: rule))
        }
        if version.isEmpty { report(.emptyVersion) }
        if rules.isEmpty { report(.noRules) }
        if !(0...daysMax).contains(validity) { report(.daysOutOfRange) }
        if !(0...daysMax).contains(onBreak.graceBusinessDays) || onBreak.renegotiationsMax < 0 {
            report(.daysOutOfRange)
        }
        if authority.supervisor < authority.agent || authority.manager < authority.supervisor {
            report(.authorityNotRising)
        }
        for (index, rule) in rules.enumerated() {
            for kind in problems(of: rule) { report(kind, index) }
            if rules[..<index].contains(where: { $0.when.covers(rule.when) }) { report(.unreachable, index) }
        }
        return found
    }

    private static func problems(of rule: OfferRule) -> [PolicyProblem.Kind] {
        var found: [PolicyProblem.Kind] = []
        if rule.when.isEmpty { found.append(.emptyRange) }
        if rule.cash == nil, rule.installments == nil { found.append(.offersNothing) }
        if let cash = rule.cash {
            if cash.principalDiscount >= .whole { found.append(.discountTooHigh) }
            if !(0...daysMax).contains(cash.dueWithinDays) { found.append(.daysOutOfRange) }
        }
        guard let plan = rule.installments else { return found }
        if plan.principalDiscount >= .whole { found.append(.discountTooHigh) }
        if !(1...installmentCountMax).contains(plan.countMax) { found.append(.countOutOfRange) }
        if plan.installmentMin <= .zero { found.append(.minimumNotPositive) }
        if plan.interestPerMonth > Percentage(20) { found.append(.interestTooHigh) }
        if !(0...daysMax).contains(plan.downDueWithinDays) || !(0...daysMax).contains(plan.firstDueWithinDays) {
            found.append(.daysOutOfRange)
        }
        if !plan.dueDays.isEmpty, plan.firstDueWithinDays < 31 || !plan.dueDays.isSubset(of: 1...28) {
            found.append(.dueDaysOutOfRange)
        }
        switch plan.down {
        case .none: break
        case .share(let share): if share >= .whole { found.append(.downPaymentTooHigh) }
        case .amount(let amount): if amount < .zero { found.append(.downPaymentTooHigh) }
        }
        return found
    }
}

extension OfferCondition {
    fileprivate var isEmpty: Bool {
        (daysPastDueFrom ?? Int.min) > (daysPastDueThrough ?? Int.max)
            || (balanceFrom?.cents ?? Int64.min) > (balanceThrough?.cents ?? Int64.max)
            || (previousBreaksMin ?? 0) > (previousBreaksMax ?? Int.max)
            || (scoreFrom ?? Int.min) > (scoreThrough ?? Int.max)
    }

    /// Whether this condition holds wherever the other does.
    func covers(_ other: OfferCondition) -> Bool {
        (daysPastDueFrom ?? Int.min) <= (other.daysPastDueFrom ?? Int.min)
            && (daysPastDueThrough ?? Int.max) >= (other.daysPastDueThrough ?? Int.max)
            && (balanceFrom?.cents ?? Int64.min) <= (other.balanceFrom?.cents ?? Int64.min)
            && (balanceThrough?.cents ?? Int64.max) >= (other.balanceThrough?.cents ?? Int64.max)
            && (products.isEmpty || (!other.products.isEmpty && other.products.isSubset(of: products)))
            && (segments.isEmpty || (!other.segments.isEmpty && other.segments.isSubset(of: segments)))
            && (previousBreaksMax ?? Int.max) >= (other.previousBreaksMax ?? Int.max)
            && (previousBreaksMin ?? 0) <= (other.previousBreaksMin ?? 0)
            && (scoreFrom == nil && scoreThrough == nil
                || (other.scoreFrom != nil || other.scoreThrough != nil)
                    && (scoreFrom ?? Int.min) <= (other.scoreFrom ?? Int.min)
                    && (scoreThrough ?? Int.max) >= (other.scoreThrough ?? Int.max))
    }
}
