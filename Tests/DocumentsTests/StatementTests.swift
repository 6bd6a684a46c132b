import Domain
import Foundation
import Payments
import Testing

@testable import Documents

@Suite("balance statement", .enabled(if: Tools.areThere))
struct StatementTests {
    @Test("says who is owed with tax number and address, and the client's first name with the CPF masked")
    func people() throws {
        let text = try Tools.text(try Samples.statement().pdf())
        for wanted in [
            "Lojas Aurora", "Aurora Comércio de Móveis Ltda. · CNPJ 11.222.333/0001-81",
            "Rua do Sol, 128, Boa Vista, Recife – PE, 50050-230", "Célia", "***.982.247-**", "Nº 2026-000118",
            "Emitido em 23/11/2026 14:05",
        ] {
            #expect(text.contains(wanted), "\(wanted)")
        }
        #expect(!text.contains("529.982.247-25") && !text.localizedCaseInsensitiveContains("Regina"))
    }

    @Test("shows each debt with all its parts, and sums them")
    func amounts() throws {
        let statement = try Samples.statement(lines: 3)
        let text = try Tools.text(try statement.pdf())
        for line in statement.lines {
            let row = try #require(text.split(separator: "\n").first { $0.contains(line.contract) })
            let cells = row.split(separator: " ").map(String.init)
            let wanted = [
                Portuguese.date(line.due), Portuguese.amount(line.principal), Portuguese.amount(line.correction),
                Portuguese.amount(line.fine), Portuguese.amount(line.interest), Portuguese.amount(-line.discount),
                Portuguese.amount(line.total),
            ]
            #expect(Array(cells.suffix(7)) == wanted)
            #expect(text.contains("\(line.daysLate) dias em atraso"))
        }
        let sum = try #require(text.split(separator: "\n").first { $0.contains("Total em R$") })
        #expect(sum.hasSuffix(Portuguese.amount(statement.total)))
        #expect(statement.total.cents == statement.lines.map { $0.total.cents }.reduce(0, +))
    }

    @Test("leaves out columns that are zero for every debt, and only those")
    func columns() throws {
        let day = try Samples.day("2026-10-07")
        let statement = BalanceStatement(
            imprint: try Samples.imprint(), client: try Samples.client(), day: day,
            lines: [
                BalanceStatement.Line(
                    contract: "C-1", due: day, daysLate: 0, principal: Money(cents: 1000), fine: Money(cents: 20)),
                BalanceStatement.Line(contract: "C-2", due: day, daysLate: 1, principal: Money(cents: 2000)),
            ])
        let text = try Tools.text(try statement.pdf())
        #expect(text.contains("Multa") && text.contains("1 dia em atraso") && text.contains("em dia"))
        #expect(!text.contains("Correção") && !text.contains("Desconto") && !text.contains("Como pagar"))
    }

    @Test("carries the Pix code as picture and as text, and every right", arguments: DocumentLanguage.allCases)
    func paying(language: DocumentLanguage) throws {
        let pdf = try Samples.statement(language).pdf()
        let payload = try Samples.code().payload
        #expect(try Tools.symbols(pdf: pdf, dotsPerInch: 150) == ["QR-Code:" + payload])
        let raw = try Tools.text(pdf, ["-raw"])
        #expect(raw.filter { !$0.isWhitespace }.contains(payload.filter { !$0.isWhitespace }))
        let words = DocumentCatalogue(language: language)
        for right in [DocumentText.contestTitle, .personTitle, .stopTitle, .privacyTitle] {
            #expect(raw.contains(words.text(right)))
        }
    }

    @Test("goes on over pages without cutting a row, the header repeated, each page numbered")
    func pages() throws {
        let statement = try Samples.statement(lines: 40)
        let pdf = try statement.pdf()
        let count = try Tools.pageCount(pdf)
        #expect(count == 3)
        let pages = try Tools.text(pdf).split(separator: "\u{C}").map(String.init)
        var found = 0
        for (index, page) in pages.enumerated() {
            #expect(page.contains("Página \(index + 1) de \(count)"))
            let rows = statement.lines.filter { page.contains($0.contract) }
            found += rows.count
            if !rows.isEmpty { #expect(page.contains("Contrato") && page.contains("Principal")) }
            for row in rows { #expect(page.contains(" \(row.daysLate) dias") || page.contains(late(row))) }
        }
        #expect(found == 40)
    }

    private func late(_ line: BalanceStatement.Line) -> String { "\(Portuguese.number(line.daysLate)) dias em atraso" }

    @Test("keeps amounts whole however large they are")
    func largeAmounts() throws {
        let day = try Samples.day("2026-10-07")
        let large = Money(cents: 98_765_432_10)
        let line = BalanceStatement.Line(
            contract: "CONTRATO-MUITO-LONGO-\(String(repeating: "9", count: 60))",
            product: "Financiamento de máquinas agrícolas com carência e correção pelo índice contratado", due: day,
            daysLate: 1_234, principal: large, correction: large, fine: large, interest: large, discount: large)
        let text = try Tools.text(
            try BalanceStatement(
                imprint: try Samples.imprint(), client: try Samples.client(), day: day, lines: [line, line]
            ).pdf())
        #expect(text.components(separatedBy: Portuguese.amount(large)).count - 1 >= 6)
        #expect(text.contains(Portuguese.amount(line.total + line.total)))
    }

    @Test("takes its parts from a debt and its balance")
    func fromBalance() throws {
        let debt = Debt(
            contract: "C-9", principal: Money(cents: 100_000), dueDate: try Samples.day("2026-10-07"))
        let balance = debt.balance(
            on: try Samples.day("2026-11-23"),
            terms: LateChargeTerms(
                fine: Percentage(2), monthlyInterest: Percentage(1),
                correction: try #require(DecimalFactor("1.0047"))), discount: Money(cents: 500))
        let line = BalanceStatement.Line(debt, balance)
        #expect(line.total == balance.total && line.correction == Money(cents: 470) && line.daysLate == 47)
    }

    @Test("is refused without debts")
    func empty() throws {
        let statement = BalanceStatement(
            imprint: try Samples.imprint(), client: try Samples.client(), day: try Samples.day("2026-11-23"), lines: [])
        #expect(throws: DocumentError.empty("debts")) { try statement.pdf() }
    }
}
