enum BrazilianDocumentTexts {
    static let all: [DocumentText: String] = [
        .page: "Página {page} de {pages}",
        .issued: "Emitido em {instant}",
        .reference: "Nº {reference}",
        .creditor: "Credor",
        .client: "Cliente",
        .personDocument: "CPF",
        .companyDocument: "CNPJ",
        .contract: "Contrato",
        .product: "Produto",
        .dueDate: "Vencimento",
        .principal: "Principal",
        .correction: "Correção",
        .fine: "Multa",
        .interest: "Juros",
        .charges: "Encargos",
        .discount: "Desconto",
        .amount: "Valor",
        .total: "Total",
        .totalInReais: "Total em R$",
        .dayLate: "{count} dia em atraso",
        .daysLate: "{count} dias em atraso",
        .notLate: "em dia",
        .businessDay: "{count} dia útil",
        .businessDays: "{count} dias úteis",
        .installment: "Parcela",
        .installmentOf: "Parcela {number} de {count}",
        .downPayment: "Entrada",
        .onePayment: "Pagamento único",

        .howToPay: "Como pagar",
        .amountToPay: "Valor a pagar",
        .pixValid: "Este código vale até {day}.",
        .pixSteps:
            "Abra o aplicativo do seu banco, escolha Pix e leia o código ao lado. Ou copie o código abaixo e cole "
            + "em “Pix copia e cola”.",
        .pixCheck: "Antes de confirmar, veja se quem recebe é {name}, {document}.",
        .pixCopy: "Pix copia e cola",
        .pixAlternative: "Código QR do Pix de {amount} para {name}; o mesmo código está escrito logo abaixo",

        .rights: "Seus direitos",
        .contestTitle: "Não reconhece ou não concorda?",
        .contest: "Responda na conversa com “não concordo” e diga o que está errado. A cobrança do que você contestar "
            + "para até a resposta.",
        .personTitle: "Quer falar com uma pessoa?",
        .person: "Responda “atendente”. Alguém da equipe continua a conversa com você, sem precisar repetir tudo.",
        .stopTitle: "Não quer mais mensagens?",
        .stop: "Responda “parar”. Vale a partir de agora. O que está em aberto continua em aberto.",
        .privacyTitle: "Seus dados (LGPD)",
        .privacy: "Usamos seus dados só para esta cobrança. Você pode pedir para ver e corrigir seus dados e para uma "
            + "pessoa rever uma decisão automática. A resposta completa vem em até 15\u{A0}dias.",

        .statementTitle: "Extrato do débito",
        .statementDay: "Valores de {day}",
        .totalOwed: "Total em aberto",
        .debts: "O que está em aberto",
        .chargesExplained: "Multa de {fine}, cobrada uma vez. Juros de {interest} ao mês, contados por dia de atraso.",
        .statementChanges:
            "Valores em reais. Depois desta data os juros continuam contando: peça um extrato novo antes "
            + "de pagar.",

        .agreementTitle: "Termo de acordo",
        .proposalTitle: "Proposta de acordo",
        .agreementDay: "Valores de {day}",
        .coveredDebts: "O que este acordo inclui",
        .payments: "Pagamentos",
        .totalOwedThen: "Valor em aberto",
        .totalAgreed: "Total do acordo",
        .planInterest: "Juros das parcelas",
        .planCash: "Pagamento único de {amount} até {day}.",
        .planDown: "Entrada de {amount} até {day}.",
        .planOne: "Uma parcela de {amount}, com vencimento em {first}.",
        .planEven: "{count} parcelas de {amount}, de {first} a {last}.",
        .planUneven: "{count} parcelas de até {amount}, de {first} a {last}.",
        .planRate: "Juros de {rate} ao mês.",
        .planCost: "Custo efetivo total: {cost} ao ano.",
        .planWithoutInterest: "Sem juros sobre os pagamentos.",
        .terms: "Condições",
        .clauseCovers:
            "Este acordo vale para os contratos listados acima. Enquanto ele é cumprido, nada mais é cobrado "
            + "por esses contratos.",
        .clausePaying: "Cada pagamento vence no dia da tabela. Se cair em dia sem expediente bancário, o dia útil "
            + "seguinte ainda é em dia.",
        .clauseLate:
            "No atraso de um pagamento há multa de {fine}, uma vez, e juros de {interest} ao mês, contados por "
            + "dia, só sobre esse pagamento.",
        .clauseBreach:
            "Se um pagamento atrasar mais de {grace}, o acordo pode ser encerrado, com aviso a você. O que já "
            + "foi pago é abatido do que está em aberto.",
        .clauseDiscountKept: "Se o acordo for encerrado, o desconto já dado continua valendo.",
        .clauseDiscountLost: "Se o acordo for encerrado, o desconto não vale para o que ainda não foi pago.",
        .clauseEarly:
            "Você pode pagar antes, tudo ou parte. Havendo juros, eles diminuem na mesma proporção (Código de "
            + "Defesa do Consumidor, art.\u{A0}52, §\u{A0}2º).",
        .clauseSettled:
            "Depois do último pagamento você recebe a carta de quitação em até 10\u{A0}dias úteis. Se houver "
            + "registro em cadastro de crédito, o credor pede a retirada em até 5\u{A0}dias úteis.",
        .clauseRights: "Este acordo não tira seu direito de contestar valores, de renegociar nem de procurar o Procon "
            + "ou a Justiça.",
        .clausePrivacy: "Seus dados são usados para cumprir este acordo, como prevê a LGPD (Lei\u{A0}13.709/2018).",
        .acceptance: "Como foi aceito",
        .acceptedAt: "Aceito em",
        .channel: "Canal",
        .acceptedWords: "Resposta do cliente",
        .quoted: "“{text}”",
        .identityProof: "Confirmação de identidade",
        .identityProvenInChat: "Nome e dados do cadastro confirmados na conversa",
        .messageId: "Mensagem",
        .termsHash: "Código de conferência dos termos",

        .settlementTitle: "Carta de quitação",
        .settlementDeclares: "{creditor}, {creditorDocument}, declara que {client}, {clientDocument}, pagou "
            + "integralmente os contratos abaixo e nada mais deve por eles.",
        .settledContracts: "Contratos quitados",
        .settledOn: "Quitado em",
        .amountPaid: "Valor pago",
        .settlementAgreement: "A quitação encerra o acordo nº\u{A0}{agreement}, cumprido por completo.",
        .settlementMeans:
            "O credor dá quitação plena, geral e irrevogável desses contratos: nenhum valor deles pode ser "
            + "cobrado outra vez.",
        .settlementBureau:
            "Se houver registro desses contratos em cadastro de crédito, o credor pede a retirada em até "
            + "5\u{A0}dias úteis da data do pagamento.",

        .receiptTitle: "Recibo de pagamento",
        .amountReceived: "Valor recebido",
        .receivedAt: "Recebido em",
        .paidBy: "Pago por",
        .paidWith: "Forma de pagamento",
        .byPix: "Pix, identificação {id}",
        .byBoleto: "Boleto, nosso número {number}",
        .byCash: "Dinheiro",
        .paymentUsed: "Onde o pagamento foi usado",
        .paymentOrder: "O pagamento cobre primeiro os encargos e depois o principal (Código Civil, art.\u{A0}354).",
        .stillOwed: "Ainda em aberto: {amount}",
        .nothingOwed: "Nada mais em aberto.",
        .receiptDeclares: "{creditor}, {document}, declara ter recebido {amount} e dá quitação desse valor.",

        .boletoTitle: "Boleto",

        .cardGreeting: "Oi, {name}!",
        .cardDue: "para pagar até {day}",
        .cardPix:
            "Abra o aplicativo do seu banco, escolha Pix e leia este código.\n\nOu copie o código que está na mensagem.",
        .cardCaption: "{creditor}: {amount} para pagar até {day}.",
        .summaryTitle: "{name}, seu acordo",
        .summarySaved: "Era {owed}. Você economiza {saved}.",
        .summaryOther: "mais {count} parcela",
        .summaryOthers: "mais {count} parcelas",
        .summaryNote: "O termo completo está no PDF.",
        .summaryCaption: "Seu acordo com {creditor}.",
    ]
}
