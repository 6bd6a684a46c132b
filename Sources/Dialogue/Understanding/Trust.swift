import Domain
import Language

/// Which of the meanings that the reader asserts are acted upon. Money, identity, opt-out and refusal are never guessed:
/// where the reader is unsure of one of these, a short question is better.
enum Trust {
    /// What cannot be undone, or offends when it is wrong.
    private static let grave: Set<Intent> = [
        .wrongPerson, .deceased, .thirdPartyPayer, .optOut, .refuseToPay, .dispute, .legalThreat, .privacyRequest,
        .abuse,
    ]
    /// What digits of a CPF may be mistaken for.
    private static let numeric: Set<Intent> = [.counterOffer, .promiseToPay, .installmentRequest, .discountRequest]

    /// What "meu CPF começa com 529" may be mistaken for, where digits of it were asked for.
    private static let besideDigits: Set<Intent> = [.privacyRequest, .contactUpdate, .scamSuspicion]

    private static let graveConfidenceMin = 0.6
    private static let confidenceMin = 0.3

    static func intents(
        _ understanding: Understanding, text: String, question: Heard.Question, isBareNumber: Bool
    ) -> [Intent] {
        let saying = Saying(text)
        if saying.asksWhoWrites { return [.greeting] }
        if saying.isBareNo, question.provesIdentity { return [.decline] }
        if question.provesIdentity, !question.asksName, saying.refusesData { return [.decline] }
        let isThem = question.provesIdentity && saying.claims(toBe: question.names)
        let givesDigits =
            question.provesIdentity
            && understanding.details.digitGroups.contains { $0.count >= IdentityCheck.cpfDigitsMin }
        var kept = understanding.intents.filter { scored in
            if scored.intent == .crisis { return !saying.isHarmless(confidence: scored.confidence) }
            if scored.intent == .wrongPerson, saying.asksToStop || saying.deniesDuty { return false }
            if scored.intent == .wrongPerson, saying.contestsDebt || saying.announcesComplaint { return false }
            if scored.intent == .wrongPerson, question.provesIdentity, !question.asksName, !saying.deniesBeingThem {
                return false
            }
            if scored.intent == .privacyRequest, question.provesIdentity,
                saying.onlyNamesCPF || !question.asksName && saying.asksForTheDatum
            {
                return false
            }
            if isBareNumber, numeric.contains(scored.intent) { return false }
            if givesDigits, besideDigits.contains(scored.intent) { return false }
            if givesDigits, scored.intent == .wrongPerson, saying.givesOwnCPF { return false }
            if isThem, scored.intent == .wrongPerson || scored.intent == .thirdPartyPayer { return false }
            if understanding.isSure { return true }
            let isBinding = scored.intent == .accept && question.binds && !saying.isPlainYes
            return scored.confidence
                >= (grave.contains(scored.intent) || isBinding ? graveConfidenceMin : confidenceMin)
        }.map(\.intent)
        if understanding.has(.privacyRequest), saying.tellsOfMisuse {
            kept.removeAll { $0 == .privacyRequest }
            if !kept.contains(.dispute) { kept.insert(.dispute, at: 0) }
        }
        if question.provesIdentity, kept.contains(.dispute), saying.fearsTrap {
            // "isso é fraude, não caio nessa": who writes is doubted, and no debt yet.
            kept = kept.map { $0 == .dispute ? .scamSuspicion : $0 }
        }
        // What nobody may miss is heard by its own words too.
        if saying.isCryForHelp, !kept.contains(.crisis) { kept.insert(.crisis, at: 0) }
        if understanding.has(.wrongPerson), saying.asksToStop, !kept.contains(.optOut) { kept.append(.optOut) }
        if understanding.has(.wrongPerson), saying.contestsDebt, !kept.contains(.dispute) { kept.append(.dispute) }
        if isThem, question.asksName, !kept.contains(.accept) { kept.append(.accept) }
        return kept.isEmpty ? [.other] : kept
    }
}

/// A text as words, for the few exact questions that are asked of it.
struct Saying {
    /// Lower case, no accents.
    let words: [String]

    init(_ text: String) {
        words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// "quem é?": neither a denial nor distrust, but the wish to know.
    var asksWhoWrites: Bool {
        let asks: Set<String> = [
            "quem e", "quem e vc", "quem e voce", "quem e voces", "quem fala", "quem ta falando", "quem esta falando",
            "quem seria", "quem gostaria", "e quem", "com quem eu falo", "com quem falo", "oi quem e", "ola quem e",
            "who is this", "who s this", "who are you", "quien es", "quien eres", "quien habla", "de onde e", "de onde",
            "de onde fala", "oi quem fala", "quem e que ta falando", "quem e que esta falando", "quem",
        ]
        // "oxe quem é": what only opens a message asks nothing.
        let opened = StandardSpelling.words(of: words.joined(separator: " ")).drop(while: Saying.openers.contains)
        return asks.contains(StandardSpelling.words(of: words.joined(separator: " ")).joined(separator: " "))
            || asks.contains(words.joined(separator: " ")) || asks.contains(opened.joined(separator: " "))
    }

    private static let openers: Set<String> = [
        "oxe", "oxente", "oxi", "uai", "ue", "eita", "vixe", "opa", "oi", "ola", "alo", "ei", "e", "mas", "bom", "boa",
        "dia", "tarde", "noite", "hum", "desculpa", "desculpe",
    ]

    /// "os números do CPF são 529": who gives them denies nothing.
    var givesOwnCPF: Bool {
        words.contains("cpf") && !words.contains { ["errado", "errada", "engano", "wrong"].contains($0) }
            && !words.contains(where: Saying.others.contains)
    }

    /// "me fala você os números que eu confirmo": the datum is asked of us, which nobody is told.
    var asksForTheDatum: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        let names = [" cpf ", " numeros ", " digitos ", " primeiros "].contains(where: plain.contains)
        let asks = [
            " qual ", " quais ", " me fala ", " me diz ", " me passa ", " me manda ", " fala vc ", " fala voce ",
            " que vc tem", " que voce tem", " que ta ai", " que consta",
        ]
        let rights = [" conseg", " apag", " exclu", " obti", " arrum", " lgpd ", " corrig"]
        return names && asks.contains(where: plain.contains) && !rights.contains(where: plain.contains)
    }

    /// "não sou obrigado a dar meu CPF": what is denied is a duty, not the name.
    var deniesDuty: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return plain.contains(" sou obrigad")
    }

    /// "não caio nessa"
    var fearsTrap: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return [" nao caio ", " n caio ", " nao vou cair", " n vou cair", " nao caigo ", " not falling "]
            .contains(where: plain.contains)
    }

    /// "usaram meus dados": a fraud, and no question about data protection.
    var tellsOfMisuse: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return [
            " usaram meu", " usou meu", " usaram minha", " usou minha", " clonaram", " roubaram meus d",
            " used my data",
        ]
        .contains(where: plain.contains)
    }

    /// "não me chame mais nesse número"
    var asksToStop: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        return [
            " nao me cham", " nao me mand", " nao me lig", " nao me envi", " nao me procur", " nao me perturb",
            " pare de ",
            " parem de ", " para de me ",
        ].contains(where: plain.contains)
    }

    /// "não conheço essa dívida": it is the debt that is denied, not the name.
    var contestsDebt: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        let debts = [" divida", " compra", " comprei", " conta ", " cobranca", " debito", " deuda", " debt"]
        let others = [" sou ", " pessoa", " numero", " engano", " telefone", " chip"]
        return debts.contains(where: plain.contains) && !others.contains(where: plain.contains)
    }

    var announcesComplaint: Bool { words.contains { $0.hasPrefix("denunci") } }

    /// "meu cpf": the digits follow.
    var onlyNamesCPF: Bool { words.count <= 4 && words.contains("cpf") && !words.contains("apaga") }

    /// "já disse que não passo": to the question for digits, a refusal of them and not of more.
    var refusesData: Bool {
        let plain = " " + words.joined(separator: " ") + " "
        let no = [" nao ", " n ", " nunca ", " not ", " won t ", " no "].contains(where: plain.contains)
        let gives = [
            " passo ", " passar ", " vou dar ", " dou ", " informo ", " informar ", " mando ", " give ", " doy ",
        ]
        return no && words.count <= 8 && gives.contains(where: plain.contains) && !plain.contains(" golpe")
    }

    var isBareNo: Bool {
        ["nao", "n", "no", "nope", "nao nao", "negativo", "nao obrigado", "nao obrigada"].contains(
            words.joined(separator: " "))
    }

    private static let yes: Set<String> = [
        "sim", "ss", "aceito", "confirmo", "confirmado", "fechado", "fechou", "combinado", "ok", "pode", "claro",
        "isso",
        "beleza", "blz", "yes", "agree", "agreed", "confirm", "accept", "sure", "si", "acepto", "dale", "concordo",
    ]
    private static let no: Set<String> = ["nao", "not", "no", "don", "dont", "nem", "nunca", "mas", "but", "pero"]

    /// A word of consent, and none that takes it back.
    var isPlainYes: Bool {
        words.contains(where: Saying.yes.contains) && !words.contains(where: Saying.no.contains)
    }

    private static let claims: [[String]] = [
        ["sou", "eu"], ["eu", "mesmo"], ["eu", "mesma"], ["sou", "sim"], ["sou", "ele"], ["sou", "ela"], ["soy", "yo"],
        ["it", "s", "me"], ["its", "me"], ["that", "s", "me"], ["thats", "me"], ["yes", "speaking"], ["eu", "sim"],
        ["a", "propria"], ["o", "proprio"], ["it", "is", "me"],
    ]

    /// Words that may stand beside one's own name.
    private static let besideName: Set<String> = [
        "sou", "eu", "aqui", "aki", "opa", "alo", "e", "o", "a", "sim", "isso", "mesmo", "mesma", "falando", "fala",
        "quem", "ola", "oi",
        "bom",
        "boa", "dia", "tarde", "noite", "meu", "nome", "my", "name", "is", "this", "yes", "its", "it", "s", "soy", "si",
        "hola", "me", "llamo", "hi", "hello", "cpf", "com", "pode", "falar", "claro", "propria", "proprio", "speaking",
        "digo", "eh", "kk", "kkk", "rs", "agora", "ta", "ok", "que", "esta", "tudo", "bem", "senhor", "senhora", "de",
        "da", "do", "dos", "das", "i",
        "am", "im",
    ]

    private static let others: Set<String> = [
        "nao", "n", "nn", "num", "naum", "not", "mae", "pai", "filha", "filho", "esposa", "esposo", "marido", "mulher",
        "irma", "irmao", "avo",
        "tio",
        "tia", "primo", "prima", "sogra", "sogro", "neto", "neta", "noiva", "noivo", "namorada", "namorado", "vizinha",
        "vizinho", "amiga", "amigo", "colega", "secretaria", "cunhada", "cunhado", "mother", "father", "wife",
        "husband",
        "son", "daughter", "sister", "brother", "madre", "padre", "hija", "hijo", "esposa", "hermana", "hermano",
        "patrao", "dele", "dela",
    ]

    /// Says to be the person asked for: "sou eu", "aqui é a Ana", "Ana Souza".
    func claims(toBe names: (first: String, whole: String)) -> Bool {
        let words = Saying.withoutEndearments(words)
        guard !words.contains(where: Saying.others.contains) else { return false }
        if Saying.claims.contains(where: contains) { return true }
        guard !names.first.isEmpty, words.contains(where: { Saying.names($0, names.first) }) else { return false }
        // "quem é Ana?" asks.
        if words.contains("quem"), !words.contains(where: ["fala", "falando"].contains) { return false }
        let own = Set(names.whole.split(separator: " ").map(String.init))
        return words.allSatisfy { word in
            own.contains(word) || Saying.besideName.contains(word) || word.allSatisfy(\.isASCIIDigit)
                || Saying.names(word, names.first)
        }
    }

    /// The name, or the name with one slip of the finger or another spelling ("kelvin", "Kelvyn"). It proves nothing by
    /// itself; short names are too much alike for it.
    private static func names(_ word: String, _ name: String) -> Bool {
        if word == name { return true }
        guard name.count >= 5, word.first == name.first, abs(word.count - name.count) <= 1 else { return false }
        let (short, long) = word.count <= name.count ? (Array(word), Array(name)) : (Array(name), Array(word))
        guard let slip = short.indices.first(where: { short[$0] != long[$0] }) else { return true }
        let rest = short.count == long.count ? short[(slip + 1)...] : short[slip...]
        return rest.elementsEqual(long[(slip + 1)...])
    }

    private func contains(_ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { Array(words[$0..<($0 + phrase.count)]) == phrase }
    }
}
