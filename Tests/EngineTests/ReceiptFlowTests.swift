import Delivery
import Dialogue
import Domain
import Engine
import Foundation
import Payments
import Simulation
import Store
import Synchronization
import TestKit
import Testing

@Suite("A receipt is read, compared, told honestly, and never a payment")
struct ReceiptFlowTests {
    private static let id = "E60701190202611241205DY5JXK2Q8ZP"

    private static func text(
        _ amount: Money, payee: String = "AURORA COMERCIO DE MOVEIS LTDA", document: String = "11.222.333/0001-81",
        headline: String = "Pix realizado", id: String = id
    ) -> String {
        """
        Banco Exemplo
        \(headline)
        \(Portuguese.money(amount, space: .plain))
        para
        \(payee)
        CNPJ \(document)
        data e hora 24/11/2026 às 09:05:41
        ID da transação
        \(id)
        """
    }

    private func phone(_ database: Database, seeing text: @escaping @Sendable () -> String?) throws -> HandPhone {
        let phone = try HandPhone(on: database)
        phone.world.hands = { kind, _, _ in
            guard kind == .receiptRead, let text = text() else { return nil }
            return .answer(try canonicalJSON(ReceiptScan(text: text, symbols: [])))
        }
        return phone
    }

    private func picture(_ number: UInt8 = 0, caption: String? = nil) -> UserContent {
        .image(bytes: [0x89, 0x50, 0x4E, 0x47, number], mimeType: "image/png", caption: caption)
    }

    @Test(
        "a receipt that fits is a claim with its figures: a task, a pause, an honest word; nothing is written off",
        arguments: Backend.onePerEngine)
    func fits(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let amount = Shared<Money>(.zero)
            let phone = try phone(database) { Self.text(amount.value) }
            amount.value = try phone.owed()
            try phone.prove()
            let said = try phone.send(picture())
            #expect(said.count == 1)
            #expect(said.first?.contains("banco") ?? false, "\(said)")
            let claim = try #require(try phone.tasks("receipt").first?.receipt)
            #expect(claim.verdict == "matches")
            #expect(claim.amount == amount.value)
            #expect(claim.paidOn == WorldKit.today)
            #expect(claim.endToEndID == Self.id)
            #expect(try phone.lastIncoming().found?.receipt == claim)
            #expect(try phone.payments() == 0)
            let restrictions = try database.read { try $0.select(RestrictionRow.self, "WHERE kind = 'paid_claim'") }
            #expect(restrictions.count == 1)
            // The same picture again is the same claim.
            try phone.send(picture())
            #expect(try phone.tasks("receipt").count == 2)
            try phone.check()
        }
    }

    @Test("before proof nothing of it is told, and after proof it is answered")
    func neutralFirst() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let amount = Shared<Money>(.zero)
            let phone = try phone(database) { Self.text(amount.value) }
            amount.value = try phone.owed()
            try phone.say("oi")
            let before = try phone.send(picture())
            for text in before {
                #expect(!text.lowercased().contains("comprovante") && !text.contains("R$"), "\(text)")
            }
            try phone.say("sou eu")
            let after = try phone.say(String(phone.person.cpf.prefix(3)))
            #expect(after.contains { $0.contains("banco") }, "\(after)")
            try phone.check()
        }
    }

    @Test(
        "what does not fit is said as it is, and goes to a person",
        arguments: [
            ("Pix agendado", "AURORA COMERCIO DE MOVEIS LTDA", "11.222.333/0001-81", "not_paid_scheduled", true),
            ("Pix realizado", "PADARIA DO ZECA LTDA", "33.000.167/0001-01", "other_payee", true),
            ("Pix não realizado", "AURORA COMERCIO DE MOVEIS LTDA", "11.222.333/0001-81", "not_paid_failed", false),
        ])
    func honest(_ headline: String, _ payee: String, _ document: String, _ verdict: String, _ opensTask: Bool) throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let amount = Shared<Money>(.zero)
            let phone = try phone(database) {
                Self.text(amount.value, payee: payee, document: document, headline: headline)
            }
            amount.value = try phone.owed()
            try phone.prove()
            let said = try phone.send(picture())
            #expect(said.count == 1)
            #expect(try phone.lastIncoming().found?.receipt?.verdict == verdict)
            #expect(try phone.tasks("receipt").isEmpty != opensTask, "\(said)")
            #expect(try phone.payments() == 0)
            try phone.check()
        }
    }

    @Test("a picture that cannot be read: a better one is asked for once, then a person has it")
    func unreadable() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database) { "Comprovante\nPix\n~~~ ilegivel ~~~" }
            try phone.prove()
            let first = try phone.send(picture(1, caption: "segue o comprovante"))
            #expect(first.count == 1)
            #expect(try phone.conversation().owner == "bot")
            let second = try phone.send(picture(2))
            #expect(second.count == 1)
            #expect(second != first)
            #expect(try phone.conversation().owner == "queue")
            #expect(try phone.conversation().handoverReason == "receipt")
            #expect(try phone.tasks("receipt").first?.receipt?.verdict == "unreadable")
            try phone.check()
        }
    }

    @Test("a photo that is no receipt, and a sticker, are not treated as one")
    func noReceipt() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database) { "Feliz aniversário\nR$ 10" }
            try phone.prove()
            try phone.send(picture())
            try phone.send(.sticker(bytes: [1, 2, 3]))
            #expect(try phone.history("paid_claimed") == 0)
            #expect(try phone.tasks("receipt").isEmpty)
            #expect(try phone.tasks("paid_claim").isEmpty)
            try phone.check()
        }
    }

    @Test("where nobody can read pictures, a colleague checks them, as before")
    func noPrograms() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database) { nil }
            try phone.prove()
            let said = try phone.send(picture(caption: "paguei, olha o comprovante"))
            #expect(said.count == 1)
            #expect(try phone.tasks("paid_claim").count == 1)
            try phone.check()
        }
    }

    @Test("the answer waits for the reading, but not for ever; a late reading gives the claim its figures")
    func late() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let amount = Shared<Money>(.zero)
            let phone = try phone(database) { Self.text(amount.value) }
            amount.value = try phone.owed()
            try phone.prove()
            phone.world.handsTake = 10_000
            let said = try phone.send(picture(1), wait: 9)
            #expect(said.isEmpty)
            try phone.world.run(until: phone.world.now.adding(seconds: 5))
            #expect(try phone.tasks("receipt").count == 1)
            phone.world.handsTake = 120_000
            let unread = try phone.send(picture(2), wait: 60)
            #expect(unread.count == 1)
            let before = try phone.outgoing().count
            try phone.world.run(until: phone.world.now.adding(minutes: 5))
            #expect(try phone.outgoing().count == before)
            #expect(try phone.tasks("receipt").count == 2)
            #expect(try phone.tasks("paid_claim").isEmpty)
            try phone.check()
        }
    }

    @Test("a receipt whose payment is booked is confirmed, and opens nothing")
    func booked() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try phone(database) { Self.text(Money(cents: 12_345)) }
            try phone.prove()
            let debtor = try #require(try database.read { try $0.select(DebtorRow.self, "ORDER BY id") }.first)
            // As a bank's return file would book it: a part of the debt.
            let contract = try #require(try database.read { try $0.select(DebtRow.self, "ORDER BY id") }.first).contract
            let entry = try BankReturn(
                creditorKey: Installation.creditorKey, source: "retorno.ret",
                payments: [
                    BankReturn.Payment(
                        key: Self.id, paidCents: 12_345, paidAt: phone.world.now, references: [contract])
                ]
            ).entry(at: phone.world.now, actor: "test")
            try phone.world.enter([entry])
            _ = try database.write {
                try $0.run("UPDATE payment SET reference = ? WHERE debtor = ?", .text(Self.id), .id(debtor.id))
            }
            let said = try phone.send(picture())
            #expect(said.contains { $0.contains("123,45") }, "\(said)")
            #expect(try phone.tasks("receipt").isEmpty)
            #expect(try phone.history("paid_claimed") == 0)
        }
    }
}

/// A value that a closure of the world reads and the test sets.
final class Shared<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    init(_ value: Value) { held = Mutex(value) }

    var value: Value {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
