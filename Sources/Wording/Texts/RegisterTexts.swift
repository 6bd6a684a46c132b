/// Where a register says it in other words. Every place that the usual text needs stands in these too.
enum RegisterTexts {
    static let formal: [PhraseKey: [String]] = [
        .opening: [
            "Olá. Aqui é a assistente virtual {of_creditor}. Falo com {name}?",
            "Olá. Sou a assistente virtual {of_creditor}, e procuro {name}. É você quem fala?",
        ],
        .askCPF: [
            "Agradeço. Para cuidar dos seus dados, quais são os 3 primeiros números do seu CPF?",
            "Obrigada. Antes de seguir, peço só os 3 primeiros números do seu CPF.",
        ],
        .askCPFBefore: [
            "Vou ver isso com você. Antes, quais são os 3 primeiros números do seu CPF?",
            "Já respondo. Para cuidar dos seus dados, peço os 3 primeiros números do seu CPF.",
        ],
        .statement: [
            "Obrigada, {name}. O assunto é esta conta: {product}.\n{lines}\n\n{identity}\n{rights}",
            "{name}, seus dados estão certos. Trata-se desta conta: {product}.\n{lines}\n\n{identity}\n{rights}",
        ],
        .offers: [
            "Estas são as opções de hoje:\n{options}\nQual delas você prefere? Basta o número.",
            "Posso fazer assim:\n{options}\nQual fica melhor? Basta responder com o número.",
        ],
        .readBackCash: [
            "Fica assim: {offer}. {saving} Posso confirmar?",
            "Para confirmar: {offer}. {saving} Está de acordo?",
        ],
        .readBackPlan: [
            "Fica assim: {offer}. Total: {total}. {interest} {saving} Posso confirmar?",
            "Para confirmar: {offer}. No total, {total}. {interest} {saving} Está de acordo?",
        ],
        .agreedCharge: [
            "Está confirmado, {name}. São {amount} até {due}. Copie o código da próxima mensagem e cole em “Pix copia e "
                + "cola” no app do banco. Quem recebe: {beneficiary}.",
            "Acordo confirmado, {name}. Para pagar {amount} até {due}, copie o código abaixo e cole em “Pix copia e cola”. "
                + "Confira quem recebe: {beneficiary}.",
        ],
        .declined: [
            "Está bem. O que ficaria melhor: um valor por mês ou outra data?",
            "Entendo. Quanto cabe por mês, ou quando seria melhor?",
        ],
        .promiseNoted: [
            "Está marcado: pagamento até {due}. No dia envio o Pix com o valor exato.",
            "Anotei: você paga até {due}. Se algo mudar, é só me dizer.",
        ],
        .allRight: ["Está bem. Se precisar, estou aqui.", "Perfeito. Fico à disposição."],
        .welcome: ["Eu que agradeço. Fico à disposição.", "Por nada. Se precisar, estou aqui."],
        .humanQueued: ["Pois não. Já chamei uma pessoa da equipe. {when}", "Vou passar você para uma pessoa. {when}"],
        .paymentSettled: [
            "Recebemos {amount} em {day}. Está tudo pago, {name}. Agradeço. A carta de quitação chega em até 10 dias úteis.",
            "O pagamento de {amount} caiu em {day}. Não falta mais nada, {name}. A carta chega em até 10 dias úteis.",
        ],
        .nudge: [
            "Fico por aqui. Quando puder, diga qual opção prefere.",
            "Sem pressa. Quando quiser seguir, basta responder.",
        ],
    ]

    static let close: [PhraseKey: [String]] = [
        .opening: [
            "Oi, que bom falar com você! Aqui é a assistente virtual {of_creditor}. Falo com {name}?",
            "Oii! Sou a assistente virtual {of_creditor}. É {name} que fala?",
        ],
        .askCPF: [
            "Que bom te achar! Só pra cuidar dos seus dados: quais os 3 primeiros números do seu CPF?",
            "Oba, obrigada! Me diz só os 3 primeiros números do seu CPF, pra ninguém ver o que é seu?",
        ],
        .askCPFBefore: [
            "Bora ver isso! Antes, me diz só os 3 primeiros números do seu CPF?",
            "Já te conto! Só preciso dos 3 primeiros números do seu CPF, pra cuidar dos seus dados.",
        ],
        .statement: [
            "Prontinho, {name}! É sobre esta conta aqui: {product}.\n{lines}\n\n{identity}\n{rights}",
            "Achei aqui, {name}! É esta conta: {product}.\n{lines}\n\n{identity}\n{rights}",
        ],
        .offers: [
            "Olha o que consegui pra você:\n{options}\nQual te ajuda mais? Manda só o número 😊",
            "Separei estas aqui:\n{options}\nQual cabe melhor no seu bolso? Pode mandar só o número.",
        ],
        .readBackCash: [
            "Então fica assim: {offer}. {saving} Fechou?", "Combinado assim: {offer}. {saving} Posso fechar?",
        ],
        .readBackPlan: [
            "Então fica assim: {offer}. No total, {total}. {interest} {saving} Fechou?",
            "Combinado assim: {offer}. Dá {total} no total. {interest} {saving} Posso fechar?",
        ],
        .agreedCharge: [
            "Fechou, {name}! São {amount} até {due}. Copia o código da próxima mensagem e cola em “Pix copia e cola” no app "
                + "do banco. Quem recebe é {beneficiary}.",
            "Show, {name}! Pra pagar {amount} até {due}, copia o código aqui embaixo e cola em “Pix copia e cola”. Quem "
                + "recebe é {beneficiary}.",
        ],
        .declined: [
            "Tranquilo! O que te ajuda mais: um valor por mês ou outra data?",
            "Sem problema! Me diz quanto cabe por mês, ou quando fica melhor, e eu vejo.",
        ],
        .promiseNoted: [
            "Fechado: até {due}. No dia te mando o Pix certinho, tá?",
            "Anotei aqui: {due}. Se mudar algo, me dá um toque!",
        ],
        .allRight: ["Fechou! Qualquer coisa, me chama.", "Show! Tô por aqui se precisar.", "Beleza! Até mais."],
        .welcome: ["Imagina! Precisando, me chama.", "Por nada! Um abraço."],
        .nudge: ["Tô por aqui! Quando der, me diz qual prefere.", "Sem pressa, tá? Quando quiser, é só responder."],
    ]

    static let short: [PhraseKey: [String]] = [
        .opening: [
            "Oi! Aqui é {creditor} (assistente virtual). É {name}?",
            "Olá! {creditor}, assistente virtual. Falo com {name}?",
        ],
        .askCPF: ["Os 3 primeiros números do seu CPF?", "Só os 3 primeiros números do seu CPF, por favor?"],
        .askCPFBefore: [
            "Já vejo. Antes, os 3 primeiros números do CPF?", "Só os 3 primeiros números do CPF, e já te digo.",
        ],
        .statement: [
            "{name}, esta conta: {product}.\n{lines}\n\n{identity}\n{rights}",
            "Certo, {name}. A conta: {product}.\n{lines}\n\n{identity}\n{rights}",
        ],
        .offers: ["Opções:\n{options}\nQual?", "Dá assim:\n{options}\nQual número?"],
        .offersAgain: ["De novo:\n{options}\nQual?", "Ainda vale:\n{options}\nAlguma serve?"],
        .readBackCash: ["Certo: {offer}. {saving} Fecho?", "Fica {offer}. {saving} Sim?"],
        .readBackPlan: [
            "Certo: {offer}. Total: {total}. {interest} {saving} Fecho?",
            "Fica {offer}. Total {total}. {interest} {saving} Sim?",
        ],
        .agreedCharge: [
            "Fechado, {name}! {amount} até {due}. Copie o código abaixo em “Pix copia e cola”. Recebe: {beneficiary}.",
            "Feito, {name}! {amount} até {due}: cole o código abaixo em “Pix copia e cola”. Recebe: {beneficiary}.",
        ],
        .declined: ["Tudo bem. Quanto por mês, ou que dia?", "Certo. Qual valor ou data fica bom?"],
        .promiseNoted: ["Marcado: {due}. No dia mando o Pix.", "Anotado: {due}."],
        .askAmount: ["Quanto cabe por mês?", "Me diz um valor ou quantas vezes."],
        .allRight: ["Certo!", "Combinado!", "Ok!"],
        .welcome: ["Por nada!", "Até mais!"],
        .notUnderstood: ["Não entendi. Pode repetir?", "Como assim? Me diz de outro jeito.", "O que você precisa?"],
        .nudge: ["Qual opção prefere?", "Quando puder, me diz o número."],
    ]
}
