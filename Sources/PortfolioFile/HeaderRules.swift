/// Which headers mean which field: names known word for word, best first, and telling words for the rest.
struct HeaderRule {
    let field: PortfolioField
    /// Whole headers in the spelling of `HeaderVocabulary`, words joined, best first.
    let names: [String]
    /// A header with one of these words means the field too …
    let tellingWords: Set<String>
    /// … unless it has one of these.
    let spoilers: Set<String>

    private init(
        _ field: PortfolioField, _ names: String, telling: String = "", unless spoilers: String = ""
    ) {
        self.field = field
        self.names = names.split(separator: " ").map(String.init)
        tellingWords = Set(telling.split(separator: " ").map(String.init))
        self.spoilers = Set(spoilers.split(separator: " ").map(String.init)).union(HeaderRule.otherPeople)
    }

    /// Third parties are never contacted (CDC art. 42), and the creditor is not the debtor.
    private static let otherPeople: Set<String> = [
        "conjuge", "avalista", "fiador", "mae", "pai", "referencia", "recado", "vizinho", "parente", "vendedor",
        "operador",
        "atendente", "credor", "cedente", "empresa", "loja", "filial", "usuario", "banco", "beneficiario", "socio",
        "representante", "escritorio", "assessoria",
    ]

    /// In the order in which columns are given away.
    static let all: [HeaderRule] = [
        HeaderRule(
            .document,
            """
            cpfcnpj cnpjcpf cpf cnpj cpfcliente cpfcnpjcliente cpfdevedor cpfcnpjdevedor cpfcnpjsacado numerocpf \
            numerocpfcnpj documentocliente documentodevedor documentocpf documentofederal inscricaofederal cgccpf \
            cpfcgc cgc cic taxid documento numerodocumento identificacao
            """,
            telling: "cpf cnpj cpfcnpj", unless: "tipo status data"),
        HeaderRule(
            .contract,
            """
            contrato numerocontrato contratonumero codigocontrato idcontrato contratoid titulo numerotitulo \
            codigotitulo idtitulo titulonumero numerodocumento documento numerofatura fatura faturanumero duplicata \
            numeroduplicata nossonumero seunumero numerooperacao operacao numeropedido pedido notafiscal \
            numeronotafiscal nf nfe numeronf carne numerocarne proposta numeroproposta boleto numeroboleto \
            numeroparcela identificador iddivida divida chave referencia matricula
            """,
            telling: "contrato titulo duplicata",
            unless: """
                data valor situacao status tipo inicio fim descricao emissao vencimento saldo prazo quantidade qtd \
                modalidade nome
                """),
        HeaderRule(
            .amount,
            """
            valororiginal valor valortitulo valorparcela valordivida valordebito valornominal valorprincipal \
            valoraberto valordevido saldodevedor saldo valorsaldo principal valorcontrato valorfatura \
            valordocumento valorvencimento valorcobranca valoratraso debito divida saldoaberto saldototal \
            valortotal total valoratualizado saldoatualizado original valororiginaltitulo preco aberto
            """,
            telling: "valor",
            unless: """
                pago desconto juros multa entrada minimo mora encargo encargos taxa atualizado correcao honorarios \
                custas data limite renda salario pagamento acordo proposta iof
                """),
        HeaderRule(
            .dueDate,
            """
            datavencimento vencimento vencimentooriginal datavencimentooriginal vencimentotitulo \
            datavencimentotitulo vencimentoparcela datavencimentoparcela vencimentodata vencimentocontrato \
            vencimentodesde datavcto dataatraso atrasodesde data
            """,
            telling: "vencimento", unless: "novo prorrogado valor dia contrato status situacao acordo proposta"),
        HeaderRule(
            .name,
            """
            nomecliente nomedevedor nomecompleto nome clientenome nomecompletocliente nomesacado nomepagador \
            nometitular nomecontratante nomeresponsavel nomeconsumidor nomealuno nomepessoa nomerazaosocial \
            razaosocialnome razaosocial nomecondomino cliente devedor sacado pagador titular contratante consumidor \
            responsavelfinanceiro responsavel aluno condomino associado mutuario correntista segurado assinante \
            pessoa
            """,
            telling: "nome",
            unless: """
                fantasia produto cidade arquivo carteira social plano servico modalidade rua contrato titulo \
                completo
                """),
        HeaderRule(
            .phone,
            """
            whatsapp telefonewhatsapp celularwhatsapp celular telefonecelular telefone telefoneprincipal \
            telefonecontato telefonecliente dddtelefone telefoneresidencial contato
            """,
            telling: "telefone celular whatsapp", unless: "tipo operadora status trabalho fax data valido"),
        HeaderRule(
            .email, "email emailcliente correioeletronico emailprincipal emaileletronico", telling: "email",
            unless: "status data tipo"),
        HeaderRule(
            .state,
            "uf estado ufcliente siglauf siglaestado estadouf estadocliente ufresidencia ufendereco unidadefederativa",
            telling: "uf", unless: "rg nascimento naturalidade emissor veiculo crm"),
        HeaderRule(
            .city, "cidade cidadecliente cidaderesidencia cidadeendereco localidade nomecidade", telling: "cidade",
            unless: "nascimento naturalidade codigo ibge"),
        HeaderRule(
            .birthDate, "datanascimento nascimento aniversario dataaniversario", telling: "nascimento",
            unless: "cidade local uf estado municipio"),
        HeaderRule(
            .product,
            "produto nomeproduto descricaoproduto tipoproduto servico modalidade linhaproduto tipocontrato plano",
            telling: "produto", unless: "codigo quantidade valor data numero"),
    ]
}
