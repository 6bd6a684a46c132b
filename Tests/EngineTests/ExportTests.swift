import Domain
import Engine
import Foundation
import Language
import Simulation
import Store
import Testing

@Suite("What the desk corrected leaves as training data, without anybody's name")
struct ExportTests {
    @Test("quita export corrections writes a line for each, which training reads")
    func corrections() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let address = "sqlite:" + folder.appending(path: "q.db").path(percentEncoded: false)
        let phone: HandPhone = try {
            let phone = try HandPhone(on: try Database.open(address))
            try phone.prove()
            try phone.say("aqui é \(phone.person.firstName), meu cpf é \(phone.person.cpf), vê isso pra mim")
            let message = try phone.lastIncoming()
            try phone.world.enter([
                try StaffSaved(
                    creditorKey: Installation.creditorKey, login: "ana@exemplo.com.br", name: "Ana", role: "agent",
                    passwordHash: "-"
                ).entry(at: phone.world.now, actor: "test"),
                try StaffAct.correctReading(
                    conversation: message.conversation, message: message.id, intents: ["debt_inquiry"]
                ).entry(at: phone.world.now, login: "ana@exemplo.com.br"),
            ])
            return phone
        }()
        let file = folder.appending(path: "corrections.jsonl")
        let process = Process()
        process.executableURL = ServeProcess.program
        process.arguments = [
            "export", "corrections", "--database", address, "--output", file.path(percentEncoded: false),
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let text = try String(contentsOf: file, encoding: .utf8)
        let read = try LabelCorrection.read(text)
        #expect(read.map(\.intents) == [[.debtInquiry]])
        #expect(!text.contains(phone.person.cpf))
        #expect(!folded(text).contains(" " + folded(phone.person.firstName) + ","))
        #expect(!text.contains("ana@"))
    }
}
