import Domain
import Foundation
import Testing

@testable import Documents

@Suite("settlement letter and receipt", .enabled(if: Tools.areThere))
struct LetterTests {
    @Test("the letter names both parties, the contracts and what they were paid with")
    func settlement() throws {
        let text = try Tools.text(try Samples.settlement().pdf())
        for wanted in [
            "Carta de quitação", "Célia Regina", "CPF ***.982.247-**", "CNPJ 11.222.333/0001-81", "CT-2024-00417",
            "CT-2025-00418", "20/11/2026", "R$ 980,00", "R$ 1.187,50", "nº A-5521", "nada mais",
            "Recife, 23 de novembro de 2026.",
            "Ana Prado", "5 dias úteis", "Página 1 de 1",
        ] {
            #expect(text.contains(wanted), "\(wanted)")
        }
    }

    @Test("the receipt names the payment, who made it, and where every cent went")
    func receipt() throws {
        let text = try Tools.text(try Samples.receipt().pdf())
        for wanted in [
            "Recibo de pagamento", "R$ 98,75", "23/11/2026 14:05", "E1234567820261123170500000000001",
            "João Pedro dos Santos", "R$ 3,75", "R$ 95,00", "Ainda em aberto: R$ 691,25", "Parcela 3 de 10",
            "Código Civil, art. 354", "Rua do Sol, 128",
        ] {
            #expect(text.contains(wanted), "\(wanted)")
        }
    }

    @Test("the receipt of the last payment says that nothing is owed")
    func lastReceipt() throws {
        let receipt = PaymentReceipt(
            imprint: try Samples.imprint(), client: try Samples.client(), amount: Money(cents: 100),
            paidAt: Samples.issued,
            means: .boleto(number: "31285570000000417"),
            parts: [PaymentReceipt.Part(contract: "C-1", principal: Money(cents: 100))], remaining: .zero)
        let text = try Tools.text(try receipt.pdf())
        #expect(text.contains("Nada mais em aberto.") && !text.contains("Ainda em aberto"))
        #expect(text.contains("Boleto, nosso número 31285570000000417") && !text.contains("art. 354"))
    }

    @Test("very long names wrap, and nothing of them is lost or hyphenated")
    func longNames() throws {
        let name = "Wolfeschlegelsteinhausenbergerdorff " + String(repeating: "Anunciação ", count: 12) + "de Bragança"
        let creditor = Creditor(
            name:
                "Companhia Nordestina de Desenvolvimento, Financiamento e Investimento Agroindustrial do São Francisco",
            legalName: "Companhia Nordestina de Desenvolvimento S.A. em recuperação",
            document: try Samples.creditor().document,
            address: String(repeating: "Rua Professora Maria Aparecida das Dores, ", count: 4), contacts: [])
        let letter = SettlementLetter(
            imprint: try Samples.imprint(creditor: creditor), client: try Samples.client(name), city: "Recife",
            contracts: [
                SettlementLetter.Contract(
                    contract: String(repeating: "X", count: 120), settledOn: try Samples.day("2026-11-20"),
                    paid: Money(cents: 1))
            ])
        let pdf = try letter.pdf()
        let text = try Tools.text(pdf, ["-raw"])
        #expect(text.components(separatedBy: "Anunciação").count - 1 == 12)
        #expect(text.contains("Wolfeschlegelsteinhausenbergerdorff"))
        #expect(text.filter { $0 == "X" }.count == 120)
        #expect(!text.contains("-\n") && !text.contains("\u{2010}"))
        #expect(try Tools.pageCount(pdf) == 1)
    }

    @Test("the creditor's tax number stands at the foot of every page, however long the name")
    func foot() throws {
        let creditor = Creditor(
            name: "Companhia Nordestina de Desenvolvimento, Financiamento e Investimento Agroindustrial do Sertão",
            document: try Samples.creditor().document, address: "Rua do Sol, 128, Recife – PE")
        let term = try Samples.agreement(installments: 30)
        let pdf = try AgreementTerm(
            imprint: try Samples.imprint(creditor: creditor), client: term.client, agreedOn: term.agreedOn,
            debts: term.debts, payments: term.payments, breach: term.breach
        ).pdf()
        let pages = try Tools.text(pdf, ["-raw"]).split(separator: "\u{C}")
        #expect(pages.count > 1)
        for page in pages { #expect(page.suffix(300).contains("CNPJ 11.222.333/0001-81")) }
    }

    @Test("control and direction characters from other people's files do no harm")
    func strangeCharacters() throws {
        let receipt = PaymentReceipt(
            imprint: try Samples.imprint(reference: "R\u{0}\u{202E}1\u{2028}\n2"),
            client: try Samples.client("MARIA\u{0} \u{202E}LIMA"), amount: Money(cents: 1), paidAt: Samples.issued,
            means: .cash, parts: [])
        let pdf = try receipt.pdf()
        let text = try Tools.text(pdf)
        #expect(text.contains("Maria") && text.contains(/[Ll]ima/) && !text.contains("\u{202E}"))
        #expect(try Tools.information(pdf).contains("Tagged:          yes"))
    }
}
