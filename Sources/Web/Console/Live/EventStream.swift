import Console
import Engine
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Store

/// Server-sent events: one open answer per watched page. It ends when the browser leaves, when the server shuts down, and
/// when the person may no longer look.
enum EventStream {
    private enum Tick: Sendable { case change, heartbeat }

    private static let heartbeat = Duration.seconds(15)
    /// Many changes in a row become one look at the store.
    private static let pause = Duration.milliseconds(120)

    static func response(_ view: some LiveView, _ request: Request, _ configuration: WebConfiguration) -> Response {
        var headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        // Proxies that gather answers before they pass them on must not.
        if let buffering = HTTPField.Name("X-Accel-Buffering") { headers[buffering] = "no" }
        let body = ResponseBody { writer in
            let (ticks, continuation) = AsyncStream.makeStream(of: Tick.self, bufferingPolicy: .bufferingNewest(4))
            let sources = sources(continuation, configuration)
            defer { for source in sources { source.cancel() } }
            try await withGracefulShutdownHandler {
                try await request.body.consumeWithInboundCloseHandler { _ in
                    try await write(view, ticks, configuration, to: &writer)
                } onInboundClosed: {
                    continuation.finish()
                }
            } onGracefulShutdown: {
                continuation.finish()
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// What makes the stream look at the store: the engine's changes, and time.
    private static func sources(
        _ continuation: AsyncStream<Tick>.Continuation, _ configuration: WebConfiguration
    ) -> [Task<Void, Never>] {
        let changes = configuration.feed.listen()
        // What has changed before the page began to listen is found by a first look.
        continuation.yield(.change)
        return [
            Task { for await _ in changes { continuation.yield(.change) } },
            Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: heartbeat)
                    continuation.yield(.heartbeat)
                }
            },
        ]
    }

    private static func write<View: LiveView>(
        _ view: View, _ ticks: AsyncStream<Tick>, _ configuration: WebConfiguration,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        var view = view
        // The browser knows that it is connected once something has come.
        try await writer.write(ByteBuffer(string: ServerSentEvent.heartbeat))
        for await tick in ticks {
            let now = configuration.clock.now()
            let current = view
            let looked = try? await configuration.database.reading { session -> (String?, View) in
                var next = current
                let text = try next.refresh(session, now: now)
                return (text, next)
            }
            guard let (text, next) = looked else { return }
            view = next
            if let text {
                try await writer.write(ByteBuffer(string: text))
                await view.sent()
            } else if tick == .heartbeat {
                try await writer.write(ByteBuffer(string: ServerSentEvent.heartbeat))
            }
            try await Task.sleep(for: pause)
        }
    }
}

extension Request {
    /// The last event that the page has: what the browser says after a broken connection, else what the page was made with.
    var lastEventID: Int64 {
        let header = HTTPField.Name("Last-Event-ID").flatMap { headers[$0] }.flatMap { Int64($0) }
        return header ?? Int64(fields["desde"]) ?? 0
    }
}
