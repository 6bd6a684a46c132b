import Console
import HTTPTypes
import Hummingbird

extension Request {
    /// The address's query.
    var fields: FormFields { FormFields(urlEncoded: Array((uri.query ?? "").utf8)) }

    /// The posted form, after its token has been checked: only a page that we gave to this very session can have it.
    ///
    /// - Throws: `PageError` for a form that is too large, or not one of ours.
    func form(of visitor: Visitor, _ configuration: WebConfiguration) async throws -> FormFields {
        guard let body = try await collected(upTo: 128 << 10) else { throw PageError(.tooLarge(limitMegabytes: 1)) }
        let fields = FormFields(urlEncoded: body)
        try check(token: fields["csrf"], of: visitor, configuration)
        return fields
    }

    func check(token: String, of visitor: Visitor, _ configuration: WebConfiguration) throws {
        // What a browser says of itself is a second lock, not the lock.
        if HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) == "cross-site" { throw PageError(.staleForm) }
        guard FormToken.isSame(token, visitor.cookie.formToken(key: configuration.sessionKey)) else {
            throw PageError(.staleForm)
        }
    }
}
