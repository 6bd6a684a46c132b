import Domain
import Hummingbird
import Store

/// `/healthz`, `/readyz`, `/metrics`.
struct HealthRoutes: Sendable {
    let configuration: WebConfiguration

    /// Entries that may wait for the engine before the node says that it is behind.
    private static let backlogMax: Int64 = 50_000

    func add(to router: Router<QuitaContext>) {
        router.get("/healthz") { _, _ in Response.text("alive\n") }
        router.get("/readyz") { _, _ in await ready() }
        router.get("/metrics") { _, _ in try await metrics() }
    }

    private func ready() async -> Response {
        do {
            let backlog = try await configuration.database.reading { try $0.lastEntry() - $0.appliedEntry() }
            guard backlog < HealthRoutes.backlogMax else {
                return .text("behind: \(backlog) entries wait\n", status: .serviceUnavailable)
            }
            return .text("ready\n")
        } catch {
            return .text("the database does not answer: \(error)\n", status: .serviceUnavailable)
        }
    }

    /// Prometheus' text format.
    private func metrics() async throws -> Response {
        let figures = try await configuration.database.reading { session -> [(String, String, Int64)] in
            [
                ("quita_inbox_entries", "Entries in the inbox.", try session.lastEntry()),
                (
                    "quita_inbox_backlog", "Entries that the engine has not applied.",
                    try session.lastEntry() - session.appliedEntry()
                ),
                (
                    "quita_entry_failures", "Entries that could not be applied.",
                    try session.integer("SELECT COUNT(*) FROM entry_failure") ?? 0
                ),
                (
                    "quita_outbox_waiting", "Effects that wait to leave.",
                    try session.integer("SELECT COUNT(*) FROM effect_work WHERE phase = 'ready'") ?? 0
                ),
                (
                    "quita_outbox_unknown", "Sends without an answer.",
                    try session.integer("SELECT COUNT(*) FROM effect_work WHERE phase = 'unknown'") ?? 0
                ),
                (
                    "quita_conversations_waiting", "Conversations that wait for a person.",
                    try session.integer("SELECT COUNT(*) FROM conversation WHERE owner = 'queue'") ?? 0
                ),
            ]
        }
        let text = figures.map { name, help, value in "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name) \(value)\n"
        }
        var response = Response.text(text.joined())
        response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        return response
    }
}
