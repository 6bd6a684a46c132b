package import Domain

/// A request as it came over the wire, without a socket: what the simulated services answer.
package struct SimulatedRequest: Hashable, Sendable {
    package let method: String
    /// Begins with `/`; without the query.
    package let path: String
    /// Percent-decoded pairs; the last one of a name counts.
    package let query: [String: String]
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    /// `target` is what stands in the request line: path and query, still percent-encoded.
    package init(method: String, target: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = PercentEncoding.decode(parts.first ?? "")
        query = parts.count > 1 ? PercentEncoding.query(parts[1]) : [:]
        self.headers = Dictionary(
            headers.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { _, last in last })
        self.body = body
    }
}

/// What the caller gets, and what becomes of it on the way.
package struct SimulatedResponse: Hashable, Sendable {
    /// Whether the caller gets the answer.
    package enum Fate: Hashable, Sendable {
        case answered
        /// The caller never hears: the connection hangs until the caller gives up. Whether the request was accepted
        /// before that is the fault's choice.
        case unanswered
    }

    package var status: Int
    package var contentType: String
    package var body: [UInt8]
    /// How long the service takes to answer.
    package var delayMilliseconds: Int64
    package var fate: Fate

    package init(
        status: Int, contentType: String = "application/json", body: [UInt8], delayMilliseconds: Int64 = 0,
        fate: Fate = .answered
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.delayMilliseconds = delayMilliseconds
        self.fate = fate
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// Percent-encoding as it stands in a request line (RFC 3986; `+` is a space in a query).
package enum PercentEncoding {
    /// Bytes for `%41`; what is no escape stays as it is.
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The pairs of a query; the last one of a name counts.
    package static func query(_ text: some StringProtocol) -> [String: String] {
        var pairs: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = decode(sides[0], plusIsSpace: true)
            pairs[name] = sides.count > 1 ? decode(sides[1], plusIsSpace: true) : ""
        }
        return pairs
    }
}

/// One POST that a simulated service makes to the program under test.
package struct WebhookDelivery: Hashable, Sendable, Identifiable {
    /// Who tells.
    package enum Service: String, Hashable, Sendable, Codable {
        case whatsapp, pix
    }

    /// The number of this delivery; reported back when it is settled.
    package let id: Int
    package let service: Service
    /// 1 for the first time that these bytes are sent.
    package let attempt: Int
    /// When it leaves.
    package let at: Timestamp
    package let body: [UInt8]
    /// The value of `X-Hub-Signature-256`; empty for the bank, which proves itself by its TLS certificate.
    package let signature: String
}

/// How failed webhooks are sent again: at once, then with growing distance, for up to seven days.
package struct RetrySchedule: Hashable, Sendable {
    package var firstMilliseconds: Int64
    package var mostMilliseconds: Int64
    package var giveUpMilliseconds: Int64

    package init(
        firstMilliseconds: Int64 = 500, mostMilliseconds: Int64 = 600_000, giveUpMilliseconds: Int64 = 7 * 86_400_000
    ) {
        self.firstMilliseconds = firstMilliseconds
        self.mostMilliseconds = mostMilliseconds
        self.giveUpMilliseconds = giveUpMilliseconds
    }

    /// How long after the failed attempt the next one follows: each wait is twice the one before.
    package func wait(afterAttempt attempt: Int) -> Int64 {
        var wait = firstMilliseconds
        for _ in 1..<max(1, min(attempt, 40)) { wait = min(mostMilliseconds, wait * 2) }
        return min(wait, mostMilliseconds)
    }
}
