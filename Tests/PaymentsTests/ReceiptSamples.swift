import Domain
import Payments
import Testing

/// Receipts in the manner of the big banks, in our own words and with invented people. `expected` is what each says.
struct ReceiptSample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let kind: ReceiptReading.Kind
    let status: ReceiptReading.Status
    let cents: Int64
    let day: String
    /// RFC 3339 in Brasília's time, or nil where the receipt states no time.
    let at: String?
    let id: String?
    let payee: String
    let document: String?
    let institution: String?

    var testDescription: String { name }

    static let shop = "11.222.333/0001-81"
    static let id = "E18236120202612051732a1B2c3D4e5F"

    static let all: [ReceiptSample] = [
        ReceiptSample(
            name: "sections of origin and destination, month in letters",
            text: """
                nu
                Comprovante de
                transferência
                05 DEZ 2026 - 14:32:10

                Valor R$ 1.234,56
                Tipo de transferência Pix

                Destino
                Nome Aurora Comercio de Moveis Ltda
                CNPJ 11.222.333/0001-81
                Instituição BANCO EXEMPLO S.A.
                Chave Pix 11222333000181

                Origem
                Nome Celia Regina dos Santos
                Instituição NU PAGAMENTOS - IP
                CPF •••.982.247-••

                Nu Pagamentos S.A. - Instituição de Pagamento
                ID da transação:
                E18236120202612051732a1B2c3D4e5F
                """, kind: .pix, status: .completed, cents: 123_456, day: "2026-12-05",
            at: "2026-12-05T14:32:10-03:00", id: id, payee: "Aurora Comercio de Moveis Ltda", document: shop,
            institution: "Nubank"),
        ReceiptSample(
            name: "headline, then who pays and who gets",
            text: """
                Itaú
                Pix realizado
                R$ 150,00

                de
                CELIA REGINA DOS SANTOS
                CPF ***.982.247-**
                ITAÚ UNIBANCO S.A.
                para
                AURORA COMERCIO DE MOVEIS LT
                CNPJ 11.222.333/0001-81
                Instituição BCO EXEMPLO SA
                data e hora 05/12/2026 às 14:32:41
                ID da transação
                E60701190202612051732DY5JXK2Q8ZP
                """, kind: .pix, status: .completed, cents: 15_000, day: "2026-12-05",
            at: "2026-12-05T14:32:41-03:00", id: "E60701190202612051732DY5JXK2Q8ZP",
            payee: "AURORA COMERCIO DE MOVEIS LT", document: shop, institution: "Itaú"),
        ReceiptSample(
            name: "data of who paid, with a fee of zero and a control number",
            text: """
                Comprovante de Transação Bancária
                Pix
                Data da operação: 05/12/2026 - 14h32
                Nº de controle: 304.998.112.004.771
                Dados de quem pagou
                Nome: CELIA REGINA DOS SANTOS
                CPF: ***.982.247-**
                Instituição: BANCO BRADESCO S.A.
                Dados de quem recebeu
                Nome: AURORA COMERCIO DE MOVEIS LTDA
                CNPJ: **.222.333/****-**
                Instituição: BCO EXEMPLO S.A.
                Chave: cobranca@aurora.example
                Valor: R$ 89,90
                Tarifa: R$ 0,00
                Número de Controle(ID): E60746948202612051732BRA00000123
                A transação acima foi realizada por meio do aplicativo.
                """, kind: .pix, status: .completed, cents: 8_990, day: "2026-12-05", at: "2026-12-05T14:32:00-03:00",
            id: "E60746948202612051732BRA00000123", payee: "AURORA COMERCIO DE MOVEIS LTDA", document: shop,
            institution: "Bradesco"),
        ReceiptSample(
            name: "typewriter capitals and a time with dots",
            text: """
                SISBB - SISTEMA DE INFORMACOES BANCO DO BRASIL
                05/12/2026 - AUTOATENDIMENTO - 14.32.10
                COMPROVANTE PIX
                CLIENTE: CELIA REGINA DOS SANTOS
                AGENCIA: 1234-5 CONTA: 98.765-4
                VALOR: 2.000,00
                PAGO PARA: AURORA COM DE MOVEIS
                CNPJ: 11.222.333/0001-81
                INSTITUICAO: 999 BANCO EXEMPLO
                ID: E00000000202612051732345678901AB
                AUTENTICACAO SISBB: 7.A31.02B.99C.4D1.E0F
                """, kind: .pix, status: .completed, cents: 200_000, day: "2026-12-05",
            at: "2026-12-05T14:32:10-03:00", id: "E00000000202612051732345678901AB", payee: "AURORA COM DE MOVEIS",
            document: shop, institution: "Banco do Brasil"),
        ReceiptSample(
            name: "labels above their values",
            text: """
                Comprovante de Pix enviado
                Valor
                R$ 310,45
                Data
                05/12/2026
                Hora
                14:32:10
                Dados do recebedor
                Nome
                Aurora Comércio de Móveis
                CPF/CNPJ
                11.222.333/0001-81
                Instituição
                Banco Exemplo
                Dados do pagador
                Nome
                Célia Regina dos Santos
                CPF
                ***.982.247-**
                Instituição
                CAIXA ECONOMICA FEDERAL
                ID transação
                E00360305202612051732ac0ffee9911
                """, kind: .pix, status: .completed, cents: 31_045, day: "2026-12-05",
            at: "2026-12-05T14:32:10-03:00", id: "E00360305202612051732ac0ffee9911",
            payee: "Aurora Comércio de Móveis", document: shop, institution: "Caixa"),
        ReceiptSample(
            name: "weekday and time in words",
            text: """
                inter
                Pix enviado
                R$ 75,00
                Sobre a transação
                Data do pagamento Sábado, 05/12/2026
                Horário 14h32
                ID da transação
                E00416968202612051732s0me7hing11
                Quem recebeu
                Nome Aurora Moveis
                CPF/CNPJ 11.222.333/0001-81
                Instituição Banco Exemplo
                Quem pagou
                Nome Celia Regina
                CPF/CNPJ ***.982.247-**
                Instituição BANCO INTER
                """, kind: .pix, status: .completed, cents: 7_500, day: "2026-12-05", at: "2026-12-05T14:32:00-03:00",
            id: "E00416968202612051732s0me7hing11", payee: "Aurora Moveis", document: shop, institution: "Inter"),
        ReceiptSample(
            name: "long date, whole reais",
            text: """
                mercado pago
                Comprovante de pagamento
                5 de dezembro de 2026, às 14:32:05
                R$ 500
                De
                Celia Regina dos Santos
                CPF: ***.982.247-**
                Mercado Pago
                Para
                Aurora Comercio de Moveis
                CNPJ: 11.222.333/0001-81
                Banco Exemplo
                ID de transação PIX
                E10573521202612051732abcDEF12345
                """, kind: .pix, status: .completed, cents: 50_000, day: "2026-12-05",
            at: "2026-12-05T14:32:05-03:00", id: "E10573521202612051732abcDEF12345",
            payee: "Aurora Comercio de Moveis", document: shop, institution: "Mercado Pago"),
        ReceiptSample(
            name: "scheduled for a later day",
            text: """
                Comprovante de agendamento
                Pix agendado
                Valor R$ 150,00
                Agendado para 10/12/2026
                Dados do recebedor
                Para Aurora Comercio de Moveis Ltda
                CNPJ 11.222.333/0001-81
                Dados do pagador
                De Celia Regina dos Santos
                CPF ***.982.247-**
                Instituição SANTANDER
                """, kind: .pix, status: .scheduled, cents: 15_000, day: "2026-12-10", at: nil, id: nil,
            payee: "Aurora Comercio de Moveis Ltda", document: shop, institution: "Santander"),
        ReceiptSample(
            name: "a transfer of the old kind",
            text: """
                Comprovante de TED
                Favorecido: AURORA COMERCIO DE MOVEIS LTDA
                CNPJ: 11.222.333/0001-81
                Banco: 999 - BANCO EXEMPLO
                Agência 0001 Conta 12345-6
                Valor transferido: R$ 1.000,00
                Tarifa: R$ 12,50
                Data da transferência: 05/12/2026 14:32:10
                Remetente: CELIA REGINA DOS SANTOS
                Banco: SICOOB
                """, kind: .transfer, status: .completed, cents: 100_000, day: "2026-12-05",
            at: "2026-12-05T14:32:10-03:00", id: nil, payee: "AURORA COMERCIO DE MOVEIS LTDA", document: shop,
            institution: "Sicoob"),
        ReceiptSample(
            name: "refused",
            text: """
                Pix não realizado
                Saldo insuficiente
                R$ 150,00
                05/12/2026 14:32
                Para
                Aurora Comercio de Moveis Ltda
                """, kind: .pix, status: .failed, cents: 15_000, day: "2026-12-05", at: "2026-12-05T14:32:00-03:00",
            id: nil, payee: "Aurora Comercio de Moveis Ltda", document: nil, institution: nil),
    ]
}
