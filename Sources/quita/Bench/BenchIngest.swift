import ArgumentParser
import AsyncHTTPClient
import Channels
import Domain
import Engine
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Store
import Web

/// Signed webhooks, all different, each committed before its 200, against a bare `200 ok` of the same HTTP library measured in
/// the same run with the same load.
struct BenchIngest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ingest", abstract: "How fast webhooks are taken in.")

    @Option(help: "Webhooks to post.")
    var count = 20_000

    @Option(help: "Connections of the load.")
    var connections = 64

    @Flag(help: "Print one JSON object.")
    var json = false

    private static let secret = "bench-secret"

    func run() async throws {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: clientConfiguration)
        do {
            let report = try await measure(client)
            try await client.shutdown()
            try report.show(json: json)
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        return configuration
    }

    private func measure(_ client: HTTPClient) async throws -> BenchReport {
        let bodies = (0..<count).map(BenchIngest.webhook)
        let bare = try await BareServer.serving(BareServer.application) { port in
            await LoadGenerator(client: client, connections: connections).run(requests(bodies, port, "/"))
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database.open("sqlite:" + folder.appending(path: "bench.db").path(percentEncoded: false))
        let inbox = InboxWriter(database: database) { _ in }
        let web = WebConfiguration(
            database: database, inbox: inbox, clock: .real(), feed: ChangeFeed(), appSecrets: [BenchIngest.secret],
            verifyTokens: [], pixToken: nil, sessionKey: Array(repeating: 1, count: 32))
        let kept = try await BareServer.serving({ port in
            QuitaServer.application(
                web, host: "127.0.0.1", port: 0, logger: BareServer.logger, onRunning: { await port.set($0) })
        }) { port in
            await LoadGenerator(client: client, connections: connections)
                .run(requests(bodies, port, "/webhooks/whatsapp"))
        }
        let stored = try database.read { try $0.lastEntry() }
        var report = BenchReport("ingest")
        report.add("bare_per_second", bare.perSecond, "requests/s")
        report.add("ingest_per_second", kept.perSecond, "webhooks/s")
        report.add("ingest_p50", kept.latencies.percentile(500), "ms")
        report.add("ingest_p99", kept.latencies.percentile(990), "ms")
        report.add("answered_200", Double(kept.succeeded), "webhooks")
        report.add("on_disk", Double(stored), "entries")
        report.ratio["ingest_to_bare"] = bare.perSecond > 0 ? kept.perSecond / bare.perSecond : 0
        if kept.failed > 0 || Int64(kept.succeeded) != stored {
            throw Failure("\(kept.failed) webhooks failed; \(kept.succeeded) answered, \(stored) on disk")
        }
        return report
    }

    private func requests(_ bodies: [[UInt8]], _ port: Int, _ path: String) -> [HTTPClientRequest] {
        bodies.map { body in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.headers.add(
                name: WebhookSignature.headerName, value: WebhookSignature.header(for: body, secret: BenchIngest.secret)
            )
            request.body = .bytes(ByteBuffer(bytes: body))
            return request
        }
    }

    /// A text message in Meta's form, different for each index.
    static func webhook(_ index: Int) -> [UInt8] {
        let text = """
            {"object":"whatsapp_business_account","entry":[{"id":"100000000000001","changes":[{"field":"messages","value":\
            {"messaging_product":"whatsapp","metadata":{"display_phone_number":"551140000001","phone_number_id":\
            "200000000000001"},"contacts":[{"profile":{"name":"Cliente \(index)"},"wa_id":"55119\(padded(index, 8))",\
            "user_id":"BR.\(padded(index, 20))"}],"messages":[{"from":"55119\(padded(index, 8))","from_user_id":\
            "BR.\(padded(index, 20))","id":"wamid.BENCH\(padded(index, 12))","timestamp":"1795000000","type":"text",\
            "text":{"body":"Oi, recebi uma mensagem de vocês. Número \(index)"}}]}}]}]}
            """
        return Array(text.utf8)
    }
}
