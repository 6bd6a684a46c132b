import Dialogue
import Domain
import Engine
import Foundation
import Simulation
import Store
import TestKit
import Testing

@Suite("A hand-over: one owner, a promise that comes true, and the way back")
struct HandOverTests {
    private static let login = "ana@exemplo.com.br"

    private func staff(_ phone: HandPhone) throws {
        try phone.world.enter([
            try StaffSaved(
                creditorKey: Installation.creditorKey, login: Self.login, name: "Ana", role: "agent",
                passwordHash: "-"
            ).entry(at: phone.world.now, actor: "test"),
            try StaffSaved(
                creditorKey: Installation.creditorKey, login: "bia@exemplo.com.br", name: "Bia", role: "agent",
                passwordHash: "-"
            ).entry(at: phone.world.now, actor: "test"),
        ])
    }

    private func act(_ act: StaffAct, _ phone: HandPhone, login: String = HandOverTests.login) throws {
        try phone.world.enter([try act.entry(at: phone.world.now, login: login)])
    }

    @Test(
        "who asks for a person is told when one answers, and the team hears of it in time",
        arguments: Backend.onePerEngine)
    func inHours(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.prove()
            let said = try phone.say("quero falar com um atendente humano")
            #expect(said.count == 1)
            #expect(said.first?.contains("18h") ?? false, "\(said)")
            #expect(try phone.conversation().owner == "queue")
            #expect(try phone.tasks("handover_waiting").isEmpty)
            try phone.world.run(until: phone.world.now.adding(minutes: 61))
            let task = try #require(try phone.tasks("handover_waiting").first)
            #expect(task.dueAt == Zone.brasilia.instant(WorldKit.today, minuteOfDay: 18 * 60))
            try staff(phone)
            try act(.takeOver(conversation: try phone.conversation().id), phone)
            #expect(try phone.tasks("handover_waiting").isEmpty)
            try phone.check()
        }
    }

    @Test("out of hours the day and hour of the next service are told, and at that instant the team is alarmed")
    func outOfHours() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.prove()
            // Friday evening.
            try phone.world.run(until: Zone.brasilia.instant(WorldKit.today.adding(days: 3), minuteOfDay: 19 * 60))
            let said = try phone.say("quero falar com um atendente humano")
            #expect(said.contains { $0.contains("9h") && $0.contains("segunda-feira") }, "\(said)")
            let monday = Zone.brasilia.instant(WorldKit.today.adding(days: 6), minuteOfDay: 9 * 60)
            try phone.world.run(until: monday.adding(milliseconds: -1))
            #expect(try phone.tasks("handover_waiting").isEmpty)
            try phone.world.run(until: monday)
            let task = try #require(try phone.tasks("handover_waiting").first)
            #expect(task.openedAt == monday)
            #expect(task.dueAt == monday.adding(minutes: 60))
            try phone.check()
        }
    }

    @Test("one owner at any time: who comes second is refused, and the bot is silent")
    func oneOwner() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.prove()
            try staff(phone)
            let id = try phone.conversation().id
            try act(.takeOver(conversation: id), phone)
            try act(.takeOver(conversation: id), phone, login: "bia@exemplo.com.br")
            #expect(try phone.conversation().owner == "staff:\(Self.login)")
            let refused = try database.read { try $0.rows("SELECT reason FROM entry_failure") }
            #expect(refused.count == 1)
            #expect(try phone.say("quanto eu devo?").isEmpty)
            try act(.handBack(conversation: id), phone)
            #expect(try phone.conversation().owner == "bot")
            #expect(try phone.say("quanto eu devo?").isEmpty == false)
        }
    }

    @Test("the bot takes back after the agreed silence, without a word; never while somebody waits for an answer")
    func silence() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try HandPhone(on: database) { $0.takeBackAfterMinutes = 120 }
            try phone.prove()
            try staff(phone)
            let id = try phone.conversation().id
            try act(.takeOver(conversation: id), phone)
            try act(.write(conversation: id, text: "Oi, aqui é a Ana. Como posso ajudar?"), phone)
            try phone.say("depois eu vejo")
            try phone.world.run(until: phone.world.now.adding(hours: 3))
            // The client wrote last: that is no silence.
            #expect(try phone.conversation().owner == "staff:\(Self.login)")
            #expect(try phone.tasks("unanswered").count == 1)
            try act(.write(conversation: id, text: "Combinado, fico por aqui."), phone)
            let before = try phone.outgoing().count
            try phone.world.run(until: phone.world.now.adding(hours: 3))
            #expect(try phone.conversation().owner == "bot")
            #expect(try phone.outgoing().count == before)
            #expect(try phone.say("oi").isEmpty == false)
        }
    }

    @Test("without an agreed silence a person keeps a conversation until they give it back")
    func kept() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.prove()
            try staff(phone)
            try act(.takeOver(conversation: try phone.conversation().id), phone)
            try phone.world.run(until: phone.world.now.adding(days: 3))
            #expect(try phone.conversation().owner == "staff:\(Self.login)")
        }
    }
}
