/// Portuguese as people in Brazil write it on WhatsApp: short, by first name, one thing at a time.
enum BrazilianTexts {
    static let all: [PhraseKey: [String]] = [
        identity, care, everyday, debt, talk, money, aftermath, inBetween, inBetweenMoney,
    ]
    .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    /// Who writes, and who reads.
    private static let identity: [PhraseKey: [String]] = [
        .opening: [
            "Oi! Aqui é a assistente virtual {of_creditor}. Falo com {name}?",
            "Olá! Sou a assistente virtual {of_creditor}. Estou falando com {name}?",
        ],
        .askName: [
            "Oi! Sou a assistente virtual {of_creditor} e tenho um assunto do seu cadastro. Falo com {name}?",
            "Olá! Aqui é {of_creditor}. Só para confirmar: é {name} quem fala?",
            "Antes de seguir, me confirma: este número é de {name}?",
        ],
        .askCPF: [
            "Obrigada! Para proteger seus dados, me manda só os 3 primeiros números do seu CPF?",
            "Que bom falar com você! Para sua segurança, quais são os 3 primeiros números do seu CPF?",
            "Certo! Só falta um passo para proteger seus dados: os 3 primeiros números do seu CPF.",
        ],
        .askCPFBefore: [
            "Já te ajudo com isso. Antes, para proteger seus dados, me manda os 3 primeiros números do seu CPF?",
            "Claro, vamos ver isso. Só preciso confirmar que é você: quais são os 3 primeiros números do seu CPF?",
            "Te explico já. Para ninguém mais ver seus dados, me diz os 3 primeiros números do seu CPF?",
        ],
        .askCPFDispute: [
            "Entendi, e obrigada por avisar. Já deixei tudo parado. Para a equipe conferir com você, me manda os "
                + "3 primeiros números do seu CPF?",
            "Anotei, e está tudo parado até a gente conferir. Só preciso confirmar que é você: quais são os 3 "
                + "primeiros números do seu CPF?",
        ],
        .askCPFPaid: [
            "Obrigada por avisar! Para eu conferir no seu cadastro, me manda os 3 primeiros números do seu CPF?",
            "Que bom, obrigada! Vou conferir. Só preciso confirmar que é você: os 3 primeiros números do seu CPF?",
        ],
        .askCPFHardship: [
            "Sinto muito que as coisas estejam difíceis. Quero ajudar no que der. Para proteger seus dados, me manda "
                + "os 3 primeiros números do seu CPF?",
            "Entendo, e obrigada por me contar. Vamos ver com calma. Só preciso dos 3 primeiros números do seu CPF.",
        ],
        .askCPFReceipt: [
            "Recebi seu arquivo, obrigada! Para eu ver no seu cadastro, me manda os 3 primeiros números do seu CPF?",
            "Chegou aqui, obrigada! Só preciso confirmar que é você: quais são os 3 primeiros números do seu CPF?",
        ],
        .askCPFContact: [
            "Obrigada! Para mudar seu cadastro com segurança, me manda os 3 primeiros números do seu CPF?",
            "Anotado! Antes de trocar no cadastro, confirma os 3 primeiros números do seu CPF?",
        ],
        .askCPFPromise: [
            "Obrigada por me dizer! Para eu anotar direitinho, me manda os 3 primeiros números do seu CPF?",
            "Que bom! Vou anotar. Antes, confirma os 3 primeiros números do seu CPF?",
        ],
        .askBirthday: [
            "Sem problema. Pode me dizer o dia e o mês do seu nascimento?",
            "Tudo bem, tem outro jeito: em que dia e mês você nasceu?",
        ],
        .tryCPFAgain: [
            "Esses números não bateram com o cadastro. Pode conferir e mandar de novo os 3 primeiros do CPF?",
            "Não bateu com o que tenho aqui. Confere com calma: são os 3 primeiros números do seu CPF.",
        ],
        .tryBirthdayAgain: [
            "Essa data não bateu com o cadastro. Pode conferir o dia e o mês do seu nascimento?",
            "Não bateu com o que tenho aqui. Me manda só o dia e o mês, assim: 05/03.",
        ],
        .proofFailed: [
            "Não deu para confirmar seus dados por aqui. Para cuidar bem deles, chamei uma pessoa da equipe. {when}",
            "Os dados não bateram, e prefiro cuidar bem deles. Vou chamar uma pessoa da equipe. {when}",
        ],
        .whyProof: [
            "É só para ninguém mais ver o que é seu. Não peço senha, código nem foto. Bastam os 3 primeiros números "
                + "do CPF. Se preferir, chamo uma pessoa.",
            "Entendo o cuidado. São só 3 números do CPF, nunca senha nem código. Se não quiser passar, posso chamar "
                + "uma pessoa da equipe.",
        ],
        .personNeeded: [
            "Para falar disso com segurança, vou chamar uma pessoa da equipe. {when}",
            "Melhor uma pessoa da equipe cuidar disso com você. {when}",
        ],
    ]

    /// What comes before everything else.
    private static let care: [PhraseKey: [String]] = [
        .crisisCare: [
            "Sinto muito que você esteja passando por isso. Você não está só. O CVV escuta agora, de graça, 24 horas: "
                + "ligue 188 ou cvv.org.br. Se há risco imediato, ligue 192 (SAMU). Já chamei uma pessoa da equipe. "
                + "Não se preocupe com mais nada.",
            "Obrigada por me contar. Sua vida importa muito. Fale agora com o CVV: 188, de graça, a qualquer hora. Em "
                + "perigo imediato, ligue 192 (SAMU). Uma pessoa da nossa equipe também vai falar com você.",
        ],
        .crisisCareAgain: [
            "Estou aqui, e já pedi ajuda. Por favor, ligue agora para o 188 (CVV) ou, se houver perigo, para o 192. "
                + "Tem alguém de confiança perto de você?",
            "Você não precisa passar por isso sem companhia. O 188 atende agora, de graça. Em perigo, ligue 192. Uma "
                + "pessoa da equipe já foi avisada.",
        ],
        .deceased: [
            "Sinto muito pela sua perda. Parei agora todas as mensagens para este número. Se um dia precisar, a "
                + "equipe {of_creditor} recebe documentos por aqui. Meus sentimentos.",
            "Meus sentimentos a você e à família. As mensagens param agora. Não precisa fazer nada; uma pessoa da "
                + "{creditor} vai cuidar do cadastro.",
        ],
        .wrongPerson: [
            "Desculpe o engano! Já tirei este número do cadastro e você não vai mais receber mensagens nossas. "
                + "Obrigada por avisar.",
            "Desculpe mesmo! Já tirei este número daqui, e não escrevo mais. Obrigada por me dizer!",
        ],
        .wrongPersonReturned: [
            "Que bom que escreveu! Uma pessoa da equipe vai ver isso com calma e te responde.",
            "Recebi, obrigada! Este número tinha saído daqui. Uma pessoa da equipe vai ver isso com calma e te diz.",
        ],
        .thirdParty: [
            "Obrigada por responder! Para proteger a privacidade, só posso falar do assunto com {name}. Pode pedir "
                + "para me chamar aqui quando puder?",
            "Que gentileza avisar! O assunto é só com {name}, por cuidado com os dados. É só me chamar por aqui "
                + "quando der.",
        ],
        .optOutConfirmed: [
            "Pronto, você não vai mais receber mensagens nossas por aqui. Se mudar de ideia, é só escrever VOLTAR.",
            "Feito: não mando mais mensagens por aqui. Para voltar a receber um dia, é só escrever VOLTAR.",
        ],
        .optInWelcome: [
            "Que bom ter você de volta! Em que posso ajudar?",
            "Pronto, voltamos a conversar por aqui. Como posso ajudar?",
        ],
        .legalThreat: [
            "Entendo, e é um direito seu. Parei as mensagens automáticas. Uma pessoa da equipe responde em até 1 dia "
                + "útil.",
            "Você tem todo o direito. Uma pessoa da equipe assume agora e responde em até 1 dia útil.",
        ],
        .legalThreatWithChannel: [
            "Entendo, e é um direito seu. Parei as mensagens automáticas. Uma pessoa da equipe responde em até 1 dia "
                + "útil. Se preferir, reclame também em: {complaints}.",
            "Você tem todo o direito. Uma pessoa da equipe responde em até 1 dia útil. Nosso canal de reclamações: "
                + "{complaints}.",
        ],
        .privacyOpened: [
            "Seus dados, sua decisão. Seu número veio do cadastro {of_creditor}. Abri um pedido: em até 15 dias você "
                + "recebe a resposta completa, com a origem e o uso dos dados.",
            "Recebi seu pedido sobre seus dados. O número veio do cadastro {of_creditor}. A resposta completa chega "
                + "em até 15 dias, por uma pessoa da equipe.",
        ],
        .refusalNoted: [
            "Tudo bem, entendi e respeito. Não vou insistir. Se um dia quiser conversar, é só me chamar aqui.",
            "Certo, anotei. Não escrevo sobre isso por um bom tempo. A porta fica aberta quando você quiser.",
        ],
        .scamAdvice: [
            "Você faz muito bem em conferir! Procure você mesmo o site ou o telefone oficial {of_creditor} e pergunte "
                + "por este contato. Nunca peço senha, código nem cartão. Eu espero.",
            "Desconfiar é certo! Confira por sua conta nos canais oficiais {of_creditor}. Senha, código ou cartão eu "
                + "nunca peço. Quando quiser, é só voltar aqui.",
        ],
        .scamAdviceWithChannel: [
            "Você faz muito bem em conferir! Procure você mesmo os canais oficiais {of_creditor}: {channels}. Pergunte "
                + "por este contato. Nunca peço senha, código nem cartão. Eu espero.",
            "Desconfiar é certo! Confira por sua conta: {channels}, os canais {of_creditor}. Senha, código ou cartão "
                + "eu nunca peço.",
        ],
    ]

    private static let everyday: [PhraseKey: [String]] = [
        .allRight: [
            "Combinado! Qualquer coisa, é só me chamar.", "Perfeito! Fico à disposição.", "Certinho. Até mais!",
        ],
        .sorry: [
            "Sinto muito que esteja passando por isso. Vamos ver com calma.",
            "Entendo, e obrigada por me contar. Vamos achar um jeito.",
        ],
        .humanQueued: [
            "Claro! Já chamei uma pessoa da equipe. {when}",
            "Pode deixar, vou passar você para uma pessoa. {when}",
        ],
        .humanWaiting: [
            "Sua mensagem está com a equipe. {when}",
            "Já avisei a equipe, é só aguardar um pouquinho. {when}",
        ],
        .askCallback: [
            "Claro! Que dia e horário ficam bons para você?",
            "Sem problema. Quando posso te chamar?",
        ],
        .callbackNoted: [
            "Combinado, te chamo {when}. Até lá!",
            "Anotado: falo com você {when}.",
        ],
        .callbackOpen: [
            "Sem problema, a gente se fala depois. Quando quiser, é só me chamar.",
            "Tranquilo! Fico à disposição quando for melhor para você.",
        ],
        .abuseFirst: [
            "Sinto muito se algo incomodou. Quero ajudar com respeito. Prefere falar com uma pessoa ou deixar para "
                + "outra hora?",
            "Entendo que a situação é chata, e peço desculpas. Quer que eu chame uma pessoa ou prefere parar por "
                + "agora?",
        ],
        .abuseStop: [
            "Vou parar por aqui e deixar o assunto com a equipe. Desejo um bom dia para você.",
            "Fico por aqui, com respeito. Uma pessoa da equipe cuida do assunto.",
        ],
        .honest: [
            "Sou uma assistente virtual {of_creditor}: um programa, não uma pessoa. Se quiser, chamo alguém da equipe.",
            "Não sou gente, não: sou um robô {of_creditor} que responde por aqui. Posso chamar uma pessoa, se "
                + "preferir.",
        ],
        .notUnderstood: [
            "Não entendi bem. Pode me dizer de outro jeito?",
            "Desculpe, essa eu não peguei. Pode escrever em poucas palavras o que você precisa?",
            "Fiquei na dúvida. O que você gostaria de resolver?",
        ],
        .notUnderstoodName: [
            "Desculpe, não entendi. Falo com {name}?",
            "Só para eu ter certeza: este número é de {name}?",
        ],
        .audio: [
            "Ainda não consigo ouvir áudio por aqui. Pode escrever? Se preferir, chamo uma pessoa.",
            "Desculpe, áudio eu não consigo escutar. Me escreve em poucas palavras?",
        ],
        .unsupported: [
            "Não consegui abrir o que você mandou. Pode me escrever?",
            "Isso não abriu aqui. Me conta por texto, por favor?",
        ],
        .voiceOn: [
            "Combinado! A partir de agora mando em áudio também.",
            "Pode deixar! Vou falar tudo em áudio também.",
        ],
        .voiceOff: [
            "Tudo bem! Sigo só por escrito.",
            "Combinado, só texto daqui para a frente.",
        ],
        .photoSeen: [
            "Recebi sua imagem, mas não sei bem o que é. Pode me contar por texto?",
            "Vi a foto, só não entendi o que você precisa. Me escreve em poucas palavras?",
        ],
        .welcome: [
            "Por nada! Qualquer coisa, é só me chamar.",
            "Imagina! Fico à disposição.",
            "Eu que agradeço. Até mais!",
        ],
        .greetingBack: [
            "Oi! Como posso ajudar?",
            "Olá! Em que posso ajudar hoje?",
        ],
        .handedBack: [
            "Oi, voltei! Ficou alguma dúvida? É só me dizer.",
            "Estou de volta por aqui. Posso ajudar em mais alguma coisa?",
        ],
        .notNow: [
            "Sem problema. Quando for um bom momento, é só me chamar aqui.",
            "Tudo bem! Fico por aqui quando você quiser.",
        ],
    ]
}
