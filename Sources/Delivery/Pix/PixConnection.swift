package import Payments

/// How to reach a bank's Pix API, as the bank's contract says. Not in the database, not in a log.
package struct PixConnection: Sendable {
    /// Up to the resource: `https://pix.banco.example/v2`.
    package let baseURL: String
    /// The whole address that gives out tokens; it may be at another host.
    package let tokenURL: String
    package let clientID: String
    fileprivate let secret: String
    /// What the token is asked for; the bank refuses the token when one of them is not in the contract.
    package let scopes: [PixScope]
    /// Files in PEM with which we prove who we are (mutual TLS); nil only for a bank that is simulated.
    package let certificate: Certificate?
    /// An authority of the bank's own, in PEM; nil trusts the system's.
    package let authorityFile: String?

    package struct Certificate: Sendable {
        package let chainFile: String
        package let keyFile: String

        package init(chainFile: String, keyFile: String) {
            self.chainFile = chainFile
            self.keyFile = keyFile
        }
    }

    package init(
        baseURL: String, tokenURL: String? = nil, clientID: String, secret: String,
        scopes: [PixScope] = PixConnection.usualScopes, certificate: Certificate? = nil, authorityFile: String? = nil
    ) {
        let base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.baseURL = base
        self.tokenURL = tokenURL ?? base + "/oauth/token"
        self.clientID = clientID
        self.secret = secret
        self.scopes = scopes
        self.certificate = certificate
        self.authorityFile = authorityFile
    }

    /// What Quita does at a bank.
    package static let usualScopes: [PixScope] = [
        .chargeRead, .chargeWrite, .dueChargeRead, .dueChargeWrite, .pixRead, .pixWrite, .webhookRead, .webhookWrite,
    ]

    var tokenRequest: PixAPIRequest { .token(clientID: clientID, secret: secret, scopes: scopes) }
}

extension PixConnection: CustomStringConvertible {
    /// Without the secret: a log line may carry it.
    package var description: String { baseURL }
}
