import Domain
import Testing

@testable import Payments

@Suite("Receipts against what is expected")
struct ReceiptMatchTests {
    private let today = ReceiptReadingTests.today

    private func charge(_ id: Int64, _ cents: Int64, due: Int = 0, since: Int = -10) -> ReceiptExpectation.Charge {
        ReceiptExpectation.Charge(
            id: ChargeID(id), amount: Money(cents: cents), due: today.adding(days: due),
            since: today.adding(days: since))
    }

    private func expectation(
        _ charges: [ReceiptExpectation.Charge], booked: Set<String> = []
    ) throws -> ReceiptExpectation {
        ReceiptExpectation(
            charges: charges, payeeNames: ["Aurora Comércio de Móveis Ltda.", "Lojas Aurora"],
            payeeDocuments: [try TaxDocument(parsing: ReceiptSample.shop)],
            payeeKeys: [try PixKey("11222333000181")], bookedIDs: booked, today: today)
    }

    private func receipt(
        _ amount: String = "150,00", to name: String = "AURORA COMERCIO DE MOV", cnpj: String? = ReceiptSample.shop,
        day: String = "05/12/2026", headline: String = "Pix realizado"
    ) -> ReceiptReading {
        let document = cnpj.map { "CNPJ \($0)\n" } ?? ""
        return ReceiptReading(
            text: """
                \(headline)
                Valor R$ \(amount)
                Data \(day) 14:32
                Quem recebeu
                Nome \(name)
                \(document)ID da transação \(ReceiptSample.id)
                """, on: today)
    }

    private func verdict(
        _ reading: ReceiptReading, _ charges: [ReceiptExpectation.Charge], booked: Set<String> = []
    ) throws -> ReceiptMatch.Verdict {
        ReceiptMatch(reading, against: try expectation(charges, booked: booked)).verdict
    }

    @Test("amount, payee and day of one charge match it")
    func fits() throws {
        let match = ReceiptMatch(receipt(), against: try expectation([charge(1, 15_000), charge(2, 20_000)]))
        #expect(match.verdict == .matches([ChargeID(1)]))
        #expect(match.reasons == [.amountFits, .payeeDocumentFits, .payeeNameFits, .dayFits])
        #expect(match.isPlausible)
    }

    @Test("every bank's finished receipt matches the charge it was for", arguments: ReceiptSample.all)
    func samples(_ sample: ReceiptSample) throws {
        let reading = ReceiptReading(text: sample.text, on: today)
        let verdict = try verdict(reading, [charge(1, sample.cents), charge(2, sample.cents + 1)])
        if sample.status == .completed {
            #expect(verdict == .matches([ChargeID(1)]))
        } else {
            #expect(verdict == .notPaid(sample.status))
        }
    }

    @Test("less than the only charge is a part of it; other amounts are named as such")
    func amounts() throws {
        #expect(
            try verdict(receipt("100,00"), [charge(1, 15_000)]) == .partial(ChargeID(1), missing: Money(cents: 5_000)))
        #expect(try verdict(receipt("170,00"), [charge(1, 15_000)]) == .otherAmount)
        #expect(try verdict(receipt("100,00"), [charge(1, 15_000), charge(2, 20_000)]) == .otherAmount)
    }

    @Test("the first installments paid together match all of them, in the order in which they fall due")
    func together() throws {
        let charges = [charge(2, 10_000, due: 30), charge(1, 5_000, due: 0), charge(3, 10_000, due: 60)]
        #expect(try verdict(receipt("150,00"), charges) == .matches([ChargeID(1), ChargeID(2)]))
        #expect(try verdict(receipt("200,00"), charges) == .otherAmount)
    }

    @Test("two charges of the same amount are not guessed between")
    func ambiguous() throws {
        #expect(
            try verdict(receipt(), [charge(2, 15_000), charge(1, 15_000)]) == .ambiguous([ChargeID(1), ChargeID(2)]))
    }

    @Test("an amount that was offered settles it too")
    func otherAmounts() throws {
        let offered = ReceiptExpectation.Charge(
            id: ChargeID(1), amount: Money(cents: 18_000), otherAmounts: [Money(cents: 15_000)], due: today,
            since: today.adding(days: -10))
        #expect(try verdict(receipt(), [offered]) == .matches([ChargeID(1)]))
    }

    @Test("another payee is told by document, by key and by name; a whole document outweighs a name")
    func payees() throws {
        let charges = [charge(1, 15_000)]
        #expect(try verdict(receipt(to: "PADARIA DO ZE", cnpj: nil), charges) == .otherPayee)
        #expect(
            try verdict(receipt(to: "AURORA COMERCIO DE MOVEIS", cnpj: "44.555.666/0001-80"), charges) != .otherPayee)
        let valid = "11.444.777/0001-61"
        #expect(try verdict(receipt(to: "AURORA COMERCIO DE MOVEIS", cnpj: valid), charges) == .otherPayee)
        #expect(
            try verdict(receipt(to: "BANCO LIQUIDANTE", cnpj: ReceiptSample.shop), charges) == .matches([ChargeID(1)]))
        #expect(
            try verdict(receipt(to: "LOJAS AURORA", cnpj: "**.222.333/****-**"), charges) == .matches([ChargeID(1)]))
        #expect(try verdict(receipt(to: "OUTRA LOJA", cnpj: "**.999.333/****-**"), charges) == .otherPayee)
        var keyed = receipt(to: "AURORA COMERCIO DE MOVEIS", cnpj: nil)
        keyed.payee.name = nil
        keyed.payee.key = ReceiptField(try PixKey("outra@loja.example"), .likely)
        #expect(try verdict(keyed, charges) == .otherPayee)
    }

    @Test("a receipt that names no payee can match, and says that the payee was not read")
    func noPayee() throws {
        let reading = ReceiptReading(text: "Pix enviado\nR$ 150,00\n05/12/2026 14:32", on: today)
        let match = ReceiptMatch(reading, against: try expectation([charge(1, 15_000)]))
        #expect(match.verdict == .matches([ChargeID(1)]))
        #expect(match.reasons.contains(.payeeUnread))
    }

    @Test("a receipt from before the charge is too old, and one from tomorrow on is not paid")
    func days() throws {
        #expect(try verdict(receipt(day: "01/11/2026"), [charge(1, 15_000)]) == .tooOld)
        #expect(try verdict(receipt(day: "05/12/2026"), [charge(1, 15_000, since: 0)]) == .matches([ChargeID(1)]))
        // Day misread into the future: a guess that decides nothing.
        #expect(try verdict(receipt(day: "25/12/2026"), [charge(1, 15_000)]) == .matches([ChargeID(1)]))
    }

    @Test(
        "what was not carried out is never a match",
        arguments: ["Pix agendado", "Pix em análise", "Pix não realizado", "Pix devolvido"])
    func notPaid(_ headline: String) throws {
        let match = ReceiptMatch(receipt(headline: headline), against: try expectation([charge(1, 15_000)]))
        guard case .notPaid = match.verdict else {
            Issue.record("\(match.verdict)")
            return
        }
        #expect(!match.isPlausible)
    }

    @Test("a payment that is booked already is known again, through OCR's look-alikes too")
    func booked() throws {
        #expect(
            try verdict(receipt(), [charge(1, 15_000)], booked: ["E18236120202612051732alB2c3D4e5F"]) == .alreadyBooked)
    }

    @Test("nothing to go by is unreadable")
    func unreadable() throws {
        let reading = ReceiptReading(text: "bom dia\n\nfoto do meu cachorro", on: today)
        #expect(try verdict(reading, [charge(1, 15_000)]) == .unreadable)
    }

    @Test("our own slip is found by its bars, whatever name the bank prints")
    func slip() throws {
        let slip = try Boleto(
            bank: "237", due: today, amount: Money(cents: 15_000), freeField: "1234567890123456789012345")
        let ours = ReceiptExpectation.Charge(
            id: ChargeID(7), amount: Money(cents: 15_000), due: today, since: today.adding(days: -10),
            barcode: slip.barcode)
        let reading = ReceiptReading(
            text: """
                Comprovante de pagamento
                \(slip.formattedLine)
                Beneficiário BANCO INTERMEDIADOR SA
                Data do pagamento 05/12/2026
                Valor pago R$ 150,00
                """, on: today)
        #expect(try verdict(reading, [charge(1, 15_000), ours]) == .matches([ChargeID(7)]))
        #expect(try verdict(reading, [charge(1, 15_000)]) == .otherPayee)
    }

    @Test("whatever the order of the charges, the verdict is the same, and no charge is named that was not given")
    func properties() throws {
        var random = SplitMix64(seed: 11)
        let read = receipt()
        for _ in 0..<400 {
            let charges = (1...Int.random(in: 1...5, using: &random)).map { index in
                charge(
                    Int64(index), Int64.random(in: 1...6, using: &random) * 5_000,
                    due: Int.random(in: -30...90, using: &random), since: Int.random(in: -40...1, using: &random))
            }
            let reais = Int.random(in: 1...8, using: &random) * 50
            var reading = read
            reading.amount = ReceiptField(Money(cents: Int64(reais) * 100), .likely)
            let first = try verdict(reading, charges)
            #expect(try verdict(reading, charges.shuffled(using: &random)) == first)
            guard case .matches(let ids) = first else { continue }
            let paid = charges.filter { ids.contains($0.id) }
            #expect(paid.count == ids.count)
            #expect(paid.map(\.amount).sum().cents == Int64(reais) * 100)
            #expect(paid.allSatisfy { $0.since <= today })
        }
    }
}
