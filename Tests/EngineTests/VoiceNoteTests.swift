import Delivery
import Domain
import Engine
import Foundation
import Simulation
import Store
import TestKit
import Testing

@Suite("A voice note is read like a typed message, or answered kindly")
struct VoiceNoteTests {
    private func phone(_ database: Database, hearing text: String?) throws -> HandPhone {
        let phone = try HandPhone(on: database)
        phone.world.hands = { kind, _, _ in
            guard kind == .voiceHear, let text else { return nil }
            return .answer(try canonicalJSON(HeardVoice(text: text)))
        }
        return phone
    }

    @Test("what is said counts like what is written; the audio and its words stay in the history")
    func heard() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database, hearing: "não quero mais receber mensagem, pare de me mandar")
            try phone.say("oi")
            try phone.send(.audio(bytes: [0x4F, 0x67, 0x67, 0x53, 1]))
            #expect(try phone.history("opt_out") == 1)
            let row = try phone.lastIncoming()
            #expect(row.kind == "audio")
            #expect(row.found?.spoken == row.body)
            #expect(row.step?.hasPrefix("file:") ?? false)
            try phone.check()
        }
    }

    @Test("without an address, or on failure, the person is told how else to go on")
    func off() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database, hearing: nil)
            try phone.prove()
            let said = try phone.send(.audio(bytes: [0x4F, 0x67, 0x67, 0x53, 1]))
            #expect(said.count == 1)
            #expect(said.first?.contains("áudio") ?? false)
            try phone.check()
        }
    }

    @Test(
        "the answer waits for the words, and no longer than the time-out; what was typed meanwhile is answered with it")
    func waits() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database, hearing: "quero pagar à vista")
            try phone.prove()
            phone.world.handsTake = 8_000
            #expect(try phone.send(.audio(bytes: [0x4F, 0x67, 0x67, 0x53, 2]), wait: 4).isEmpty)
            #expect(try phone.send(.text("hoje ainda"), wait: 2).isEmpty)
            #expect(try phone.send(.text("obrigada"), wait: 20).isEmpty == false)
            phone.world.handsTake = 100_000
            let said = try phone.send(.audio(bytes: [0x4F, 0x67, 0x67, 0x53, 3]), wait: 60)
            #expect(said.contains { $0.contains("áudio") }, "\(said)")
            try phone.check()
        }
    }
}
