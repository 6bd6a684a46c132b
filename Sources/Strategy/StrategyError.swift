/// One fault of a file that people wrote: where it is, what is wrong, and what to do.
package struct StrategyError: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    package let problem: StrategyProblem

    package var message: String { problem.message }
    package var remedy: String { problem.remedy }
    package var description: String { "\(file):\(line):\(column): \(message). \(remedy)." }
}

/// Every fault of a file at once, in the order of its lines; never empty.
package struct StrategyErrors: Error, Hashable, Sendable, CustomStringConvertible {
    package let errors: [StrategyError]

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
