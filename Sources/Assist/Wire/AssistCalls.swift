import Foundation
package import Language

/// `POST /audio/transcriptions`: speech to text.
package struct TranscriptionRequest: Hashable, Sendable {
    package let audio: [UInt8]
    package let mimeType: String
    package let language: MessageLanguage?

    package static let audioBytesMax = 25 << 20

    package init(audio: [UInt8], mimeType: String, language: MessageLanguage? = .portuguese) throws(AssistFailure) {
        guard !audio.isEmpty else { throw .empty }
        guard audio.count <= TranscriptionRequest.audioBytesMax else { throw .tooLarge(bytes: audio.count) }
        self.audio = audio
        self.mimeType = mimeType
        self.language = language
    }

    package func request(to service: AssistService) -> AssistRequest {
        var form = MultipartBody(content: audio)
        form.append("model", text: service.model)
        form.append("response_format", text: "json")
        if let language { form.append("language", text: language.rawValue) }
        form.append("file", file: audio, filename: "audio." + fileExtension, mimeType: plainType)
        return AssistRequest(
            service, "/audio/transcriptions", contentType: form.contentType, body: form.finished(),
            answerBytesMax: 1 << 20)
    }

    /// Without parameters such as `; codecs=opus`, and nothing that could end a header.
    private var plainType: String {
        let type = mimeType.prefix { $0 != ";" }.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/-+.".contains($0))
        }
        return type.isEmpty ? "application/octet-stream" : type
    }

    /// Services tell the format by the name.
    private var fileExtension: String {
        switch plainType {
        case "audio/ogg", "audio/opus": "ogg"
        case "audio/mpeg", "audio/mp3": "mp3"
        case "audio/mp4", "audio/aac", "audio/m4a", "audio/x-m4a": "m4a"
        case "audio/wav", "audio/x-wav", "audio/wave": "wav"
        case "audio/amr": "amr"
        default: "ogg"
        }
    }

    /// The text that was heard: a debtor's message like any other, and as little to be trusted.
    package static func answer(status: Int, body: [UInt8]) throws(AssistFailure) -> String {
        struct Answer: Decodable { let text: String? }
        let answer = try AssistAnswer.read(Answer.self, status: status, body: body)
        guard let text = answer.text else { throw .missing("text") }
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !trimmed.isEmpty else { throw .empty }
        return String(trimmed.prefix(4_000))
    }
}

/// `POST /audio/speech`: text to speech, as Opus in Ogg.
package struct SpeechRequest: Hashable, Sendable {
    package let text: String
    package let voice: String

    package init(text: String, voice: String) throws(AssistFailure) {
        guard text.contains(where: \.isLetter) else { throw .empty }
        guard text.count <= 4_096 else { throw .tooLarge(bytes: text.utf8.count) }
        self.text = text
        self.voice = voice
    }

    package func request(to service: AssistService) -> AssistRequest {
        let body: JSONTree = [
            "model": .string(service.model), "input": .string(text), "voice": .string(voice), "response_format": "opus",
        ]
        return AssistRequest(
            service, "/audio/speech", contentType: "application/json", body: body.bytes(), answerBytesMax: 16 << 20)
    }

    /// The bytes of an Ogg file.
    package static func answer(status: Int, body: [UInt8]) throws(AssistFailure) -> [UInt8] {
        guard status == 200 else { throw AssistAnswer.failure(status: status, body: body) }
        guard !body.isEmpty else { throw .empty }
        guard body.starts(with: Array("OggS".utf8)) else { throw .missing("OggS") }
        return body
    }
}

/// `POST /chat/completions` with an answer held to a JSON schema.
package struct ChatRequest: Hashable, Sendable {
    package let system: String
    package let user: String
    let schemaName: String
    let schema: JSONTree
    package let tokensMax: Int

    package func request(to service: AssistService) -> AssistRequest {
        let body: JSONTree = [
            "model": .string(service.model), "temperature": 0, "max_tokens": .integer(tokensMax), "n": 1,
            "stream": false,
            "messages": [
                ["role": "system", "content": .string(system)], ["role": "user", "content": .string(user)],
            ],
            "response_format": [
                "type": "json_schema",
                "json_schema": ["name": .string(schemaName), "strict": true, "schema": schema],
            ],
        ]
        return AssistRequest(
            service, "/chat/completions", contentType: "application/json", body: body.bytes(), answerBytesMax: 256 << 10
        )
    }

    /// The model's own text, which is to be JSON by the schema and is checked by whoever asked.
    package static func answer(status: Int, body: [UInt8]) throws(AssistFailure) -> String {
        struct Answer: Decodable {
            struct Choice: Decodable {
                struct Message: Decodable {
                    let content: String?
                    let refusal: String?
                }
                let message: Message?
                let finishReason: String?
                enum CodingKeys: String, CodingKey {
                    case message
                    case finishReason = "finish_reason"
                }
            }
            let choices: [Choice]?
        }
        let answer = try AssistAnswer.read(Answer.self, status: status, body: body)
        guard let choice = answer.choices?.first else { throw .missing("choices") }
        switch choice.finishReason {
        case "length": throw .cutOff
        case "content_filter": throw .withheld
        default: break
        }
        guard let message = choice.message else { throw .missing("message") }
        if let refusal = message.refusal, !refusal.isEmpty { throw .withheld }
        guard let content = message.content else { throw .missing("content") }
        guard content.contains(where: { !$0.isWhitespace }) else { throw .empty }
        return content
    }
}

/// What all answers have in common.
enum AssistAnswer {
    static func read<Answer: Decodable>(
        _ type: Answer.Type, status: Int, body: [UInt8]
    ) throws(AssistFailure) -> Answer {
        guard status == 200 else { throw failure(status: status, body: body) }
        guard body.count <= 1 << 20 else { throw .tooLarge(bytes: body.count) }
        guard !body.isEmpty else { throw .empty }
        guard let answer = try? JSONDecoder().decode(type, from: Data(body)) else { throw .notJSON }
        return answer
    }

    static func failure(status: Int, body: [UInt8]) -> AssistFailure {
        struct Problem: Decodable {
            struct Details: Decodable { let message: String? }
            let error: Details?
        }
        if status == 429 || status == 503 { return .busy }
        if status == 408 || status == 504 { return .timedOut }
        let problem = try? JSONDecoder().decode(Problem.self, from: Data(body.prefix(64 << 10)))
        return .refused(status: status, message: String((problem?.error?.message ?? "").prefix(200)))
    }
}

/// A body of `multipart/form-data` (RFC 7578) whose boundary follows from its content and does not stand in it.
struct MultipartBody {
    private let boundary: String
    private var bytes: [UInt8] = []

    init(content: [UInt8]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var boundary = "quita-" + String(hash, radix: 16)
        while content.firstRange(of: Array(boundary.utf8)) != nil {
            hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ 1
            boundary = "quita-" + String(hash, radix: 16)
        }
        self.boundary = boundary
    }

    var contentType: String { "multipart/form-data; boundary=" + boundary }

    mutating func append(_ name: String, text: String) {
        bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n".utf8)
    }

    mutating func append(_ name: String, file: [UInt8], filename: String, mimeType: String) {
        bytes += Array(
            ("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"\r\n"
                + "Content-Type: \(mimeType)\r\n\r\n").utf8)
        bytes += file
        bytes += Array("\r\n".utf8)
    }

    func finished() -> [UInt8] { bytes + Array("--\(boundary)--\r\n".utf8) }
}
