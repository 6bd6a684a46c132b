import Domain

/// What the platform and the law ask of a template's text.
enum TemplateRules {
    static let footerMax = 60
    static let buttonsMax = 3
    /// The platform takes 25 in templates and 20 in replies; one limit lets a text serve as both.
    static let buttonTitleMax = 20
    /// The platform refuses a text with too many variables for its words; it does not say how many. This is on the
    /// safe side.
    static let wordsPerVariable = 3

    static func problems(body: String, discloses: Bool) -> [StrategyProblem] {
        var found: [StrategyProblem] = []
        if body.count > MessageTemplate.bodyLengthMax {
            found.append(.textTooLong(key: "body", length: body.count, limit: MessageTemplate.bodyLengthMax))
        }
        let segments = TemplateSegment.segments(of: body)
        found += places(segments)
        found += names(segments, discloses: discloses)
        if !discloses {
            // A variable's name is not read by anybody; what it stands for is judged by `names`.
            let words = segments.map { if case .text(let text) = $0 { text } else { " " } }.joined()
            if let word = disclosingWord(in: words) { found.append(.wordDiscloses(word)) }
        }
        return found
    }

    private static func places(_ segments: [TemplateSegment]) -> [StrategyProblem] {
        var found: [StrategyProblem] = []
        var variables = 0
        var words = 0
        var adjacent = false
        for (index, segment) in segments.enumerated() {
            switch segment {
            case .text(let text):
                if text.contains("{{") || text.contains("}}") { found.append(.unclosedVariable) }
                words += text.split { !$0.isLetter && !$0.isNumber }.count
            case .variable:
                variables += 1
                if index + 1 < segments.count,
                    isOnlySpace(segments[index + 1], before: segments.dropFirst(index + 2).first)
                {
                    adjacent = true
                }
            }
        }
        if isVariableAfterSpace(segments.first, segments.dropFirst().first) {
            found.append(.variableAtEdge(first: true))
        }
        if isVariableAfterSpace(segments.last, segments.dropLast().last) { found.append(.variableAtEdge(first: false)) }
        if adjacent { found.append(.adjacentVariables) }
        if variables * wordsPerVariable > words { found.append(.tooManyVariables(count: variables, words: words)) }
        return found
    }

    private static func isSpace(_ segment: TemplateSegment) -> Bool {
        if case .text(let text) = segment {
            text.allSatisfy { !$0.isLetter && !$0.isNumber && !$0.isSymbol }
        } else {
            false
        }
    }

    /// A variable, then nothing but spaces and marks, then a variable; or a variable directly.
    private static func isOnlySpace(_ next: TemplateSegment, before after: TemplateSegment?) -> Bool {
        if case .variable = next { return true }
        guard case .text(let text) = next, case .variable = after else { return false }
        return text.allSatisfy(\.isWhitespace)
    }

    /// The text's edge is a variable, with at most white space and punctuation outside it.
    private static func isVariableAfterSpace(_ edge: TemplateSegment?, _ neighbour: TemplateSegment?) -> Bool {
        guard let edge else { return false }
        if case .variable = edge { return true }
        guard isSpace(edge), case .variable = neighbour else { return false }
        return true
    }

    private static func names(_ segments: [TemplateSegment], discloses: Bool) -> [StrategyProblem] {
        var found: [StrategyProblem] = []
        for case .variable(let name) in segments {
            guard let variable = TemplateVariable(rawValue: name) else {
                let known = TemplateVariable.allCases.map(\.rawValue)
                found.append(.unknownVariable(name, suggestion: Spelling.nearest(name, among: known)))
                continue
            }
            if variable.discloses && !discloses { found.append(.variableDiscloses(variable)) }
        }
        return found
    }

    /// The first word that tells a stranger that something is owed (rule P1); accents and capitals do not matter.
    static func disclosingWord(in text: String) -> String? {
        for word in folded(text).split(whereSeparator: { !$0.isLetter && $0 != "$" }) {
            if disclosingStems.contains(where: { word.hasPrefix($0) }) || disclosingWords.contains(String(word)) {
                return String(word)
            }
        }
        return nil
    }

    private static let disclosingStems = [
        "divida", "debito", "devedor", "devend", "dever", "deve", "cobranc", "cobrar", "inadimpl", "atras", "vencid",
        "vencim", "vence", "fatur", "boleto", "parcel", "pagament", "pagar", "pague", "pagou", "quitar", "quitac",
        "quite",
        "negoci", "renegoci", "acordo", "pendenc", "pendente", "saldo", "juros", "multa", "desconto", "financ",
        "emprest",
        "crediario", "negativ", "serasa", "protest", "proposta", "pix", "regulariz",
    ]
    private static let disclosingWords: Set<String> = ["r$", "spc", "titulo", "valor", "mora"]
}
