import Crypto
import Foundation

/// The hidden field by which a form proves that it is one of ours, for visitors who have no session yet.
///
/// A cookie holds a nonce of the browser's own; the field holds its signature. A page of another site can send the cookie,
/// but cannot know the field.
struct FormToken {
    static let cookieName = "quita_formulario"

    let nonce: String

    init(nonce: String) { self.nonce = nonce }

    /// A new one, by the machine's chance.
    init() { nonce = FormToken.newNonce() }

    static func newNonce() -> String {
        Data((0..<16).map { _ in UInt8.random(in: .min ... .max) }).base64URL
    }

    func text(key: [UInt8]) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data("sign-in.\(nonce)".utf8), using: SymmetricKey(data: key)))
            .base64URL
    }

    /// Compares in a time that tells nothing about where two tokens differ.
    static func isSame(_ left: String, _ right: String) -> Bool {
        SHA256.hash(data: Array(left.utf8)) == SHA256.hash(data: Array(right.utf8))
    }
}
