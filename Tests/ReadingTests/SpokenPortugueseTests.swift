import Domain
import Testing

@testable import Reading

@Suite("Portuguese as it is spoken")
struct SpokenPortugueseTests {
    @Test(
        "numbers are said as people say them",
        arguments: [
            (0, "zero"), (1, "um"), (16, "dezesseis"), (21, "vinte e um"), (100, "cem"), (101, "cento e um"),
            (200, "duzentos"), (345, "trezentos e quarenta e cinco"), (1_000, "mil"), (1_001, "mil e um"),
            (1_100, "mil e cem"),
            (1_234, "mil duzentos e trinta e quatro"), (2_000, "dois mil"), (2_500, "dois mil e quinhentos"),
            (21_000, "vinte e um mil"), (100_000, "cem mil"), (101_101, "cento e um mil cento e um"),
            (1_000_000, "um milhão"), (1_200_000, "um milhão e duzentos mil"), (2_000_017, "dois milhões e dezessete"),
            (1_001_234, "um milhão mil duzentos e trinta e quatro"), (-7, "menos sete"),
        ] as [(Int64, String)])
    func numbers(_ value: Int64, _ words: String) {
        #expect(SpokenPortuguese.number(value) == words)
    }

    @Test(
        "numbers agree with feminine nouns",
        arguments: [
            (1, "uma"), (2, "duas"), (22, "vinte e duas"), (200, "duzentas"), (2_001, "duas mil e uma"), (13, "treze"),
        ] as [(Int64, String)])
    func feminine(_ value: Int64, _ words: String) {
        #expect(SpokenPortuguese.number(value, .feminine) == words)
    }

    @Test(
        "money in reais and centavos",
        arguments: [
            (123_450, "mil duzentos e trinta e quatro reais e cinquenta centavos"), (100, "um real"), (1, "um centavo"),
            (0, "zero reais"), (99, "noventa e nove centavos"), (101, "um real e um centavo"),
            (200_000, "dois mil reais"),
            (100_000_000, "um milhão de reais"), (100_010_000, "um milhão e cem reais"),
            (-2_590, "menos vinte e cinco reais e noventa centavos"),
        ] as [(Int64, String)])
    func money(_ cents: Int64, _ words: String) {
        #expect(SpokenPortuguese.money(Money(cents: cents)) == words)
    }

    @Test(
        "a message is read aloud without figures, marks and links",
        arguments: [
            ("O total é R$ 1.234,50.", "O total é mil duzentos e trinta e quatro reais e cinquenta centavos."),
            ("Vence em 05/12/2026", "Vence em cinco de dezembro de dois mil e vinte e seis."),
            ("Vence em 01/12 às 9h30", "Vence em primeiro de dezembro às nove e meia da manhã."),
            ("3x de R$ 150,00", "três parcelas de cento e cinquenta reais."),
            ("2x de R$ 1,00", "duas parcelas de um real."),
            ("Atendemos das 8h às 18h.", "Atendemos das oito da manhã às seis da noite."),
            ("Juros de 1,99% ao mês", "Juros de um vírgula noventa e nove por cento ao mês."),
            ("*Oi, Ana!* 😊\n\nTudo bem?", "Oi, Ana! Tudo bem?"),
            ("Ligue 188, a qualquer hora", "Ligue cento e oitenta e oito, a qualquer hora."),
            ("Veja https://exemplo.example/a?b=1", "Veja o link que está escrito na conversa."),
            ("A 2ª parcela, em 2 vezes", "A segunda parcela, em duas vezes."), ("Todo dia 1", "Todo dia primeiro."),
            ("Contrato 0012345", "Contrato zero zero um dois três quatro cinco."),
            ("Telefone (11) 3000-0000", "Telefone (onze) três zero zero zero zero zero zero zero."),
            ("Parcela de R$ 89", "Parcela de oitenta e nove reais."),
            ("às 13h05", "à uma e cinco da tarde."), ("até 12h", "até meio-dia."),
            ("30/02 não existe", "três zero zero dois não existe."),
        ])
    func messages(_ text: String, _ words: String) {
        #expect(SpokenPortuguese.spoken(text) == words)
    }

    @Test("no figure is ever left to be read by a machine's rules, and amounts keep their value")
    func noFigures() {
        var state: UInt64 = 9
        func next(_ bound: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % bound
        }
        for _ in 0..<300 {
            let amount = Money(cents: next(1_000_000_000))
            let text =
                "Pague \(Portuguese.money(amount)) até \(next(28) + 1)/\(next(12) + 1) às \(next(24))h, \(next(40))% de \(next(99_999))"
            let spoken = SpokenPortuguese.spoken(text)
            #expect(spoken.filter(\.isNumber).isEmpty, "\(spoken)")
            #expect(spoken.hasPrefix("Pague " + SpokenPortuguese.money(amount) + " até "), "\(spoken)")
        }
    }

    @Test("every number up to a million is said in its own words")
    func distinct() {
        var seen: Set<String> = []
        for value in stride(from: Int64(0), to: 1_000_000, by: 37) { seen.insert(SpokenPortuguese.number(value)) }
        #expect(seen.count == 27_028)
    }
}
