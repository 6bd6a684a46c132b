import Yams

/// Collects the faults of one file while it is read to its end.
final class Findings {
    let file: String
    private var errors: [StrategyError] = []

    init(file: String) { self.file = file }

    func report(_ problem: StrategyProblem, line: Int, column: Int) {
        errors.append(StrategyError(file: file, line: max(line, 1), column: max(column, 1), problem: problem))
    }

    func report(_ problem: StrategyProblem, at node: Node) {
        report(problem, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// The value, if nothing was wrong; all that was wrong otherwise.
    func result<Value>(_ value: Value?) throws(StrategyErrors) -> Value {
        if let value, errors.isEmpty { return value }
        let fallback = StrategyError(file: file, line: 1, column: 1, problem: .empty)
        let sorted = errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        throw StrategyErrors(errors: sorted.isEmpty ? [fallback] : sorted)
    }
}
