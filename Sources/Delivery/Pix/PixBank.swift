import AsyncHTTPClient
package import Domain
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
package import Payments

/// One bank over HTTPS: holds the token and renews it, and makes of every call an answer or a silence.
package actor PixBank {
    private let connection: PixConnection
    private let client: HTTPClient
    private let now: @Sendable () -> Timestamp
    private var token: PixAccessToken?
    /// A renewal under way, which all callers share.
    private var renewal: Task<PixAccessToken, any Error>?

    /// How long a call may take, in seconds, and how large an answer may be. A page of a hundred payments is far below.
    private static let timeoutSeconds: Int64 = 10
    private static let answerBytesMax = 4 << 20

    /// - Parameter now: the product's clock, by which tokens run out.
    package init(_ connection: PixConnection, now: @escaping @Sendable () -> Timestamp) throws {
        self.connection = connection
        self.now = now
        client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: try PixBank.configuration(for: connection))
    }

    package func shutdown() async throws { try await client.shutdown() }

    /// Asks the bank; a token that is refused is renewed once.
    package func ask(_ request: PixAPIRequest) async -> PixReply {
        do {
            let first = try await send(request.authorized(by: usableToken()), to: connection.baseURL + request.target)
            guard first.httpStatus == 401 else { return first }
            token = nil
            return try await send(request.authorized(by: usableToken()), to: connection.baseURL + request.target)
        } catch let refused as TokenRefused {
            return refused.reply
        } catch {
            return PixReply(silence: "\(error)")
        }
    }

    /// The bank gave no token: its answer stands for the call's.
    private struct TokenRefused: Error {
        let reply: PixReply
    }

    private func usableToken() async throws -> PixAccessToken {
        if let token, token.isUsable(at: now()) { return token }
        if let renewal { return try await renewal.value }
        let task = Task { try await self.renewed() }
        renewal = task
        defer { renewal = nil }
        return try await task.value
    }

    private func renewed() async throws -> PixAccessToken {
        let asked = now()
        let reply = try await send(connection.tokenRequest, to: connection.tokenURL)
        guard reply.httpStatus == 200, let fresh = PixAccessToken(answer: Array(reply.body.utf8), now: asked) else {
            // A wrong secret is 400 or 401 here, and no reason to ask again and again: the call is refused for good.
            let status = reply.httpStatus.map { (400...401).contains($0) ? 403 : $0 == 200 ? 502 : $0 }
            var refused = reply
            refused.httpStatus = status
            throw TokenRefused(reply: refused)
        }
        token = fresh
        return fresh
    }

    private func send(_ request: PixAPIRequest, to url: String) async throws -> PixReply {
        var outgoing = HTTPClientRequest(url: url)
        outgoing.method = .RAW(value: request.method.rawValue)
        for field in request.headers { outgoing.headers.add(name: field.name, value: field.value) }
        outgoing.headers.add(name: "User-Agent", value: "Quita/1")
        if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
        // The limit is for the whole call: an answer that trickles in is one that does not come.
        let deadline = NIODeadline.now() + .seconds(PixBank.timeoutSeconds)
        let response = try await client.execute(outgoing, deadline: deadline)
        let body = try await response.body.collect(upTo: PixBank.answerBytesMax)
        return PixReply(
            httpStatus: Int(response.status.code), body: Array(body.readableBytesView),
            retryAfter: response.headers.first(name: "Retry-After"))
    }

    private static func configuration(for connection: PixConnection) throws -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(5)
        // A bank that sends us elsewhere is not the bank that we have a contract with.
        configuration.redirectConfiguration = .disallow
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let certificate = connection.certificate {
            tls.certificateChain = try NIOSSLCertificate.fromPEMFile(certificate.chainFile).map { .certificate($0) }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: certificate.keyFile, format: .pem))
        }
        if let file = connection.authorityFile {
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(file))
        }
        configuration.tlsConfiguration = tls
        return configuration
    }
}
