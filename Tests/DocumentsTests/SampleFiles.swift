import Domain
import Foundation
import Testing

@testable import Documents

/// Writes every document into the folder that `QUITA_DOCUMENT_SAMPLES` names, to be looked at.
@Suite("documents to look at")
struct SampleFiles {
    private static let folder = ProcessInfo.processInfo.environment["QUITA_DOCUMENT_SAMPLES"]

    @Test("are written where they are asked for", .enabled(if: folder != nil))
    func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        func keep(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: folder.appending(path: name))
            #expect(bytes.count > 1000)
        }
        for language in DocumentLanguage.allCases {
            let code = language.rawValue
            try keep("statement-\(code).pdf", try Samples.statement(language).pdf())
            try keep("agreement-\(code).pdf", try Samples.agreement(language).pdf())
            try keep("settlement-\(code).pdf", try Samples.settlement(language).pdf())
            try keep("receipt-\(code).pdf", try Samples.receipt(language).pdf())
            try keep("card-\(code).png", try Samples.card(language).png())
            try keep("summary-\(code).png", try Samples.summary(language).png())
        }
        try keep("statement-long.pdf", try Samples.statement(lines: 40).pdf())
        try keep("agreement-60.pdf", try Samples.agreement(installments: 60, interest: 1_240).pdf())
        try keep("boleto.pdf", try Samples.slip().pdf())
        let longCreditor = Creditor(
            name: "Companhia Nordestina de Desenvolvimento, Financiamento e Investimento do São Francisco",
            legalName: "Companhia Nordestina de Desenvolvimento, Financiamento e Investimento do São Francisco S.A.",
            document: try Samples.creditor().document,
            address:
                "Avenida Engenheiro Antônio de Góes Cavalcanti de Albuquerque, 1.742, Bloco C, Sala 1.908, Recife – PE",
            contacts: ["WhatsApp (81) 3000-0000", "atendimento@aurora.example"], colour: Colour(hex: "#B3261E"))
        let term = try Samples.agreement(interest: 100)
        try keep(
            "agreement-names.pdf",
            try AgreementTerm(
                imprint: try Samples.imprint(creditor: longCreditor),
                client: try Samples.client(
                    "MARIA DA CONCEIÇÃO APARECIDA DOS PRAZERES ALBUQUERQUE DE VASCONCELOS E SILVA"),
                agreedOn: term.agreedOn, debts: term.debts, payments: term.payments, credit: term.credit,
                breach: term.breach, acceptance: term.acceptance, termsHash: term.termsHash
            ).pdf())
        try keep(
            "card-names.png",
            try ReminderCard(
                creditor: longCreditor, firstName: "Maria da Conceição", amount: Money(cents: 123_456_789_00),
                due: term.agreedOn,
                subject: .product("Financiamento de máquinas agrícolas com carência e correção pelo índice contratado"),
                pix: try Samples.pix()
            ).png())
        try keep("card-yellow.png", try Samples.card(colour: Colour(hex: "#FFD400")).png())
        try keep("summary-60.png", try Samples.summary(installments: 60).png())
    }
}
