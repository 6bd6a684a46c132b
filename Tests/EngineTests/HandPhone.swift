import Domain
import Engine
import Foundation
import Simulation
import Store
import Testing

/// One invented person whose phone is in the test's hands, in a world that otherwise runs as always.
struct HandPhone {
    let world: World
    let person: InventedDebtor
    private var database: Database { world.database }

    /// - Parameter settings: of the creditor.
    init(
        on database: Database, seed: UInt64 = 5, debts: Int = 1,
        settings change: (inout CreditorSettings) -> Void = { _ in }
    ) throws {
        let all = try WorldKit.installation(people: 60, seed: seed)
        let chosen = try #require(all.people.first { $0.debts.count == debts && $0.persona.isOnWhatsApp })
        person = chosen
        let alone = Installation(
            people: [chosen], cadence: all.cadence, negotiation: all.negotiation,
            templates: (all.templates, try WorldKit.templates()))
        var town = alone.town(seed: seed)
        town.setManual(true, phone: chosen.phone)
        world = World(
            database: database, town: town, start: WorldKit.start, configuration: try WorldKit.configuration(),
            seed: seed)
        var settings = Installation.settings
        change(&settings)
        try world.enter(try alone.entries(at: WorldKit.start, actor: "test", settings: settings))
        try world.enter(alone.chunks(at: WorldKit.start, actor: "test"))
    }

    /// Sends something, and lets time pass until it has been answered, or nothing is left to wait for.
    @discardableResult
    func send(_ content: UserContent, wait seconds: Int64 = 60) throws -> [String] {
        let before = try outgoing().count
        _ = try world.inTown { town, now throws(PhoneError) in
            try town.send(content, from: person.phone, to: Installation.numberID, now: now)
        }
        try world.run(until: world.now.adding(seconds: seconds))
        return try outgoing().dropFirst(before).map(\.body)
    }

    @discardableResult
    func say(_ text: String) throws -> [String] { try send(.text(text)) }

    /// "Sou eu", and the first digits of the CPF.
    func prove() throws {
        try say("oi")
        try say("sou eu")
        try say(String(person.cpf.prefix(3)))
        #expect(try history("identity_proved") == 1)
    }

    func outgoing() throws -> [MessageRow] {
        try database.read { try $0.select(MessageRow.self, "WHERE direction = 'out' ORDER BY id") }
    }

    func lastIncoming() throws -> MessageRow {
        let found = try database.read { try $0.select(MessageRow.self, "WHERE direction = 'in' ORDER BY id") }
        return try #require(found.last)
    }

    func conversation() throws -> ConversationRow {
        try #require(try database.read { try $0.select(ConversationRow.self, "ORDER BY id") }.last)
    }

    func tasks(_ kind: String, open: Bool = true) throws -> [TaskRow] {
        try database.read { session in
            try session.select(TaskRow.self, "WHERE kind = ? ORDER BY id", .text(kind)).filter {
                !open || $0.closedAt == nil
            }
        }
    }

    func history(_ kind: String) throws -> Int {
        try database.read { Int(try $0.integer("SELECT COUNT(*) FROM history WHERE kind = ?", .text(kind)) ?? 0) }
    }

    func payments() throws -> Int {
        try database.read { Int(try $0.integer("SELECT COUNT(*) FROM payment") ?? 0) }
    }

    /// What is owed for the person's debts now, as the engine computes it for a receipt: one debt only.
    func owed() throws -> Money {
        let debt = try #require(try database.read { try $0.select(DebtRow.self, "ORDER BY id") }.first)
        return LateCharges.balance(
            principal: try database.read { try $0.position(of: debt) }.principal, due: debt.dueDay, on: WorldKit.today,
            terms: Installation.settings.lateCharges, discount: .zero, calendar: .standard
        ).total
    }

    /// Nothing failed, and the log alone makes the same state: whatever other programs answered is in the inbox.
    func check() throws {
        let failures = try database.read { try $0.rows("SELECT seq, kind, reason FROM entry_failure") }
        #expect(failures.isEmpty, "\(failures)")
        try Checks.everything(database, world.town)
        let recorded = try database.read { try StateDigest.compute($0) }
        #expect(try WorldKit.replayedDigest(of: database) == recorded)
    }
}
