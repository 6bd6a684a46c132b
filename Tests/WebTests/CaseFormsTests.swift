import Domain
import Engine
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("What a person writes down on a case")
struct CaseFormsTests {
    @Test("amounts are read as they are written here, and nothing is guessed")
    func amounts() {
        let read: [(String, Int64?)] = [
            ("1.234,56", 123_456), ("1234,5", 123_450), ("R$ 80", 8_000), ("0,01", 1), ("80.5", nil), ("1.23,00", nil),
            ("12,345", nil), ("-5", nil), ("", nil), (",50", nil), ("1,2,3", nil), ("99999999999", nil),
        ]
        for (text, cents) in read { #expect(FormAmount.parse(text)?.cents == cents, "\(text)") }
    }

    @Test("money taken by hand is booked once it is plausible; another creditor's case does not exist")
    func payment() async throws {
        try await Installation.with { installation in
            func debt(_ creditor: String) throws -> DebtRow {
                try #require(
                    try installation.read { session in
                        let owner = try session.creditor(key: creditor)
                        return try session.select(DebtRow.self, "ORDER BY id").first { $0.creditor == owner?.id }
                    })
            }
            let (own, foreign) = (try debt("aurora"), try debt("norte"))
            let day = Zone.brasilia.day(Installation.start).iso
            let good = ["titulo": own.id.description, "valor": "12,34", "dia": day, "nota": "balcão"]
            let (ownCase, foreignCase) = (own.collectionCase, foreign.collectionCase)
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                #expect(try await browser.get("/casos/\(ownCase)").text.contains("/casos/\(ownCase)/recebido"))
                let path = "/casos/\(ownCase)/recebido"
                var bad = good
                bad["valor"] = "12.34"
                #expect(try await browser.post(path, bad).status == .badRequest)
                bad = good
                bad["dia"] = "2030-01-01"
                #expect(try await browser.post(path, bad).status == .conflict)
                bad = good
                bad["titulo"] = foreign.id.description
                #expect(try await browser.post(path, bad).status == .badRequest)
                #expect(try await browser.post("/casos/\(foreignCase)/recebido", good).status == .notFound)
                #expect(try await browser.post(path, good).status == .seeOther)
            }
            let booked = try installation.read { try $0.select(PaymentRow.self, "ORDER BY id") }
            #expect(booked.map(\.amount.cents) == [1_234])
            #expect(booked.first?.reference.hasPrefix("manual:") == true)
        }
    }
}
