import Domain
import Foundation
import Payments
import Testing

@testable import Documents

@Suite("boleto slip")
struct BoletoSlipTests {
    @Test(
        "a reader finds the barcode and the Pix code on the printed page", .enabled(if: Tools.areThere),
        arguments: [150, 200, 300])
    func symbols(dotsPerInch: Int) throws {
        let slip = try Samples.slip()
        let found = try Tools.symbols(pdf: try slip.pdf(), dotsPerInch: dotsPerInch)
        #expect(Set(found) == ["I2/5:" + slip.boleto.barcode, "QR-Code:" + (try Samples.code().payload)])
    }

    @Test("barcodes of many banks and amounts are read back", .enabled(if: Tools.areThere))
    func manyBarcodes() throws {
        var generator = SplitMix64(seed: 7)
        for bank in ["001", "033", "104", "237", "341", "748", "756"] {
            let free = (0..<25).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            let boleto = try Boleto(
                bank: bank, due: try Samples.day("2026-12-10"),
                amount: Money(cents: Int64.random(in: 1...9_999_999_999, using: &generator)), freeField: free)
            let sample = try Samples.slip(pix: false, guarantor: false)
            let slip = BoletoSlip(
                imprint: sample.imprint, boleto: boleto, bank: BoletoSlip.Bank(name: "Banco \(bank)", number: bank),
                beneficiary: sample.beneficiary, agencyAndCode: sample.agencyAndCode, ourNumber: sample.ourNumber,
                wallet: sample.wallet, documentNumber: sample.documentNumber, documentDay: sample.documentDay,
                processingDay: sample.processingDay, payer: sample.payer)
            #expect(try Tools.symbols(pdf: try slip.pdf(), dotsPerInch: 200) == ["I2/5:" + boleto.barcode])
        }
    }

    @Test("the typed line, amounts, parties and addresses stand on both parts", .enabled(if: Tools.areThere))
    func text() throws {
        let slip = try Samples.slip()
        let text = try Tools.text(try slip.pdf())
        func count(_ wanted: String) -> Int { text.components(separatedBy: wanted).count - 1 }
        for wanted in [
            slip.boleto.formattedLine, "001-9", "R$ 98,75", "10/12/2026",
            "Aurora Comércio de Móveis Ltda. · CNPJ 11.222.333/0001-81",
            "Rua do Sol, 128, Boa Vista, Recife – PE, 50050-230", "Célia Regina dos Santos · CPF 529.982.247-25",
            "Rua das Flores, 45, ap. 302", "Móveis do Norte Indústria S.A.", "31285570000000417", "1234-5 / 00067890-1",
            "Após o vencimento, multa de 2%",
        ] {
            #expect(count(wanted) == 2, "\(wanted)")
        }
        for wanted in ["Recibo do pagador", "Ficha de compensação", "Pagável em qualquer banco", "Autenticação"] {
            #expect(count(wanted) >= 1, "\(wanted)")
        }
        #expect(try Tools.pageCount(try slip.pdf()) == 1)
    }

    @Test("long names and addresses grow smaller before they are cut", .enabled(if: Tools.areThere))
    func longAddress() throws {
        let sample = try Samples.slip()
        let address =
            "Avenida Engenheiro Antônio de Góes Cavalcanti de Albuquerque, 1.742, Bloco C, Sala 1.908, "
            + "Edifício Empresarial Mandacaru, Pina, Recife – PE, 51110-000"
        let party = BoletoSlip.Party(
            name: "Companhia Nordestina de Crédito, Financiamento e Investimento do São Francisco S.A.",
            document: sample.beneficiary.document, address: address)
        let slip = BoletoSlip(
            imprint: sample.imprint, boleto: sample.boleto,
            bank: BoletoSlip.Bank(name: "Caixa Econômica Federal", number: "104"), beneficiary: party,
            agencyAndCode: sample.agencyAndCode, ourNumber: sample.ourNumber, wallet: sample.wallet,
            documentNumber: sample.documentNumber, documentDay: sample.documentDay, processingDay: sample.processingDay,
            payer: party, pix: sample.pix)
        let pdf = try slip.pdf()
        let text = try Tools.text(pdf, ["-raw"])
        #expect(text.components(separatedBy: address).count - 1 == 4)
        #expect(text.components(separatedBy: party.line.replacing("\u{A0}", with: " ")).count - 1 == 4)
        #expect(text.components(separatedBy: "Econômica").count - 1 == 2 && !text.contains("…"))
        #expect(try Tools.symbols(pdf: pdf).count == 2)
    }

    @Test("the barcode is 103 mm wide, in 405 modules, wide elements thrice the narrow ones")
    func geometry() throws {
        let barcode = try #require(ITF25(try Samples.boleto().barcode))
        #expect(barcode.modules == 405 && barcode.elements.count == 227)
        #expect(Set(barcode.elements) == [1, 3])
        let bars = barcode.bars(x: 10, width: ITF25.slipWidth)
        let last = try #require(bars.last)
        #expect(bars.count == 114 && bars[0].x == 10)
        #expect(abs(last.x + last.width - 10 - 103 * 72 / 25.4) < 0.000_1)
        #expect(abs(ITF25.slipHeight - 13 * 72 / 25.4) < 0.000_1 && ITF25.quietZone >= 5 * 72 / 25.4)
        let narrow = try #require(bars.map(\.width).min())
        let wide = try #require(bars.map(\.width).max())
        #expect(abs(wide / narrow - 3) < 0.000_1 && abs(narrow * 25.4 / 72 - 0.254) < 0.001)
    }

    @Test("12 is drawn as the specification says, and nothing but pairs of digits is drawn")
    func pattern() throws {
        // nnnn WnnWnnnnWW Wnn
        #expect(ITF25("12")?.elements == [1, 1, 1, 1, 3, 1, 1, 3, 1, 1, 1, 1, 3, 3, 3, 1, 1])
        #expect(ITF25("123") == nil && ITF25("1a") == nil && ITF25("") == nil)
    }

    @Test(
        "a bank's code gets its check digit",
        arguments: [("001", "001-9"), ("033", "033-7"), ("104", "104-0"), ("237", "237-2"), ("341", "341-7")])
    func bankCode(number: String, code: String) {
        #expect(BoletoSlip.Bank(name: "", number: number).code == code)
    }

    @Test("some banks write their own character")
    func ownCheckDigit() {
        #expect(BoletoSlip.Bank(name: "Sicredi", number: "748", checkDigit: "X").code == "748-X")
    }

    @Test("a utility's bill has another layout and is refused")
    func utility() throws {
        let sample = try Samples.slip()
        let bill = try Boleto("84670000001435900240200240500024384221010811")
        let slip = BoletoSlip(
            imprint: sample.imprint, boleto: bill, bank: sample.bank, beneficiary: sample.beneficiary,
            agencyAndCode: "",
            ourNumber: "", wallet: "", documentNumber: "", documentDay: sample.documentDay,
            processingDay: sample.processingDay, payer: sample.payer)
        #expect(throws: DocumentError.notABankSlip) { try slip.pdf() }
    }
}
