/// Reads a condition by recursive descent, checking names and types as it goes.
struct ConditionParser {
    private let tokens: [ConditionToken]
    private var index = 0
    private var depth = 0

    static let lengthMax = 1000
    static let depthMax = 32

    init(_ text: String) throws(ConditionError) {
        if text.count > ConditionParser.lengthMax { throw ConditionError(line: 1, column: 1, problem: .tooLarge) }
        var lexer = ConditionLexer(text)
        tokens = try lexer.tokens()
        if tokens.count == 1 { throw ConditionError(line: 1, column: 1, problem: .empty) }
    }

    /// Where the text ends.
    var end: (line: Int, column: Int) { (tokens[tokens.count - 1].line, tokens[tokens.count - 1].column) }

    mutating func condition() throws(ConditionError) -> ConditionExpression {
        let result = try alternatives()
        guard current.kind == .end else { throw error(.unexpectedEnd(found: current.text)) }
        return result
    }

    private var current: ConditionToken { tokens[min(index, tokens.count - 1)] }

    private func error(_ problem: ConditionError.Problem, at token: ConditionToken? = nil) -> ConditionError {
        let place = token ?? current
        return ConditionError(line: place.line, column: place.column, problem: problem)
    }

    private mutating func take() -> ConditionToken {
        let token = current
        index += 1
        return token
    }

    private mutating func alternatives() throws(ConditionError) -> ConditionExpression {
        var result = try conjunction()
        while current.kind == .or {
            index += 1
            result = .or(result, try conjunction())
        }
        return result
    }

    private mutating func conjunction() throws(ConditionError) -> ConditionExpression {
        var result = try factor()
        while current.kind == .and {
            index += 1
            result = .and(result, try factor())
        }
        return result
    }

    private mutating func factor() throws(ConditionError) -> ConditionExpression {
        depth += 1
        defer { depth -= 1 }
        if depth > ConditionParser.depthMax { throw error(.tooLarge) }
        let token = take()
        switch token.kind {
        case .not: return .not(try factor())
        case .opening("("):
            let inner = try alternatives()
            guard current.kind == .closing(")") else { throw error(.expectedClosing(")", found: current.text)) }
            index += 1
            return inner
        case .name(let name):
            guard let field = CaseField(rawValue: name) else { throw error(.unknownField(name), at: token) }
            return try test(of: field)
        default: throw error(.expectedField(found: token.text), at: token)
        }
    }

    private mutating func test(of field: CaseField) throws(ConditionError) -> ConditionExpression {
        switch current.kind {
        case .comparison(let comparison):
            if comparison.isOrder && (field.type == .text || field.type == .flag) {
                throw error(.noOrder(field: field))
            }
            index += 1
            return .compare(field, comparison, try value(for: field))
        case .in:
            index += 1
            return .isOne(field, of: try values(for: field))
        case .not where index + 1 < tokens.count && tokens[index + 1].kind == .in:
            index += 2
            return .not(.isOne(field, of: try values(for: field)))
        default:
            guard field.type == .flag else { throw error(.expectedComparison(field: field, found: current.text)) }
            return .flag(field)
        }
    }

    private mutating func values(for field: CaseField) throws(ConditionError) -> [CaseValue] {
        guard case .opening(let opening) = current.kind else { throw error(.expectedClosing("[", found: current.text)) }
        index += 1
        var values = [try value(for: field)]
        while current.kind == .comma {
            index += 1
            values.append(try value(for: field))
        }
        let closing: Character = opening == "[" ? "]" : ")"
        guard current.kind == .closing(closing) else {
            throw error(.expectedClosing(String(closing), found: current.text))
        }
        index += 1
        return values
    }

    private mutating func value(for field: CaseField) throws(ConditionError) -> CaseValue {
        let token = take()
        guard case .value(let value) = token.kind else { throw error(.expectedValue(found: token.text), at: token) }
        guard value.type == field.type else { throw error(.wrongType(field: field, found: token.text), at: token) }
        return value
    }
}
