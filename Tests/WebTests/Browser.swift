import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// A browser of one signed-in person, or of nobody.
struct Browser {
    let client: any TestClientProtocol
    var cookies: [String]
    let token: String

    init(_ client: any TestClientProtocol, _ installation: Installation, as login: String? = nil) {
        self.client = client
        guard let login else {
            (cookies, token) = ([], "")
            return
        }
        let session = installation.session(login)
        (cookies, token) = ([session.cookie], session.token)
    }

    func get(_ path: String, _ extra: HTTPFields = [:]) async throws -> TestResponse {
        try await send(path, .get, extra, nil)
    }

    /// Posts a form with this person's token.
    func post(_ path: String, _ fields: [String: String] = [:], _ extra: HTTPFields = [:]) async throws -> TestResponse
    {
        try await post(path, fields.merging(["csrf": token]) { own, _ in own }, token: nil, extra)
    }

    /// Posts a form as it is.
    func post(_ path: String, _ fields: [String: String], token: String?, _ extra: HTTPFields = [:]) async throws
        -> TestResponse
    {
        var headers = extra
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
        return try await send(path, .post, headers, ByteBuffer(string: body))
    }

    func send(
        _ path: String, _ method: HTTPRequest.Method, _ extra: HTTPFields, _ body: ByteBuffer?
    ) async throws -> TestResponse {
        var headers = extra
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        return try await client.execute(uri: path, method: method, headers: headers, body: body) { $0 }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }
    /// `name=value` of a cookie that the answer sets.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].first { $0.hasPrefix(name + "=") }
    }
}

extension Installation {
    /// Runs a test against the whole router.
    func browse<Result: Sendable>(
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Result
    ) async throws -> Result {
        let application = Application(router: QuitaServer.router(configuration))
        return try await application.test(.router) { client in try await body(client) }
    }
}
