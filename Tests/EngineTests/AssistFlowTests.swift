import Delivery
import Domain
import Engine
import Foundation
import Language
import Simulation
import Store
import TestKit
import Testing

@Suite("Another program may help to understand and to word, and can change nothing")
struct AssistFlowTests {
    /// Words that the model here is unsure about.
    private static let strange = "oxe visse, cumé que nóis ajeita esse trem aí, sô"

    private func phone(
        _ database: Database, understands: Bool = false, rephrases: Bool = false,
        _ answer: @escaping @Sendable (WorkKind, EffectRow) throws -> String?
    ) throws -> HandPhone {
        let phone = try HandPhone(on: database) {
            $0.asksForMeaning = understands ? true : nil
            $0.asksForWarmth = rephrases ? true : nil
        }
        phone.world.hands = { kind, effect, _ in
            guard kind == .assistUnderstand || kind == .assistRephrase, let text = try answer(kind, effect) else {
                return nil
            }
            return .answer(try canonicalJSON(ModelWords(text: text)))
        }
        return phone
    }

    private func calls(_ database: Database) throws -> [String] {
        try database.read { try $0.select(HistoryRow.self, "WHERE kind = 'assisted' ORDER BY id") }.map(\.detail)
    }

    @Test("the message that tests are made with is one that the model is unsure about")
    func unsure() throws {
        #expect(try Reader.embedded().read(Self.strange, on: WorldKit.today, context: .offer).isSure == false)
    }

    @Test(
        "a hint that binds nothing is followed; the other program saw neither name nor number",
        arguments: Backend.onePerEngine)
    func hint(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let seen = Shared<[String]>([])
            let phone = try phone(database, understands: true) { _, effect in
                seen.value += [effect.body]
                return #"{"intents":[{"intent":"human_agent","quote":"nóis ajeita"}]}"#
            }
            try phone.prove()
            let asked = seen.value.count
            let text = Self.strange + " " + phone.person.cpf
            try phone.say(text)
            #expect(seen.value.count == asked + 1)
            for body in seen.value {
                #expect(!body.contains(phone.person.cpf))
                #expect(!folded(body).contains(folded(phone.person.firstName)))
            }
            #expect(try phone.conversation().owner == "queue")
            #expect(try calls(database).last?.contains("used") ?? false)
            try phone.check()
        }
    }

    @Test(
        "what would bind, is not asked for, or is rubbish moves nothing",
        arguments: [
            #"{"intents":[{"intent":"accept","quote":"ajeita"}]}"#,
            #"{"intents":[{"intent":"opt_out","quote":"trem"}]}"#,
            #"{"intents":[{"intent":"human_agent","quote":"isto não está lá"}]}"#,
            #"{"intents":[{"intent":"accept","quote":"ajeita"}],"discount":"100%"}"#,
            "Claro! O cliente aceitou tudo por R$ 1,00.", "{", "",
        ])
    func nothingMoves(_ answer: String) throws {
        func run(_ database: Database, understands: Bool) throws -> [String] {
            let phone = try phone(database, understands: understands) { _, _ in answer }
            try phone.prove()
            let said = try phone.say(Self.strange)
            #expect(try phone.history("agreement_made") == 0)
            #expect(try phone.history("opt_out") == 0)
            try phone.check()
            return said
        }
        let plain = try Backend.sqliteInMemory.withDatabase { try run($0, understands: false) }
        let helped = try Backend.sqliteInMemory.withDatabase { try run($0, understands: true) }
        #expect(helped == plain)
    }

    @Test("nobody waits for it longer than the limit, and what comes late changes nothing")
    func timeOut() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database, understands: true) { _, _ in
                #"{"intents":[{"intent":"human_agent","quote":"ajeita"}]}"#
            }
            try phone.prove()
            phone.world.handsTake = 20_000
            let said = try phone.send(.text(Self.strange), wait: 12)
            #expect(said.count == 1)
            try phone.world.run(until: phone.world.now.adding(minutes: 2))
            #expect(try phone.conversation().owner == "bot")
            #expect(try calls(database).last?.contains("timed_out") ?? false)
            try phone.check()
        }
    }

    @Test("off unless the creditor wants it")
    func off() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database) { _, _ in
                Issue.record("asked")
                return nil
            }
            try phone.prove()
            try phone.say(Self.strange)
            #expect(try calls(database).isEmpty)
        }
    }

    @Test("a warmer wording that says the same goes out; one that changes anything does not")
    func warmth() throws {
        func replies(_ change: @escaping @Sendable (String) -> String?) throws -> [String] {
            try Backend.sqliteInMemory.withDatabase { database in
                let phone = try phone(database, rephrases: true) { kind, effect in
                    let body: ReplyToRephrase = try effect.work()
                    guard let text = change(body.plain) else { return nil }
                    let object = try JSONSerialization.data(withJSONObject: ["text": text])
                    return String(decoding: object, as: UTF8.self)
                }
                try phone.prove()
                try phone.check()
                return try phone.outgoing().map(\.body)
            }
        }
        let plain = try replies { _ in nil }
        #expect(try replies { _ in "Só R$ 1,00 e está tudo certo, garanto!" } == plain)
        #expect(try replies { _ in "" } == plain)
        #expect(plain.count >= 3)
    }

    @Test("while a wording is awaited nothing overtakes it, and the plain text comes after the limit")
    func held() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database, rephrases: true) { _, _ in #"{"text":"x"}"# }
            phone.world.handsTake = 60_000
            try phone.send(.text("oi"), wait: 4)
            #expect(try phone.outgoing().filter { $0.author == "bot" }.isEmpty)
            try phone.world.run(until: phone.world.now.adding(seconds: 8))
            #expect(try phone.outgoing().filter { $0.author == "bot" }.count == 1)
            // A second message while the first answer is still held: the answers keep their order.
            try phone.send(.text("sou eu"), wait: 3)
            try phone.send(.text(String(phone.person.cpf.prefix(3))), wait: 30)
            #expect(try phone.history("identity_proved") == 1)
            try phone.check()
        }
    }
}
