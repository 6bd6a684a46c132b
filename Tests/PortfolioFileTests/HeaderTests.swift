import Domain
import PortfolioFile
import Testing

@Suite struct HeaderTests {
    static let values: [PortfolioField: String] = [
        .name: "Ana Lima", .document: "529.982.247-25", .contract: "C-9", .amount: "10,50", .dueDate: "10/08/2026",
        .phone: "(11) 98765-4321", .email: "a@b.com", .state: "sp", .city: "Santos", .birthDate: "01/02/80",
        .product: "Carnê",
    ]

    /// A file whose fields have the given header and the plainest one elsewhere.
    private func read(_ field: PortfolioField, _ header: String) throws -> PortfolioRow? {
        var headers: [PortfolioField: String] = [
            .name: "Nome", .document: "CPF", .contract: "Contrato", .amount: "Valor", .dueDate: "Vencimento",
            .phone: "Telefone",
        ]
        headers[field] = header
        let fields = PortfolioField.allCases.filter { headers[$0] != nil }
        let text =
            fields.map { "\"\(headers[$0] ?? "")\"" }.joined(separator: ";") + "\n"
            + fields.map { HeaderTests.values[$0] ?? "" }.joined(separator: ";")
        return try Outcome("\u{FEFF}" + text).accepted.first
    }

    @Test(
        "usual headers are understood",
        arguments: [
            (
                PortfolioField.name,
                """
                Nome do Cliente|NOME|nome_cliente|Cliente|Devedor|Nome do Devedor|Sacado|RAZÃO SOCIAL|\
                Nome/Razão Social|NomeCliente|NM_CLIENTE|Nome Completo|Titular|Nome do Aluno
                """
            ),
            (
                .document,
                """
                CPF/CNPJ|CPF|CNPJ|Documento|CPF - CNPJ|cpf_cnpj|CpfCnpj|CPFCNPJ|CPF do Cliente|Nº CPF|Doc.|CNPJ/CPF|\
                NR_CPF_CNPJ|CPF ou CNPJ|Nr. Documento|C.P.F.
                """
            ),
            (
                .contract,
                """
                Contrato|Nº do Título|N° Contrato|NR_CONTRATO|Número do Contrato|Num. Titulo|Título|Fatura|Duplicata|\
                Nosso Número|ID Contrato|Cód. Contrato|Nº Fatura|numContrato|Contrato nº|Pedido|Operação
                """
            ),
            (
                .amount,
                """
                Valor Original|Valor|VALOR (R$)|Vlr. Original|VL_TITULO|Saldo|Saldo Devedor|Valor da Parcela|\
                Valor em Aberto|Vl. Nominal|valorOriginal|VLRORIGINAL|Valor do Débito|Principal
                """
            ),
            (
                .dueDate,
                """
                Vencimento|Dt. Venc.|Data de Vencimento|DT_VENCIMENTO|Data Vencto|Dt Vcto|Venc.|DTVENC|\
                dataVencimento|Vencto|Vencimento Original|VENCIMENTO DO TÍTULO
                """
            ),
            (
                .phone,
                """
                Telefone 1|Telefone|Celular|Fone|WhatsApp|Tel.|TEL CELULAR|Telefone Celular|Fone Res.|telefone_1|\
                Whats|Telefone(s)|DDD/Telefone|Cel|Telefone para contato|FONE1|Nº Celular
                """
            ),
            (.email, "E-mail|Email|E-MAIL DO CLIENTE|e_mail|Mail|Correio Eletrônico"),
            (.state, "UF|Estado|Sigla UF|UF Cliente|estado_uf"),
            (.city, "Cidade|Município|CIDADE_CLIENTE|Cidade/Município"),
            (.birthDate, "Nascimento|Data de Nascimento|Dt. Nasc.|DT_NASCIMENTO|dataNascimento"),
            (.product, "Produto|Serviço|Tipo de Produto|PRODUTOS|Modalidade"),
        ])
    func usual(field: PortfolioField, headers: String) throws {
        for header in headers.split(separator: "|") {
            let row = try read(field, String(header))
            let isFound =
                switch field {
                case .email: row?.email != nil
                case .state: row?.state == .sp
                case .city: row?.city == "Santos"
                case .birthDate: row?.birthDate?.iso == "1980-02-01"
                case .product: row?.product == "Carnê"
                default: row != nil
                }
            #expect(isFound, "\(header)")
        }
    }

    @Test("other people's numbers and documents are not the debtor's")
    func otherPeople() throws {
        let row = try Outcome(
            "Nome;CPF;CPF do Cônjuge;Nome da Mãe;"
                + "Contrato;Valor;Valor Pago;Vencimento;Telefone Referência;Celular;CNPJ Credor\n"
                + "Ana;52998224725;11144477735;Eva;1;5;3;10/08/2026;21998765432;11987654321;11222333000181"
        ).accepted.first
        #expect(row?.name == "Ana" && row?.document.normalized == "52998224725" && row?.amount.cents == 500)
        #expect(row?.phones.map(\.e164) == ["+5511987654321"])
        #expect(row?.extra.count == 5)
    }

    @Test("documents may stand in two columns, and the best of several amounts is taken")
    func several() throws {
        let rows = try Outcome(
            "Código;Cliente;CPF;CNPJ;Documento;Saldo;Valor Original;Valor Atualizado;Emissão;Vencimento;E-mail\n"
                + "7;Ana;52998224725;;T1;9;5;6;01/01/2026;10/08/2026;a@b.com\n"
                + "7;Bia SA;;11222333000181;T2;9;5;6;01/01/2026;10/08/2026;a@b.com\n"
        ).accepted
        #expect(rows.map(\.document.normalized) == ["52998224725", "11222333000181"])
        #expect(rows.map(\.contract) == ["T1", "T2"])
        #expect(rows.map(\.amount.cents) == [500, 500])
        #expect(rows.first?.extra["Emissão"] == "01/01/2026")
    }
}
