import Assist
import Domain
package import Reading
package import Store

/// `voice.speak`: a text as a voice note, by a speech address where one is configured, else by the programs of this machine.
package struct VoiceSpeaking: Worker {
    private let writer: SpeechWriter
    private let service: AssistService?
    private let voice: String
    private let client: AssistClient?

    /// On this machine only.
    package init(writer: SpeechWriter = SpeechWriter()) {
        self.writer = writer
        service = nil
        voice = ""
        client = nil
    }

    init(writer: SpeechWriter = SpeechWriter(), service: AssistService?, voice: String, client: AssistClient) {
        self.writer = writer
        self.service = service
        self.voice = voice
        self.client = client
    }

    package func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct {
        let body: TextToSpeak = try effect.work()
        let note = try await note(body.text)
        let kept = try await blocking {
            try database.write { try $0.keep(note.bytes, mimeType: VoiceNote.mimeType, creditor: effect.creditor) }
        }
        return .file(kept)
    }

    /// An address that fails is no reason to say nothing: this machine speaks, too.
    private func note(_ text: String) async throws -> VoiceNote {
        if let service, let client, let note = try? await note(text, service, client) { return note }
        do throws(SpeechError) {
            return try await writer.voiceNote(text)
        } catch {
            if case .program(.missing) = error { throw WorkFailure.off }
            throw error
        }
    }

    private func note(_ text: String, _ service: AssistService, _ client: AssistClient) async throws -> VoiceNote {
        let request = try SpeechRequest(text: SpokenPortuguese.spoken(text), voice: voice).request(to: service)
        let (status, body) = try await client.call(request)
        guard let note = VoiceNote(try SpeechRequest.answer(status: status, body: body)) else {
            throw AssistFailure.missing("OpusHead")
        }
        return note
    }
}
