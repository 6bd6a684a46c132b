import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Posts prepared requests over a number of keep-alive connections, as fast as they are answered.
struct LoadGenerator {
    let client: HTTPClient
    let connections: Int

    struct Outcome {
        var seconds: Double = 0
        var succeeded = 0
        var failed = 0
        var latencies = Latencies()

        var perSecond: Double { seconds > 0 ? Double(succeeded) / seconds : 0 }
    }

    func run(_ requests: [HTTPClientRequest]) async -> Outcome {
        let start = DispatchTime.now().uptimeNanoseconds
        let share = (requests.count + connections - 1) / connections
        var total = await withTaskGroup(of: Outcome.self) { group in
            for first in stride(from: 0, to: requests.count, by: share) {
                let own = Array(requests[first..<min(first + share, requests.count)])
                group.addTask { await LoadGenerator.post(own, client) }
            }
            var total = Outcome()
            for await part in group {
                total.succeeded += part.succeeded
                total.failed += part.failed
                total.latencies.add(contentsOf: part.latencies)
            }
            return total
        }
        total.seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        return total
    }

    private static func post(_ requests: [HTTPClientRequest], _ client: HTTPClient) async -> Outcome {
        var outcome = Outcome()
        for request in requests {
            let start = DispatchTime.now().uptimeNanoseconds
            do {
                let response = try await client.execute(request, timeout: .seconds(30))
                _ = try await response.body.collect(upTo: 1 << 16)
                if response.status.code == 200 { outcome.succeeded += 1 } else { outcome.failed += 1 }
            } catch {
                outcome.failed += 1
            }
            outcome.latencies.add(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
        }
        return outcome
    }
}
