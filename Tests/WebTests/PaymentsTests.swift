import Domain
import Engine
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("Payments that wait for a person")
struct PaymentsTests {
    /// A slip that names no contract of the creditor's.
    private func unmatched(_ creditor: String, _ key: String, _ installation: Installation) throws -> PaymentID {
        let entry = try BankReturn(
            creditorKey: creditor, source: "retorno.ret",
            payments: [BankReturn.Payment(key: key, paidCents: 5_000, paidAt: Installation.start, references: ["?"])]
        ).entry(at: Installation.start, actor: "test")
        try installation.apply([entry])
        return try #require(try installation.read { try $0.payment(reference: "cnab:\(creditor):\(key)") }).id
    }

    @Test("are listed, pay the contract that a colleague names, and are gone from the list")
    func assign() async throws {
        try await Installation.with { installation in
            let id = try unmatched("aurora", "k1", installation)
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                let page = try await browser.get("/pagamentos")
                #expect(page.text.contains("sem dono"))
                #expect(!page.text.contains("/pagamentos/\(id)/devolver"), "an agent gives nothing back")
                #expect(
                    try await browser.post("/pagamentos/\(id)/destinar", ["contrato": "Z-9"]).status == .badRequest)
                #expect(try await browser.post("/pagamentos/\(id)/devolver").status == .forbidden)
                #expect(try await browser.post("/pagamentos/\(id)/destinar", ["contrato": "A-100"]).status == .seeOther)
                #expect(try await browser.get("/pagamentos").text.contains("Nenhum pagamento espera"))
                #expect(
                    try await browser.post("/pagamentos/\(id)/destinar", ["contrato": "A-100"]).status == .conflict)
            }
            #expect(try installation.read { try $0.find(PaymentRow.self, .id(id)) }?.review == "assigned")
        }
    }

    @Test("go back by a supervisor's word, and are nobody's of another creditor")
    func refund() async throws {
        try await Installation.with { installation in
            let own = try unmatched("aurora", "k1", installation)
            let foreign = try unmatched("norte", "k2", installation)
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                let page = try await browser.get("/pagamentos")
                #expect(page.text.contains("/pagamentos/\(own)/devolver"))
                #expect(!page.text.contains("/pagamentos/\(foreign)/"))
                #expect(try await browser.post("/pagamentos/\(foreign)/devolver").status == .conflict)
                #expect(try await browser.post("/pagamentos/\(own)/devolver").status == .seeOther)
            }
            #expect(try installation.read { try $0.find(PaymentRow.self, .id(own)) }?.review == "refund")
            #expect(try installation.read { try $0.find(PaymentRow.self, .id(foreign)) }?.review == "open")
        }
    }
}
