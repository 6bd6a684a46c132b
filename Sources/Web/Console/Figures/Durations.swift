import Console

/// Durations of many cases in two numbers.
enum Durations {
    /// The nearest-rank percentile: the smallest value such that at least `percent` of all values are not above it.
    static func percentile(_ percent: Int, ofSorted values: [Int64]) -> Int64? {
        guard !values.isEmpty else { return nil }
        let rank = max(1, (values.count * percent + 99) / 100)
        return values[min(rank, values.count) - 1]
    }

    /// Median and 90th percentile, in seconds rounded to the nearest. Negative durations, which only come of two clocks that
    /// disagree, count as zero.
    static func figure(milliseconds: [Int64], goalSeconds: Int?) -> DurationFigure {
        let sorted = milliseconds.map { max(0, $0) }.sorted()
        func seconds(_ percent: Int) -> Int? { percentile(percent, ofSorted: sorted).map { Int(($0 + 500) / 1000) } }
        return DurationFigure(
            medianSeconds: seconds(50), p90Seconds: seconds(90), count: sorted.count, goalSeconds: goalSeconds)
    }
}
