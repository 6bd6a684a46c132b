import Domain

/// Amounts of money, in figures, words and slang.
extension Scanner {
    static let currencyWords: Set<String> = [
        "real", "reais", "reai", "rs", "conto", "contos", "contin", "contim", "pila", "pilas", "pau", "paus", "mango",
        "mangos", "prata", "pratas",
        "merreis", "merreca", "dinheiros", "brl", "dilmas", "temers", "golpes", "mirreis", "reaizinhos", "continho",
        "continhos", "reales", "bucks", "dollars", "pilinhas",
        "realzinho", "pesos", "ral",
    ]

    /// A quantity as read: hundredths, and what the way of writing leaves open.
    struct Quantity {
        var cents: Int64
        var end: Int
        var isInWords = false
        var isDoubtful = false
        var candidates: [Int64] = []
        /// The last magnitude was one's own name ("duzentinhos", "cinquentinha"): said of money only.
        var isColloquial = false
    }

    func amount(at index: Int) -> Mention? {
        var start = index
        var hasCurrency = false
        if word(start) == "r", isMark(start + 1, "$") {
            start += 2
            hasCurrency = true
        } else if isMark(start, "$") || (["rs", "brl"].contains(word(start)) && isNumber(start + 1)) {
            start += 1
            hasCurrency = true
        }
        if hasCurrency, isMark(start, ":") || isMark(start, ".") { start += 1 }
        if let share = share(at: index) { return share }
        if let note = banknote(at: index) { return note }
        guard var quantity = quantity(at: start) else { return nil }
        if isMark(quantity.end, "%") { return Mention(range: index..<quantity.end + 1, value: .percent) }
        if word(quantity.end) == "por", ["cento", "100"].contains(word(quantity.end + 1)) {
            return Mention(range: index..<quantity.end + 2, value: .percent)
        }
        let hasUnit = readUnit(&quantity)
        hasCurrency = hasCurrency || hasUnit
        if !hasCurrency, !isLikelyMoney(quantity, at: index) { return nil }
        var mention = AmountMention(
            money: Money(cents: quantity.cents), hasCurrency: hasCurrency || quantity.isColloquial)
        mention.candidates = quantity.candidates.map(Money.init(cents:))
        mention.isApproximate = quantity.isDoubtful || isApproximate(index, quantity.end)
        qualify(&mention, start: index, end: quantity.end)
        var end = quantity.end
        if mention.isApproximate, word(end) == "e", ["pouco", "poucos", "pouquinho"].contains(word(end + 1)) {
            end += 2
        }
        return Mention(range: index..<end, value: .amount(mention))
    }

    /// "reais", "conto", "centavos" and the cents that follow them.
    private func readUnit(_ quantity: inout Quantity) -> Bool {
        if ["centavos", "centavo", "cents"].contains(word(quantity.end)) {
            quantity.cents /= 100
            quantity.end += 1
            return true
        }
        var unit = quantity.end
        if word(unit) == "de", Scanner.currencyWords.contains(word(unit + 1)) { unit += 1 }
        guard Scanner.currencyWords.contains(word(unit)) else { return false }
        if word(unit) == "rs", !isNumber(unit - 1), unit == quantity.end { return false }
        quantity.end = unit + 1
        if word(quantity.end) == "e" || isNumber(quantity.end),
            let (cents, end) = smallNumber(word(quantity.end) == "e" ? quantity.end + 1 : quantity.end),
            cents < 100,
            ["centavos", "centavo"].contains(word(end))
                || (word(quantity.end) == "e" && cents >= 10 && end >= tokens.count)
        {
            quantity.cents += Int64(cents)
            quantity.end = ["centavos", "centavo"].contains(word(end)) ? end + 1 : end
        }
        return true
    }

    // MARK: Quantities

    func quantity(at index: Int) -> Quantity? {
        if isNumber(index) { return figureQuantity(at: index) }
        return wordQuantity(at: index)
    }

    private func figureQuantity(at index: Int) -> Quantity? {
        guard var quantity = Figures.quantity(tokens[index].text) else { return nil }
        quantity.end = index + 1
        let unit = word(index + 1)
        let isThousand =
            NumberWords.isThousand(unit) || (isGlued(index + 1) && ["k", "kk"].contains(unit)) || unit == "k"
        guard isThousand || ["milhao", "milhoes"].contains(unit) else { return quantity }
        guard quantity.cents < 100_000_000 else { return nil }
        if let first = quantity.candidates.first { quantity.cents = first }
        quantity.candidates = []
        quantity.isDoubtful = false
        quantity.cents *= isThousand ? 1000 : 1_000_000
        quantity.end += 1
        addTail(&quantity, below: 1000)
        return quantity
    }

    /// "e quinhentos", "e 500" after thousands.
    private func addTail(_ quantity: inout Quantity, below limit: Int64) {
        let start = word(quantity.end) == "e" ? quantity.end + 1 : quantity.end
        guard word(quantity.end) == "e" || NumberWords.value(word(start)).map({ $0 >= 100 }) ?? false else {
            return
        }
        if let value = integer(start), value < limit, value >= 1, !isNoun(at: start + 1) {
            quantity.cents += Int64(value) * 100
            quantity.end = start + 1
        } else if let tail = hundreds(at: start), tail.value < Int(limit) {
            quantity.cents += Int64(tail.value) * 100
            quantity.end = tail.end
        }
    }

    private func wordQuantity(at index: Int) -> Quantity? {
        if NumberWords.isThousand(word(index)) {
            var quantity = Quantity(cents: 100_000, end: index + 1, isInWords: true)
            quantity.isColloquial = word(index) != "mil"
            addTail(&quantity, below: 1000)
            return quantity
        }
        guard let head = hundreds(at: index) else { return nil }
        var quantity = Quantity(cents: Int64(head.value) * 100, end: head.end, isInWords: true)
        quantity.isColloquial = head.isColloquial
        if NumberWords.isThousand(word(head.end)) {
            quantity.cents *= 1000
            quantity.end += 1
            addTail(&quantity, below: 1000)
        } else if head.value % 10 != 0 || head.value < 20, word(head.end) == "e", let tail = hundreds(at: head.end + 1),
            (10..<100).contains(tail.value), !isNoun(at: tail.end)
        {
            // "cento e vinte e cinco e cinquenta": after the units only cents can follow.
            quantity.cents += Int64(tail.value)
            quantity.end = tail.end
        }
        return quantity
    }

    /// A number below a thousand in words.
    private func hundreds(at index: Int) -> (value: Int, end: Int, isColloquial: Bool)? {
        guard var value = NumberWords.value(word(index)), value > 0 else { return nil }
        var end = index + 1
        var isColloquial = Scanner.isDiminutive(word(index))
        var room = value >= 100 ? 100 : (value >= 20 ? 10 : 0)
        while room > 0 {
            let next = word(end) == "e" ? end + 1 : end
            guard let part = NumberWords.value(word(next)), part > 0, part < room,
                next == end + 1 || part >= 10 || room == 10 && next == end + 1
            else { break }
            if part < 10, isNoun(at: next + 1) && room == 100 { break }
            value += part
            end = next + 1
            isColloquial = isColloquial || Scanner.isDiminutive(word(next))
            room = part >= 20 ? 10 : 0
        }
        return (value, end, isColloquial)
    }

    static func isDiminutive(_ word: String) -> Bool {
        ["inho", "inha", "inhos", "inhas", "entao", "intao"].contains { word.hasSuffix($0) }
    }

    // MARK: What an amount stands for

    /// "metade", "50%" of the whole is no amount in figures.
    private func share(at index: Int) -> Mention? {
        switch word(index) {
        case "metade", "half", "mitad":
            return Mention(range: index..<index + 1, value: .share(500))
        case "um" where word(index + 1) == "terco": return Mention(range: index..<index + 2, value: .share(333))
        case "um" where word(index + 1) == "quarto" && word(index + 2) == "do":
            return Mention(range: index..<index + 2, value: .share(250))
        default: return nil
        }
    }

    /// "um galo" and "uma onça" are fifty, "uma garoupa" a hundred: said of money where an amount is the subject.
    private func banknote(at index: Int) -> Mention? {
        guard context == .askedAmount || context == .offer, let count = NumberWords.value(word(index)),
            (1...9).contains(count)
        else { return nil }
        let cents: Int64
        switch word(index + 1) {
        case "galo", "galos", "onca", "oncas": cents = 5_000
        case "garoupa", "garoupas": cents = 10_000
        default: return nil
        }
        return Mention(
            range: index..<index + 2,
            value: .amount(AmountMention(money: Money(cents: cents * Int64(count)), hasCurrency: true)))
    }

    /// Whether a number without a currency can be money at all.
    private func isLikelyMoney(_ quantity: Quantity, at index: Int) -> Bool {
        let before = word(index - 1)
        if quantity.isInWords {
            if quantity.isColloquial, !isNoun(at: quantity.end) || word(quantity.end) == "por" { return true }
            if quantity.cents < 2000 || isNoun(at: quantity.end) {
                return context == .askedAmount && quantity.cents >= 1000 && tokens.count <= 4
            }
            if quantity.end == index + 1, NumberWords.isThousand(word(index)) {
                let next = word(quantity.end)
                return [
                    "pago", "dou", "consigo", "tenho", "posso", "por", "faz", "ate", "de", "uns", "faco", "fecha",
                    "quito",
                ].contains(before)
                    || next.isEmpty || ["ta", "da", "pode", "agora", "hoje", "a", "e", "de"].contains(next)
            }
            return !["anos"].contains(word(quantity.end))
        }
        if isNoun(at: quantity.end), word(quantity.end) != "por" || word(quantity.end + 1) != "mes" { return false }
        if ["o", "a"].contains(word(quantity.end)), isGlued(quantity.end) { return false }
        if Scanner.labels.contains(before) || (isMark(index - 1, ":") && Scanner.labels.contains(word(index - 2))) {
            return false
        }
        let whole = quantity.cents / 100
        if (1950...2049).contains(whole), quantity.cents % 100 == 0, !tokens[index].text.contains("."),
            ["em", "desde", "ano", "de", "do"].contains(before) || CalendarWords.month(word(index - 2)) != nil
        {
            return false
        }
        return whole >= 10 || quantity.cents % 100 != 0 || !quantity.candidates.isEmpty
            || (context == .askedAmount && whole >= 5)
    }

    private static let labels: Set<String> = [
        "numero", "contrato", "protocolo", "pedido", "cpf", "rg", "artigo", "art", "lei", "dia", "ano", "nf", "nota",
        "opcao", "casa",
        "rua", "apto", "ap", "cep", "codigo", "cod", "final", "agencia", "ag", "conta", "matricula", "processo",
        "bloco", "quadra",
        "lote", "item", "ramal", "bairro", "av", "km", "loja", "filial", "banco", "nascimento", "nasci", "cnpj", "n",
        "no",
    ]

    private func isApproximate(_ start: Int, _ end: Int) -> Bool {
        if ["uns", "umas", "quase", "ums", "tipo", "aproximadamente"].contains(word(start - 1)) { return true }
        if word(start - 1) == "de", ["cerca", "torno", "volta", "perto"].contains(word(start - 2)) { return true }
        if matches(start - 3, "mais", "ou", "menos") { return true }
        if word(end) == "e", ["pouco", "poucos", "pouquinho", "tantos", "tanto", "alguma"].contains(word(end + 1)) {
            return true
        }
        return matches(end, "mais", "ou", "menos") || matches(end, "por", "ai") || matches(end, "ou", "menos")
    }

    private static let perInstallmentWords: Set<String> = [
        "mensal", "mensais", "mensalmente", "cada", "monthly", "mensales",
    ]

    private func qualify(_ mention: inout AmountMention, start: Int, end: Int) {
        let before = word(start - 1)
        if ["de", "a", "por"].contains(before) || ["x", "vezes"].contains(before) {
            let unit = before == "x" || before == "vezes" ? before : word(start - 2)
            if [
                "x", "vezes", "parcela", "parcelas", "parcelinha", "parcelinhas", "prestacao", "prestacoes",
                "mensalidade", "mensalidades", "cuotas",
            ].contains(unit)
                || (before == "de" && isNumber(start - 2) && integer(start - 2).map { $0 <= 60 } ?? false)
            {
                mention.isPerInstallment = true
            }
        }
        if ["por", "ao", "todo", "no", "a", "per", "al", "cada", "pra", "p"].contains(word(end)),
            ["mes", "parcela", "mesinho", "month", "uma", "mensal", "semana"].contains(word(end + 1))
        {
            mention.isPerInstallment = true
        }
        if isMark(end, "/"), word(end + 1) == "mes" { mention.isPerInstallment = true }
        if Scanner.perInstallmentWords.contains(word(end)) { mention.isPerInstallment = true }
        if ["de", "na", "como", "da", "pra", "a", "e", "com", "la", "sendo"].contains(before),
            ["entrada", "sinal"].contains(word(start - 2))
        {
            mention.isDownPayment = true
        }
        if ["entrada", "sinal"].contains(before) || (isMark(start - 1, ":") && word(start - 2) == "entrada") {
            mention.isDownPayment = true
        }
        if ["de", "na", "como", "pra", "a", "agora"].contains(word(end)),
            ["entrada", "sinal", "entradinha"].contains(word(end + 1))
                || (word(end + 1) == "de" && word(end + 2) == "entrada")
        {
            mention.isDownPayment = true
        }
    }
}

/// Numbers in figures as money is written.
enum Figures {
    static func quantity(_ text: String) -> Scanner.Quantity? {
        let bytes = Array(text.utf8)
        guard bytes.count <= 16, !bytes.contains(where: { $0 == 0x2F || $0 == 0x3A || $0 == 0x2D }) else { return nil }
        let dot = UInt8(ascii: ".")
        let comma = UInt8(ascii: ",")
        let separators = bytes.indices.filter { bytes[$0] == dot || bytes[$0] == comma }
        guard let last = separators.last else { return plain(bytes[...], isDoubtful: false) }
        let decimals = bytes.count - last - 1
        let kinds = Set(separators.map { bytes[$0] })
        if kinds.count == 2 {
            // The last separator parts the cents; "1,234.56" is the American way and is read back.
            guard separators.filter({ bytes[$0] == bytes[last] }).count == 1, (1...2).contains(decimals) else {
                return nil
            }
            return value(bytes, decimalAt: last, isDoubtful: bytes[last] == dot)
        }
        if separators.count > 1 || (decimals == 3 && isGrouped(bytes, separators)) {
            guard isGrouped(bytes, separators) else { return nil }
            return value(bytes, decimalAt: nil, isDoubtful: bytes[last] == comma)
        }
        if bytes[last] == comma {
            return (1...2).contains(decimals) ? value(bytes, decimalAt: last, isDoubtful: false) : nil
        }
        if decimals == 2 { return value(bytes, decimalAt: last, isDoubtful: true) }
        guard decimals == 1, let small = value(bytes, decimalAt: last, isDoubtful: true) else { return nil }
        var open = small
        open.candidates = [small.cents, small.cents * 1000]
        return open
    }

    private static func isGrouped(_ bytes: [UInt8], _ separators: [Int]) -> Bool {
        guard let first = separators.first, (1...3).contains(first) else { return false }
        let ends = separators.dropFirst() + [bytes.count]
        return zip(separators, ends).allSatisfy { $1 - $0 == 4 }
    }

    private static func value(_ bytes: [UInt8], decimalAt: Int?, isDoubtful: Bool) -> Scanner.Quantity? {
        let whole = bytes[..<(decimalAt ?? bytes.count)].filter { $0 >= 0x30 && $0 <= 0x39 }
        guard var quantity = plain(whole[...], isDoubtful: isDoubtful) else { return nil }
        if let decimalAt {
            let tail = bytes[(decimalAt + 1)...]
            let digits = tail.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
            quantity.cents += tail.count == 1 ? digits * 10 : digits
        }
        return quantity
    }

    private static func plain(_ digits: ArraySlice<UInt8>, isDoubtful: Bool) -> Scanner.Quantity? {
        guard (1...9).contains(digits.count) else { return nil }
        let whole = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        return Scanner.Quantity(cents: whole * 100, end: 0, isDoubtful: isDoubtful)
    }
}
