import Domain
import Engine
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("The day's closing in the console")
struct ClosingPageTests {
    @Test("shows a creditor's own day, and gives it as a file to who may see it")
    func page() async throws {
        try await Installation.with { installation in
            for (creditor, key, cents) in [("aurora", "k1", Int64(5_000)), ("norte", "k2", 7_000)] {
                let entry = try BankReturn(
                    creditorKey: creditor, source: "retorno.ret",
                    payments: [
                        BankReturn.Payment(key: key, paidCents: cents, paidAt: Installation.start, references: ["?"])
                    ]
                ).entry(at: Installation.start, actor: "test")
                try installation.apply([entry])
            }
            let day = Zone.brasilia.day(Installation.start).iso
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                let page = try await browser.get("/fechamento?dia=\(day)")
                #expect(page.text.contains("cnab:aurora:k1"))
                #expect(page.text.contains("espera uma pessoa"))
                #expect(!page.text.contains("cnab:norte"))
                let file = try await browser.get("/fechamento/\(day).csv")
                #expect(file.text.contains("\(day),payment,cnab:aurora:k1,boleto,unknown,"))
                #expect(file.text.contains("\(day),books,,,,,50.00"))
                #expect(!file.text.contains("cnab:norte"))
                #expect(try await browser.get("/fechamento/2026-02-30.csv").status == .notFound)
                let agent = Browser(client, installation, as: "ana@aurora.example")
                #expect(try await agent.get("/fechamento").status == .forbidden)
            }
        }
    }
}
