import Console

/// The way from a contact to a payment, counted in people.
///
/// Who is in it: every debtor whom Quita contacted in the period (a step of the cadence or a reminder that left). Each is
/// counted once, at the farthest stage that they reached in the period and at all the stages before it, so that no stage
/// is larger than the one before: somebody who paid at once, without an agreement, stands at all stages.
///
/// - sent: a contact left. delivered: at least one arrived. read: at least one was displayed.
/// - replied: the debtor wrote. agreed: an agreement was accepted. paid: money of theirs was booked.
enum Funnel {
    /// - Parameter farthest: how many debtors have each stage as their farthest; stages without anybody may be missing.
    static func figures(farthest: [FunnelStage: Int]) -> [FunnelFigure] {
        var count = 0
        var figures: [FunnelFigure] = []
        for stage in FunnelStage.allCases.reversed() {
            count += farthest[stage] ?? 0
            figures.append(FunnelFigure(stage: stage, count: count))
        }
        return figures.reversed()
    }

    /// Stages as the query numbers them: 1 sent … 6 paid.
    static func stage(number: Int64) -> FunnelStage? {
        let index = Int(number) - 1
        return FunnelStage.allCases.indices.contains(index) ? FunnelStage.allCases[index] : nil
    }

    static func number(of stage: FunnelStage) -> Int64 {
        Int64((FunnelStage.allCases.firstIndex(of: stage) ?? 0) + 1)
    }
}
