import Foundation
import Language
import Testing
import Wording

@testable import Assist

@Suite("Help to phrase")
struct RephrasingTests {
    private let plain =
        "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?"
    private let names = ["Ana Souza"]

    private func style(_ text: String) -> Bool {
        !StyleCheck.findings(in: text).contains { $0.severity == .block }
    }

    private func check(_ warm: String, plain: String? = nil) -> Set<RephrasingCheck.Objection> {
        RephrasingCheck(plain: plain ?? self.plain, warm: warm, names: names, passesStyle: style).objections
    }

    private func answer(_ text: String) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: ["text": text]), as: UTF8.self)
    }

    @Test("facts do not leave the machine, and come back in their places")
    func places() throws {
        let help = RephrasingHelp(plain: plain, names: names)
        #expect(
            help.masked
                == "[[1]], o total é [[2]]. Posso fazer em [[3]] de [[4]], a primeira em [[5]]. Qual você prefere?")
        let service = try AssistService(
            base: "http://127.0.0.1:8080", model: "m", key: nil, timeLimitMilliseconds: AssistService.rephrasingLimit)
        let body = String(
            decoding: help.request(language: .portuguese, register: .close).request(to: service).body, as: UTF8.self)
        for secret in ["Ana", "1.234", "411", "05/12"] { #expect(!body.contains(secret)) }
        let result = help.result(
            try answer(
                "Oi, [[1]]! O total é [[2]]. Consigo fazer em [[3]] de [[4]], a primeira em [[5]]. Qual fica melhor?"),
            passesStyle: style)
        #expect(result.isWarmer)
        #expect(
            result.text
                == "Oi, Ana! O total é R$ 1.234,56. Consigo fazer em 3x de R$ 411,52, a primeira em 05/12. Qual fica melhor?"
        )
        #expect(result.objections.isEmpty)
    }

    @Test(
        "warmer replies that say the same are accepted",
        arguments: [
            (
                "Recebi seu comprovante. Vou conferir até 05/12.",
                "Recebi seu comprovante, viu? Vou conferir até 05/12.", false
            ),
            (
                "Recebi seu comprovante. Vou conferir até 05/12.",
                "Que bom, recebi seu comprovante. Vou conferir até 05/12.", true
            ),
            ("Pode me dizer que dia fica bom para você?", "Sem problema! Pode me dizer que dia fica bom?", true),
            (
                "O código Pix vence hoje às 18h. Precisa de ajuda?",
                "Oi! O código Pix vence hoje às 18h. Precisa de ajuda? 😊", true
            ),
        ])
    func warm(_ plain: String, _ warm: String, _ isAccepted: Bool) {
        // The first asks a question that the plain reply does not ask.
        #expect(check(warm, plain: plain).isEmpty == isAccepted, "\(check(warm, plain: plain))")
    }

    @Test(
        "what changes, adds or drops anything that counts is refused",
        arguments: [
            (
                "Ana, o total é R$ 1.134,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                RephrasingCheck.Objection.factsDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 4x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .factsDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 06/12. Qual você prefere?",
                .factsDiffer
            ),
            (
                "Ana, o total é R$ 411,52. Posso fazer em 3x de R$ 1.234,56, a primeira em 05/12. Qual você prefere?",
                .factsDiffer
            ),
            (
                "Bia, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .factsDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Tem 5% off. Qual prefere?",
                .factsDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Veja pague.example. Qual?",
                .factsDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em ٠٥/١٢ 05/12. Qual você prefere?",
                .factsDiffer
            ),
            (
                "Ana, o desconto é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .sensesDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Não posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .sensesDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a última em 05/12. Qual você prefere?",
                .sensesDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12, sem juros. Qual prefere?",
                .sensesDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Garanto 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .sensesDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56 ou metade. Faço em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .sensesDiffer
            ),
            (
                "Ana, o total é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. O Carlos ajuda. Qual prefere?",
                .newName
            ),
            (
                "Ana, o total é R$ 1.234,56. Tudo bem? Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual prefere?",
                .newQuestion
            ),
            (
                "Ana, the full sum is R$ 1.234,56. It can be in 3x of R$ 411,52, with the one in 05/12. Which is for you?",
                .otherLanguage
            ),
            (
                "Ana, é a última chance! O total é R$ 1.234,56. Faço em 3x de R$ 411,52, a primeira em 05/12. Qual prefere?",
                .style
            ),
            (
                "Ana, o total é **R$ 1.234,56**. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .strangeCharacters
            ),
            (
                "Ana, o total é R$ 1.234,56.\u{200B} Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .strangeCharacters
            ),
            (
                "Ana, o totаl é R$ 1.234,56. Posso fazer em 3x de R$ 411,52, a primeira em 05/12. Qual você prefere?",
                .strangeCharacters
            ),
            ("R$ 1.234,56, 3x R$ 411,52", .tooShort), ("👍", .empty),
        ] as [(String, RephrasingCheck.Objection)])
    func refused(_ warm: String, _ objection: RephrasingCheck.Objection) {
        #expect(check(warm).contains(objection), "\(check(warm))")
    }

    @Test("a reply may be 1.3 times as long and no longer")
    func length() {
        let base = "Vou conferir com carinho e aviso você aqui"
        let filler = String(repeating: " ok", count: 10)
        let longest = base.count * 13 / 10
        #expect(!check(String((base + filler).prefix(longest)), plain: base).contains(.tooLong))
        #expect(check(String((base + filler).prefix(longest + 1)), plain: base).contains(.tooLong))
    }

    @Test(
        "whatever a model answers, what is sent is the plain reply or one with the same facts",
        arguments: Injections.all)
    func malicious(_ injection: String) throws {
        let help = RephrasingHelp(plain: plain, names: names)
        let answers = [
            injection, try answer(injection), try answer(plain + " " + injection),
            try answer(help.masked + " " + injection),
            try answer(injection + " " + help.masked), try answer(help.masked.replacing("[[2]]", with: "[[4]]")),
            try answer(help.masked.replacing("[[2]]", with: "R$ 1,00")), try answer("[[1]] [[2]] [[3]] [[4]]"),
            "{\"text\":\"\(help.masked)\",\"discount\":100}", "{\"text\": 5}", "null",
        ]
        let facts = ReplyFacts(plain, names: names).facts
        for answer in answers {
            let result = help.result(answer, passesStyle: style)
            #expect(ReplyFacts(result.text, names: names).facts == facts)
            #expect(result.isWarmer || result.text == plain)
            #expect(!result.text.contains("[["))
            // None of the injections is a warmer wording.
            #expect(result.text == plain, "\(answer)")
        }
    }

    @Test(
        "facts and what stands between them are the whole reply",
        arguments: ["", "R$ 5", " a  R$ 1,00, b ", "Pix: 000201abc", "(11) 3000-0000.", "veja x.example/a!", "½ e ²"])
    func pieces(_ text: String) {
        let joined = ReplyFacts(text, names: []).pieces.map { piece in
            switch piece {
            case .fact(let text), .text(let text): text
            }
        }.joined()
        #expect(joined == text)
    }
}
