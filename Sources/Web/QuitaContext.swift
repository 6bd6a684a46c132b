import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What a request carries on its way through the router.
struct QuitaContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    /// Set by the session middleware for people who are signed in.
    var visitor: Visitor?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        visitor = nil
    }

    /// Whether the caller is this machine itself.
    var isLoopback: Bool {
        switch remoteAddress {
        case .v4: remoteAddress?.ipAddress?.hasPrefix("127.") == true
        case .v6: remoteAddress?.ipAddress == "::1" || remoteAddress?.ipAddress == "::ffff:127.0.0.1"
        case .unixDomainSocket: true
        default: false
        }
    }
}

extension Request {
    /// The whole body, or nil when it is larger than allowed. What is too large is not read to its end.
    func collected(upTo bytesMax: Int) async throws -> [UInt8]? {
        if let length = headers[.contentLength].flatMap(Int.init), length > bytesMax { return nil }
        do {
            let buffer = try await body.collect(upTo: bytesMax)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            return nil
        }
    }
}

extension Response {
    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func html(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    static func see(_ location: String) -> Response { Response(status: .seeOther, headers: [.location: location]) }
}
