package import Assist
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// The OpenAI-compatible addresses of an installation, each of them optional; all of it configuration.
package struct AssistAddresses: Sendable {
    package var transcription: AssistService?
    package var speech: AssistService?
    /// As the speech address calls it.
    package var voice = "nova"

    package init() {}
}

/// Calls such an address. Every failure means the same: the plain way.
struct AssistClient: Sendable {
    let client: HTTPClient

    func call(_ request: AssistRequest) async throws(AssistFailure) -> (status: Int, body: [UInt8]) {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .POST
        outgoing.headers.add(name: "Content-Type", value: request.contentType)
        outgoing.headers.add(name: "User-Agent", value: "Quita/1")
        if let authorization = request.authorization {
            outgoing.headers.add(name: "Authorization", value: authorization)
        }
        outgoing.body = .bytes(ByteBuffer(bytes: request.body))
        do {
            // The limit is for the whole call: an answer that trickles in is one that does not come.
            let deadline = NIODeadline.now() + .milliseconds(Int64(request.timeLimitMilliseconds))
            let response = try await client.execute(outgoing, deadline: deadline)
            let body = try await response.body.collect(upTo: request.answerBytesMax)
            return (Int(response.status.code), Array(body.readableBytesView))
        } catch let error as HTTPClientError where AssistClient.timeouts.contains(error) {
            throw .timedOut
        } catch is NIOTooManyBytesError {
            throw .tooLarge(bytes: request.answerBytesMax)
        } catch {
            throw .unreachable("\(error)")
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout, .getConnectionFromPoolTimeout,
    ]
}
