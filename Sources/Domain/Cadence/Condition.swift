/// When a step is for a case: `segment == 'massa' and balance > R$ 80,00`.
///
/// ```
/// condition  = term { "or" term }
/// term       = factor { "and" factor }
/// factor     = "not" factor | "(" condition ")" | flag | field comparison value | field ["not"] "in" values
/// comparison = "==" | "!=" | "<" | "<=" | ">" | ">="
/// values     = "[" value { "," value } "]"
/// value      = 'text' | "text" | R$ 1.234,56 | 30 | -3 | true | false
/// ```
/// Fields are those of `CaseField`; texts compare without regard to capitals and accents.
package struct Condition: Hashable, Sendable {
    /// As written.
    package let text: String
    let expression: ConditionExpression

    /// Reads and checks: names, types, and that some case can satisfy it at all.
    package init(parsing text: String) throws(ConditionError) {
        var parser = try ConditionParser(text)
        expression = try parser.condition()
        self.text = text
        if try !expression.canHold(end: parser.end) {
            throw ConditionError(line: 1, column: 1, problem: .neverTrue)
        }
    }

    /// Whether the case satisfies it. What cannot be known for want of a value does not hold.
    package func holds(_ values: CaseValues) -> Bool {
        expression.evaluate { values.value($0) } == true
    }
}

extension Condition: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(parsing: try container.decode(String.self))
        } catch let error as ConditionError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a condition: \(error.problem)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What is wrong with a condition, and where in its text (both from 1).
package struct ConditionError: Error, Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let problem: Problem

    package init(line: Int, column: Int, problem: Problem) {
        self.line = line
        self.column = column
        self.problem = problem
    }

    package enum Problem: Hashable, Sendable {
        case empty
        /// Over `ConditionParser.lengthMax` characters, or nested deeper than `depthMax`, or too many alternatives to
        /// check.
        case tooLarge
        case unexpectedCharacter(Character)
        case unterminatedText
        case malformedMoney(String)
        case numberTooLarge(String)
        case unknownField(String)
        case expectedField(found: String)
        case expectedComparison(field: CaseField, found: String)
        case expectedValue(found: String)
        case expectedClosing(String, found: String)
        case unexpectedEnd(found: String)
        case wrongType(field: CaseField, found: String)
        /// `<` and its kin on a text or a flag.
        case noOrder(field: CaseField)
        case neverTrue
    }
}
