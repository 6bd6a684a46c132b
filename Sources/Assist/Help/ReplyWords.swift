/// Words that carry what a reply commits to, folded, in Portuguese, Spanish and English. A warmer reply has the same ones
/// in the same order.
enum ReplyWords {
    /// Words that begin so.
    static let stems: [String] = [
        // Money and terms.
        "total", "descont", "descuent", "discount", "parcel", "cuota", "installment", "entrada", "anticip", "juro",
        "interes",
        "interest", "multa", "encarg", "tarifa", "saldo", "balance", "valor", "quit", "acord", "acuerd", "agreement",
        "propost", "propuest", "offer", "ofert", "boleto", "pix", "cart", "venc", "prazo", "plazo", "deadline", "pag",
        "pay", "paid",
        "reais", "real", "centavo", "dolar", "euro", "bitcoin", "peso", "conto", "pila", "dobro", "triplo",
        // Promises and favours.
        "garant", "promet", "promis", "asegur", "guarante", "isen", "exempt", "perdo", "forgiv", "waiv", "gratis",
        "gratuit",
        "free", "cancel", "aprov", "approv", "libera", "bonus", "brinde", "presente", "gift", "retir", "remov", "limp",
        "score",
        "limite", "credit", "abat", "zera", "devol", "reembols", "refund", "sorte", "premi", "econom", "serasa", "spc",
        "protest",
        "negativ", "nome", "justic", "process", "advog", "juridic", "extend", "adia", "prorrog", "suspend",
        // Data that nobody is asked for in a warmer tone.
        "senha", "password", "cvv", "token", "codigo", "link", "clic", "cliq", "deposit", "transfer", "chave", "conta",
    ]

    /// Whole words.
    static let wholes: Set<String> = [
        // Negation and conditions.
        "nao", "nunca", "jamais", "nem", "sem", "no", "not", "never", "without", "sin", "so", "apenas", "somente",
        "only", "solo",
        "exceto", "menos", "ate", "until", "hasta", "antes", "depois", "before", "after", "vista", "vez", "vezes",
        "cada", "each",
        "todo", "todos", "todas", "toda", "every", "mes", "meses", "semana", "semanas", "ano", "anos", "month",
        "months",
        // Days.
        "hoje", "amanha", "ontem", "hoy", "manana", "ayer", "today", "tomorrow", "yesterday", "segunda", "terca",
        "quarta",
        "quinta", "sexta", "sabado", "domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "monday",
        "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "janeiro", "fevereiro", "marco", "abril", "maio",
        "junho",
        "julho", "agosto", "setembro", "outubro", "novembro", "dezembro", "enero", "febrero", "marzo", "mayo", "junio",
        "julio",
        "septiembre", "octubre", "noviembre", "diciembre", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december",
        // Numbers in words; one is an article, so it may come and go.
        "dois", "duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze",
        "catorze",
        "quatorze", "quinze", "dezesseis", "dezessete", "dezoito", "dezenove", "vinte", "trinta", "quarenta",
        "cinquenta",
        "sessenta", "setenta", "oitenta", "noventa", "cem", "cento", "mil", "milhao", "milhoes", "metade", "meio",
        "meia",
        "primeira", "primeiro", "ultima", "ultimo", "dos", "cuatro", "siete", "ocho", "nueve", "diez", "once", "doce",
        "trece",
        "veinte", "treinta", "cuarenta", "sesenta", "ochenta", "cien", "ciento", "millon", "mitad", "medio", "two",
        "three",
        "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty",
        "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "half", "double", "first", "last",
        "duzentos", "trezentos", "quatrocentos", "quinhentos", "seiscentos", "setecentos", "oitocentos", "novecentos",
        "duzentas", "trezentas", "quatrocentas", "quinhentas", "seiscentas", "setecentas", "oitocentas", "novecentas",
        "dia", "dias", "day", "days", "hora", "horas", "hour", "hours",
    ]

    /// Greetings that hold such a word and mean nothing by it.
    static let greetings = [
        "bom dia", "buenos dias", "por nada", "sem problema", "sem problemas", "no problem", "no worries",
    ]

    /// The stem or word that a folded word counts as.
    static func sense(of word: String) -> String? {
        if wholes.contains(word) { return word }
        return stems.first { word.hasPrefix($0) }
    }

    private static let common: [(language: String, words: Set<String>)] = [
        (
            "pt",
            [
                "o", "a", "os", "que", "de", "do", "da", "em", "voce", "para", "pra", "com", "nao", "um", "uma", "e",
                "seu", "sua", "por", "se", "ja", "aqui", "oi", "ola", "obrigado", "obrigada",
            ]
        ),
        (
            "es",
            [
                "el", "la", "los", "las", "que", "de", "del", "en", "usted", "para", "con", "no", "un", "una", "y",
                "su", "por", "si", "ya", "aqui", "hola", "gracias",
            ]
        ),
        (
            "en",
            [
                "the", "a", "of", "to", "in", "you", "for", "with", "not", "an", "and", "your", "by", "if", "is", "are",
                "we", "it", "here", "hi", "hello", "thanks",
            ]
        ),
    ]

    /// The languages of whose commonest words a text has most: one, or those that cannot be told apart; none where it has
    /// no such word.
    static func languages(of words: [String]) -> Set<String> {
        let counts = common.map { entry in (entry.language, words.count { entry.words.contains($0) }) }
        let most = counts.map(\.1).max() ?? 0
        return most == 0 ? [] : Set(counts.filter { $0.1 == most }.map(\.0))
    }
}
