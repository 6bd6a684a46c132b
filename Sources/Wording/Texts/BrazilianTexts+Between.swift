/// What is said between the steps: to questions, doubts and second thoughts.
extension BrazilianTexts {
    static let inBetween: [PhraseKey: [String]] = [
        .whoWrites: [
            "Aqui é a assistente virtual {of_creditor}. Tenho um assunto do cadastro de {name}. É você?",
            "Sou a assistente virtual {of_creditor}, e queria falar com {name}. É você quem responde?",
        ],
        .privateMatter: [
            "É um assunto só de {name}, por cuidado com os dados. Falo com {name}?",
            "Isso eu só conto para {name}, para proteger quem é. É você?",
        ],
        .thirdPartyAgain: [
            "Obrigada pela ajuda! Mesmo assim, só posso falar com {name}. Pode passar o recado?",
            "Entendo, e agradeço. Os dados são de {name}, então espero por aqui.",
            "Vou esperar por {name}, para cuidar bem dos dados. Agradeço a ajuda!",
        ],
        .thinkItOver: [
            "Claro, pense com calma. Quando decidir, é só me chamar aqui.",
            "Sem pressa nenhuma. Converse com quem quiser e me chame quando der.",
        ],
        .ownAnswerAgain: ["Sobre isso: {answer}", "Como te contei: {answer}"],
        .questionNoted: [
            "Boa pergunta! Não quero te responder errado, então passei para a equipe. {when}",
            "Essa eu não sei dizer com certeza. Já pedi a resposta para a equipe. {when}",
        ],
    ]

    static let inBetweenMoney: [PhraseKey: [String]] = [
        .balance: [
            "Hoje são {total}: {sum}. Quer ver como dá para pagar?",
            "O total de hoje é {total}. São {sum}. Mostro as opções?",
        ],
        .chargesExplained: [
            "{charges} Quer ver as opções para pagar menos?",
            "Te explico: {charges} Posso mostrar as opções?",
        ],
        .bestOffer: [
            "O melhor que consigo é isto: {offer}. {saving} Posso fechar?",
            "Consigo chegar até aqui: {offer}. {saving} Fechamos?",
        ],
        .planOffers: [
            "Dividido, fica assim:\n{options}\nQual cabe melhor?",
            "Dá para dividir destas formas:\n{options}\nQual você prefere?",
        ],
        .nearestSame: [
            "Gostaria de poder, mas o mínimo é mesmo este: {offer}. Se for melhor, divido: {other}. O que prefere?",
            "Já estou no meu limite: {offer}. Outra saída é dividir: {other}. Qual fica melhor?",
        ],
        .nearestSameCash: [
            "Gostaria de poder, mas o mínimo é mesmo este: {offer}. Fica bom, ou chamo uma pessoa para ver com você?",
            "Já estou no meu limite: {offer}. Fechamos, ou prefere falar com uma pessoa?",
        ],
        .agreedCharge: [
            "Fechado, {name}! São {amount} até {due}. Copie o código da próxima mensagem e cole em “Pix copia e cola” no "
                + "app do banco. Quem recebe: {beneficiary}.",
            "Combinado, {name}! Agora é só pagar {amount} até {due}: copie o código abaixo, abra o app do banco e cole em "
                + "“Pix copia e cola”. Confira quem recebe: {beneficiary}.",
        ],
        .agreedChargeFailed: [
            "Fechado, {name}! Só o Pix não saiu agora, desculpe. Uma pessoa da equipe te manda. {when}",
            "Combinado, {name}! Tive um problema para gerar o Pix, e a equipe te manda. {when}",
        ],
        .disputeWithdrawn: [
            "Obrigada por conferir! Aviso a equipe. Quer ver como dá para pagar?",
            "Que bom que ficou claro! Já aviso a equipe. Mostro as opções?",
        ],
        .reviewRunning: [
            "Está tudo anotado. A equipe confere e te responde por aqui.",
            "Pode ficar em paz: a equipe está conferindo e te avisa.",
        ],
    ]
}
