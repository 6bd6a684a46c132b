import Delivery
import Domain
import Engine
import Foundation
import Reading
import Simulation
import Store
import TestKit
import Testing

@Suite("Who would rather listen gets a voice note, by the same gate")
struct VoiceOutTests {
    /// The texts that were to be spoken, and a file for each.
    private func phone(_ database: Database, _ spoken: Shared<[TextToSpeak]>) throws -> HandPhone {
        let phone = try HandPhone(on: database)
        phone.world.hands = { kind, effect, database in
            guard kind == .voiceSpeak else { return nil }
            let body: TextToSpeak = try effect.work()
            spoken.value += [body]
            let bytes = Array("OggS \(effect.id)".utf8)
            return .file(
                try database.write { try $0.keep(bytes, mimeType: "audio/ogg", creditor: effect.creditor) })
        }
        return phone
    }

    @Test("from the wish on every answer is spoken, too; before proof nothing of a debt, after it the amounts")
    func spoken() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let texts = Shared<[TextToSpeak]>([])
            let phone = try phone(database, texts)
            try phone.say("oi")
            #expect(texts.value.isEmpty)
            try phone.say("não sei ler, manda áudio")
            #expect(texts.value.count == 1)
            #expect(try phone.outgoing().last?.kind == "audio")
            try phone.say("sou eu")
            for text in texts.value {
                #expect(!text.discloses && !text.text.contains("R$"), "\(text)")
            }
            try phone.say(String(phone.person.cpf.prefix(3)))
            let last = try #require(texts.value.last)
            #expect(last.discloses)
            #expect(last.text.contains("R$"))
            let audio = try #require(try phone.outgoing().last)
            #expect(audio.kind == "audio")
            #expect(audio.found?.spoken == last.text)
            let said = try phone.say("pode escrever, não precisa mandar áudio")
            #expect(try phone.outgoing().last?.kind == "text", "\(said)")
            try phone.check()
        }
    }

    @Test("a voice note that has been overtaken by newer words stays unsaid")
    func overtaken() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let texts = Shared<[TextToSpeak]>([])
            let phone = try phone(database, texts)
            try phone.prove()
            phone.world.handsTake = 30_000
            try phone.send(.text("manda um áudio por favor"), wait: 5)
            try phone.send(.text("quero parcelar em 3 vezes"), wait: 120)
            let notes = try phone.outgoing().filter { $0.kind == "audio" }
            #expect(notes.count == 1)
            #expect(texts.value.count == 2)
            try phone.check()
        }
    }

    @Test("the programs of this machine make a voice note of it", .enabled(if: Programs.speech))
    func real() async throws {
        let database = try Database.open("sqlite::memory:")
        let texts = Shared<[TextToSpeak]>([])
        let phone = try phone(database, texts)
        try phone.say("manda áudio que não consigo ler")
        let effect = try #require(
            try database.read { try $0.select(EffectRow.self, "WHERE kind = 'voice.speak' ORDER BY id") }.first)
        guard case .file(let reference) = try await VoiceSpeaking().work(on: effect, in: database) else {
            Issue.record("no file")
            return
        }
        let stored = try #require(try database.read { try $0.file(sha256: reference.sha256) })
        let note = try #require(VoiceNote(stored.bytes))
        #expect(note.milliseconds > 1_000)
    }
}

/// Whether this machine has the programs that some tests run.
enum Programs {
    static let speech = SpeechWriter.programs.allSatisfy(has)
    static let receipts = ReceiptReader.programs.allSatisfy(has)

    private static func has(_ name: String) -> Bool {
        ["/usr/bin", "/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }
}
