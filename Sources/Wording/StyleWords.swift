/// Words that the style check looks for, folded (lower case, no accents). Sources: CDC arts. 42 and 71; the writing guide of
/// brazil-collections.md §9.2.
enum StyleWords {
    /// Whoever reads should not feel small.
    static let guilt = [
        "que feio", "voce nao cumpriu", "nao cumpriu sua palavra", "honre seu", "honrar seu compromisso", "irrespons",
        "enrolar", "enrolando", "desculpa esfarrapada", "pessoas honestas", "gente honesta", "ma fe", "ma-fe",
        "voce sabia que devia", "falta de compromisso", "pare de fugir", "se esconder", "decepcion",
    ]

    /// A hurry that is not true, or not ours to make.
    static let urgency = [
        "so hoje", "somente hoje", "apenas hoje", "ultimas horas", "ultima hora", "ultimo dia", "corra", "nao perca",
        "agora ou nunca", "antes que seja tarde", "urgente", "urgencia", "vagas limitadas", "o quanto antes",
        "prazo fatal",
        "restam poucas", "contagem regressiva", "faltam apenas", "oferta relampago", "aproveite antes",
    ]

    /// What a form letter calls a person by.
    static let coldAddress = [
        "prezado", "prezada", "caro cliente", "cara cliente", "sr(a)", "vossa senhoria", "ilmo", "ilma", "caro devedor",
        "estimado cliente", "estimada cliente",
    ]

    /// Office words with the word that people use.
    static let jargon: [(word: String, plain: String)] = [
        ("adimpl", "pagar"), ("inadimpl", "em atraso"), ("saldo devedor", "o que falta pagar"), ("debito", "conta"),
        ("encargos", "multa e juros"), ("liquidar", "pagar tudo"), ("liquidacao", "pagamento total"),
        ("tratativa", "conversa"), ("supracitad", "este"), ("referente a", "sobre"), ("referente ao", "sobre o"),
        ("a fim de", "para"), ("mediante", "com"), ("efetuar o pagamento", "pagar"), ("efetuar pagamento", "pagar"),
        ("regulariz", "acertar"), ("pendencia financeira", "conta em aberto"), ("pendencia", "conta em aberto"),
        ("repactua", "novo acordo"), ("novacao", "novo acordo"), ("cessao de credito", "venda da conta"),
        ("outrossim", "também"), ("doravante", "daqui em diante"), ("haja vista", "porque"), ("no tocante", "sobre"),
        ("em face de", "por causa de"), ("solicitamos", "pedimos"), ("informamos que", "(vá direto ao assunto)"),
        ("vimos por meio", "(vá direto ao assunto)"), ("atenciosamente", "um abraço, ou nada"),
        ("mora contratual", "atraso"),
        ("amortiz", "abater"), ("onus", "custo"), ("anuencia", "acordo"), ("ciencia", "saber"), ("inerente", "de"),
        ("contatar", "falar com"), ("retorno do contato", "resposta"), ("aporte", "pagamento"),
        ("quitar o passivo", "pagar"),
        ("titularidade", "em nome de quem"), ("vincend", "que ainda vai vencer"), ("compelid", "obrigado"),
    ]

    /// What tells the reader how it goes on, besides a question.
    static let steps = [
        "e so ", "me manda", "me mande", "me diz", "me diga", "me avisa", "me avise", "me chama", "me chame",
        "responda",
        "responde", "escreva", "escreve", "copie", "confira", "aguarde", "te aviso", "te mando", "te chamo", "vou ",
        "chega",
        "a equipe", "uma pessoa", "fico ", "pode ", "quando quiser", "se quiser", "se precisar", "se mudar", "aviso",
        "ligue",
        "ate mais", "disposicao", "responde em", "procure", "toque", "escolha", "abra ", "confirmo", "e voce recebe",
    ]

    /// A person of ours, their work and their people are nobody's business (CDC art. 42).
    static let others = [
        "patrao", "patroa", "chefe", "empregador", "familia", "vizinho", "vizinhos", "vizinha", "parentes", "colegas",
        "empresa onde trabalha",
    ]
    static let telling = ["falar com", "avisar", "contar", "ligar para", "procurar", "comunicar", "informar"]

    /// Advice to borrow elsewhere.
    static let borrowing = [
        "pegue emprestado", "pegar emprestado", "faca um emprestimo", "fazer um emprestimo", "peca emprestado",
        "pedir emprestado", "cartao de credito de um parente",
    ]

    static let alarmSigns: Set<Character> = ["🚨", "⚠", "❗", "‼", "🔴", "⛔", "🛑", "📢", "⏰", "⏳"]
}
