import Domain
import Foundation
import Payments
import Testing

@testable import Documents

/// Invented people and amounts.
enum Samples {
    static let issued = Timestamp(seconds: 1_795_453_500)  // 2026-11-23T17:05:00Z

    static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

    static func creditor(
        name: String = "Lojas Aurora", colour: Colour? = Colour(hex: "#0F5C5C")
    ) throws -> Creditor {
        Creditor(
            name: name, legalName: "Aurora Comércio de Móveis Ltda.",
            document: try TaxDocument(parsing: "11.222.333/0001-81"),
            address: "Rua do Sol, 128, Boa Vista, Recife – PE, 50050-230",
            contacts: ["WhatsApp (81) 3000-0000", "atendimento@aurora.example"], colour: colour)
    }

    static func imprint(
        _ language: DocumentLanguage = .portuguese, creditor: Creditor? = nil, reference: String? = "2026-000118"
    ) throws -> Imprint {
        Imprint(
            creditor: try creditor ?? Samples.creditor(), language: language, issued: issued, reference: reference)
    }

    static func client(_ name: String = "CÉLIA REGINA DOS SANTOS") throws -> Client {
        Client(name: PersonName(name), document: try TaxDocument(parsing: "529.982.247-25"))
    }

    static func code(_ amount: Money = Money(cents: 124_000)) throws -> BRCode {
        try BRCode(
            decoding:
                "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
                + "6008BRASILIA62070503***63041D3D")
    }

    static func pix(_ amount: Money = Money(cents: 124_000)) throws -> PixOrder {
        PixOrder(code: try code(amount), amount: amount, validUntil: try day("2026-11-30"))
    }

    static func statement(_ language: DocumentLanguage = .portuguese, lines: Int = 2) throws -> BalanceStatement {
        let products = ["Cozinha planejada 8 peças", "Garantia estendida", "Frete e montagem"]
        let debts = try (0..<lines).map { index in
            BalanceStatement.Line(
                contract: "CT-\(2024 + index % 3)-00\(417 + index)", product: products[index % 3],
                due: try day("2026-10-07").adding(days: -31 * index), daysLate: 47 + 31 * index,
                principal: Money(cents: 89_000 + Int64(index) * 11_150), correction: Money(cents: 1_210),
                fine: Money(cents: 1_804), interest: Money(cents: 1_413 + Int64(index) * 730),
                discount: Money(cents: 2_000))
        }
        return BalanceStatement(
            imprint: try imprint(language), client: try client(), day: try day("2026-11-23"), lines: debts,
            charges: BalanceStatement.Charges(fine: Percentage(2), monthlyInterest: Percentage(1)),
            pix: try pix(debts.map(\.total).sum()))
    }

    static func payments(_ count: Int, amount: Int64 = 9_875, interest: Int64 = 0, down: Int64? = 20_000) throws
        -> [AgreementTerm.Payment]
    {
        let first = try day("2026-12-10")
        let installments = (0..<count).map { index in
            AgreementTerm.Payment(
                number: index + 1, due: first.adding(months: index), amount: Money(cents: amount),
                interest: Money(cents: interest))
        }
        guard let down else { return installments }
        return [AgreementTerm.Payment(number: 0, due: try day("2026-11-27"), amount: Money(cents: down))]
            + installments
    }

    static func agreement(
        _ language: DocumentLanguage = .portuguese, installments: Int = 10, interest: Int64 = 0
    ) throws -> AgreementTerm {
        AgreementTerm(
            imprint: try imprint(language, reference: "A-5521"), client: try client(),
            agreedOn: try day("2026-11-23"),
            debts: [
                AgreementTerm.CoveredDebt(
                    contract: "CT-2024-00417", product: "Cozinha planejada 8 peças", due: try day("2026-10-07"),
                    principal: Money(cents: 98_000), charges: Money(cents: 8_140)),
                AgreementTerm.CoveredDebt(
                    contract: "CT-2025-00418", product: "Garantia estendida", due: try day("2026-09-06"),
                    principal: Money(cents: 30_150), charges: Money(cents: 2_210)),
            ],
            payments: try payments(installments, interest: interest),
            credit: interest > 0
                ? AgreementTerm.Credit(
                    monthlyRate: Percentage(micros: 1_990_000), yearlyCost: Percentage(micros: 26_680_000)) : nil,
            breach: AgreementTerm.Breach(
                fine: Percentage(2), monthlyInterest: Percentage(1), graceBusinessDays: 3, keepsDiscount: false),
            acceptance: AgreementTerm.Acceptance(
                at: issued, channel: "WhatsApp", messageId: "wamid.HBgNNTU4MTkwMDAwMDAwMBUCABIYFDNBQjM0RjE5",
                words: "Pode fechar, quero pagar em 10 vezes",
                identityProof: "Nome confirmado e três primeiros dígitos do CPF"),
            termsHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    }

    static func settlement(_ language: DocumentLanguage = .portuguese) throws -> SettlementLetter {
        SettlementLetter(
            imprint: try imprint(language, reference: "Q-0931"), client: try client(), city: "Recife",
            contracts: [
                SettlementLetter.Contract(
                    contract: "CT-2024-00417", product: "Cozinha planejada 8 peças", settledOn: try day("2026-11-20"),
                    paid: Money(cents: 98_000)),
                SettlementLetter.Contract(
                    contract: "CT-2025-00418", product: "Garantia estendida", settledOn: try day("2026-11-20"),
                    paid: Money(cents: 20_750)),
            ], agreement: "A-5521", signer: SettlementLetter.Signer(name: "Ana Prado", role: "Gerente de crédito"))
    }

    static func receipt(_ language: DocumentLanguage = .portuguese) throws -> PaymentReceipt {
        PaymentReceipt(
            imprint: try imprint(language, reference: "R-20931"), client: try client(), amount: Money(cents: 9_875),
            paidAt: issued, means: .pix(endToEndId: "E1234567820261123170500000000001"), payer: "João Pedro dos Santos",
            parts: [
                PaymentReceipt.Part(
                    contract: "CT-2024-00417", subject: .installment(number: 3, count: 10),
                    principal: Money(cents: 9_500),
                    charges: Money(cents: 375))
            ], remaining: Money(cents: 69_125))
    }

    static func boleto() throws -> Boleto {
        try Boleto(
            bank: "001", due: try day("2026-12-10"), amount: Money(cents: 9_875),
            freeField: "0000003128557000000041717")
    }

    static func slip(pix: Bool = true, guarantor: Bool = true) throws -> BoletoSlip {
        let creditor = try Samples.creditor()
        return BoletoSlip(
            imprint: try imprint(), boleto: try boleto(), bank: BoletoSlip.Bank(name: "Banco do Brasil", number: "001"),
            beneficiary: BoletoSlip.Party(
                name: "Aurora Comércio de Móveis Ltda.", document: creditor.document, address: creditor.address),
            agencyAndCode: "1234-5 / 00067890-1", ourNumber: "31285570000000417", wallet: "17",
            documentNumber: "A-5521/03", documentDay: try day("2026-11-23"), processingDay: try day("2026-11-23"),
            payer: BoletoSlip.Party(
                name: "Célia Regina dos Santos", document: try TaxDocument(parsing: "529.982.247-25"),
                address: "Rua das Flores, 45, ap. 302, Madalena, Recife – PE, 50610-120"),
            guarantor: guarantor
                ? BoletoSlip.Party(
                    name: "Móveis do Norte Indústria S.A.", document: creditor.document,
                    address: "Av. Central, 900, Caruaru – PE, 55002-000") : nil,
            instructions: [
                "Após o vencimento, multa de 2% e juros de 1% ao mês.", "Parcela 3 de 10 do acordo A-5521.",
                "Não receber após 30 dias do vencimento.",
            ], pix: pix ? try code() : nil)
    }

    static func card(_ language: DocumentLanguage = .portuguese, colour: Colour? = nil) throws -> ReminderCard {
        ReminderCard(
            creditor: try creditor(colour: colour), language: language, firstName: "Célia", amount: Money(cents: 9_875),
            due: try day("2026-12-10"), subject: .installment(number: 3, count: 10),
            pix: try pix(Money(cents: 9_875)))
    }

    static func summary(_ language: DocumentLanguage = .portuguese, installments: Int = 5) throws -> AgreementSummary {
        AgreementSummary(
            creditor: try creditor(), language: language, firstName: "Célia", owed: Money(cents: 138_500),
            payments: try payments(installments), reference: "A-5521")
    }
}
