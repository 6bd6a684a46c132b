import Domain

/// What a person takes from the messages on the screen: what is asked, what can be chosen, what was told.
///
/// It knows nothing of the program's insides: only words that anybody would go by.
struct PhoneReading {
    enum Ask: Hashable {
        case name
        case cpfDigits(count: Int, fromEnd: Bool)
        case birth
        case confirmation
        case choice
        case date
        case amount
        case satisfaction
        case receipt
        /// Asked to say more about what is wrong, or what would help.
        case details
    }

    struct ReadOffer: Hashable {
        let messageID: String
        let optionID: String
        let installments: Int
        let amount: Money?
    }

    /// In the order of the screen, each once.
    private(set) var asks: [Ask] = []
    private(set) var offers: [ReadOffer] = []
    /// Everything that can be tapped, newest message first.
    private(set) var options: [(messageID: String, option: PhoneOption)] = []
    private(set) var pixCode: String?
    private(set) var toldPaymentArrived = false
    private(set) var toldWrongProof = false
    private(set) var toldGoodbye = false
    private(set) var toldPersonComes = false
    private(set) var lastMessageID: String?

    /// Reads what is new, oldest first.
    init(_ bubbles: [PhoneBubble]) {
        for bubble in bubbles where bubble.direction == .received {
            lastMessageID = bubble.id
            let words = folded([bubble.header, bubble.text].compactMap(\.self).joined(separator: " "))
            readCode(bubble)
            readQuestions(words)
            readNews(words)
            readOptions(bubble)
        }
    }

    private mutating func readCode(_ bubble: PhoneBubble) {
        if let card = bubble.payments.last(where: { $0.kind == .pixCode }) { pixCode = card.value }
        for word in bubble.text.split(whereSeparator: \.isWhitespace) where word.hasPrefix("000201") {
            if word.lowercased().contains("br.gov.bcb.pix") { pixCode = String(word) }
        }
        // A merchant's name may contain blanks: then the code is the whole message.
        let whole = bubble.text
        if whole.hasPrefix("000201"), whole.lowercased().contains("br.gov.bcb.pix"), !whole.contains("\n") {
            pixCode = whole
        }
    }

    private mutating func readQuestions(_ words: String) {
        func says(_ parts: String...) -> Bool { parts.contains { Self.contains(words, $0) } }
        if says("cpf"), says("numero", "digito", "cpf?") {
            let count = Self.count(words)
            ask(.cpfDigits(count: count, fromEnd: says("ultim", "finai", "final")))
        }
        if says("nascimento", "nasceu", "aniversario") { ask(.birth) }
        if says("nao bat", "nao conf"), says("dia e o mes", "dia e mes") { ask(.birth) }
        if says("falo com", "falando com", "quem fala", "e voce", "voce e ", "este numero e de", "e o numero de") {
            ask(.name)
        }
        if says(
            "posso fechar", "fechamos", "confirma?", "confirmo", "fica bom?", "serve?", "cabe para voce",
            "serve para voce", "pode ser?", "o que prefere", "fica bom, ou", "fechou?")
        {
            ask(.confirmation)
        }
        if says(
            "qual fica melhor", "qual cabe melhor", "qual destas", "qual voce prefere", "qual das opcoes", "qual delas",
            "alguma serve",
            "como prefere")
        {
            ask(.choice)
        }
        if says("que dia", "qual dia", "em que dia voce costuma", "um dia que", "qual data", "o dia em que") {
            ask(.date)
        }
        if says("quanto cabe", "um valor", "por mes?") { ask(.amount) }
        if says("de 1 a 5", "que nota", "como foi o atendimento") { ask(.satisfaction) }
        if says("comprovante") { ask(.receipt) }
        if says("o que esta errado", "o que houve", "o que ajudaria", "o que seria melhor") { ask(.details) }
    }

    /// By bytes, since a load test has thousands of people read: both texts are folded.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { text in
            part.utf8.withContiguousStorageIfAvailable { part -> Bool in
                guard let first = part.first, part.count <= text.count else { return part.isEmpty }
                return (0...text.count - part.count).contains { start in
                    text[start] == first && text[start..<start + part.count].elementsEqual(part)
                }
            } ?? nil
        }
        return (found ?? nil) ?? text.contains(part)
    }

    private mutating func ask(_ new: Ask) {
        asks.removeAll { $0 == new }
        asks.append(new)
    }

    private mutating func readNews(_ words: String) {
        func says(_ parts: String...) -> Bool { parts.contains { Self.contains(words, $0) } }
        if says(
            "recebemos seu pagamento", "pagamento de", "recebi r$", "recebi sua entrada", "confirmada: r$",
            "entrada de", "caiu aqui"
        ) {
            toldPaymentArrived = toldPaymentArrived || says("recebemos", "recebi", "confirmad", "caiu aqui")
        }
        if says("nao bateram", "nao bateu", "nao confere", "nao conferem") { toldWrongProof = true }
        if says(
            "nao vai mais receber", "nao mando mais", "tirei este numero", "sai do cadastro", "mensagens param",
            "parei agora todas")
        {
            toldGoodbye = true
        }
        if says("pessoa da equipe", "chamei uma pessoa", "para uma pessoa", "esta com a equipe", "um atendente vai") {
            toldPersonComes = true
        }
    }

    private mutating func readOptions(_ bubble: PhoneBubble) {
        let answers = bubble.options.filter(\.isAnswer)
        options.insert(contentsOf: answers.map { (bubble.id, $0) }, at: 0)
        for option in answers {
            let title = folded(option.title)
            let all = title + " " + folded(option.detail ?? "")
            let isCash = title.contains("a vista") || title.contains("quitar")
            guard let count = isCash ? 1 : Self.installments(title) else { continue }
            offers.append(
                ReadOffer(
                    messageID: bubble.id, optionID: option.id, installments: count,
                    amount: Self.amount(option.title) ?? Self.amount(all)))
        }
    }

    /// The first option of the newest message whose title contains one of the words; "não sou eu" does not count as
    /// "sou eu".
    func option(_ words: String...) -> (messageID: String, optionID: String)? {
        for (messageID, option) in options {
            let title = folded(option.title)
            let fits = words.contains { title.contains($0) && title.hasPrefix("nao ") == $0.hasPrefix("nao ") }
            if fits { return (messageID, option.id) }
        }
        return nil
    }

    /// "3 primeiros números", "três dígitos": how many; all eleven when no number is named.
    private static func count(_ words: String) -> Int {
        let names = ["dois": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6]
        for word in words.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if let digit = Int(word), (2...6).contains(digit) { return digit }
            if let digit = names[String(word)] { return digit }
        }
        return 11
    }

    /// `6x de R$ 60,00` → 6
    private static func installments(_ title: String) -> Int? {
        guard let cross = title.firstIndex(of: "x") else { return nil }
        let digits = title[..<cross].reversed().prefix { $0.isNumber }
        guard let count = Int(String(digits.reversed())), (2...120).contains(count) else { return nil }
        return count
    }

    /// The first amount after `R$`.
    static func amount(_ text: String) -> Money? {
        guard let sign = text.lowercased().firstRange(of: "r$") else { return nil }
        let lower = text.lowercased()
        let digits = lower[sign.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." || $0 == "," }
        let bare = digits.filter { $0 != "." }
        let parts = bare.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int64($0) }) else { return nil }
        let cents = parts.count > 1 ? Int64(parts[1].prefix(2)) ?? 0 : 0
        return Money(cents: whole * 100 + cents)
    }
}
