import Crypto
import Foundation

/// Meta's question before it delivers webhooks to an address (reference §4.1):
/// `GET …?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=…`.
package enum WebhookChallenge: Hashable, Sendable {
    /// 200, and this text alone as the body, as plain text.
    case accepted(String)
    /// 403.
    case refused(String)

    /// Answers the query, whose names and values are already percent-decoded. Some frameworks turn the dots of the
    /// names into underscores; both are read.
    package static func answer(query: [String: String], verifyTokens: [String]) -> WebhookChallenge {
        func parameter(_ name: String) -> String? { query["hub.\(name)"] ?? query["hub_\(name)"] }
        guard parameter("mode") == "subscribe" else { return .refused("hub.mode is not subscribe") }
        guard let token = parameter("verify_token") else { return .refused("hub.verify_token is missing") }
        guard let challenge = parameter("challenge"), !challenge.isEmpty, challenge.utf8.count <= 1024 else {
            return .refused("hub.challenge is missing or too long")
        }
        // Digests have one length, so comparing them tells nothing about the token's.
        let given = SHA256.hash(data: Array(token.utf8))
        let known = verifyTokens.filter { !$0.isEmpty }.reduce(false) { found, expected in
            let matches = SHA256.hash(data: Array(expected.utf8)) == given
            return found || matches
        }
        return known ? .accepted(challenge) : .refused("hub.verify_token is not ours")
    }
}
