import Domain
import Strategy
import Testing

@Suite("Files of the creditor's own answers")
struct AnswerFileTests {
    func faultsOf(_ text: String, style: (String, Bool) -> [String] = { _, _ in [] }) -> [String] {
        faults { () throws(StrategyErrors) in
            try loadFAQ(text, file: "faq.yaml", intents: ["other", "payment_request"], style: style)
        }
    }

    @Test("what ships loads, each answer with its question forms")
    func shippedFile() throws {
        let answers = try loadFAQ(try shipped("strategies/faq.example.yaml"), file: "faq.example.yaml")
        #expect(answers.count == 7)
        #expect(answers.allSatisfy { $0.questions.count >= 3 && !$0.answer.isEmpty })
        #expect(answers.first { $0.id == "pagar_na_loja" }?.when == .afterProof)
    }

    static let sound = "- id: a\n  questions: [q1, q2]\n  answer: Sim.\n  when: always\n"

    @Test("a list alone is a file too")
    func bare() { #expect(faultsOf(AnswerFileTests.sound).isEmpty) }

    @Test(
        "one fault of each kind is found, with its place",
        arguments: [
            ("- questions: [q]\n  answer: Sim.\n  when: always\n", "1:3 falta a chave id em a pergunta"),
            ("- id: a\n  answer: Sim.\n  when: always\n", "1:3 falta a chave questions em a pergunta"),
            ("- id: a\n  questions: [q]\n  when: always\n", "1:3 falta a chave answer em a pergunta"),
            ("- id: a\n  questions: [q]\n  answer: Sim.\n", "1:3 falta a chave when em a pergunta"),
            (
                "- id: a\n  questions: [q]\n  answer: Sim.\n  when: allways\n", "4:9 when não conhece \"allways\""
            ),
            (
                "- id: a\n  questions: [q]\n  answer: Sim.\n  when: always\n  intents: [payment_requests]\n",
                "5:13 intents não conhece \"payment_requests\""
            ),
            (
                "- id: a\n  questions: [q, q]\n  answer: Sim.\n  when: always\n",
                "2:18 q aparece mais de uma vez em questions"
            ),
            (
                "- id: a\n  questions: [q]\n  answer: Sim.\n  when: always\n  whem: x\n",
                "5:3 a chave whem não existe em a pergunta"
            ),
            ("faq: []\n", "1:1 faq está vazio"),
        ])
    func fault(text: String, expected: String) { #expect(faultsOf(text) == [expected]) }

    @Test("the same answer twice, or the same question for two answers")
    func twice() {
        #expect(
            faultsOf(AnswerFileTests.sound + AnswerFileTests.sound).contains("5:3 a aparece mais de uma vez em faq"))
        let other = "- id: b\n  questions: [q2]\n  answer: Não.\n  when: always\n"
        #expect(faultsOf(AnswerFileTests.sound + other) == ["5:3 q2 aparece mais de uma vez em questions"])
    }

    @Test("an answer is held to the style check, more strictly where anybody may read it")
    func style() {
        let found = faultsOf(AnswerFileTests.sound) { text, neutral in neutral ? ["\(text) para todos"] : [] }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("3:11 ") == true)
        let hidden = AnswerFileTests.sound.replacing("always", with: "after_proof")
        #expect(faultsOf(hidden) { text, neutral in neutral ? [text] : [] }.isEmpty)
    }

    @Test("an answer longer than anybody reads is refused")
    func length() {
        let long = String(repeating: "a", count: 701)
        let text = "- id: a\n  questions: [q]\n  answer: \(long)\n  when: always\n"
        #expect(faultsOf(text) == ["3:11 answer tem 701 caracteres; a plataforma aceita 700"])
    }
}
