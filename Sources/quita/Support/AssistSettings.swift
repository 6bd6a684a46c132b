import Assist
import Delivery

/// The addresses of other programs that may help, from the environment. Each is off until its address is named.
extension Parts {
    static func assistAddresses() throws -> AssistAddresses {
        var addresses = AssistAddresses()
        addresses.transcription = try assistService(
            "QUITA_TRANSCRIPTION", model: "whisper-1", limit: AssistService.transcriptionLimit)
        addresses.speech = try assistService("QUITA_SPEECH", model: "tts-1", limit: AssistService.speechLimit)
        if let voice = environment("QUITA_SPEECH_VOICE") { addresses.voice = voice }
        return addresses
    }

    /// `NAME_URL`, and beside it `NAME_MODEL`, `NAME_KEY` and `NAME_TIMEOUT_MS`.
    static func assistService(_ name: String, model: String?, limit: Int) throws -> AssistService? {
        guard let base = environment(name + "_URL") else { return nil }
        guard let model = environment(name + "_MODEL") ?? model else {
            throw Failure("\(name)_URL is set, but not \(name)_MODEL")
        }
        var milliseconds = limit
        if let text = environment(name + "_TIMEOUT_MS") {
            guard let own = Int(text), (100...limit).contains(own) else {
                throw Failure("\(name)_TIMEOUT_MS is a number from 100 to \(limit): \(text)")
            }
            milliseconds = own
        }
        do throws(AssistServiceError) {
            return try AssistService(
                base: base, model: model, key: environment(name + "_KEY"), timeLimitMilliseconds: milliseconds,
                allowsPrivateHTTP: environment("QUITA_ALLOW_PRIVATE_HTTP") == "1")
        } catch {
            throw Failure(AssistSettings.explanation(of: error, name))
        }
    }
}

private enum AssistSettings {
    static func explanation(of error: AssistServiceError, _ name: String) -> String {
        switch error {
        case .address(let text): "\(name)_URL is no address like https://host/v1: \(text)"
        case .insecure(let text):
            "\(name)_URL must be https: \(text) (http goes to this machine only; to a private network with "
                + "QUITA_ALLOW_PRIVATE_HTTP=1)"
        case .model(let text): "\(name)_MODEL has characters that no model's name has: \(text)"
        case .key: "\(name)_KEY has characters that no key has"
        case .timeLimit(let milliseconds): "\(name)_TIMEOUT_MS cannot be \(milliseconds)"
        }
    }
}
