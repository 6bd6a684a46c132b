package import Domain
import Yams

/// Reads `faq.yaml`: the questions that a creditor answers in its own words.
///
/// ```yaml
/// faq:
///   - id: horario
///     questions: ["qual o horário de vocês?", "que horas abre a loja?"]
///     answer: "A loja abre de segunda a sábado, das 9h às 18h."
///     when: always            # or after_proof
///     intents: [callback_later]   # optional
/// ```
/// - Parameters:
///   - intents: the names of meanings that may stand in `intents`.
///   - style: what a style check has against an answer, in words; `true` where anybody may read it.
/// - Throws: every fault of the file.
package func loadFAQ(
    _ yaml: String, file: String, intents: [String] = [], style: (String, _ neutral: Bool) -> [String] = { _, _ in [] }
) throws(StrategyErrors) -> [FrequentAnswer] {
    let findings = Findings(file: file)
    guard let root = YAMLText.root(yaml, findings) else { return try findings.result(nil) }
    var items: [Node] = []
    if case .sequence(let list) = root {
        items = Array(list)
    } else if let fields = Fields(root, "o arquivo", findings) {
        if fields.required("faq") != nil { items = fields.list("faq") ?? [] }
        fields.finish()
    }
    if items.isEmpty { findings.report(.emptyList("faq"), at: root) }
    var answers: [FrequentAnswer] = []
    for item in items {
        guard let answer = AnswerLoader(item, findings)?.answer(intents: intents, style: style) else { continue }
        if answers.contains(where: { $0.id == answer.id }) {
            findings.report(.repeated(key: "faq", value: answer.id), at: item)
        }
        let known = answers.flatMap(\.questions)
        for question in answer.questions where known.contains(question) {
            findings.report(.repeated(key: "questions", value: question), at: item)
        }
        answers.append(answer)
    }
    return try findings.result(answers)
}

struct AnswerLoader {
    private let fields: Fields
    private let findings: Findings

    /// WhatsApp carries more; nobody reads more.
    static let answerMax = 700
    static let questionMax = 160

    init?(_ node: Node, _ findings: Findings) {
        guard let fields = Fields(node, "a pergunta", findings) else { return nil }
        self.fields = fields
        self.findings = findings
    }

    func answer(intents known: [String], style: (String, Bool) -> [String]) -> FrequentAnswer? {
        let id = fields.requiredText("id")
        let questions = questions()
        let answer = fields.requiredText("answer")
        _ = fields.required("when")
        let when = fields.word("when", FrequentAnswer.When.self)
        let intents = intents(known)
        fields.finish()
        if let answer, let node = fields.node("answer") {
            if answer.count > AnswerLoader.answerMax {
                findings.report(
                    .textTooLong(key: "answer", length: answer.count, limit: AnswerLoader.answerMax), at: node)
            }
            if answer.allSatisfy(\.isWhitespace) { findings.report(.missingKey("answer", in: "a pergunta"), at: node) }
            for finding in style(answer, when != .afterProof) { findings.report(.style(finding), at: node) }
        }
        guard let id, let answer, let when, !questions.isEmpty else { return nil }
        return FrequentAnswer(id: id, questions: questions, answer: answer, when: when, intents: intents)
    }

    private func questions() -> [String] {
        guard let node = fields.required("questions"), let items = fields.texts("questions") else { return [] }
        if items.isEmpty { findings.report(.emptyList("questions"), at: node) }
        var found: [String] = []
        for item in items {
            if item.text.count > AnswerLoader.questionMax {
                findings.report(
                    .textTooLong(key: "questions", length: item.text.count, limit: AnswerLoader.questionMax),
                    at: item.node)
            }
            if found.contains(item.text) {
                findings.report(.repeated(key: "questions", value: item.text), at: item.node)
            }
            found.append(item.text)
        }
        return found
    }

    private func intents(_ known: [String]) -> [String] {
        let items = fields.texts("intents") ?? []
        for item in items where !known.isEmpty && !known.contains(item.text) {
            findings.report(
                .unknownWord(
                    key: "intents", found: item.text, suggestion: Spelling.nearest(item.text, among: known),
                    known: known), at: item.node)
        }
        return items.map(\.text)
    }
}
