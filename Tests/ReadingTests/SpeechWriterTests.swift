import Domain
import Testing

@testable import Reading

@Suite("Speech", .enabled(if: Programs.speakers, "espeak-ng, opus-tools"))
struct SpeechWriterTests {
    @Test("a summary becomes a voice note: Opus in Ogg, one channel, as long as it takes to say")
    func voiceNote() async throws {
        let writer = SpeechWriter()
        let short = try await writer.voiceNote("Oi, Ana.")
        let long = try await writer.voiceNote(
            "Oi, Ana! Sua conta de R$ 1.234,50 pode ser paga em 3x de R$ 411,50, a primeira em 05/12. Quer combinar assim?"
        )
        #expect((400...4_000).contains(short.milliseconds))
        #expect((6_000...25_000).contains(long.milliseconds))
        #expect(long.bytes.count < 200_000)
    }

    @Test("the same text gives the same voice note")
    func deterministic() async throws {
        let writer = SpeechWriter()
        let first = try await writer.voiceNote("Combinado para sexta.")
        #expect(try await writer.voiceNote("Combinado para sexta.") == first)
    }

    @Test("text is never taken for an option or a command of the program")
    func hostileText() async throws {
        let note = try await SpeechWriter().voiceNote("--path=/etc -f /etc/passwd <speak>oi</speak> $(id)")
        #expect(note.milliseconds > 500)
    }

    @Test("nothing to say, and more than anybody listens to, is refused")
    func refusals() async {
        await #expect(throws: SpeechError.nothingToSay) { try await SpeechWriter().voiceNote("👍 …") }
        let long = String(repeating: "muito obrigado ", count: 200)
        await #expect(throws: SpeechError.tooLong(characters: 3_000)) { try await SpeechWriter().voiceNote(long) }
    }

    @Test("other bytes are no voice note")
    func otherBytes() {
        #expect(VoiceNote([]) == nil)
        #expect(VoiceNote(Array("OggS".utf8)) == nil)
        #expect(VoiceNote(Array("OggSOpusHead".utf8)) == nil)
        #expect(
            VoiceNote(Array("OggS".utf8) + [UInt8](repeating: 0, count: 24) + Array("OpusHead".utf8) + [1, 2, 0, 0, 0])
                == nil)
    }
}
