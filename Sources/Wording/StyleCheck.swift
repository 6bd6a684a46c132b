import Domain

/// What is wrong with a text that a person of ours, or the program, wants to send.
package struct StyleFinding: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// A threat, an insult or a false claim that the law forbids in collection (CDC arts. 42 and 71).
        case forbidden
        /// True only with a policy's leave and a person's approval: "protesto", "Serasa".
        case needsApproval
        /// A word of a debt where it is not known who reads.
        case debtWord
        case tooLong, long
        case shouting, exclamations
        /// A whole CPF.
        case personalNumber
        /// Asks for a password, a code or a card.
        case asksForSecret
        case identityMissing
        /// Makes the reader feel small.
        case guilt
        /// A hurry that is not true.
        case urgency
        /// An office word; `advice` is the one that people use.
        case jargon
        /// More than one question at once.
        case manyQuestions
        /// Nothing says how it goes on.
        case noNextStep
        /// Below the readability that texts to debtors reach.
        case hardToRead
        /// A form letter's address, or two forms of address at once.
        case address
        case emoji
        /// More than one link, or one to a place that is not the creditor's.
        case link
    }

    package enum Severity: String, Hashable, Sendable {
        /// It must not be sent.
        case block
        case hint
    }

    package let kind: Kind
    package let severity: Severity
    /// What was found, for the author.
    package let excerpt: String
    /// What to write instead, where there is one word for it.
    package let advice: String?

    package init(kind: Kind, severity: Severity, excerpt: String, advice: String? = nil) {
        self.kind = kind
        self.severity = severity
        self.excerpt = excerpt
        self.advice = advice
    }
}

/// Reads a text against the law's prohibitions and the house's style.
package enum StyleCheck {
    /// More words than this are a hint; more than the hard limit block.
    package static let wordsMax = 60
    package static let wordsHardMax = 90

    /// - Parameters:
    ///   - neutral: whether it may be read by somebody who has not proved who they are.
    ///   - creditor: given where the law wants name and CNPJ in the text (CDC art. 42-A).
    ///   - standsAlone: whether the reader must learn from this text how it goes on.
    ///   - domains: where links may lead; nil allows any one.
    ///   - tongue: readability is measured in Portuguese only.
    package static func findings(
        in text: String, neutral: Bool = false, creditor: CreditorText? = nil, standsAlone: Bool = false,
        domains: [String]? = nil, tongue: Tongue = .portuguese
    ) -> [StyleFinding] {
        let text = withoutPlaces(text)
        let words = folded(text).split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
        let plain = " " + words.joined(separator: " ") + " "
        var found = forbidden(plain)
        if neutral { found += debtWords(words, text) }
        let count = text.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }
            .count
        if count > wordsHardMax {
            found.append(StyleFinding(kind: .tooLong, severity: .block, excerpt: "\(count)"))
        } else if count > wordsMax {
            found.append(StyleFinding(kind: .long, severity: .hint, excerpt: "\(count)"))
        }
        found += StyleManner.findings(plain, text, standsAlone: standsAlone, domains: domains, tongue: tongue)
        found += shouting(text)
        if let number = wholeCPF(text) {
            found.append(StyleFinding(kind: .personalNumber, severity: .block, excerpt: number))
        }
        if let creditor {
            let missing = [creditor.legalName, creditor.cnpj].compactMap { $0 }.filter { !text.contains($0) }
            found += missing.map { StyleFinding(kind: .identityMissing, severity: .block, excerpt: $0) }
        }
        return found
    }

    /// A text of the catalogue before its places are filled: what stands in them is not its author's.
    private static func withoutPlaces(_ text: String) -> String {
        let places = Dictionary(Template.places(in: text).map { ($0, "Ana") }) { first, _ in first }
        return Template.fill(text, places)
    }

    private static func forbidden(_ plain: String) -> [StyleFinding] {
        var found: [StyleFinding] = []
        for stem in ForbiddenWords.stems where plain.contains(" \(stem)") {
            found.append(StyleFinding(kind: .forbidden, severity: .block, excerpt: stem))
        }
        for words in ForbiddenWords.wholes where plain.contains(" \(words) ") {
            found.append(StyleFinding(kind: .forbidden, severity: .block, excerpt: words))
        }
        for words in ForbiddenWords.needsApproval where plain.contains(" \(words) ") {
            found.append(StyleFinding(kind: .needsApproval, severity: .block, excerpt: words))
        }
        for words in StyleWords.borrowing where plain.contains(" \(words)") {
            found.append(StyleFinding(kind: .forbidden, severity: .block, excerpt: words))
        }
        for verb in StyleWords.telling where plain.contains(" \(verb) ") {
            for other in StyleWords.others {
                for owner in [" seu ", " sua ", " o seu ", " a sua ", " seus ", " os seus ", " para seu ", " com seu "]
                where plain.contains(" \(verb)\(owner)\(other) ") {
                    found.append(StyleFinding(kind: .forbidden, severity: .block, excerpt: "\(verb)\(owner)\(other)"))
                }
            }
        }
        for thing in ["conta", "salario", "bens", "beneficio"] {
            for stem in ["bloquear", "bloqueio", "bloqueamos", "bloquearemos", "bloqueada", "bloqueado"]
            where plain.contains(" \(stem) ") && plain.contains(" \(thing) ") {
                found.append(StyleFinding(kind: .forbidden, severity: .block, excerpt: "\(stem) \(thing)"))
            }
        }
        for words in ForbiddenWords.secretRequests where plain.contains(" \(words)") {
            found.append(StyleFinding(kind: .asksForSecret, severity: .block, excerpt: words))
        }
        return found
    }

    private static func debtWords(_ words: [String], _ text: String) -> [StyleFinding] {
        var found = words.filter { word in
            ForbiddenWords.debtStems.contains { word.hasPrefix($0) } || ForbiddenWords.debtWords.contains(word)
        }
        if text.contains("R$") { found.append("R$") }
        return found.map { StyleFinding(kind: .debtWord, severity: .block, excerpt: $0) }
    }

    /// Three words in a row of capitals only.
    private static func shouting(_ text: String) -> [StyleFinding] {
        var run: [Substring] = []
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            if word.count >= 3, word.allSatisfy(\.isUppercase) { run.append(word) } else { run = [] }
            if run.count == 3 {
                return [StyleFinding(kind: .shouting, severity: .hint, excerpt: run.joined(separator: " "))]
            }
        }
        return []
    }

    /// Eleven digits, with or without a CPF's marks, that make a valid CPF.
    private static func wholeCPF(_ text: String) -> String? {
        for candidate in text.split(whereSeparator: { !("0"..."9").contains($0) && $0 != "." && $0 != "-" }) {
            let digits = candidate.filter { ("0"..."9").contains($0) }
            if digits.count == 11, (try? CPF(parsing: digits)) != nil { return String(candidate) }
        }
        return nil
    }
}

/// Stems and words, folded (lower case, no accents).
enum ForbiddenWords {
    /// Any word that begins so.
    static let stems = [
        "ameac", "caloteir", "vergonh", "sem-vergonh", "sem vergonh", "safad", "vagabund", "golpist", "pilantr",
        "penhor", "prisao", "prisoes", "prision", "preso", "presa ", "estelionat", "crimin",
    ]

    /// Whole words and phrases.
    static let wholes = [
        "devedor", "devedora", "nome sujo", "sujar seu nome", "sujar o seu nome", "cadeia", "policia", "delegacia",
        "crime", "processo criminal", "bloqueio de conta", "bloquear sua conta", "bloquear seu salario",
        "bloqueio de salario", "bloquear a conta", "bloquear o salario", "oficial de justica", "busca e apreensao",
        "leilao", "vamos a sua casa", "ir ate sua casa", "falar com seu patrao", "falar com sua familia",
        "falar com seu vizinho", "falar com seus vizinhos", "ultima chance", "ultimo aviso", "ultima oportunidade",
        "imediatamente", "sob pena", "medidas cabiveis", "providencias judiciais", "execucao",
        "inadimplente contumaz", "notificacao extrajudicial", "voce prometeu", "seu score vai subir",
        "departamento juridico",
    ]

    static let needsApproval = ["protesto", "protestar", "protestado", "serasa", "spc", "acao judicial"]

    static let secretRequests = [
        "me manda sua senha", "mande sua senha", "envie sua senha", "informe sua senha", "qual e a sua senha",
        "numero do seu cartao", "codigo que voce recebeu", "manda uma selfie", "envie uma selfie",
    ]

    /// Words that tell of a debt, in the three languages.
    static let debtStems = [
        "divid", "debit", "deved", "devend", "devid", "cobran", "cobrar", "pagament", "pagar", "pague", "atras",
        "parcel", "boleto", "pix", "acord", "vencid", "vencim", "contrat", "fatur", "negoci", "propost", "desconto",
        "quitar", "quitad", "quitac", "serasa", "spc", "saldo", "juros", "multa", "encarg", "emprest", "financ",
        "deuda", "adeud", "cuota", "debt", "owe", "payment", "overdue", "installment", "invoice", "collection",
        "inadimpl", "negativ", "protest", "credito",
    ]

    static let debtWords: Set<String> = ["deve", "devo", "pago", "paga", "paguei", "pay", "paid", "loan", "due"]
}
