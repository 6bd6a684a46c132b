import Domain
import Language

/// What people say between the steps, recognised by its own words: a question, a doubt, a second thought.
extension Heard {
    private func says(_ stems: [String]) -> Bool { stems.contains(where: plain.contains) }

    /// "quem é?": in a message of its own.
    var asksWhoWrites: Bool { text.split(separator: "\n").contains { Saying(String($0)).asksWhoWrites } }

    /// "do que se trata?", "ele tá devendo?": owed to nobody but the person.
    var asksWhatItIsAbout: Bool {
        says([
            " do que se trata", " de que se trata", " sobre o que", " e sobre a", " e sobre o", " que assunto",
            " qual assunto", " qual o assunto", " qual e o assunto", " e cobranca", " cobranca ", " ta devendo",
            " esta devendo", " ele deve", " ela deve", " what is this about", " what s this about", " o que ela deve",
            " o que ele deve", " o que voces querem", " o que vcs querem", " pra que seria", " para que seria",
        ])
    }

    /// "pra que precisa do cpf?"
    var asksWhyProof: Bool {
        says([" cpf ", " numeros ", " dados ", " documento "])
            && says([" pq ", " por que ", " porque ", " pra que ", " para que ", " why ", " por que "])
    }

    /// "qual o menor valor?": the best that can be done, not the balance again.
    var asksBestPrice: Bool {
        says([
            " menor valor", " menor preco", " melhor valor", " melhor preco", " valor minimo", " de minimo",
            " minimo que",
            " o minimo", " melhor oferta", " melhor proposta", " melhor condicao", " mais barato", " lowest",
            " best price",
            " minimo possivel", " voce consegue fazer", " vc consegue fazer", " voces conseguem", " o que consegue",
            " oq consegue",
            " pode fazer por mim", " melhora isso",
        ])
    }

    /// "por que tem juros?"
    var asksAboutCharges: Bool {
        says([" juros ", " multa ", " aument", " subiu ", " encargos ", " interest ", " intereses "])
            && (text.contains("?") || says([" pq ", " por que ", " porque ", " como ", " why "]))
            && !says([" tira", " sem juros", " abat", " desconto", " parcel", " abusiv", " errad", " vezes"])
    }

    /// "vou pensar", "vou falar com meu marido": no answer yet, and none is pressed for.
    var thinksItOver: Bool {
        guard entities.date == nil, details.found.date == nil else { return false }
        return says([
            " vou pensar", " preciso pensar", " deixa eu pensar", " pensar melhor", " vou ver aqui", " depois eu vejo",
            " depois vejo", " vou ver e ",
            " e te aviso", " te aviso depois", " depois te falo", " depois eu te falo", " falar com meu marido",
            " falar com minha esposa", " falar com minha mulher", " falar com meu esposo", " conversar com meu ",
            " conversar com minha ", " let me think", " think about it", " voy a pensar", " pensarlo",
        ])
    }

    /// "ah, vi aqui, tá certo": what was contested no longer is.
    var takesBackDispute: Bool {
        says([
            " ta certo", " esta certo", " tava certo", " me enganei", " me confundi", " lembrei", " e minha mesmo",
            " e meu mesmo", " foi engano meu", " confundi ", " agora entendi", " reconheco sim",
        ]) && !says([" nao ta certo", " nao esta certo"])
    }

    /// "a primeira", "a entrada": a payment of a plan, and no promise of its own.
    var namesInstallment: Bool { says([" primeira ", " entrada ", " parcela ", " parcelas ", " first one "]) }

    /// A question in words, not a lone mark.
    var isQuestion: Bool {
        guard wordCount >= 2, media.isEmpty, !text.isEmpty else { return false }
        let words = [
            " qual ", " quais ", " quando ", " onde ", " como ", " quanto ", " quantos ", " quem ", " por que ", " pq ",
            " sera que ", " tem como ", " da pra ", " da para ", " posso ", " voces ", " vcs ", " what ", " when ",
            " where ",
            " how ", " donde ", " cuando ",
        ]
        // "não tenho como", "não sei quando": a statement with a question's word.
        let states = [
            " tenho como", " tem como eu ", " sei quando", " sei como", " sei quanto", " sei qual", " se quando",
        ]
        return text.contains("?") || says(words) && !says(states)
    }

    /// "me dá até dia 5?", "pode ser sexta?": a question that names the day of paying.
    var asksForTime: Bool { says([" ate ", " pode ser ", " serve ", " aguarda", " espera", " until ", " hasta "]) }

    /// "não, melhor à vista": a no that says what instead.
    var namesAlternative: Bool {
        says([" melhor ", " prefiro ", " mas ", " entao ", " em vez ", " better ", " rather ", " mejor ", " prefiero "])
    }

    /// "em 6 então", said of a plan: that many installments.
    var countAfterIn: Int? {
        let words = plain.split(separator: " ")
        for (word, next) in zip(words, words.dropFirst()) where word == "em" || word == "in" || word == "en" {
            if let count = Int(next), (2...60).contains(count) { return count }
        }
        return nil
    }

    /// "quero cancelar", where nothing is said of messages: an agreement that runs can be meant.
    var speaksOfCancelling: Bool {
        says([" cancel", " desist", " desfaz"])
            && !says([
                " mensag", " msg", " receber", " manda", " mande", " envi", " contato", " whats", " zap", " lista",
                " inscri", " cadastro", " parar", " pare ", " message", " mensaje",
            ])
    }

    /// "só posso começar dia 10"
    var namesStart: Bool {
        says([
            " comecar", " comeco ", " a partir", " primeira ", " primeiro pagamento", " iniciar", " start", " empezar",
        ])
    }

    /// "a mais barata por mês": the longest plan.
    var wantsSmallest: Bool {
        says([
            " menor parcela", " parcela menor", " parcelinha", " mais barata por", " mais barato por",
            " parcela mais baixa",
            " parcela baixa", " menos por mes", " smallest", " cuota mas baja",
        ])
    }

    /// "200 agora e o resto mês que vem": the amount is a down payment.
    var paysRestLater: Bool { says([" o resto", " o restante", " e o que falta", " el resto", " the rest"]) }

    /// "cadê o Pix?": once more what was sent.
    var asksForCodeAgain: Bool {
        says([
            " cade o pix", " cade o codigo", " nao recebi o pix", " nao chegou o pix", " manda de novo", " manda o pix",
            " reenvia", " perdi o codigo", " codigo de novo", " qr code", " where is the pix",
        ])
    }

    var asksToBeCalled: Bool {
        says([
            " cham", " lig", " fala", " falo", " falar", " conversa", " retorn", " call", " mensagem", " escrev",
            " llam",
        ])
    }

    /// "tendi": read, and nothing said to it yet.
    var isMurmur: Bool {
        let murmurs: Set<Substring> = [
            "hm", "hmm", "hum", "humm", "ah", "aham", "entendi", "tendi", "ata", "sei", "nossa", "eita", "vixe", "puts",
            "xi",
            "ok", "ta", "entendo", "caramba", "poxa", "oxe",
        ]
        let words = plain.split(separator: " ")
        return (1...3).contains(words.count) && words.allSatisfy(murmurs.contains)
    }

    /// "sem entrada"
    var wantsNoDown: Bool { says([" sem entrada", " sem dar entrada", " no down payment", " sin entrada"]) }

    /// "4 de 180": so many of so much.
    var countOfAmount: Int? {
        let words = plain.split(separator: " ").map(String.init)
        for index in words.indices.dropLast(2) where words[index + 1] == "de" {
            if let count = Int(words[index]), let amount = Int(words[index + 2]), (2...60).contains(count),
                amount > count
            {
                return count
            }
        }
        return nil
    }

    /// "boa tarde, meu filho"
    var isGreeting: Bool {
        ["oi", "ola", "oie", "opa", "bom dia", "boa tarde", "boa noite", "e ai", "hello", "hi", "hola", "buenas"]
            .contains { plain.hasPrefix(" \($0) ") } && wordCount <= 6
    }

    /// A picture that is said to be a proof of payment.
    var namesReceipt: Bool { text.split(separator: "\n").contains { Saying(String($0)).namesReceipt } }

    /// "manda áudio", "não sei ler".
    var prefersListening: Bool {
        !prefersReading
            && says([
                " manda audio", " manda um audio", " manda em audio", " manda por audio", " mande audio",
                " mande um audio", " mandar em audio", " me manda audio", " fala em audio", " fala por audio",
                " grava um audio", " grava audio", " responde em audio", " responde por audio", " prefiro audio",
                " prefiro ouvir", " prefiro escutar", " nao sei ler", " n sei ler", " nao sei le ", " nao consigo ler",
                " n consigo ler", " nao leio ", " nao enxergo", " nao consigo enxergar", " send audio",
                " send a voice", " can t read", " no se leer", " no puedo leer", " manda audios",
            ]) && !says([" posso mandar", " posso manda ", " pode ser audio", " comprovante", " boleto", " contrato"])
    }

    /// "não precisa mandar áudio", "pode escrever".
    var prefersReading: Bool {
        says([
            " nao manda audio", " nao precisa mandar audio", " nao precisa de audio", " nao precisa audio",
            " para de mandar audio", " sem audio", " pode escrever", " prefiro ler", " prefiro texto",
        ])
    }

    /// Words of consent and nothing else: "pode ser então", "yes, I agree", "pd ser".
    var isPlainConsent: Bool { text.split(separator: "\n").last.map { Saying(String($0)).isOnlyConsent } ?? false }
}

extension Saying {
    /// A picture that is said to be a proof of payment.
    var namesReceipt: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return [" comprovante", " recibo", " pag", " paid ", " receipt", " pix ", " boleto"].contains(
            where: plain.contains)
    }

    /// "500 reais", "R$ 500": a number that is money and nothing else.
    static func namesMoney(_ text: String) -> Bool {
        let names: Set<String> = [
            "reais", "real", "conto", "contos", "pila", "pilas", "mangos", "centavos", "pau", "paus",
        ]
        return text.uppercased().contains("R$") || Saying(text).words.contains(where: names.contains)
    }

    private static let consent: Set<String> = [
        "sim", "ss", "sss", "aceito", "confirmo", "confirma", "confirmado", "fechado", "fechou", "fecha", "fechamos",
        "combinado", "claro", "beleza", "blz", "yes", "agree", "agreed", "confirm", "sure", "si", "acepto", "dale",
        "concordo", "bora", "topo", "ok", "okay", "pode", "pd", "podemos", "isso", "certo", "aceitamos", "vamos",
        "simm",
        "simmm", "positivo", "fechadissimo", "manda", "quero",
    ]

    private static let besideConsent: Set<String> = [
        "ser", "entao", "ta", "bom", "bem", "otimo", "eu", "i", "assim", "mesmo", "ja", "por", "favor", "pf", "pfv",
        "fechar", "confirmar", "fazer", "gerar", "o", "a", "acordo", "senhora", "senhor", "moco", "ver",
        "obrigada",
        "obrigado", "deus", "abencoe", "ah", "e", "muito", "do", "it", "please", "deal", "let", "s", "de", "acuerdo",
        "amiga", "amigo", "ai", "la", "vai", "agora", "viu", "visse", "uai", "tche", "mano", "po", "moca", "cara",
        "querida", "querido", "meu", "filho", "minha", "filha", "bem", "amem", "hm", "hum", "sim",
        "essa", "esse", "esta", "este", "perfeito", "maravilha", "com", "certeza", "tudo", "que", "vou", "querer",
    ]

    var isOnlyConsent: Bool {
        (1...8).contains(words.count) && words.contains(where: Saying.consent.contains)
            && words.allSatisfy { Saying.consent.contains($0) || Saying.besideConsent.contains($0) }
    }

    /// Laughing is not dying: "morrendo de rir". What the reader only faintly takes for a cry for help is none where not one
    /// of its words is about living, dying, or being at an end.
    func isHarmless(confidence: Double) -> Bool {
        let plain = " " + words.joined(separator: " ") + " "
        let grave = [
            " matar", " me mat", " suicid", " viver", " vida ", " sumir", " acabar com", " tirar a ", " morte ",
        ]
        if grave.contains(where: plain.contains) { return false }
        let idioms = [
            " de rir", " de rindo", " de fome", " de calor", " de sono", " de frio", " de preguica", " de saudade",
        ]
        if plain.contains(" morr"), idioms.contains(where: plain.contains) { return true }
        return confidence < Saying.faint
            && !words.contains { word in
                Saying.lastThings.contains { word.hasPrefix($0) }
            }
    }

    /// A cry for help in words that leave no doubt.
    var isCryForHelp: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return [
            " quero morrer ", " vou me matar", " quero me matar", " me suicid", " vou me suicid", " tirar minha vida",
            " tirar a minha vida", " acabar com minha vida", " acabar com a minha vida", " so me resta morrer",
            " nao quero mais viver", " nao quero viver", " melhor morrer", " vontade de morrer", " kill myself",
            " want to die", " quiero morir", " quitarme la vida", " vou tirar minha", " me matar ",
        ].contains(where: plain.contains) && ![" morrer de rir", " morrendo de rir"].contains(where: plain.contains)
    }

    /// Below this a cry for help needs a word of one.
    private static let faint = 0.8

    private static let lastThings = [
        "morr", "mort", "suic", "matar", "mata", "mato", "adeus", "socorro", "help", "die", "dying", "kill", "chega",
        "desist",
        "sumi", "viv", "vida", "live", "life", "aguent", "guent", "acaba", "acabo", "fim", "sentido", "sofr",
        "desesper", "pula",
        "pular", "remedio", "veneno", "cort", "enforc", "forca", "corda", "cansad", "cansei", "exist", "acordar",
        "dormir",
        "desaparec", "partir", "leve", "leva", "levasse", "suport", "fardo", "peso", "saida", "solucao", "ponte",
        "carta",
        "despedi", "descans", "nunca", "ninguem", "end", "anymore", "tired", "muerte", "muert", "quitarme", "vivir",
        "jogar",
        "arma", "tiro", "sangue", "machuc", "dor", "deus", "mundo", "mim", "perdid", "vontade", "nada",
    ]

    /// Says outright that somebody else has this number.
    var deniesBeingThem: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return [
            " sou ", " engano", " errad", " conhec", " numero", " outra pessoa", " mora ", " chip", " aqui nao",
            " aki nao",
            " trocou", " wrong", " not me", " equivocad", " nao e ", " n e ", " nao tem ", " nenhum", " linha",
        ].contains(where: plain.contains)
    }

    /// "meu filho", said to who writes: an old way to be kind, and no relative.
    static func withoutEndearments(_ words: [String]) -> [String] {
        let possessives: Set<String> = ["meu", "minha"]
        let kin: Set<String> = ["filho", "filha", "amigo", "amiga"]
        let joints: Set<String> = ["do", "da", "de", "o", "a", "e", "pro", "pra", "com", "pelo", "pela", "sou"]
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let isPair = index + 1 < words.count && possessives.contains(words[index]) && kin.contains(words[index + 1])
            if isPair, index == 0 || !joints.contains(words[index - 1]), index == 0 || index + 2 == words.count {
                index += 2
                continue
            }
            kept.append(words[index])
            index += 1
        }
        return kept
    }
}
