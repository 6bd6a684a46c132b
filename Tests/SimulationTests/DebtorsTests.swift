import Domain
import Testing

@testable import Simulation

@Suite("Debtors: the invented people")
struct DebtorsPopulationTests {
    static let today = CalendarDay(year: 2026, month: 11, day: 23) ?? CalendarDay(number: 20_780)

    static func generator(_ seed: UInt64 = 42) -> PopulationGenerator { PopulationGenerator(seed: seed, today: today) }

    @Test("the same seed gives the same people, whatever the count; another seed gives others")
    func determinism() {
        let first = Self.generator().people(200)
        #expect(Self.generator().people(300).prefix(200).elementsEqual(first))
        #expect(Self.generator(43).people(200) != first)
    }

    @Test("every CPF is valid and nobody's twice; every phone is valid, free and nobody's twice")
    func identities() throws {
        let people = Self.generator().people(1500)
        #expect(Set(people.map(\.cpf)).count == people.count)
        #expect(Set(people.map(\.phone)).count == people.count)
        #expect(Set(people.map { String($0.phone.suffix(8)) }).count == people.count)
        for person in people {
            #expect(throws: Never.self) { try CPF(parsing: person.cpf) }
            let phone = try PhoneNumber(parsing: person.phone)
            #expect(phone.kind == .mobile)
            #expect(phone.digits == person.phone)
            #expect(phone.state?.rawValue == person.state)
            #expect(phone.zone?.offsetMinutes == person.zone.offsetMinutes)
            #expect(phone.whatsAppForms.contains(person.waID))
            let isOld = person.waID != person.phone
            #expect(String(person.phone.dropFirst(4)).hasPrefix(isOld ? "9990" : "90000"), "a range that nobody has")
            #expect(PhoneNumber(whatsAppID: person.waID)?.digits == person.phone)
        }
    }

    @Test("people are grown up, debts are positive, most are overdue, and old accounts exist")
    func figures() {
        let people = Self.generator().people(1500)
        for person in people {
            #expect((18...80).contains(person.birthDate.days(until: Self.today) / 366))
            #expect((1...3).contains(person.debts.count))
            #expect(
                person.debts.allSatisfy {
                    $0.principal >= Money(cents: 4500) && $0.principal <= Money(cents: 2_500_000)
                })
            #expect(person.name.split(separator: " ").count >= 2)
        }
        let overdue = people.count { $0.debts[0].due < Self.today }
        #expect((1000...1450).contains(overdue))
        let old = people.count { $0.waID.count == 12 }
        #expect((75...300).contains(old))
        #expect(Set(people.map(\.state)).count == 27)
        #expect(Set(people.flatMap(\.debts).map(\.contract)).count == people.reduce(0) { $0 + $1.debts.count })
    }

    @Test("personas come as often as the population says")
    func shares() {
        let people = Self.generator().people(4000)
        let total = Population.demo.shares.reduce(0) { $0 + $1.weight }
        for aim in Persona.Aim.allCases {
            let weight = Population.demo.shares.filter { $0.value.aim == aim }.reduce(0) { $0 + $1.weight }
            let expected = Double(weight) / Double(total) * 4000
            let found = Double(people.count { $0.persona.aim == aim })
            #expect(abs(found - expected) <= 4 * expected.squareRoot() + 3, "\(aim): \(found) of \(expected)")
        }
        #expect(people.contains { !$0.persona.isOnWhatsApp })
    }

    @Test("the portfolio is a table of one row per debt, with all fields, and no field that breaks it")
    func portfolio() {
        let people = Self.generator().people(300)
        let lines = PortfolioCSV.text(people).split(separator: "\r\n")
        #expect(lines.count == 1 + people.reduce(0) { $0 + $1.debts.count })
        let columns = lines[0].split(separator: ";", omittingEmptySubsequences: false).count
        #expect(lines.allSatisfy { $0.split(separator: ";", omittingEmptySubsequences: false).count == columns })
        #expect(lines[1].contains("R$ "))
    }
}

@Suite("Debtors: what they read on the phone")
struct DebtorsReadingTests {
    static func bubble(_ text: String, options: [(String, String)] = []) -> PhoneBubble {
        var bubble = PhoneBubble(
            id: "m1", direction: .received, numberID: "n", kind: options.isEmpty ? .text : .list,
            at: Timestamp(seconds: 0), text: text)
        bubble.options = options.map { PhoneOption(id: $0.0, title: $0.1, kind: .row) }
        return bubble
    }

    static let questions: [(String, PhoneReading.Ask)] = [
        ("Olá! Falo com Ana?", .name), ("Só para confirmar: é Ana quem fala?", .name),
        ("Ainda não bateu. Me manda só o dia e o mês, assim: 05/03.", .birth),
        ("Para proteger seus dados, me manda os 3 primeiros números do seu CPF?", .cpfDigits(count: 3, fromEnd: false)),
        ("Quais são os quatro últimos dígitos do CPF?", .cpfDigits(count: 4, fromEnd: true)),
        ("Qual o seu CPF?", .cpfDigits(count: 11, fromEnd: false)),
        ("Em que dia e mês você nasceu?", .birth),
        ("Pode me dizer a data de nascimento?", .birth),
        ("Então fica assim: R$ 10,00 à vista. Posso fechar?", .confirmation),
        ("Tenho estas opções. Qual fica melhor?", .choice),
        ("Que dia fica bom para você?", .date),
        ("Quanto cabe no seu bolso por mês?", .amount),
        ("De 1 a 5, que nota você dá?", .satisfaction),
        ("Pode me mandar o comprovante?", .receipt),
    ]

    @Test("questions are recognised, whatever their exact words", arguments: questions)
    func recognises(_ text: String, _ ask: PhoneReading.Ask) {
        #expect(PhoneReading([Self.bubble(text)]).asks.contains(ask))
    }

    @Test("offers are read off the options, with count and amount")
    func offers() {
        let reading = PhoneReading([
            Self.bubble(
                "Qual?", options: [("a", "À vista R$ 1.234,56"), ("b", "6x de R$ 60,00"), ("c", "Outra proposta")])
        ])
        #expect(reading.offers.map(\.installments) == [1, 6])
        #expect(reading.offers.map(\.amount) == [Money(cents: 123_456), Money(cents: 6000)])
        #expect(reading.option("outra")?.optionID == "c")
    }

    @Test("\"sou eu\" is not found in \"não sou eu\"")
    func negations() {
        let reading = PhoneReading([Self.bubble("Falo com Ana?", options: [("nao", "Não sou eu"), ("sim", "Sou eu")])])
        #expect(reading.option("sou eu")?.optionID == "sim")
        #expect(reading.option("nao sou eu")?.optionID == "nao")
    }

    @Test("a Pix code is found alone, inside a text, and on a card")
    func codes() {
        let code = "00020126360014br.gov.bcb.pix0114112223330001815204000053039865802BR5904LOJA6009SAO PAULO6304ABCD"
        #expect(PhoneReading([Self.bubble(code)]).pixCode == code)
        let tight = code.replacing(" ", with: "")
        #expect(PhoneReading([Self.bubble("Aqui está:\n\(tight)\nObrigada")]).pixCode == tight)
        var card = Self.bubble("Fatura")
        card.payments = [PhonePayment(kind: .pixCode, value: code)]
        #expect(PhoneReading([card]).pixCode == code)
        #expect(PhoneReading([Self.bubble("sem código")]).pixCode == nil)
    }
}

@Suite("Debtors: how they write")
struct DebtorsHandwritingTests {
    @Test("a careful hand changes nothing but now and then the capitals; a careless one rarely writes alike")
    func hands() {
        var chance = SeededGenerator(seed: 5)
        let phrase = "Não quero mais receber mensagens de vocês por favor"
        var careful: Set<String> = []
        var careless: Set<String> = []
        for _ in 0..<300 {
            careful.insert(Handwriting.write(phrase, carelessness: 0, emoji: 0, chance: &chance))
            careless.insert(Handwriting.write(phrase, carelessness: 900, emoji: 200, chance: &chance))
        }
        #expect(careful == [phrase, phrase.uppercased()])
        #expect(careless.count > 40)
        #expect(careless.allSatisfy { !$0.isEmpty && !$0.contains("{") })
    }

    @Test("a burst says the same words in order, in two or three pieces")
    func bursts() {
        var chance = SeededGenerator(seed: 6)
        let text = "eu só consigo pagar no dia dez do mês que vem tudo bem"
        for _ in 0..<100 {
            let pieces = Handwriting.burst(text, chance: &chance)
            #expect((2...3).contains(pieces.count))
            #expect(pieces.joined(separator: " ") == text)
        }
        #expect(Handwriting.burst("ok obrigado", chance: &chance) == ["ok obrigado"])
    }
}
