import Foundation
import Language
import Testing

@testable import Assist

@Suite("OpenAI-compatible calls")
struct WireTests {
    private func service(_ base: String = "https://llm.example/v1/") throws -> AssistService {
        try AssistService(base: base, model: "small-1", key: "secret", timeLimitMilliseconds: 2_000)
    }

    private func object(_ body: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    @Test(
        "an address with or without its version",
        arguments: [
            ("https://llm.example", "https://llm.example/v1"), ("https://llm.example/v1/", "https://llm.example/v1"),
            ("https://llm.example:8443/openai/v2", "https://llm.example:8443/openai/v2"),
            ("http://localhost:11434", "http://localhost:11434/v1"), ("http://[::1]:1", "http://[::1]:1/v1"),
        ])
    func addresses(_ base: String, _ expected: String) throws {
        #expect(try service(base).base == expected)
    }

    @Test(
        "addresses that are none, or would send messages in the clear, are refused",
        arguments: [
            "llm.example", "ftp://llm.example", "https://user:pass@llm.example", "https://llm.example/v1?x=1",
            "https://llm.example/ v1", "http://llm.example", "http://192.168.0.5", "https://llm.example\r\nX: y", "",
            "http://localhost.mau.example",
        ])
    func badAddresses(_ base: String) {
        #expect(throws: AssistServiceError.self) { try service(base) }
    }

    @Test("a private network is for those who allow it")
    func privateNetwork() throws {
        let service = try AssistService(
            base: "http://192.168.0.5:8000", model: "m", key: nil, timeLimitMilliseconds: 500, allowsPrivateHTTP: true)
        #expect(service.base == "http://192.168.0.5:8000/v1")
        #expect(throws: AssistServiceError.self) {
            try AssistService(
                base: "http://8.8.8.8", model: "m", key: nil, timeLimitMilliseconds: 500, allowsPrivateHTTP: true)
        }
        #expect(throws: AssistServiceError.key) {
            try AssistService(base: "https://a.example", model: "m", key: "a\nb", timeLimitMilliseconds: 500)
        }
        #expect(throws: AssistServiceError.timeLimit(1)) {
            try AssistService(base: "https://a.example", model: "m", key: nil, timeLimitMilliseconds: 1)
        }
    }

    @Test("a transcription is a form with the model, the language and the file as it is")
    func transcription() throws {
        let audio: [UInt8] = Array("OggS\r\n--quita-\r\n".utf8) + [0, 255]
        let request = try TranscriptionRequest(audio: audio, mimeType: "audio/ogg; codecs=opus").request(
            to: try service())
        #expect(request.url == "https://llm.example/v1/audio/transcriptions")
        #expect(request.authorization == "Bearer secret")
        let boundary = try #require(request.contentType.split(separator: "=").last)
        let text = String(decoding: request.body, as: UTF8.self)
        #expect(text.contains("name=\"model\"\r\n\r\nsmall-1\r\n"))
        #expect(text.contains("name=\"language\"\r\n\r\npt\r\n"))
        #expect(text.contains("filename=\"audio.ogg\"\r\nContent-Type: audio/ogg\r\n\r\n"))
        #expect(request.body.firstRange(of: audio) != nil)
        #expect(text.hasSuffix("--\(boundary)--\r\n"))
        #expect(text.components(separatedBy: "--\(boundary)").count == 6)
    }

    @Test("no audio can end its own part")
    func boundary() {
        let first = MultipartBody(content: [1, 2, 3])
        let boundary = String(first.contentType.split(separator: "=").last ?? "")
        let second = MultipartBody(content: Array(boundary.utf8))
        #expect(!second.contentType.hasSuffix(boundary) || boundary.isEmpty)
    }

    @Test("speech asks for Opus, and its answer is an Ogg file")
    func speech() throws {
        let request = try SpeechRequest(text: "Oi, Ana", voice: "alloy").request(to: try service())
        #expect(request.url.hasSuffix("/audio/speech"))
        let body = try object(request.body)
        #expect(body["input"] as? String == "Oi, Ana")
        #expect(body["response_format"] as? String == "opus")
        #expect(try SpeechRequest.answer(status: 200, body: Array("OggS...".utf8)) == Array("OggS...".utf8))
        #expect(throws: AssistFailure.missing("OggS")) {
            try SpeechRequest.answer(status: 200, body: Array("ID3".utf8))
        }
        #expect(throws: AssistFailure.empty) { try SpeechRequest(text: "…", voice: "x") }
    }

    @Test("a chat is held to its schema")
    func chat() throws {
        let request = UnderstandingHelp(message: "oi", context: .none, names: []).request().request(to: try service())
        let body = try object(request.body)
        #expect(request.url == "https://llm.example/v1/chat/completions")
        #expect(body["temperature"] as? Int == 0)
        let format = try #require(body["response_format"] as? [String: Any])
        #expect(format["type"] as? String == "json_schema")
        let schema = try #require(format["json_schema"] as? [String: Any])
        #expect(schema["strict"] as? Bool == true)
        #expect(!String(decoding: request.body, as: UTF8.self).contains("secret"))
    }

    @Test(
        "answers of a chat are read strictly",
        arguments: [
            (200, #"{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}]}"#, nil),
            (200, #"{"choices":[{"message":{"content":"{}"},"finish_reason":"length"}]}"#, .cutOff),
            (200, #"{"choices":[{"message":{"content":"{}"},"finish_reason":"content_filter"}]}"#, .withheld),
            (200, #"{"choices":[{"message":{"refusal":"no"}}]}"#, .withheld),
            (200, #"{"choices":[{"message":{"content":null}}]}"#, .missing("content")),
            (200, #"{"choices":[{"message":{"content":"  "}}]}"#, .empty),
            (200, #"{"choices":[]}"#, .missing("choices")),
            (200, "{}", .missing("choices")), (200, "<html>", .notJSON), (200, "", .empty), (429, "", .busy),
            (503, "x", .busy), (504, "", .timedOut),
            (401, #"{"error":{"message":"bad key"}}"#, .refused(status: 401, message: "bad key")),
            (500, "oops", .refused(status: 500, message: "")), (302, "", .refused(status: 302, message: "")),
        ] as [(Int, String, AssistFailure?)])
    func answers(_ status: Int, _ body: String, _ failure: AssistFailure?) throws {
        if let failure {
            #expect(throws: failure) { try ChatRequest.answer(status: status, body: Array(body.utf8)) }
        } else {
            #expect(try ChatRequest.answer(status: status, body: Array(body.utf8)) == "{}")
        }
    }

    @Test("a transcription's text is trimmed; none at all is a failure")
    func transcriptionAnswers() throws {
        #expect(
            try TranscriptionRequest.answer(status: 200, body: Array(#"{"text":" oi \n tudo bem "}"#.utf8))
                == "oi tudo bem")
        #expect(throws: AssistFailure.empty) {
            try TranscriptionRequest.answer(status: 200, body: Array(#"{"text":" "}"#.utf8))
        }
        #expect(throws: AssistFailure.missing("text")) {
            try TranscriptionRequest.answer(status: 200, body: Array("{}".utf8))
        }
        #expect(throws: AssistFailure.empty) { try TranscriptionRequest(audio: [], mimeType: "audio/ogg") }
    }
}
