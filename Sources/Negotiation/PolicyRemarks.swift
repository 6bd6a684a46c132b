import Domain

/// Something in a policy that is allowed and probably not meant.
package struct PolicyRemark: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// No rule speaks about these days past due, though rules do before and after them: nothing but the whole
        /// balance can be offered then.
        case gap(from: Int, through: Int)
        /// Both rules hold for these days and otherwise alike cases; the earlier one is in force.
        case overlap(earlierRule: Int, from: Int?, through: Int?)
        /// A debt that is later gets less: whoever waits loses, which is unusual but may be meant.
        case concedesLessThan(earlierRule: Int)
        /// Payment in parts is conceded more than payment at once.
        case planConcedesMoreThanCash
    }

    package let kind: Kind
    /// From 0.
    package let rule: Int
}

extension NegotiationPolicy {
    /// What an author should look at once more, in the order of the rules.
    package var remarks: [PolicyRemark] {
        var found: [PolicyRemark] = []
        for (index, rule) in rules.enumerated() {
            if let gap = gap(before: index) { found.append(PolicyRemark(kind: gap, rule: index)) }
            for earlier in rules.indices.prefix(index) {
                if let overlap = overlap(earlier, index) { found.append(PolicyRemark(kind: overlap, rule: index)) }
            }
            if let younger = rules.indices.first(where: {
                rules[$0].when.endsBefore(rule.when) && concedes(index, lessThan: $0)
            }) {
                found.append(PolicyRemark(kind: .concedesLessThan(earlierRule: younger), rule: index))
            }
            if let cash = rule.cash, let plan = rule.installments, plan.principalDiscount > cash.principalDiscount {
                found.append(PolicyRemark(kind: .planConcedesMoreThanCash, rule: index))
            }
        }
        return found
    }

    /// The days between this rule's and the last earlier ones, where nothing at all is said about them.
    private func gap(before index: Int) -> PolicyRemark.Kind? {
        guard let from = rules[index].when.daysPastDueFrom else { return nil }
        let ends = rules.map(\.when.daysPastDueThrough)
        guard let end = ends.compactMap({ $0 }).filter({ $0 < from }).max(), end + 1 < from else { return nil }
        let covered = rules.contains { rule in
            (rule.when.daysPastDueFrom ?? Int.min) < from && (rule.when.daysPastDueThrough ?? Int.max) > end
        }
        return covered ? nil : .gap(from: end + 1, through: from - 1)
    }

    private func overlap(_ earlier: Int, _ later: Int) -> PolicyRemark.Kind? {
        let (first, second) = (rules[earlier].when, rules[later].when)
        guard first.differsOnlyInDays(from: second) else { return nil }
        let from = [first.daysPastDueFrom, second.daysPastDueFrom].compactMap { $0 }.max()
        let through = [first.daysPastDueThrough, second.daysPastDueThrough].compactMap { $0 }.min()
        // Wholly covered rules are refused as unreachable.
        guard (from ?? Int.min) <= (through ?? Int.max), !first.covers(second) else { return nil }
        return .overlap(earlierRule: earlier, from: from, through: through)
    }

    private func concedes(_ later: Int, lessThan earlier: Int) -> Bool {
        guard rules[earlier].when.differsOnlyInDays(from: rules[later].when), let first = rules[earlier].cash,
            let second = rules[later].cash
        else { return false }
        return second.principalDiscount < first.principalDiscount || !second.waive.isSuperset(of: first.waive)
    }
}

extension OfferCondition {
    fileprivate func differsOnlyInDays(from other: OfferCondition) -> Bool {
        balanceFrom == other.balanceFrom && balanceThrough == other.balanceThrough && products == other.products
            && segments == other.segments && previousBreaksMax == other.previousBreaksMax
            && previousBreaksMin == other.previousBreaksMin && scoreFrom == other.scoreFrom
            && scoreThrough == other.scoreThrough
    }

    fileprivate func endsBefore(_ other: OfferCondition) -> Bool {
        guard let end = daysPastDueThrough, let start = other.daysPastDueFrom else { return false }
        return end < start
    }
}
