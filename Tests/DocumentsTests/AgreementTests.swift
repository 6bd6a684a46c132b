import Domain
import Foundation
import Testing

@testable import Documents

@Suite("agreement term", .enabled(if: Tools.areThere))
struct AgreementTests {
    @Test("shows both parties, the plan, the evidence and the hash")
    func contents() throws {
        let term = try Samples.agreement()
        let text = try Tools.text(try term.pdf())
        for wanted in [
            "Termo de acordo", "CNPJ 11.222.333/0001-81", "Célia Regina dos Santos", "CPF ***.982.247-**",
            "R$ 1.385,00", "−R$ 197,50", "R$ 1.187,50", "Entrada de R$ 200,00 até 27/11/2026.",
            "10 parcelas de R$ 98,75, de 10/12/2026 a 10/09/2027.", "Sem juros", "mais de 3 dias úteis",
            "“Pode fechar, quero pagar em 10 vezes”", "wamid.HBgNNTU4MTkwMDAwMDAwMBUCABIYFDNBQjM0RjE5",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "Nome confirmado",
        ] {
            #expect(text.contains(wanted), "\(wanted)")
        }
    }

    @Test("lists 60 installments over pages, none cut or lost, the header on each page")
    func sixty() throws {
        let term = try Samples.agreement(installments: 60, interest: 1_240)
        let pdf = try term.pdf()
        #expect(try Tools.pageCount(pdf) == 4)
        let pages = try Tools.text(pdf).split(separator: "\u{C}").map(String.init)
        var numbers: [Int] = []
        for (index, page) in pages.enumerated() {
            #expect(page.contains("Página \(index + 1) de 4"))
            let rows = page.matches(of: /Parcela (\d+) de 60 +(\S+) +86,35 +12,40 +98,75/)
            if !rows.isEmpty { #expect(page.contains(/Parcela +Vencimento +Principal +Juros +Valor/)) }
            for row in rows {
                let number = try #require(Int(row.1))
                numbers.append(number)
                #expect(String(row.2) == Portuguese.date(term.payments[number].due))
            }
        }
        #expect(numbers == Array(1...60))
        let last = try #require(pages.last { $0.contains("Total em R$") })
        #expect(last.contains("744,00") && last.contains(Portuguese.amount(term.agreed)))
        #expect(term.agreed == Money(cents: 20_000 + 60 * 9_875) && term.interest == Money(cents: 74_400))
    }

    @Test("says the rate and the effective cost where interest is charged, and never where it is not")
    func credit() throws {
        let text = try Tools.text(try Samples.agreement(interest: 100).pdf())
        #expect(text.contains("1,99% ao mês") && text.contains("26,68% ao ano") && !text.contains("Sem juros"))
    }

    @Test("is called a proposal while nobody has accepted it")
    func proposal() throws {
        let term = try Samples.agreement()
        let proposal = AgreementTerm(
            imprint: term.imprint, client: term.client, agreedOn: term.agreedOn, debts: term.debts,
            payments: term.payments, breach: term.breach)
        let text = try Tools.text(try proposal.pdf())
        #expect(text.contains("Proposta de acordo") && !text.contains("Termo de acordo"))
        #expect(!text.contains("Como foi aceito"))
    }

    @Test("tells what becomes of the discount as the policy has it", arguments: [true, false])
    func discount(keeps: Bool) throws {
        let term = try Samples.agreement()
        let text = try Tools.text(
            try AgreementTerm(
                imprint: term.imprint, client: term.client, agreedOn: term.agreedOn, debts: term.debts,
                payments: term.payments,
                breach: AgreementTerm.Breach(
                    fine: Percentage(1), monthlyInterest: Percentage(1), graceBusinessDays: 1, keepsDiscount: keeps)
            ).pdf())
        #expect(text.contains("continua valendo") == keeps)
        #expect(text.contains("não vale para o que ainda não foi pago") == !keeps)
        #expect(text.contains("mais de 1 dia útil,") && text.contains("multa de 1%"))
    }

    @Test("sets its terms no smaller than twelve points (CDC art. 54 § 3)")
    func size() throws {
        #expect(TextStyle.contract.size >= 12)
        let fonts = try Tools.withFolder { folder in
            let file = folder.appending(path: "term.pdf")
            try Data(try Samples.agreement().pdf()).write(to: file)
            return try Tools.run("pdftotext", ["-bbox-layout", file.path, "-"])
        }
        // The words of a clause, as high as the font's line: an em of 12 makes 14.5 in Inter.
        let word = try #require(fonts.firstMatch(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">expediente</))
        let (top, bottom) = (try #require(Double(word.1)), try #require(Double(word.2)))
        #expect(bottom - top >= 12)
    }

    @Test("is refused without debts or payments")
    func empty() throws {
        let term = try Samples.agreement()
        #expect(throws: DocumentError.empty("payments")) {
            try AgreementTerm(
                imprint: term.imprint, client: term.client, agreedOn: term.agreedOn, debts: term.debts, payments: [],
                breach: term.breach
            ).pdf()
        }
        #expect(throws: DocumentError.empty("debts")) {
            try AgreementTerm(
                imprint: term.imprint, client: term.client, agreedOn: term.agreedOn, debts: [],
                payments: term.payments, breach: term.breach
            ).pdf()
        }
    }
}
