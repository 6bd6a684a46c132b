package import Domain
import Foundation

/// Permission to call the API for a while (OAuth 2.0, RFC 6749 §5.1).
package struct PixAccessToken: Hashable, Sendable {
    /// A secret: never logged.
    package let text: String
    package let expiresAt: Timestamp
    /// What the bank granted, which may be less than was asked for; nil where it did not say, which means all of it.
    package let scopes: Set<String>?

    /// Seconds before its end at which a token is no longer used: a request that is on its way must not outlive it.
    static let marginSeconds: Int64 = 30
    /// For banks that leave `expires_in` out.
    static let defaultSeconds: Int64 = 300

    package init(text: String, expiresAt: Timestamp, scopes: Set<String>? = nil) {
        self.text = text
        self.expiresAt = expiresAt
        self.scopes = scopes
    }

    /// Whether a request may still be sent with it.
    package func isUsable(at now: Timestamp) -> Bool {
        now < expiresAt.adding(seconds: -PixAccessToken.marginSeconds)
    }

    package func allows(_ scope: PixScope) -> Bool { scopes?.contains(scope.rawValue) ?? true }

    /// Reads the bank's answer with status 200; `now` is when the request was sent, the earliest at which the token's time
    /// can have begun. Nil for what is no token.
    package init?(answer body: [UInt8], now: Timestamp) {
        struct Answer: Decodable {
            let token: String
            let type: String?
            let seconds: WireInteger?
            let scope: String?

            enum CodingKeys: String, CodingKey {
                case token = "access_token"
                case type = "token_type"
                case seconds = "expires_in"
                case scope
            }
        }
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)), !answer.token.isEmpty,
            answer.token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            answer.type.map({ $0.lowercased() == "bearer" }) ?? true
        else { return nil }
        let seconds = Int64(clamping: answer.seconds?.value ?? Int(PixAccessToken.defaultSeconds))
        self.init(
            text: answer.token, expiresAt: now.adding(seconds: max(0, min(seconds, 31_536_000))),
            scopes: answer.scope.map { Set($0.split(separator: " ").map(String.init)) })
    }
}

extension PixAPIRequest {
    /// Asks for a token: client credentials in the header (RFC 6749 §2.3.1), over the same mutual TLS as all calls.
    ///
    /// - Parameter path: where the bank has it; the address may be another host's.
    package static func token(
        clientID: String, secret: String, scopes: some Sequence<PixScope>, path: String = "/oauth/token"
    ) -> PixAPIRequest {
        // The two are form-encoded before they are joined, as the RFC has it.
        let pair = PixWire.percentEncoded(clientID) + ":" + PixWire.percentEncoded(secret)
        let wanted = scopes.map(\.rawValue).sorted().joined(separator: " ")
        var form = "grant_type=client_credentials"
        if !wanted.isEmpty { form += "&scope=" + PixWire.percentEncoded(wanted) }
        return PixAPIRequest(
            .post, path,
            headers: [
                Field("Authorization", "Basic " + Data(pair.utf8).base64EncodedString()),
                Field("Content-Type", "application/x-www-form-urlencoded"),
            ], body: Array(form.utf8), scope: nil)
    }
}
