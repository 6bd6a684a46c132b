import Assist
import Domain
package import Store

/// `voice.hear`: what is said in a voice note, by a transcription address.
package struct VoiceHearing: Worker {
    private let service: AssistService?
    private let client: AssistClient

    init(service: AssistService?, client: AssistClient) {
        self.service = service
        self.client = client
    }

    package func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct {
        guard let service else { throw WorkFailure.off }
        let body: FileWork = try effect.work()
        let audio = try await database.bytes(of: body.file)
        let request = try TranscriptionRequest(audio: audio, mimeType: body.mimeType).request(to: service)
        let (status, bytes) = try await client.call(request)
        let text = try TranscriptionRequest.answer(status: status, body: bytes)
        return .answer(try canonicalJSON(HeardVoice(text: text)))
    }
}
