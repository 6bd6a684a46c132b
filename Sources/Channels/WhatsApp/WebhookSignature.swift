import Crypto
import Foundation

/// The proof that a webhook comes from Meta: HMAC-SHA256 of the received bytes with the app secret (reference §4.2).
package enum WebhookSignature {
    package static let headerName = "X-Hub-Signature-256"

    package enum Verdict: Hashable, Sendable {
        /// Valid under the secret at this position; above 0 an old secret is still in use.
        case valid(secret: Int)
        case missingHeader
        /// Not `sha256=` and 64 hexadecimal digits.
        case malformedHeader
        /// No secret gives this signature.
        case mismatch
    }

    /// Checks the header against each secret in constant time. Several secrets are accepted while the app secret is
    /// being rotated. An empty secret signs nothing: everybody knows it.
    package static func check(_ body: [UInt8], header: String?, secrets: [String]) -> Verdict {
        guard let header else { return .missingHeader }
        guard let code = code(in: header) else { return .malformedHeader }
        var verdict = Verdict.mismatch
        for (position, secret) in secrets.enumerated() where !secret.isEmpty {
            let key = SymmetricKey(data: Array(secret.utf8))
            let matches = HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: body, using: key)
            if matches, verdict == .mismatch { verdict = .valid(secret: position) }
        }
        return verdict
    }

    package static func verify(_ body: [UInt8], header: String?, secrets: [String]) -> Bool {
        if case .valid = check(body, header: header, secrets: secrets) { true } else { false }
    }

    /// The header that Meta (or its simulator) sends with a body.
    package static func header(for body: [UInt8], secret: String) -> String {
        let key = SymmetricKey(data: Array(secret.utf8))
        return "sha256=" + hexadecimal(HMAC<SHA256>.authenticationCode(for: body, using: key))
    }

    private static func code(in header: String) -> [UInt8]? {
        let prefix = "sha256="
        guard header.hasPrefix(prefix) else { return nil }
        let digits = Array(header.utf8.dropFirst(prefix.utf8.count))
        guard digits.count == 64 else { return nil }
        var code: [UInt8] = []
        for position in stride(from: 0, to: 64, by: 2) {
            guard let high = nibble(digits[position]), let low = nibble(digits[position + 1]) else { return nil }
            code.append(high << 4 | low)
        }
        return code
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
