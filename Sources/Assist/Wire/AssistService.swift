/// An OpenAI-compatible address, with what a call needs; all of it configuration.
package struct AssistService: Hashable, Sendable {
    /// Without a slash at its end: `https://llm.example/v1`.
    package let base: String
    package let model: String
    /// Nil where the address asks for none (a program on the same machine).
    package let key: String?
    /// After that the plain path goes on without it.
    package let timeLimitMilliseconds: Int

    /// How long each use may take before nobody waits any more.
    package static let understandingLimit = 2_500
    package static let rephrasingLimit = 3_000
    package static let transcriptionLimit = 30_000
    package static let speechLimit = 20_000

    /// An address without a path gets `/v1`. Plain `http` goes to this machine only, and to private networks where
    /// `allowsPrivateHTTP` says so: messages of debtors do not cross the internet in the clear.
    package init(
        base: String, model: String, key: String?, timeLimitMilliseconds: Int, allowsPrivateHTTP: Bool = false
    ) throws(AssistServiceError) {
        guard
            let match = base.wholeMatch(
                of: /(https?):\/\/([A-Za-z0-9.\-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?(\/[A-Za-z0-9._~\-\/]*)?/)
        else { throw .address(base) }
        let host = String(match.2).lowercased()
        if match.1 == "http" {
            let isHere = host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
            guard isHere || allowsPrivateHTTP && AssistService.isPrivate(host) else { throw .insecure(base) }
        }
        guard !model.isEmpty, model.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .model(model) }
        if let key { guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .key } }
        guard (100...120_000).contains(timeLimitMilliseconds) else { throw .timeLimit(timeLimitMilliseconds) }
        var path = String(match.4 ?? "")
        while path.hasSuffix("/") { path.removeLast() }
        self.base = "\(match.1)://\(match.2)\(match.3 ?? "")" + (path.isEmpty ? "/v1" : path)
        self.model = model
        self.key = key
        self.timeLimitMilliseconds = timeLimitMilliseconds
    }

    private static func isPrivate(_ host: String) -> Bool {
        let parts = host.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 4 else { return false }
        return parts[0] == 10 || parts[0] == 192 && parts[1] == 168 || parts[0] == 172 && (16...31).contains(parts[1])
    }
}

package enum AssistServiceError: Error, Hashable, Sendable {
    case address(String), insecure(String), model(String), key, timeLimit(Int)
}

/// One call as a value; delivery makes it, and its answer comes back as an entry.
package struct AssistRequest: Hashable, Sendable {
    package let url: String
    package let contentType: String
    package let body: [UInt8]
    /// `Authorization`, where there is a key. Kept apart, so that the rest may be logged.
    package let authorization: String?
    package let timeLimitMilliseconds: Int
    /// No answer is longer.
    package let answerBytesMax: Int

    init(_ service: AssistService, _ path: String, contentType: String, body: [UInt8], answerBytesMax: Int) {
        url = service.base + path
        self.contentType = contentType
        self.body = body
        authorization = service.key.map { "Bearer " + $0 }
        timeLimitMilliseconds = service.timeLimitMilliseconds
        self.answerBytesMax = answerBytesMax
    }
}

/// Why a call was of no use. Always the same consequence: the plain path.
package enum AssistFailure: Error, Hashable, Sendable {
    case timedOut
    case unreachable(String)
    /// 429 or 503: too many calls.
    case busy
    /// Any other status than 200; the message is the service's, shortened.
    case refused(status: Int, message: String)
    case tooLarge(bytes: Int)
    case notJSON
    case missing(String)
    /// The answer ended because it reached its length.
    case cutOff
    /// The service or the model would not answer.
    case withheld
    case empty

    /// For the log and the operator's page; stable.
    package var code: String {
        switch self {
        case .timedOut: "timed_out"
        case .unreachable: "unreachable"
        case .busy: "busy"
        case .refused: "refused"
        case .tooLarge: "too_large"
        case .notJSON: "not_json"
        case .missing: "missing"
        case .cutOff: "cut_off"
        case .withheld: "withheld"
        case .empty: "empty"
        }
    }
}
