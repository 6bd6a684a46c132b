/// What is said after proof: the balance, the offers, the agreement.
extension BrazilianTexts {
    static let debt: [PhraseKey: [String]] = [
        .statement: [
            "Obrigada, {name}! É sobre esta conta: {product}.\n{lines}\n\n{identity}\n{rights}",
            "Prontinho, {name}. Está em aberto: {product}.\n{lines}\n\n{identity}\n{rights}",
            "Certinho, {name}! O assunto é esta conta: {product}.\n{lines}\n\n{identity}\n{rights}",
        ],
        .statements: [
            "Obrigada, {name}! É isto que está em aberto, do valor original ao de hoje:\n{lines}\n*Total hoje: "
                + "{total}*\n\n{identity}\n{rights}",
            "{name}, é isto que tem hoje, do valor de antes ao de agora:\n{lines}\n*Total: {total}*\n\n{identity}\n{rights}",
        ],
        .nothingOwed: [
            "Boa notícia, {name}: não há nada em aberto no seu nome aqui.",
            "{name}, conferi agora e está tudo certo: nada em aberto.",
        ],
        .timeBarred: [
            "Esta conta é antiga e está prescrita: você não tem obrigação de pagar. Não vou cobrar. Se tiver dúvida, "
                + "chamo uma pessoa.",
            "O prazo legal desta conta já passou, ela está prescrita. Não há cobrança. Posso chamar uma pessoa se "
                + "quiser entender melhor.",
        ],
        .offers: [
            "Tenho estas opções para você:\n{options}\nQual fica melhor? Pode responder só o número.",
            "Olha o que consigo fazer:\n{options}\nQual cabe melhor para você? Pode mandar só o número.",
        ],
        .offersAgain: [
            "Estas são as opções que tenho:\n{options}\nAlguma serve?",
            "Aqui estão elas de novo:\n{options}\nSe nenhuma servir, me diz quanto cabe por mês.",
            "Posso fazer assim:\n{options}\nQual você prefere?",
        ],
        .singleOffer: [
            "Consigo fechar assim: {offer}. {saving} Fica bom?",
            "Tenho esta opção para você: {offer}. {saving} Serve?",
        ],
        .singleOfferPlain: [
            "Dá para resolver assim: {offer}. Fica bom?",
            "Tenho esta opção para você: {offer}. Serve?",
        ],
        .readBackCash: [
            "Então fica assim: {offer}. {saving} Posso fechar?",
            "Só confirmando: {offer}. {saving} Fechamos?",
        ],
        .readBackPlan: [
            "Então fica assim: {offer}. Total: {total}. {interest} {saving} Posso fechar?",
            "Só confirmando: {offer}. No total, {total}. {interest} {saving} Fechamos?",
        ],
        .whichOffer: [
            "Que bom! Qual das opções você prefere?",
            "Ótimo! Me diz só qual delas.",
        ],
        .staleOffer: [
            "Essa opção já não vale. Estas são as de hoje:\n{options}\nQual fica melhor?",
            "Aquela proposta já passou. Hoje dá para fazer assim:\n{options}\nQual fica bem para você?",
        ],
        .bestAlready: [
            "Já está no melhor que consigo por aqui. Se quiser, uma pessoa da equipe olha seu caso.",
            "Esse já é o menor valor que posso fazer. Posso chamar uma pessoa para olhar com você.",
        ],
    ].merging(nearest) { first, _ in first }

    private static let nearest: [PhraseKey: [String]] = [
        .nearestTotal: [
            "Esse valor eu não consigo, mas chego perto: {offer}. {sum} {interest} Posso fechar assim?",
            "Até aí não chego. O mais perto que posso: {offer}. {sum} {interest} Fechamos?",
        ],
        .nearestInstallment: [
            "Parcela desse valor eu não consigo. O mais perto: {offer}. {sum} {interest} Cabe para você?",
            "A menor parcela que posso fazer fica assim: {offer}. {sum} {interest} Fechamos?",
        ],
        .nearestCount: [
            "Esse número de parcelas não dá. O mais perto que consigo: {offer}. {sum} {interest} Posso "
                + "fechar?",
            "Em tantas vezes não consigo, mas dá assim: {offer}. {sum} {interest} Fechamos?",
        ],
        .nearestDown: [
            "A menor entrada que consigo é esta: {offer}. {sum} {interest} Posso fechar?",
            "Preciso de uma entrada. O mais perto que chego: {offer}. {sum} {interest} Serve?",
        ],
        .nearestDate: [
            "Essa data fica longe para esta condição. Consigo assim: {offer}. {sum} {interest} Posso fechar?",
            "O prazo máximo é um pouco antes: {offer}. {sum} {interest} Serve para você?",
        ],
        .nearestNoPlan: [
            "Parcelado não consigo neste caso. Dá para fazer assim: {offer}. {saving} Serve?",
            "Neste caso só tenho pagamento único: {offer}. {saving} Fica bom?",
        ],
    ]

    static let talk: [PhraseKey: [String]] = [
        .askAmount: [
            "Quanto cabe no seu bolso por mês? Me diz um valor e eu vejo o que dá.",
            "Me diz um valor ou um número de parcelas que fique bom, e eu vejo o mais perto que consigo.",
        ],
        .declined: [
            "Tudo bem! O que ficaria bom para você: um valor por mês ou outra data?",
            "Sem problema. Me diz quanto cabe por mês, ou quando seria melhor, e eu vejo.",
        ],
        .promiseNoted: [
            "Combinado: pagamento até {due}. No dia te mando o Pix com o valor certinho.",
            "Anotado: você paga até {due}. Se algo mudar, é só me dizer.",
        ],
        .promiseNotedAmount: [
            "Combinado: {amount} até {due}. No dia te mando o Pix.",
            "Anotado: {amount} até {due}. Se algo mudar, é só me dizer.",
        ],
        .promiseNotBusinessDay: [
            "Anotei: {what}até {due}. Nesse dia o banco não abre, mas o Pix funciona. Mantenho, ou prefere {next}?",
            "Combinado: {what}até {due}. É dia sem banco, mas o Pix cai na hora. Fica assim, ou melhor {next}?",
        ],
        .promiseTooFar: [
            "Essa data fica longe. Consigo esperar até {due}. Pode ser?",
            "O máximo que posso segurar é até {due}. Fica bom?",
        ],
        .askDate: [
            "Que dia fica bom para você?",
            "Me diz um dia que funcione, e eu anoto.",
        ],
        .askPayday: [
            "Claro! Em que dia você costuma receber?",
            "Entendi. Sabe me dizer o dia em que o dinheiro cai?",
        ],
        .askWhichDate: [
            "Só para eu anotar certo: {days}?",
            "Qual deles você quer dizer: {days}?",
        ],
        .dateInvalid: [
            "Essa data não existe no calendário. Pode me mandar o dia e o mês?",
            "Não achei esse dia. Me manda assim: 05/12.",
        ],
        .vagueLetGo: [
            "Sem problema. Quando souber o dia, me avisa por aqui.",
            "Tudo bem, sem pressa. É só me chamar quando souber.",
        ],
        .hardshipAsk: [
            "Sinto muito que esteja passando por isso. Vamos achar um jeito leve. O que ajudaria mais agora?",
            "Entendo, e obrigada por me contar. Dá para aliviar. O que seria melhor para você?",
        ],
        .hardshipPaused: [
            "Combinado: não escrevo sobre isso até {due}. Cuide de você. Se quiser apoio, o CRAS e a Defensoria ajudam de "
                + "graça.",
            "Pausei tudo até {due}. Se precisar de apoio, CRAS, Procon e Defensoria Pública ajudam de graça.",
        ],
        .disputeAsk: [
            "Obrigada por avisar. Parei a cobrança para conferir. O que está errado?",
            "Entendi. Está tudo parado enquanto a gente confere. Me conta o que houve?",
        ],
        .disputeOpened: [
            "Anotei. A cobrança fica parada, e a equipe responde em até 7 dias, com os documentos.",
            "Certo, registrei. Nada é cobrado enquanto isso. Em até 7 dias você recebe a resposta.",
        ],
        .promiseRunning: [
            "Está marcado para {due}. Quer mudar a data?",
            "Segue marcado para {due}. Precisa de mais alguma coisa?",
        ],
        .nudge: [
            "Fico por aqui. Quando puder, é só me dizer qual opção prefere.",
            "Sem pressa: quando quiser continuar, é só responder.",
        ],
    ]

    static let money: [PhraseKey: [String]] = [
        .agreedLater: [
            "Fechado, {name}! Te mando o Pix da primeira parcela {due}. Se quiser antes, é só pedir.",
            "Combinado, {name}! O primeiro Pix chega {due}. Para adiantar, é só me chamar.",
        ],
        .chargeInstructions: [
            "Para pagar {amount} até {due}: copie o código da próxima mensagem e cole em “Pix copia e cola” no app do "
                + "seu banco. Confira quem recebe: {beneficiary}.",
            "Aqui vai seu Pix de {amount}, para pagar até {due}. Copie o código abaixo, cole no app do banco e "
                + "confira quem recebe: {beneficiary}.",
        ],
        .chargePending: [
            "Estou gerando seu Pix, já te mando.",
            "Só um instante, seu Pix está a caminho.",
        ],
        .chargeFailed: [
            "O Pix não pôde ser gerado agora, desculpe. Uma pessoa da equipe vai te mandar. {when}",
            "Tive um problema para gerar o Pix. A equipe já foi avisada e te manda. {when}",
        ],
        .paymentSettled: [
            "Recebemos seu pagamento de {amount} em {day}. Está tudo quitado, {name}! Obrigada. Sua carta de quitação "
                + "chega em até 10 dias úteis.",
            "Pagamento de {amount} confirmado em {day}. Tudo certo, {name}, não falta mais nada! A carta de quitação "
                + "chega em até 10 dias úteis.",
        ],
        .paymentInstallment: [
            "Recebi {amount}, parcela {number} de {count}. Obrigada, {name}! A próxima é de {next}, {due}.",
            "Caiu aqui a parcela {number} de {count}: {amount}. Obrigada, {name}! Depois vem a de {next}, {due}.",
        ],
        .paymentInstallmentLast: [
            "Recebi {amount}, da parcela {number} de {count}. Muito bom, {name}, obrigada!",
            "Caiu aqui a parcela {number} de {count}: {amount}. Valeu, {name}!",
        ],
        .paymentDown: [
            "Recebi sua entrada de {amount}. Obrigada, {name}! O acordo está valendo. A próxima é de {next}, {due}.",
            "Caiu aqui a entrada de {amount}, {name}. Está valendo! Depois vem a de {next}, {due}.",
        ],
        .paymentDownOnly: [
            "Caiu aqui sua entrada de {amount}. Muito obrigada, {name}! Já está valendo.",
            "Recebi a entrada de {amount}, {name}. Pode ficar em paz, já está valendo!",
        ],
        .paymentPartial: [
            "Recebi {amount}, obrigada! Ainda ficam {open} em aberto. Quer ver como acertar o resto?",
            "Chegaram {amount}, obrigada! Restam {open}. Posso te mandar as opções?",
        ],
        .surveyAsk: [
            "Como foi o atendimento, de 1 a 5?",
            "Que nota você dá para esta conversa, de 1 a 5?",
        ],
        .surveyThanks: [
            "Obrigada pela nota! Até mais.",
            "Valeu por responder! Fico à disposição.",
        ],
        .surveyLow: [
            "Obrigada por dizer. Sinto muito, vamos melhorar. Se quiser contar o que houve, é só escrever.",
            "Agradeço a sinceridade. Vou passar à equipe. Se quiser, me conta o que faltou.",
        ],
    ]

    static let aftermath: [PhraseKey: [String]] = [
        .receiptAsk: [
            "Obrigada por avisar! Pode me mandar o comprovante por aqui? A conferência leva até 2 dias úteis.",
            "Que bom! Se tiver o comprovante, manda uma foto. Confirmo em até 2 dias úteis.",
        ],
        .receiptReceived: [
            "Recebi, obrigada! A equipe confere em até 2 dias úteis e te avisa. Não precisa fazer mais nada.",
            "Chegou bem, obrigada! Em até 2 dias úteis te digo o que o banco mostrou. Pode ficar em paz.",
        ],
        .receiptFits: [
            "Recebi o comprovante, obrigada! Em até 2 dias úteis te digo o que o banco mostrou.",
            "Chegou e deu para ler, obrigada! Assim que o banco confirmar, te aviso: leva até 2 dias úteis.",
        ],
        .receiptDiffers: [
            "Recebi, obrigada! O que está no comprovante é diferente do que eu tenho aqui. A equipe confere em até 2 "
                + "dias úteis e te avisa.",
            "Obrigada por mandar! Não achei um valor igual aqui. A equipe olha em até 2 dias úteis e te responde.",
        ],
        .receiptOtherPayee: [
            "Recebi, obrigada. No comprovante quem recebeu foi outro nome, então a equipe vai olhar com cuidado. A "
                + "resposta vem em até 2 dias úteis.",
            "Obrigada por mandar. O nome de quem recebeu não é o nosso, por isso uma pessoa vai conferir. Te aviso em "
                + "até 2 dias úteis.",
        ],
        .receiptScheduled: [
            "Obrigada! O pagamento está marcado para outro dia. Quando ele cair no banco, eu te aviso.",
            "Recebi! O banco ainda vai fazer esse pagamento. Assim que cair, te aviso por aqui.",
        ],
        .receiptNotDone: [
            "Obrigada por mandar. O comprovante mostra que o pagamento não foi concluído. Quer que eu mande o Pix de "
                + "novo?",
            "Vi aqui: o banco não completou esse pagamento. Posso mandar o Pix outra vez?",
        ],
        .receiptUnpaidOrder: [
            "Recebi! Isso é o código para pagar. Se você já pagou, me manda o comprovante que o banco mostra?",
            "Obrigada! Essa imagem é da cobrança. Depois do pagamento o banco mostra o comprovante: pode me mandar?",
        ],
        .receiptUnclear: [
            "Recebi a imagem, mas não consegui ler. Pode mandar outra, mais nítida? O PDF do banco também serve.",
            "Obrigada por mandar! A imagem ficou difícil de ler. Consegue tirar outra, com boa luz?",
        ],
        .receiptByHand: [
            "Obrigada por tentar de novo! Uma pessoa da equipe vai olhar a imagem. {when}",
            "Agora uma pessoa confere a imagem com calma, não precisa mandar outra. {when}",
        ],
        .paidNoted: [
            "Tudo bem. Vamos conferir com o banco em até 2 dias úteis. Você não precisa fazer nada.",
            "Tudo certo! Em até 2 dias úteis a gente vê no banco e te avisa.",
        ],
        .bureauListed: [
            "Consta um registro no seu nome por esta conta. Depois do pagamento, a retirada sai em até 5 dias úteis.",
            "Há um registro por esta conta. Com o pagamento confirmado, ele sai em até 5 dias úteis.",
        ],
        .bureauNotListed: [
            "Não há registro no seu nome por esta conta.",
            "Pode ficar em paz: por esta conta não existe registro no seu nome.",
        ],
        .bureauUnknown: [
            "Vou pedir para a equipe conferir se existe registro. Se houver, ele sai em até 5 dias úteis depois do "
                + "pagamento.",
            "Isso quem vê é a equipe, e te responde aqui. Se houver um registro, ele sai em até 5 dias úteis depois que "
                + "você paga.",
        ],
        .documentsNoted: [
            "Claro! A equipe te envia os documentos por aqui em até 5 dias úteis.",
            "Já pedi! Os papéis chegam por aqui em até 5 dias úteis.",
        ],
        .statusReceived: [
            "Sim! Recebemos {amount} em {day}. Obrigada!",
            "Caiu, sim: {amount}, em {day}. Obrigada!",
        ],
        .statusNone: [
            "Ainda não apareceu pagamento. O Pix cai na hora; o boleto leva até 2 dias úteis. Se já pagou, me manda "
                + "o comprovante?",
            "Por enquanto não consta. Boleto pode levar até 2 dias úteis. Quer me mandar o comprovante?",
        ],
        .statusWaiting: [
            "Ainda não caiu. Está em aberto {amount}, até {due}. Assim que o banco confirmar, te aviso.",
            "Por enquanto falta {amount}, até {due}. Confirmo por aqui quando o banco avisar.",
        ],
        .otherMethod: [
            "Por aqui consigo Pix na hora. Para outra forma de pagamento, chamo uma pessoa. O que prefere?",
            "Eu gero Pix agora mesmo. Se precisar de boleto ou outra forma, uma pessoa da equipe te manda.",
        ],
        .contactUpdated: [
            "Obrigada! Pedi para atualizar seu cadastro.",
            "Anotado! Seu contato novo vai para o cadastro.",
        ],
        .agreementRunning: [
            "Seu acordo está em dia com a gente: falta {amount}, até {due}. Quer o Pix agora?",
            "O acordo segue valendo. O próximo pagamento é de {amount}, até {due}. Mando o Pix?",
        ],
        .agreementRunningDone: [
            "Seu acordo está todo pago. Obrigada!",
            "Tudo pago no seu acordo, não falta nada.",
        ],
        .confirmCancellation: [
            "Quer mesmo cancelar o acordo? Se preferir, mantenho como está.",
            "Antes de cancelar: mantenho o acordo ou desfaço?",
        ],
        .agreementKept: [
            "Ótimo, o acordo continua valendo.",
            "Perfeito, fica tudo como combinamos.",
        ],
        .agreementCancelled: [
            "Cancelei o acordo. Se quiser, vemos outra forma.",
            "Acordo desfeito, sem problema. Posso te mostrar outras opções.",
        ],
    ]
}
