import Domain

/// Amounts of money in the lines of a receipt.
struct ReceiptAmounts {
    struct Found {
        let amount: Money
        let hasCurrency: Bool
        let isRepaired: Bool
        /// Whether a comma parts the cents, as Portuguese writes them.
        let hasComma: Bool
        /// Characters of the line before it.
        let before: String
    }

    /// `R$ 1.234,56`, `RS 150,00`, `R5150.00`, `1 234,56`, `R$ 150`, `R$ 150 00` (cents set small and high).
    static func find(in line: String) -> [Found] {
        let text = Array(line)
        var found: [Found] = []
        var index = 0
        while index < text.count {
            let start = index
            let afterCurrency = currencyEnd(text, index)
            var position = afterCurrency ?? index
            while position < text.count, text[position].isWhitespace, afterCurrency != nil { position += 1 }
            let isWordInside =
                start > 0
                && (text[start - 1].isLetter || text[start - 1].isNumber
                    || ".,/-".contains(text[start - 1]) && start > 1 && text[start - 2].isNumber)
            if !isWordInside || afterCurrency != nil,
                let number = number(text, position, hasCurrency: afterCurrency != nil)
            {
                found.append(
                    Found(
                        amount: Money(cents: number.cents), hasCurrency: afterCurrency != nil,
                        isRepaired: number.isRepaired, hasComma: text[position..<number.end].contains(","),
                        before: String(text[..<start])))
                index = number.end
            } else {
                index = max(position, index + 1)
            }
        }
        return found
    }

    /// The index behind `R$` or what OCR makes of it.
    private static func currencyEnd(_ text: [Character], _ index: Int) -> Int? {
        guard "Rr".contains(text[index]), index == 0 || !text[index - 1].isLetter else { return nil }
        var next = index + 1
        if next < text.count, text[next] == " " { next += 1 }
        guard next < text.count else { return nil }
        if text[next] == "$" || text[next] == "§" { return next + 1 }
        guard "Ss58B".contains(text[next]), next == index + 1 else { return nil }
        next += 1
        if next < text.count, text[next] == "$" { return next + 1 }
        // `RS 150`: only where a number follows, else it is the state.
        var digit = next
        while digit < text.count, text[digit] == " " { digit += 1 }
        return digit < text.count && text[digit].isASCII && text[digit].isNumber ? next : nil
    }

    private static func number(
        _ text: [Character], _ start: Int, hasCurrency: Bool
    ) -> (cents: Int64, isRepaired: Bool, end: Int)? {
        var groups: [[Character]] = [[]]
        var separators: [Character] = []
        var isRepaired = false
        var firm = 0
        var index = start
        scan: while index < text.count {
            let character = text[index]
            if let digit = OCR.digit(character), character.isASCII, character != "$", character != "!" {
                if digit != character { isRepaired = true } else { firm += 1 }
                groups[groups.count - 1].append(digit)
                index += 1
                continue
            }
            guard !(groups.last ?? []).isEmpty, let gap = separator(text, index) else { break scan }
            separators.append(gap.mark)
            groups.append([])
            index = gap.end
        }
        while groups.count > 1, (groups.last ?? []).isEmpty {
            groups.removeLast()
            separators.removeLast()
        }
        guard firm > 0, groups[0].count + groups.count > 1, !groups[0].isEmpty, groups.joined().count <= 13 else {
            return nil
        }
        if index < text.count, text[index].isLetter || text[index] == "/" || text[index] == "%" { return nil }
        guard let value = value(groups, separators, hasCurrency: hasCurrency) else { return nil }
        return (value.cents, isRepaired || value.isGuess, index)
    }

    /// A separator between digits, with the blank that OCR puts beside it.
    private static func separator(_ text: [Character], _ index: Int) -> (mark: Character, end: Int)? {
        func isDigit(_ place: Int) -> Bool {
            place < text.count && text[place].isASCII && OCR.digit(text[place]) != nil && text[place] != "$"
        }
        if text[index] == "." || text[index] == "," {
            if isDigit(index + 1) { return (text[index], index + 1) }
            if index + 1 < text.count, text[index + 1] == " ", isDigit(index + 2), isDigit(index + 3),
                !isDigit(index + 4)
            {
                return (text[index], index + 2)
            }
            return nil
        }
        guard text[index] == " " else { return nil }
        if index + 1 < text.count, text[index + 1] == "," || text[index + 1] == ".", isDigit(index + 2) {
            return (text[index + 1], index + 2)
        }
        guard isDigit(index + 1), isDigit(index + 2) else { return nil }
        let isHundreds = isDigit(index + 3) && !isDigit(index + 4)
        return isHundreds || !isDigit(index + 3) ? (" ", index + 1) : nil
    }

    private static func value(
        _ groups: [[Character]], _ separators: [Character], hasCurrency: Bool
    ) -> (cents: Int64, isGuess: Bool)? {
        func integer(_ parts: some Sequence<[Character]>) -> Int64? { Int64(String(parts.joined())) }
        let areThousands = { (parts: ArraySlice<[Character]>) -> Bool in
            parts.count == 1 || (parts.first?.count ?? 0) <= 3 && parts.dropFirst().allSatisfy { $0.count == 3 }
        }
        guard let last = groups.last, let mark = separators.last else {
            return hasCurrency ? integer(groups).map { ($0 * 100, true) } : nil
        }
        if last.count == 2, areThousands(groups.dropLast()[...]) {
            guard mark != " " || hasCurrency else { return nil }
            return integer(groups).map { ($0, mark == " ") }
        }
        guard hasCurrency, last.count == 3, mark != ",", areThousands(groups[...]) else { return nil }
        return integer(groups).map { ($0 * 100, true) }
    }

    // MARK: Which one

    private static let paid = [
        "valor pago", "valor cobrado", "valor total", "valor da transf", "valor do pix", "valor do pagamento",
        "valor da transacao", "valor debitado", "valor enviado", "valor recebido", "valor transferido", "total pago",
        "total", "voce pagou", "voce transferiu", "pix enviado", "pix realizado", "valor da operacao", "valor final",
    ]
    private static let face = [
        "valor do documento", "valor original", "valor nominal", "valor do boleto", "valor do titulo",
    ]
    private static let other = [
        "tarifa", "juros", "multa", "desconto", "abatimento", "encargo", "iof", "troco", "saldo", "limite", "cashback",
        "taxa", "acrescimo", "mora", "rendimento", "economi", "valor minimo",
    ]

    private static func score(_ found: Found, _ context: String) -> Int {
        if ReceiptText.has(context, other), !context.contains("insuficiente") { return -10 }
        if ReceiptText.has(context, paid) { return 10 }
        if ReceiptText.has(context, face) { return 5 }
        let isValue = context.split(separator: " ").contains {
            ReceiptText.isAlike($0.filter(\.isLetter), "valor") || $0.hasPrefix("quantia")
        }
        if isValue { return 8 }
        return found.hasCurrency ? 6 : found.hasComma ? 1 : 0
    }

    /// What was paid: the best labelled amount, the first of equals.
    static func paid(in text: ReceiptText) -> ReceiptField<Money>? {
        var best: (score: Int, found: Found)?
        var seen: [Money: Int] = [:]
        for (index, line) in text.lines.enumerated() {
            var candidates = find(in: line.raw)
            var context = ""
            if candidates.isEmpty, isCurrencyOnly(line), index + 1 < text.lines.count {
                // `R$` on one line, the figure on the next.
                candidates = find(in: "R$ " + text.lines[index + 1].raw).prefix(1).map { $0 }
            }
            for found in candidates where found.amount > .zero {
                context = Domain.folded(found.before).contains(where: \.isLetter) ? line.folded : above(index, text)
                let score = score(found, context)
                if score > 0 { seen[found.amount, default: 0] += 1 }
                if best.map({ score > $0.score }) ?? true { best = (score, found) }
            }
        }
        guard let best, best.score > 0 else { return nil }
        let amount = best.found.amount
        if best.found.isRepaired { return ReceiptField(amount, .guessed) }
        if seen[amount, default: 0] > 1, best.score >= 6 { return ReceiptField(amount, .certain) }
        return ReceiptField(amount, best.score >= 5 ? .likely : .guessed)
    }

    private static func isCurrencyOnly(_ line: ReceiptText.Line) -> Bool {
        ["r$", "rs", "r $", "r§"].contains { line.folded == $0 || line.folded.hasSuffix(" " + $0) }
    }

    /// The label in the line before, where that line states no amount itself.
    private static func above(_ index: Int, _ text: ReceiptText) -> String {
        guard index > 0, find(in: text.lines[index - 1].raw).isEmpty else { return "" }
        return text.lines[index - 1].folded
    }
}
