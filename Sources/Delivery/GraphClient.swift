import AsyncHTTPClient
import Channels
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix

/// Calls the Graph API over HTTP. Makes of every failure what it means for us: surely not sent, or perhaps sent.
struct GraphClient: Sendable {
    let client: HTTPClient
    let accounts: WhatsAppAccounts

    /// How long an answer may take, in seconds, and how large it may be.
    private static let timeoutSeconds: Int64 = 20
    private static let answerBytesMax = 110 << 20

    enum Reply {
        case answered(status: Int, body: [UInt8])
        case failed(TransportFailure)
    }

    func call(_ request: WhatsAppRequest, number: String) async -> Reply {
        guard let token = accounts.token(number: number) else {
            return .failed(.beforeWriting("no access token for the number \(number); set QUITA_WHATSAPP_TOKEN"))
        }
        var outgoing = HTTPClientRequest(url: accounts.url(request.path))
        outgoing.method = .RAW(value: request.method.rawValue)
        outgoing.headers.add(name: "Authorization", value: "Bearer \(token)")
        outgoing.headers.add(name: "User-Agent", value: "Quita/1")
        if let type = request.contentType {
            outgoing.headers.add(name: "Content-Type", value: type)
            outgoing.body = .bytes(ByteBuffer(bytes: request.body))
        }
        return await execute(outgoing)
    }

    /// Downloads a file from the platform's own hosts; the token is shown to nobody else.
    func download(_ address: MediaAddress, number: String) async -> Reply {
        guard address.isMetas || address.url.hasPrefix(accounts.baseURL + "/"),
            let token = accounts.token(number: number)
        else { return .failed(.beforeWriting("the file lies at a host that is not Meta's")) }
        var outgoing = HTTPClientRequest(url: address.url)
        outgoing.headers.add(name: "Authorization", value: "Bearer \(token)")
        outgoing.headers.add(name: "User-Agent", value: "Quita/1")
        return await execute(outgoing)
    }

    private func execute(_ request: HTTPClientRequest) async -> Reply {
        do {
            let response = try await client.execute(request, timeout: .seconds(GraphClient.timeoutSeconds))
            let body = try await response.body.collect(upTo: GraphClient.answerBytesMax)
            return .answered(status: Int(response.status.code), body: Array(body.readableBytesView))
        } catch {
            return .failed(GraphClient.meaning(of: error))
        }
    }

    /// Only a connection that was never made is known to have carried nothing.
    private static func meaning(of error: any Error) -> TransportFailure {
        if let error = error as? HTTPClientError, error == .connectTimeout || error == .getConnectionFromPoolTimeout {
            return .beforeWriting("\(error)")
        }
        if error is NIOConnectionError || "\(error)".contains("onnection refused") { return .beforeWriting("\(error)") }
        return .afterWriting("\(error)")
    }
}
