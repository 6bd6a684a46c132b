import ContactPolicy
import Dialogue
import Domain
import Engine
import Foundation
import Language
import Simulation
import Store
import Strategy

func text(_ path: String) -> String { String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self) }
let count = Int(CommandLine.arguments.dropFirst().first ?? "40") ?? 40
let reader = try Reader.embedded()
let rules = try ContactRules(calendar: ContactCalendar(BrazilianCalendar.standard))
let configuration = EngineConfiguration(listener: Listener(reader), contactRules: rules)
let start = Timestamp(rfc3339: "2026-11-24T09:00:00-03:00")!
let people = PopulationGenerator(seed: 7, today: CalendarDay(iso: "2026-11-24")!).people(count)
let templates = text("templates/crediario.yaml")
let installation = Installation(people: people, cadence: text("strategies/crediario.yaml"), negotiation: text("strategies/crediario.negotiation.yaml"), templates: (templates, try loadTemplates(templates, file: "t")))
let path = "/tmp/probe.db"
for s in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + s) }
let database = try Database.open("sqlite:" + path)
let world = World(database: database, town: installation.town(seed: 7), start: start, configuration: configuration, seed: 7)
let t0 = Date()
try world.enter(try installation.entries(at: start, actor: "probe"))
try world.enter(installation.chunks(at: start, actor: "probe"))
try world.run(until: start.adding(days: 3))
print("seconds", Date().timeIntervalSince(t0))
try database.read { s in
    func q(_ sql: String) throws { print(sql); for r in try s.rows(sql) { print("   ", r) } }
    try q("SELECT seq, kind, reason FROM entry_failure LIMIT 10")
    try q("SELECT direction, status, COUNT(*) FROM message GROUP BY direction, status")
    try q("SELECT verdict, purpose, COUNT(*) FROM decision GROUP BY verdict, purpose")
    try q("SELECT kind, COUNT(*) FROM history GROUP BY kind")
    try q("SELECT status, COUNT(*) FROM collection_case GROUP BY status")
    try q("SELECT status, COUNT(*), SUM(total_cents) FROM agreement GROUP BY status")
    try q("SELECT outcome, COUNT(*), SUM(amount_cents) FROM payment GROUP BY outcome")
    try q("SELECT state, COUNT(*) FROM effect GROUP BY state")
    try q("SELECT kind, detail FROM platform_event LIMIT 5")
    for c in try s.select(ConversationRow.self, "ORDER BY id LIMIT 12") {
        print("--- conversation", c.id, c.owner, c.outcome ?? "")
        for m in try s.messages(conversation: c.id) { print("  ", m.direction, m.status, "|", m.body.replacing("\n", with: " / ").prefix(230)) }
    }
}
print(world.town.cloud.repeatedCallbackData)
