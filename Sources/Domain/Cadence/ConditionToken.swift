/// The words of a condition, each with its place.
struct ConditionToken: Hashable {
    enum Kind: Hashable {
        case name(String)
        case comparison(ConditionExpression.Comparison)
        case value(CaseValue)
        case opening(Character)
        case closing(Character)
        case comma
        case and, or, not, `in`
        case end
    }

    let kind: Kind
    /// As written.
    let text: String
    let line: Int
    let column: Int
}

/// Cuts a condition's text into words.
struct ConditionLexer {
    private let characters: [Character]
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ text: String) { characters = Array(text) }

    mutating func tokens() throws(ConditionError) -> [ConditionToken] {
        var tokens: [ConditionToken] = []
        while true {
            while let next = peek, next.isWhitespace { advance() }
            let (startLine, startColumn, start) = (line, column, index)
            let kind = try next()
            tokens.append(
                ConditionToken(
                    kind: kind, text: String(characters[start..<index]), line: startLine, column: startColumn))
            if kind == .end { return tokens }
        }
    }

    private var peek: Character? { index < characters.count ? characters[index] : nil }

    private mutating func advance() {
        if characters[index].isNewline {
            line += 1
            column = 1
        } else {
            column += 1
        }
        index += 1
    }

    private func error(_ problem: ConditionError.Problem) -> ConditionError {
        ConditionError(line: line, column: column, problem: problem)
    }

    private mutating func next() throws(ConditionError) -> ConditionToken.Kind {
        guard let first = peek else { return .end }
        switch first {
        case "(", "[": return single(.opening(first))
        case ")", "]": return single(.closing(first))
        case ",": return single(.comma)
        case "'", "\"": return try quoted(first)
        case "=", "!", "<", ">": return try comparison(first)
        case "-", "0"..."9": return try number()
        case "R" where index + 1 < characters.count && characters[index + 1] == "$": return try money()
        default: break
        }
        guard first.isLetter || first == "_" else { throw error(.unexpectedCharacter(first)) }
        return word()
    }

    private mutating func single(_ kind: ConditionToken.Kind) -> ConditionToken.Kind {
        advance()
        return kind
    }

    private mutating func quoted(_ quote: Character) throws(ConditionError) -> ConditionToken.Kind {
        let unterminated = error(.unterminatedText)
        advance()
        var text = ""
        while let next = peek, next != quote {
            text.append(next)
            advance()
        }
        guard peek == quote else { throw unterminated }
        advance()
        return .value(.text(folded(text)))
    }

    private mutating func comparison(_ first: Character) throws(ConditionError) -> ConditionToken.Kind {
        let unexpected = error(.unexpectedCharacter(first))
        advance()
        var text = String(first)
        if peek == "=" {
            text.append("=")
            advance()
        }
        guard let comparison = ConditionExpression.Comparison(rawValue: text) else { throw unexpected }
        return .comparison(comparison)
    }

    private mutating func number() throws(ConditionError) -> ConditionToken.Kind {
        let start = error(.unexpectedCharacter("-"))
        var text = ""
        if peek == "-" {
            text = "-"
            advance()
        }
        text += digits { $0.isASCII && $0.isNumber }
        if text == "-" { throw start }
        guard let value = Int(text), abs(value) <= ConditionLexer.numberMax else {
            throw ConditionError(line: start.line, column: start.column, problem: .numberTooLarge(text))
        }
        return .value(.number(value))
    }

    private static let numberMax = 1_000_000_000

    /// `R$ 1.234,56`, `R$ 80`, `R$80,00`.
    private mutating func money() throws(ConditionError) -> ConditionToken.Kind {
        let (startLine, startColumn) = (line, column)
        advance()
        advance()
        while peek == " " || peek == "\u{a0}" { advance() }
        var text = digits { $0.isASCII && $0.isNumber || $0 == "." }
        if peek == ",", index + 1 < characters.count, characters[index + 1].isASCII, characters[index + 1].isNumber {
            advance()
            text += "," + digits { $0.isASCII && $0.isNumber }
        }
        guard let amount = Money(brazilian: text) else {
            throw ConditionError(line: startLine, column: startColumn, problem: .malformedMoney("R$ " + text))
        }
        return .value(.money(amount))
    }

    private mutating func digits(_ belongs: (Character) -> Bool) -> String {
        var text = ""
        while let next = peek, belongs(next) {
            text.append(next)
            advance()
        }
        return text
    }

    private mutating func word() -> ConditionToken.Kind {
        var text = ""
        while let next = peek, next.isLetter || next.isNumber || next == "_" {
            text.append(next)
            advance()
        }
        return switch text.lowercased() {
        case "and": .and
        case "or": .or
        case "not": .not
        case "in": .in
        case "true": .value(.flag(true))
        case "false": .value(.flag(false))
        default: .name(text)
        }
    }
}

extension Money {
    /// Reads an amount as Brazilian files write it after the `R$`: `80`, `80,00`, `1.234,56`. A dot parts thousands
    /// only.
    package init?(brazilian text: some StringProtocol) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        let areDigits = groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard areDigits, let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 }), let reais = Int64(groups.joined()),
            reais <= 1_000_000_000_000
        else { return nil }
        var cents: Int64 = 0
        if parts.count == 2 {
            guard parts[1].count == 2, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int64(parts[1])
            else { return nil }
            cents = value
        }
        self.init(cents: reais * 100 + cents)
    }
}
