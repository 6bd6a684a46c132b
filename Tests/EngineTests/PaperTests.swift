import Domain
import Engine
import Foundation
import Simulation
import Store
import TestKit
import Testing

@Suite("Papers that follow money reach who has proved, once, and are kept by their hash")
struct PaperTests {
    /// The words of a stored PDF, as `pdftotext` reads them.
    private func words(_ hash: String, _ database: Database) throws -> String {
        let file = try #require(try database.read { try $0.file(sha256: hash) })
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-paper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "a.pdf")
        let text = folder.appending(path: "a.txt")
        try Data(file.bytes).write(to: source)
        if let samples = ProcessInfo.processInfo.environment["QUITA_DOCUMENT_SAMPLES"] {
            try Data(file.bytes).write(to: URL(filePath: samples).appending(path: "sent-\(hash.prefix(8)).pdf"))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = ["-layout", source.path(percentEncoded: false), text.path(percentEncoded: false)]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOf: text, encoding: .utf8).replacing("\u{A0}", with: " ")
    }

    /// Papers in the history: the name of each, and its file's hash.
    private func papers(_ database: Database) throws -> [(name: String, hash: String)] {
        try database.read { try $0.select(HistoryRow.self, "WHERE kind = 'note' ORDER BY id") }.compactMap { row in
            let detail = try JSONDecoder().decode([String: String].self, from: Data(row.detail.utf8))
            guard let name = detail["document"], let hash = detail["sha256"] else { return nil }
            return (name, hash)
        }
    }

    private func pay(_ phone: HandPhone, _ cents: Int64, key: String) throws {
        let debt = try #require(
            try phone.world.database.read { try $0.select(DebtRow.self, "ORDER BY id") }.first)
        try phone.world.enter([
            try BankReturn(
                creditorKey: Installation.creditorKey, source: "retorno.ret",
                payments: [
                    BankReturn.Payment(
                        key: key, paidCents: cents, paidAt: phone.world.now, references: [debt.contract])
                ]
            ).entry(at: phone.world.now, actor: "test")
        ])
        try phone.world.run(until: phone.world.now.adding(seconds: 120))
    }

    @Test(
        "part of a debt that is paid gives a receipt with what it settled and what is left; told again, no second one",
        arguments: Backend.onePerEngine)
    func receipt(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.prove()
            try pay(phone, 1_234, key: "parte")
            let sent = try papers(database)
            #expect(sent.map { $0.name.hasPrefix("recibo-") } == [true])
            let text = try words(try #require(sent.first).hash, database)
            #expect(text.contains("R$ 12,34"))
            let debt = try #require(try database.read { try $0.select(DebtRow.self, "ORDER BY id") }.first)
            #expect(text.contains(debt.contract))
            let owed = try database.read { try $0.position(of: debt).booked }
            #expect(text.contains(Portuguese.money(owed).replacing("\u{A0}", with: " ")))
            #expect(!text.contains(phone.person.cpf), "a tax number is masked")
            try pay(phone, 1_234, key: "parte")
            #expect(try papers(database).count == 1)
            #expect(try phone.outgoing().filter { $0.kind == "document" }.count == 1)
        }
    }

    @Test("who has not proved gets no receipt, and nobody is asked to send one")
    func unproven() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.say("oi")
            try pay(phone, 1_234, key: "parte")
            #expect(try papers(database).isEmpty)
            #expect(try phone.tasks("document").isEmpty)
            #expect(try phone.outgoing().allSatisfy { $0.kind != "document" })
        }
    }

    @Test(
        "an agreement brings its term: what is paid when, the words of the yes, and the fingerprint of what was shown")
    func agreement() throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let phone = try HandPhone(on: database)
            try phone.prove()
            try phone.say("quero pagar à vista")
            try phone.say("sim, fechado")
            let row = try #require(try database.read { try $0.select(AgreementRow.self, "ORDER BY id") }.last)
            let term = try #require(try papers(database).first { $0.name.hasPrefix("termo-de-acordo-") })
            let text = try words(term.hash, database)
            #expect(text.contains(Portuguese.money(row.total).replacing("\u{A0}", with: " ")))
            let shown = try #require(try database.read { try $0.offers(debtor: row.debtor) }.last)
            #expect(text.replacing(/\s/, with: "").contains(shown.fingerprint.prefix(32)))
            #expect(try papers(database).filter { $0.name.hasPrefix("termo-") }.count == 1)
        }
    }
}
