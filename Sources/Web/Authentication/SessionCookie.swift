import Crypto
import Domain
import Foundation

/// Who is signed in, as the cookie says it: a login and an expiry, signed. There is nothing to keep or to steal on the server.
struct SessionCookie: Equatable {
    let login: String
    let expiresAt: Timestamp
    /// Made at sign-in; the form token hangs on it.
    let nonce: String

    static let name = "quita_session"
    /// A working day.
    static let hours: Int64 = 12

    /// `login.expiry.nonce.signature`, URL-safe.
    func text(key: [UInt8]) -> String {
        let payload = [Data(login.utf8).base64URL, String(expiresAt.milliseconds), nonce].joined(separator: ".")
        return payload + "." + SessionCookie.signature(payload, key: key)
    }

    init(login: String, expiresAt: Timestamp, nonce: String) {
        self.login = login
        self.expiresAt = expiresAt
        self.nonce = nonce
    }

    /// Nil for a cookie that is not ours, was changed, or has expired.
    init?(_ text: String, key: [UInt8], now: Timestamp) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let login = Data(base64URL: parts[0]), let expiry = Int64(parts[1]),
            SessionCookie.isSigned(parts[0...2].joined(separator: "."), parts[3], key: key)
        else { return nil }
        self.init(
            login: String(decoding: login, as: UTF8.self), expiresAt: Timestamp(milliseconds: expiry), nonce: parts[2])
        guard now < expiresAt else { return nil }
    }

    /// Goes into every form; a page of another site cannot know it.
    func formToken(key: [UInt8]) -> String { SessionCookie.signature("form." + nonce, key: key) }

    private static func signature(_ payload: String, key: [UInt8]) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(payload.utf8), using: SymmetricKey(data: key))).base64URL
    }

    private static func isSigned(_ payload: String, _ signature: String, key: [UInt8]) -> Bool {
        guard let code = Data(base64URL: signature) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data(payload.utf8), using: SymmetricKey(data: key))
    }
}

extension Data {
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init?(base64URL text: String) {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        self.init(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding)
    }
}
