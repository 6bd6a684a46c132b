import Domain
import Testing

@testable import Language

/// What messages state, where it depends on what they mean and on what was asked.
@Suite("Entities in whole messages")
struct EntityTests {
    struct Case: Sendable, CustomStringConvertible {
        let text: String
        let context: QuestionContext
        let entities: Entities

        init(_ text: String, _ context: QuestionContext = .none, _ entities: Entities) {
            self.text = text
            self.context = context
            self.entities = entities
        }

        var description: String { text }
    }

    private static func cents(_ value: Int64) -> Money { Money(cents: value) }
    private static func day(_ iso: String) -> CalendarDay? { CalendarDay(iso: iso) }

    /// Written on Monday, 23 November 2026.
    static let cases: [Case] = [
        Case("pago dia 5", .reminder, Entities(date: day("2026-12-05"))),
        Case("paguei dia 5", .reminder, Entities(date: day("2026-11-05"))),
        Case(
            "paguei ontem 80 reais no pix", .reminder,
            Entities(amount: cents(8000), date: day("2026-11-22"), method: .pix)),
        Case("vou pagar no quinto dia útil", .reminder, Entities(date: day("2026-12-07"))),
        Case("pago quando eu receber", .askedDate, Entities()),
        Case("semana que vem eu pago", .reminder, Entities()),
        Case("pago no fim do mês", .askedDate, Entities(date: day("2026-11-30"))),
        Case("150", .askedAmount, Entities(amount: cents(15_000))),
        Case("10", .askedDate, Entities(date: day("2026-12-10"))),
        Case("parcela em 6", .offer, Entities(installments: 6)),
        Case(
            "mandei 75 reais agora de manhã", .paymentSent,
            Entities(amount: cents(7500), date: day("2026-11-23"))),
        Case("com 8 dias eu pago", .askedDate, Entities(date: day("2026-12-01"))),
        Case("três do doze", .askedDate, Entities(date: day("2026-12-03"))),
        Case("vinte e oito de janeiro de dois mil e vinte e sete", .askedDate, Entities(date: day("2027-01-28"))),
        Case("um galo", .askedAmount, Entities(amount: cents(5000))),
        Case("vintão por semana", .askedAmount, Entities(amount: cents(2000))),
        Case("só posso fazer seis de 300", .offer, Entities(amount: cents(30_000), installments: 6)),
        Case("divide em meia dúzia de vezes", .offer, Entities(installments: 6)),
        Case("não baixa pra 700 não?", .offer, Entities(amount: cents(70_000))),
        Case("faz por setentinha?", .offer, Entities(amount: cents(7000))),
        Case("paguei em 28 do mês passado", .reminder, Entities(date: day("2026-10-28"))),
        Case("i'll pay on the 15th", .askedDate, Entities(date: day("2026-12-15"))),
        Case("en diez días pago", .askedDate, Entities(date: day("2026-12-03"))),
        Case("dou 200 de entrada e o resto em 5x", .offer, Entities(amount: cents(20_000), installments: 5)),
        Case("consigo pagar 120 por mês todo dia 10", .offer, Entities(amount: cents(12_000), dayOfMonth: 10)),
        Case("me manda o código de barras", .offer, Entities(method: .boleto)),
        Case("manda o copia e cola", .offer, Entities(method: .pix)),
        Case("me chama às 18h", .reminder, Entities(timeOfDay: .clock(minuteOfDay: 1080))),
        Case("não conheço essa pessoa, nem o número 150", .askedIdentity, Entities()),
    ]

    @Test("A message states what it states, and nothing else", arguments: cases)
    func states(_ item: Case) throws {
        #expect(try Shared.read(item.text, context: item.context).entities == item.entities)
    }

    @Test("Nothing is listed that no asserted intent has a place for")
    func slots() throws {
        for message in try Shared.heldOut() {
            let read = try Shared.read(message.text, context: message.context)
            let slots = read.intents.reduce(into: Set<EntitySlot>()) { $0.formUnion($1.intent.slots) }
            #expect(read.entities == read.entities.limited(to: slots), "\(message.text)")
        }
    }

    @Test("Choices, digits, birthdays, phones and e-mails are kept as details")
    func details() throws {
        #expect(try Shared.read("a segunda", context: .offer).details.ordinalChoice == 2)
        #expect(try Shared.read("opção 3", context: .offer).details.ordinalChoice == 3)
        #expect(try Shared.read("123.456.789-01", context: .askedIdentity).details.digitGroups == ["12345678901"])
        #expect(
            try Shared.read("12 de março de 1985", context: .askedIdentity).details.dayAndMonths
                == [DayAndMonth(day: 12, month: 3, year: 1985)])
        #expect(try Shared.read("meu email novo é a.b@exemplo.com").details.emails == ["a.b@exemplo.com"])
    }
}
