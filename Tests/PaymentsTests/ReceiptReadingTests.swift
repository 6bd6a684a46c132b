import Domain
import Testing

@testable import Payments

@Suite("Receipts are read")
struct ReceiptReadingTests {
    static let today = CalendarDay(number: 20_793)  // 2026-12-06

    private func read(_ text: String, symbols: [String] = []) -> ReceiptReading {
        ReceiptReading(text: text, symbols: symbols, on: ReceiptReadingTests.today)
    }

    @Test("each bank's layout gives every field that it states", arguments: ReceiptSample.all)
    func layouts(_ sample: ReceiptSample) throws {
        let reading = read(sample.text)
        #expect(reading.kind?.value == sample.kind)
        #expect(reading.status == sample.status)
        #expect(reading.amount?.value == Money(cents: sample.cents))
        #expect(reading.paidOn?.value.iso == sample.day)
        #expect(reading.paidAt?.value.rfc3339(in: .brasilia) == sample.at)
        #expect(reading.endToEndID?.value.text == sample.id)
        #expect(reading.payee.name?.value == sample.payee)
        #expect(reading.institution?.value == sample.institution)
        if let text = sample.document {
            let document = try TaxDocument(parsing: text)
            #expect(reading.payee.document?.value.fits(document) == true)
        } else {
            #expect(reading.payee.document == nil)
        }
    }

    @Test("the same without accents, in capitals, and with blank lines doubled", arguments: ReceiptSample.all)
    func carelessText(_ sample: ReceiptSample) {
        let plain = sample.text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            // Ids keep their case; nothing else does.
            line.contains("E") && line.contains("2026120517") ? String(line) : folded(line).uppercased()
        }
        let reading = read(plain.joined(separator: "\n\n"))
        #expect(reading.amount?.value == Money(cents: sample.cents))
        #expect(reading.paidOn?.value.iso == sample.day)
        #expect(reading.status == sample.status)
        #expect(reading.endToEndID?.value.text == sample.id)
        #expect(reading.payee.name.map { folded($0.value) } == folded(sample.payee))
    }

    @Test(
        "amounts as OCR gives them",
        arguments: [
            ("Valor R$ 1.234,56", 123_456), ("Valor RS 1.234,56", 123_456), ("Valor R$1234,56", 123_456),
            ("Valor: R$ 1 234,56", 123_456), ("Valor: R$ 1.234, 56", 123_456), ("VALOR R$ l.234,56", 123_456),
            ("Valor R$ 15O,OO", 15_000), ("Valor R$ I50,00", 15_000), ("Valor 150,00", 15_000),
            ("Va1or R$ 150,00", 15_000),
            ("Valor\nR$\n150,00", 15_000), ("R$\n150,00", 15_000), ("Valor pago\n\nR$ 150,00", 15_000),
            ("Valor R$ 150.00", 15_000), ("R$ 150", 15_000), ("R$ 1.500", 150_000), ("R$ 150 00", 15_000),
            ("Valor R§ 0,01", 1), ("Valor R$ 12.345.678,90", 1_234_567_890),
            ("Valor do documento R$ 200,00\nDesconto R$ 20,00\nJuros R$ 1,00\nValor pago R$ 181,00", 18_100),
            ("Tarifa R$ 3,50\nValor R$ 40,00\nSaldo disponível R$ 9.000,00", 4_000),
        ] as [(String, Int64)])
    func amounts(_ text: String, _ cents: Int64) {
        #expect(read(text).amount?.value.cents == cents)
    }

    @Test(
        "what is no amount is not read as one",
        arguments: [
            "05.12.2026", "05/12/2026 14.32", "Agência 0001 Conta 12345-6", "CPF 529.982.247-25", "Tarifa R$ 3,50",
            "Saldo R$ 10,00", "12,5%", "Versão 10.32.5", "",
        ])
    func noAmount(_ text: String) {
        #expect(read(text).amount == nil)
    }

    @Test(
        "days and times as OCR gives them",
        arguments: [
            ("Data: O5/12/2O26 14:32", "2026-12-05T14:32:00-03:00"),
            ("05-12-2026 14h32m10s", "2026-12-05T14:32:10-03:00"),
            ("05 DE2 2026 - 14:32:10", "2026-12-05T14:32:10-03:00"),
            ("5 de dezembr0 de 2026 às 9:05", "2026-12-05T09:05:00-03:00"),
            ("1º de março de 2026, 23:59", "2026-03-01T23:59:00-03:00"),
            ("05/12/26 14:32", "2026-12-05T14:32:00-03:00"),
            ("Vencimento 10/12/2026\nPago em 05/12/2026 08:00", "2026-12-05T08:00:00-03:00"),
            ("Emitido em 06/12/2026 10:00\nData do pagamento 05/12/2026\nHorário: 14h32", "2026-12-05T14:32:00-03:00"),
        ])
    func days(_ text: String, _ instant: String) {
        #expect(read(text).paidAt?.value.rfc3339(in: .brasilia) == instant)
    }

    @Test(
        "an id of a Pix is found whole, broken over lines, or with digits read as letters",
        arguments: [
            ("ID da transação: E18236120202612051732a1B2c3D4e5F", ReceiptConfidence.likely),
            ("ID da transação\nE1823612020261205\n1732a1B2c3D4e5F", .likely),
            ("E18236120 202612051732 a1B2c3D4e5F", .likely),
            ("ID da transação E1823612O2O2612O51732a1B2c3D4e5F", .guessed),
            ("ID E l8236l20202612051732a1B2c3D4e5F", .guessed),
        ])
    func ids(_ text: String, _ confidence: ReceiptConfidence) {
        let id = read("Comprovante Pix\n" + text).endToEndID
        #expect(id?.value.text == ReceiptSample.id)
        #expect(id?.confidence == confidence)
        #expect(id?.value.ispb == "18236120")
        #expect(id?.value.at.description == "2026-12-05T17:32:00Z")
    }

    @Test("a month or a minute that does not exist makes no id")
    func impossibleIDs() {
        #expect(EndToEndID("E18236120202613051732a1B2c3D4e5F") == nil)
        #expect(EndToEndID("E18236120202612051760a1B2c3D4e5F") == nil)
        #expect(EndToEndID("D18236120202612051732a1B2c3D4e5F") == nil)
        #expect(EndToEndID("E18236120202612051732a1B2c3D4e5") == nil)
    }

    @Test("ids that look alike to a camera are told to, and others are not")
    func lookAlikes() throws {
        let id = try #require(EndToEndID(ReceiptSample.id))
        #expect(id.looksLike("E18236120202612051732alB2c3D4e5F"))
        #expect(id.looksLike("e18236120202612051732A1B2C3D4E5F"))
        #expect(!id.looksLike("E18236120202612051732a1B2c3D4e6F"))
    }

    @Test("without a printed day, the id's minute is told in the payer's zone")
    func dayFromID() {
        let late = read("Comprovante Pix\nID da transação E18236120202612060130a1B2c3D4e5F")
        #expect(late.paidOn?.value.iso == "2026-12-05")
        #expect(late.paidAt?.value.rfc3339(in: .brasilia) == "2026-12-05T22:30:00-03:00")
    }

    @Test("a paid slip is known by its digits, whole or over two lines, and its check digits judge a repair")
    func slips() throws {
        let slip = try Boleto(
            bank: "237", due: CalendarDay(year: 2026, month: 12, day: 10), amount: Money(cents: 19_990),
            freeField: "1234567890123456789012345")
        let line = slip.formattedLine
        let text = """
            Comprovante de pagamento de boleto
            Código de barras
            \(line.prefix(30))
            \(line.dropFirst(30))
            Beneficiário: AURORA COMERCIO DE MOVEIS LTDA
            CNPJ: 11.222.333/0001-81
            Vencimento 10/12/2026
            Data do pagamento 05/12/2026
            Valor do documento R$ 199,90
            Valor pago R$ 199,90
            """
        let reading = read(text)
        #expect(reading.kind?.value == .boleto)
        #expect(reading.boleto == ReceiptField(slip, .certain))
        #expect(reading.amount == ReceiptField(Money(cents: 19_990), .certain))
        #expect(reading.paidOn?.value.iso == "2026-12-05")
        let smudged = read("Boleto pago\n" + line.replacing("0", with: "O"))
        #expect(smudged.boleto?.value == slip)
        #expect(smudged.boleto?.confidence == .likely)
        #expect(read("comprovante", symbols: [slip.barcode]).boleto == ReceiptField(slip, .certain))
        // One digit changed: no slip rather than another slip.
        #expect(read("Boleto pago\n" + line.replacing("9", with: "7", maxReplacements: 1)).boleto == nil)
    }

    @Test("a code to be paid is no receipt")
    func unpaidCode() throws {
        let payload =
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
            + "6008BRASILIA62070503***63041D3D"
        let reading = read("Pague com Pix\nEscaneie o QR Code", symbols: [payload])
        #expect(reading.status == .unpaidOrder)
        #expect(reading.payee.key?.value.kind == .random)
        // The text of the code broken over lines by OCR.
        let pasted = read("Pix copia e cola\n\(payload.prefix(60))\n\(payload.dropFirst(60))")
        #expect(pasted.code?.payload == payload)
    }

    @Test(
        "only what was carried out counts as paid",
        arguments: [
            ("Pix agendado\nR$ 10,00", ReceiptReading.Status.scheduled), ("Comprovante de agendamento", .scheduled),
            ("AGENDAMENT0 DE PIX", .scheduled), ("Transferência será realizada em 10/12/2026", .scheduled),
            ("Pix agendado em 01/12/2026 e realizado em 05/12/2026", .completed),
            ("Agendar outro pagamento\nPix enviado", .completed), ("Pix em análise", .processing),
            ("Pagamento pendente", .processing), ("Pix devolvido", .returned), ("Comprovante de estorno", .returned),
            ("Transação não autorizada", .failed), ("Comprovante cancelado", .failed),
            ("C0mprovante de Pix", .completed),
            ("oi tudo bem", .unstated),
            ("Vencimento 10/12/2026\nData do pagamento 05/12/2026\nValor pago R$ 10,00", .completed),
            ("Revise os dados\nValor R$ 10,00\nConfirmar pagamento", .unpaidOrder),
            ("R$ 10,00\nPagar agora", .unpaidOrder),
        ])
    func statuses(_ text: String, _ status: ReceiptReading.Status) {
        #expect(read(text).status == status)
    }

    @Test("hidden documents show what they show")
    func maskedDocuments() throws {
        let cpf = try TaxDocument(parsing: "529.982.247-25")
        let other = try TaxDocument(parsing: "111.444.777-35")
        for text in [
            "***.982.247-**", "•••.982.247-••", "+**.982.247-*", "“*.982.247-**", ".982.247-", "***.9B2.247-**",
        ] {
            let found = try #require(ReceiptDocument.find(in: "CPF: " + text), "\(text)")
            #expect(found.value.fits(cpf), "\(text)")
            #expect(!found.value.fits(other), "\(text)")
        }
        let shop = try TaxDocument(parsing: ReceiptSample.shop)
        for text in ["**.222.333/****-**", "**.***.***/0001-81", "11.222.333/0001-81", "ll.222.333/0001-81"] {
            #expect(ReceiptDocument.find(in: "CNPJ " + text)?.value.fits(shop) == true, "\(text)")
        }
        #expect(ReceiptDocument.find(in: "CPF ***.***.***-**") == nil)
    }
}
