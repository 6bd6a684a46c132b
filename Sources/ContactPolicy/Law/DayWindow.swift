/// A part of a local day, in minutes after midnight: half-open, so that 20:00 is outside 08:00–20:00.
package struct DayWindow: Hashable, Codable, Sendable {
    package let start: Int
    package let end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Nothing can be done in it.
    var isEmpty: Bool { start >= end }

    func contains(_ minute: Int) -> Bool { minute >= start && minute < end }

    /// What both leave; nil when nothing remains.
    func intersection(_ other: DayWindow) -> DayWindow? {
        let both = DayWindow(start: max(start, other.start), end: min(end, other.end))
        return both.isEmpty ? nil : both
    }

    /// Where a missing window is no restriction: the narrower of the two, empty when they do not meet.
    static func narrower(_ left: DayWindow?, _ right: DayWindow?) -> DayWindow? {
        guard let left else { return right }
        guard let right else { return left }
        return left.intersection(right) ?? DayWindow(start: 0, end: 0)
    }
}
