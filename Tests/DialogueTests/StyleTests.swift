import Testing
import Wording

@Suite("The style check reads as the writing guide does")
struct StyleTests {
    static let forbidden = [
        "Isso é uma ameaça", "seu caloteiro", "caro devedor", "tenha vergonha", "seu sem-vergonha", "que safadeza",
        "vagabundo", "golpista", "pilantragem", "seu nome sujo", "vamos sujar seu nome", "cadeia", "risco de prisão",
        "vai preso", "chamamos a polícia", "na delegacia", "isso é crime", "estelionato", "processo criminal",
        "penhora de bens", "bloqueio de conta", "vamos bloquear sua conta", "bloquear o seu salário",
        "oficial de justiça",
        "busca e apreensão", "leilão do imóvel", "vamos à sua casa", "falar com seu patrão", "falar com sua família",
        "avisar seus vizinhos", "última chance", "último aviso", "última oportunidade", "pague imediatamente",
        "sob pena de",
        "medidas cabíveis", "providências judiciais", "execução", "inadimplente contumaz", "notificação extrajudicial",
        "departamento jurídico", "você prometeu pagar", "seu score vai subir", "faça um empréstimo para pagar",
    ]

    @Test("what the law forbids is blocked", arguments: forbidden)
    func blocked(text: String) {
        #expect(StyleCheck.findings(in: text).contains { $0.kind == .forbidden && $0.severity == .block })
    }

    @Test(
        "what is only true with leave is blocked without it", arguments: ["protesto", "Serasa", "SPC", "ação judicial"])
    func approval(word: String) {
        let found = StyleCheck.findings(in: "Sobre \(word), veja.")
        #expect(found.contains { $0.kind == .needsApproval && $0.severity == .block })
    }

    static let hints: [(String, StyleFinding.Kind)] = [
        ("Que feio, hein.", .guilt), ("Você não cumpriu o que disse.", .guilt), ("Só hoje tem desconto.", .urgency),
        ("Corra, é urgente.", .urgency), ("Prezado, tudo bem?", .address),
        ("O senhor pode pagar quando você quiser?", .address),
        ("Quer pagar? Quando? Como?", .manyQuestions), ("Oi! Tudo! Bem! Sim!", .exclamations), ("🚨 Atenção", .emoji),
        ("😀😀 Oi", .emoji), ("Veja https://a.example e https://b.example", .link),
        (
            "Solicitamos o comparecimento presencial imprescindível objetivando a formalização contratual da "
                + "renegociação extrajudicial anteriormente disponibilizada", .hardToRead
        ),
    ]

    @Test("what is only unkind is a hint", arguments: hints)
    func hinted(text: String, kind: StyleFinding.Kind) {
        #expect(StyleCheck.findings(in: text).contains { $0.kind == kind && $0.severity == .hint })
    }

    static let jargon = [
        ("efetuar o pagamento", "pagar"), ("saldo devedor", "o que falta pagar"), ("Regularize sua conta", "acertar"),
        ("há uma pendência", "conta em aberto"), ("os encargos são", "multa e juros"), ("mediante depósito", "com"),
    ]

    @Test("an office word comes with the plain one", arguments: jargon)
    func plainWord(text: String, plain: String) {
        #expect(StyleCheck.findings(in: text).contains { $0.kind == .jargon && $0.advice == plain })
    }

    @Test("a text that stands alone says how it goes on")
    func nextStep() {
        let lost = StyleCheck.findings(in: "O valor mudou ontem.", standsAlone: true)
        #expect(lost.contains { $0.kind == .noNextStep })
        let led = StyleCheck.findings(in: "O valor mudou. Quer ver as opções?", standsAlone: true)
        #expect(!led.contains { $0.kind == .noNextStep })
    }

    @Test("links lead to the creditor's own places or nowhere")
    func links() {
        let domains = ["aurora.example"]
        let own = StyleCheck.findings(in: "Veja https://www.pay.aurora.example/x.", domains: domains)
        #expect(!own.contains { $0.kind == .link })
        let other = StyleCheck.findings(in: "Veja https://aurora.example.evil.example/x", domains: domains)
        #expect(other.contains { $0.kind == .link && $0.severity == .block })
    }

    static let syllables = [
        ("casa", 2), ("pagamento", 4), ("você", 2), ("não", 1), ("mãe", 1), ("saúde", 3), ("família", 3), ("água", 2),
        ("que", 1), ("quero", 2), ("guia", 2), ("dia", 2), ("saiu", 2), ("ruim", 2), ("opções", 2), ("obrigada", 4),
        ("pães", 1), ("país", 2), ("economia", 5), ("série", 2), ("juros", 2), ("sexta-feira", 4), ("coração", 3),
        ("sair", 2), ("crediário", 4), ("aqui", 2), ("Pix", 1), ("assistente", 4),
    ]

    @Test("syllables are counted as they are spoken", arguments: syllables)
    func syllable(word: String, count: Int) {
        #expect(Readability(word).syllables == count)
    }

    @Test("sentences end at marks, not inside amounts and dates")
    func sentences() {
        let text = Readability("São R$ 1.234,56 até 27/11. Fica bom? Me diz aqui:\nsim ou não")
        #expect(text.sentences == 4)
        #expect(text.words == 13)
    }

    @Test("every text of the product in Portuguese is easy to read, its places filled")
    func product() {
        for key in PhraseKey.allCases {
            for text in Catalogue.standard.variants(key, in: .portuguese) {
                let filled = text.split(separator: "{", omittingEmptySubsequences: false).enumerated().map {
                    index, part in
                    index == 0 ? String(part) : "Ana" + part.drop { $0 != "}" }.dropFirst()
                }.joined()
                let readability = Readability(filled)
                guard readability.words >= 8 else { continue }
                #expect(
                    readability.score >= Readability.scoreMin, "\(key.rawValue): \(Int(readability.score)) “\(text)”")
            }
        }
    }
}
