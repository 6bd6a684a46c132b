/// How to reach the Cloud API: where, in which version, and with which token for which number.
package struct WhatsAppAccounts: Sendable {
    /// `https://graph.facebook.com`, or a simulator's address.
    package let baseURL: String
    /// `v25.0`
    package let version: String
    /// Access tokens by phone number id; never in the database, never in a log.
    private let tokens: [String: String]
    /// Messages per second of one number; the platform's standard is 80, both directions together.
    package let messagesPerSecond: Int

    package init(baseURL: String, version: String, tokens: [String: String], messagesPerSecond: Int = 60) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.version = version
        self.tokens = tokens
        self.messagesPerSecond = messagesPerSecond
    }

    package func token(number: String) -> String? { tokens[number] }
    package var numbers: [String] { tokens.keys.sorted() }

    func url(_ path: String) -> String { "\(baseURL)/\(version)/\(path)" }
}

extension WhatsAppAccounts: CustomStringConvertible {
    /// Without tokens: a log line may carry it.
    package var description: String { "\(baseURL)/\(version), numbers \(numbers.joined(separator: ", "))" }
}
