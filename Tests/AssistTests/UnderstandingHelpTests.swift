import Domain
import Foundation
import Language
import Testing

@testable import Assist

@Suite("Help to understand")
struct UnderstandingHelpTests {
    private func local(
        _ intents: [Intent] = [.other], found: Entities = Entities(), sure: Bool = false
    ) -> Understanding {
        let scored = intents.map { ScoredIntent($0, confidence: 0.5) }
        return Understanding(
            intents: scored, scores: scored, entities: Entities(), details: Details(found: found),
            language: .portuguese,
            isSure: sure)
    }

    private func answer(_ items: (String, String)...) throws -> String {
        let object = ["intents": items.map { ["intent": $0.0, "quote": $0.1] }]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    @Test("a good answer gives the intents, and the entities that were read here")
    func good() throws {
        let help = UnderstandingHelp(message: "tô sem trampo mas dia 10 cai 150", context: .reminder, names: [])
        let entities = Entities(amount: Money(cents: 15_000), date: CalendarDay(iso: "2026-12-10"), method: .pix)
        let read = help.read(
            try answer(("promise_to_pay", "dia 10 cai 150"), ("hardship", "tô sem TRAMPO")),
            local: local(found: entities))
        #expect(read?.intents == [.promiseToPay, .hardship])
        #expect(read?.entities == Entities(amount: Money(cents: 15_000), date: CalendarDay(iso: "2026-12-10")))
        #expect(read?.mustConfirm == true)
    }

    @Test("what binds is confirmed first, unless it was understood here too; the rest need not be")
    func confirmation() throws {
        let help = UnderstandingHelp(message: "blz fecha", context: .offer, names: [])
        #expect(help.read(try answer(("accept", "fecha")), local: local())?.mustConfirm == true)
        #expect(help.read(try answer(("accept", "fecha")), local: local([.accept]))?.mustConfirm == false)
        #expect(help.read(try answer(("thanks", "blz")), local: local())?.mustConfirm == false)
    }

    @Test("a quotation is of whole words, or of a sign that stands there")
    func quotations() throws {
        let help = UnderstandingHelp(message: "blz, fechado! 👍", context: .offer, names: [])
        for quote in ["blz, fechado", "Fechado!", "👍"] {
            #expect(help.read(try answer(("accept", quote)), local: local()) != nil, "\(quote)")
        }
        for quote in ["fecha", "z", "!!", "👎", "fechado blz"] {
            #expect(help.read(try answer(("accept", quote)), local: local()) == nil, "\(quote)")
        }
    }

    @Test("what must not be missed stays, whatever the answer says", arguments: UnderstandingHelp.neverDropped)
    func kept(_ intent: Intent) throws {
        let help = UnderstandingHelp(message: "obrigado", context: .none, names: [])
        let read = try #require(help.read(try answer(("thanks", "obrigado")), local: local([intent])))
        #expect(read.intents == [intent])
    }

    @Test("the other program sees the message masked, as data, and nothing else")
    func request() throws {
        let help = UnderstandingHelp(
            message: "Sou a Ana Souza, cpf 529.982.247-25, tel (11) 98765-4321, ana@x.example, devo 300 reais",
            context: .askedAmount, names: ["Ana Souza"])
        let service = try AssistService(
            base: "https://llm.example", model: "m", key: "k", timeLimitMilliseconds: AssistService.understandingLimit)
        let request = help.request().request(to: service)
        let body = String(decoding: request.body, as: UTF8.self)
        for secret in ["Ana", "Souza", "529", "247-25", "98765", "x.example"] { #expect(!body.contains(secret)) }
        #expect(body.contains("devo 300 reais"))
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
        let messages = try #require(tree["messages"] as? [[String: String]])
        #expect(messages.map { $0["role"] } == ["system", "user"])
        #expect(request.timeLimitMilliseconds == 2_500)
    }

    @Test(
        "an injection changes neither the instructions nor the schema, and stays one string", arguments: Injections.all)
    func injectedRequest(_ text: String) throws {
        let service = try AssistService(base: "https://llm.example", model: "m", key: nil, timeLimitMilliseconds: 1_000)
        func tree(_ message: String) throws -> [String: Any] {
            let help = UnderstandingHelp(message: message, context: .none, names: [])
            let body = Data(help.request().request(to: service).body)
            return try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
        }
        let (plain, injected) = (try tree("oi"), try tree(text))
        #expect(Set(plain.keys) == Set(injected.keys))
        #expect((plain["response_format"] as? NSDictionary) == (injected["response_format"] as? NSDictionary))
        let messages = try #require(injected["messages"] as? [[String: String]])
        #expect(messages.count == 2)
        #expect(messages[0] == (plain["messages"] as? [[String: String]])?[0])
        let content = try #require(messages[1]["content"])
        let user = try #require(try JSONSerialization.jsonObject(with: Data(content.utf8)) as? [String: String])
        #expect(Set(user.keys) == ["message", "last_question"])
        #expect(user["last_question"] == "none")
    }

    @Test("a model that obeyed an injection is not listened to", arguments: Injections.all)
    func maliciousAnswers(_ text: String) throws {
        let help = UnderstandingHelp(message: text, context: .offer, names: [])
        let stated = Entities(amount: Money(cents: 500))
        for answer in Injections.maliciousMeanings {
            #expect(help.read(answer, local: local(found: stated)) == nil, "\(answer)")
        }
        // One that quotes the injection itself gets no further than a question.
        let quote = String(help.masked.prefix(12))
        let obeyed = help.read(try answer(("accept", quote)), local: local([.dispute], found: stated))
        if let obeyed {
            #expect(obeyed.mustConfirm)
            #expect(obeyed.intents.first == .dispute)
            #expect(obeyed.entities.amount == nil)
        }
    }
}

@Suite("Personal data is masked")
struct PersonalDataMaskTests {
    @Test(
        "what tells who somebody is goes; amounts and days stay",
        arguments: [
            ("meu cpf é 529.982.247-25 ok", "meu cpf é [CPF] ok"), ("52998224725", "[CPF]"),
            ("cnpj 11.222.333/0001-81", "cnpj [CNPJ]"), ("liga no (11) 98765-4321", "liga no [TELEFONE]"),
            ("+55 11 98765-4321", "[TELEFONE]"), ("11987654321", "[TELEFONE]"), ("zap 98765-4321", "zap [TELEFONE]"),
            ("ana.s@mail.example, viu", "[EMAIL] viu"), ("nasci 12/03/1985", "nasci [NASCIMENTO]"),
            ("pago dia 05/12/2026", "pago dia 05/12/2026"), ("pago R$ 1.234,56 dia 10", "pago R$ 1.234,56 dia 10"),
            ("3x de 150", "3x de 150"), ("1.500 reais", "1.500 reais"), ("CEP 50050-230", "CEP [CEP]"),
            ("fala a Célia!", "fala a [NOME]!"), ("CELIA aqui", "[NOME] aqui"),
            ("me chamo João da Silva", "me chamo [NOME]"),
            ("aqui é o Pedro", "aqui é o [NOME]"), ("sou eu mesmo", "sou eu mesmo"),
            ("veja https://x.example/a", "veja [LINK]"),
        ])
    func masks(_ text: String, _ masked: String) {
        #expect(PersonalDataMask(names: ["Célia Regina dos Santos"]).masked(text) == masked)
    }

    @Test("in training data the same things become invented ones of the same form")
    func invented() {
        let mask = PersonalDataMask(style: .invented, names: ["Célia"])
        #expect(
            mask.masked("Célia, cpf 111.444.777-35, (81) 99999-1234") == "Maria, cpf 529.982.247-25, (11) 90000-0000")
    }
}
