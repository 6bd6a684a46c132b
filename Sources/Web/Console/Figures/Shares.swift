import Console

/// Parts of a whole, as the dashboard shows them.
enum Shares {
    /// A share with half of its 95 % interval (Wilson's score interval), rounded up to whole percentage points. Without
    /// anything to count there is no interval.
    static func share(_ part: Int, of whole: Int) -> Share {
        guard whole > 0 else { return Share(part: part, whole: whole) }
        let n = Double(whole)
        let p = Double(min(max(part, 0), whole)) / n
        let z = 1.959_964
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
        return Share(part: part, whole: whole, marginPoints: Int((half * 100).rounded(.up)))
    }

    /// Whole percent, half up; nil without a whole.
    static func percent(_ share: Share) -> Int? {
        share.whole > 0 ? (200 * share.part + share.whole) / (2 * share.whole) : nil
    }

    /// Response rate: the people who wrote within 72 hours after a contact was delivered to them, of the people to whom one
    /// was delivered. `earlier` is the same figure of the period before, equally long.
    static func response(_ now: Share, earlier: Share, goalPercent: Int?) -> ResponseFigure {
        let change: Int? =
            if let after = percent(now), let before = percent(earlier) { after - before } else { nil }
        return ResponseFigure(share: now, goalPercent: goalPercent, changePoints: change)
    }
}
