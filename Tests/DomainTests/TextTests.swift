import Domain
import Testing

@Suite struct TextTests {
    @Test(
        "amounts as Brazilians write them",
        arguments: [
            (Int64(0), "R$ 0,00"), (5, "R$ 0,05"), (123_456, "R$ 1.234,56"), (-123_456_789, "−R$ 1.234.567,89"),
            (100_000_000_000, "R$ 1.000.000.000,00"),
        ])
    func money(cents: Int64, text: String) {
        #expect(Portuguese.money(Money(cents: cents), space: .plain) == text)
        #expect(Portuguese.money(Money(cents: cents)).contains("R$\u{00A0}"))
    }

    @Test("days in each form")
    func days() throws {
        let day = try #require(CalendarDay(iso: "2026-11-23"))
        #expect(Portuguese.date(day) == "23/11/2026")
        #expect(Portuguese.shortDate(day) == "23/11")
        #expect(Portuguese.weekdayDate(day) == "seg 23 nov")
        #expect(Portuguese.longWeekdayDate(day) == "segunda-feira, 23/11")
        #expect(Portuguese.fullDate(day) == "23 de novembro de 2026")
        #expect(Portuguese.fullDate(try #require(CalendarDay(iso: "2027-03-01"))) == "1º de março de 2027")
        #expect(Portuguese.time(LocalTime(day: day, millisecondOfDay: 9 * 3_600_000 + 1_800_000)) == "9h30")
    }

    @Test("percentages, counts and lists")
    func words() throws {
        #expect(Portuguese.percent(try #require(Percentage("1.99"))) == "1,99%")
        #expect(Portuguese.percent(Percentage(2)) == "2%")
        #expect(Portuguese.plural(1, "dia", "dias") == "1 dia")
        #expect(Portuguese.plural(1234, "dia", "dias") == "1.234 dias")
        #expect(Portuguese.plural(0, "dia", "dias") == "0 dias")
        #expect(Portuguese.list(["a"]) == "a")
        #expect(Portuguese.list(["a", "b", "c"]) == "a, b e c")
    }

    @Test(
        "names as people write them",
        arguments: [
            ("MARIA DA SILVA", "Maria da Silva", "Maria"), ("joão d'ávila e souza", "João D'Ávila e Souza", "João"),
            ("  ANA   PAULA DOS SANTOS ", "Ana Paula dos Santos", "Ana"),
            ("Maria da Silva", "Maria da Silva", "Maria"), ("RENÉ McDonald", "René McDonald", "René"),
            ("DR. JOSÉ DI GIÁCOMO", "Dr. José di Giácomo", "José"),
            ("MARIA-CLARA LUZ", "Maria-Clara Luz", "Maria-Clara"),
            ("PEDRO DE ALCÂNTARA II", "Pedro de Alcântara II", "Pedro"), ("", "", ""),
        ])
    func names(raw: String, display: String, first: String) {
        #expect(PersonName(raw).display == display)
        #expect(PersonName(raw).first == first)
    }

    @Test(
        "folding takes case, accents and spare space away",
        arguments: [
            ("  JOÃO d’Ávila\u{00A0}\tÇá ", "joao d'avila ca"), ("Nº do Título", "no do titulo"),
            ("Joa\u{0303}o", "joao"),
        ])
    func folding(text: String, result: String) { #expect(folded(text) == result) }

    @Test(
        "states by letters and names",
        arguments: [("sp", FederativeUnit.sp), (" São Paulo", .sp), ("AMAPA", .ap), ("rio grande  do sul", .rs)])
    func states(text: String, unit: FederativeUnit) { #expect(FederativeUnit(parsing: text) == unit) }

    @Test(
        "e-mail addresses",
        arguments: [
            ("a@b.co", true), (" Maria.S+x@Exemplo.COM.BR ", true), ("a@b", false), ("a b@c.com", false),
            ("@b.com", false), ("a@.com", false), ("a@b..com", false), ("a@@b.com", false), ("a@b.c1", false),
            ("não tem", false),
        ])
    func emails(text: String, isValid: Bool) { #expect((EmailAddress(text) != nil) == isValid) }
}
