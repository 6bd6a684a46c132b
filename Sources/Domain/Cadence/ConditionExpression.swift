/// A condition after reading: every comparison is of a field with constants of the field's own type.
indirect enum ConditionExpression: Hashable, Sendable {
    case compare(CaseField, Comparison, CaseValue)
    case isOne(CaseField, of: [CaseValue])
    case flag(CaseField)
    case not(ConditionExpression)
    case and(ConditionExpression, ConditionExpression)
    case or(ConditionExpression, ConditionExpression)

    enum Comparison: String, Sendable {
        case equal = "==", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="

        var isOrder: Bool { self != .equal && self != .unequal }
    }

    /// True, false, or nil when a missing value leaves it open (Kleene's three-valued logic).
    func evaluate(_ value: (CaseField) -> CaseValue?) -> Bool? {
        switch self {
        case .compare(let field, let comparison, let constant):
            return value(field).map { ConditionExpression.holds($0, comparison, constant) }
        case .isOne(let field, let constants):
            return value(field).map { known in constants.contains { ConditionExpression.holds(known, .equal, $0) } }
        case .flag(let field):
            return value(field).map { $0 == .flag(true) }
        case .not(let inner):
            return inner.evaluate(value).map { !$0 }
        case .and(let left, let right):
            let first = left.evaluate(value)
            if first == false { return false }
            let second = right.evaluate(value)
            if second == false { return false }
            return first == nil || second == nil ? nil : true
        case .or(let left, let right):
            let first = left.evaluate(value)
            if first == true { return true }
            let second = right.evaluate(value)
            if second == true { return true }
            return first == nil || second == nil ? nil : false
        }
    }

    private static func holds(_ known: CaseValue, _ comparison: Comparison, _ constant: CaseValue) -> Bool {
        guard let left = known.magnitude, let right = constant.magnitude else {
            guard case .text(let text) = known, case .text(let wanted) = constant else { return false }
            // Constants were folded when read.
            return (text == wanted || folded(text) == wanted) == (comparison == .equal)
        }
        return switch comparison {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

extension ConditionExpression {
    /// Whether any case at all satisfies it.
    ///
    /// Fields are compared with constants only, so it is enough to try, for each field, its constants, their
    /// neighbours, and one value that is none of them.
    func canHold(end: (line: Int, column: Int)) throws(ConditionError) -> Bool {
        var samples: [(field: CaseField, values: [CaseValue])] = []
        for field in CaseField.allCases {
            let values = values(toTry: field)
            if !values.isEmpty { samples.append((field, values)) }
        }
        var combinations = 1
        for sample in samples {
            combinations *= sample.values.count
            if combinations > ConditionExpression.combinationsMax {
                throw ConditionError(line: end.line, column: end.column, problem: .tooLarge)
            }
        }
        for combination in 0..<combinations {
            var rest = combination
            var chosen: [CaseField: CaseValue] = [:]
            for sample in samples {
                chosen[sample.field] = sample.values[rest % sample.values.count]
                rest /= sample.values.count
            }
            if evaluate({ chosen[$0] }) == true { return true }
        }
        return false
    }

    private static let combinationsMax = 50_000

    private func values(toTry field: CaseField) -> [CaseValue] {
        var constants: Set<CaseValue> = []
        collect(field, into: &constants)
        if constants.isEmpty { return [] }
        switch field.type {
        case .flag: return [.flag(true), .flag(false)]
        case .text: return constants.sorted { "\($0)" < "\($1)" } + [.text("\u{0}")]
        case .money: return neighbours(of: constants, field).map { .money(Money(cents: $0)) }
        case .number: return neighbours(of: constants, field).map { .number(Int($0)) }
        }
    }

    private func neighbours(of constants: Set<CaseValue>, _ field: CaseField) -> [Int64] {
        var points: Set<Int64> = []
        for constant in constants.compactMap(\.magnitude) {
            for point in (constant - 1)...(constant + 1) where field.minimum.map({ point >= $0 }) ?? true {
                points.insert(point)
            }
        }
        return points.sorted()
    }

    private func collect(_ field: CaseField, into constants: inout Set<CaseValue>) {
        switch self {
        case .compare(field, _, let constant): constants.insert(constant)
        case .isOne(field, let several): constants.formUnion(several)
        case .flag(field): constants.insert(.flag(true))
        case .compare, .isOne, .flag: break
        case .not(let inner): inner.collect(field, into: &constants)
        case .and(let left, let right), .or(let left, let right):
            left.collect(field, into: &constants)
            right.collect(field, into: &constants)
        }
    }
}
