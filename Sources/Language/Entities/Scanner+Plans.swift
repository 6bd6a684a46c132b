import Domain

/// Numbers of installments.
extension Scanner {
    static let splittingVerbs: Set<String> = [
        "parcela", "parcelar", "parcelo", "parcelado", "parcelada", "parcelam", "parcele", "parcelando", "parcelamento",
        "divide", "dividam", "repartam", "fatiar", "fatia", "fatiem",
        "dividir", "dividido", "dividida", "divido", "dividem", "divida", "dividi", "dividindo", "faz", "fazer",
        "fazem", "faco", "fas",
        "faiz", "feito", "reparte", "repartir", "racha", "rachar", "quebra", "quebrar", "pagar", "pago", "quitar",
        "quito",
        "acertar", "consigo", "consegue", "split", "dividirlo", "fecha", "fecho", "fechar", "fechamos", "fechado",
        "pode", "posso",
        "aceito", "quero", "queria", "da", "rola", "prefiro", "vou", "mensalidade", "parcelinha", "parcelinhas",
        "financiar", "fraciona", "fracionar", "financia", "restante", "resto", "saldo",
    ]

    /// After "meia dúzia de".
    private static let timesWords: Set<String> = ["vezes", "parcelas", "prestacoes", "pagamentos"]

    private static let installmentUnits: Set<String> = [
        "x", "vezes", "vez", "parcela", "parcelas", "parcelinha", "parcelinhas", "prestacao", "prestacoes",
        "prestacaozinha", "prestacoezinhas", "prestacaozinhas", "parcelonas", "fatias",
        "mensalidade", "mensalidades", "pagamentos", "vezinhas", "installments", "instalments", "payments", "cuotas",
        "cuota", "veces",
        "boletos", "boletinhos", "xx",
        "cotas", "pedacos", "partes", "pagos",
    ]

    /// "3x", "em 10 vezes", "12 parcelas", "parcela em 6", "divide por 4", "10 de 50", "em 6 meses" when something is split.
    func plan(at index: Int) -> Mention? {
        guard let (count, end) = smallNumber(index), (1...120).contains(count) else { return nil }
        let unit = word(end)
        if Scanner.installmentUnits.contains(unit) || isGluedX(end) {
            return isPlan(count, at: index, unitAt: end)
                ? Mention(range: index..<end + 1, value: .installments(count)) : nil
        }
        let before = word(index - 1)
        if word(end) == "de", Scanner.timesWords.contains(word(end + 1)), before == "em", count > 1 {
            return Mention(range: index..<end + 2, value: .installments(count))
        }
        if end == index + 1, Scanner.isDiminutive(word(index)) { return nil }
        if ["em", "por", "pra", "de", "in", "en", "durante", "pelos", "nos"].contains(before)
            || Scanner.monthly.contains(unit)
        {
            if ["meses", "mesinhos", "mes", "months"].contains(unit) {
                let splits = hasSplittingVerb(before: index) || isAfterMonthlyAmount(index)
                return splits && count > 1 && before != "de"
                    ? Mention(range: index..<end + 1, value: .installments(count)) : nil
            }
            let closes = end >= tokens.count || tokens[end].kind != .word || !isNoun(at: end)
            if before == "em" || before == "in" || before == "en" || before == "por", closes, !isNumber(end),
                count <= 60, count > 1,
                hasSplittingVerb(before: index) || isBareSplit(index), unit != "mil", !isMoneyWord(end),
                !isMark(end, "%"), unit != "de" || !(CalendarWords.month(word(end + 1)) != nil)
            {
                return Mention(range: index..<end, value: .installments(count))
            }
        }
        if word(end) == "de", (2...60).contains(count), isNumber(index) || end == index + 1,
            let each = integer(moneyStart(end + 1)),
            each >= 10,
            !isNoun(at: moneyStart(end + 1) + 1), !["dia", "no", "ate", "e", "entrada", "com"].contains(before)
        {
            return Mention(range: index..<end, value: .installments(count))
        }
        return nil
    }

    private static let monthly: Set<String> = ["meses", "mesinhos"]

    private func isGluedX(_ index: Int) -> Bool {
        isMark(index, "*") || (isGlued(index) && ["x", "xs"].contains(word(index)))
    }

    /// Not "mandaram 3 vezes", "a 2ª parcela", "uma vez", "3 boletos", "as 2 parcelas atrasadas".
    private func isPlan(_ count: Int, at index: Int, unitAt end: Int) -> Bool {
        let unit = word(end)
        let before = word(index - 1)
        if unit == "vez" { return count > 1 }
        if ["x", "xx", "xs"].contains(unit) || isMark(end, "*") { return true }
        if count == 1 { return ["parcela", "cuota"].contains(unit) && before == "em" }
        if ["boletos", "boletinhos", "pagamentos", "payments", "pagos", "partes", "pedacos"].contains(unit) {
            return ["em", "in", "en", "por"].contains(before)
        }
        if unit == "vezes" || unit == "veces" {
            if ["por", "ao", "no", "na", "seguidas", "ja", "hoje", "essa", "nesse"].contains(word(end + 1)) {
                return false
            }
            let reached = (max(0, index - 4)..<index).contains { Scanner.repeatedActs.contains(word($0)) }
            return !reached
        }
        if [
            "as", "das", "nas", "faltam", "falta", "faltando", "paguei", "pagei", "essas", "ultimas", "primeiras",
            "devo", "atrasei", "tenho", "deixei", "sao",
        ]
        .contains(before), !hasSplittingVerb(before: index - 1) {
            return false
        }
        return !["atrasadas", "atrasada", "vencidas", "vencida", "abertas", "aberto", "pagas"].contains(word(end + 1))
    }

    private static let repeatedActs: Set<String> = [
        "liguei", "ligou", "ligaram", "liga", "ligam", "mandou", "mandaram", "mandei", "manda", "mandam", "falei",
        "disse", "avisei", "tentei",
        "pedi", "expliquei", "respondi", "reclamei", "cobraram", "cobrou", "paguei", "repeti", "ja", "procurei",
        "enviei", "perguntei", "cobrada", "cobrado", "dito",
    ]

    private func hasSplittingVerb(before index: Int) -> Bool {
        (max(0, index - 5)..<max(0, index)).contains { Scanner.splittingVerbs.contains(word($0)) }
    }

    /// "em 5?" on its own, as the answer to an offer.
    private func isBareSplit(_ index: Int) -> Bool {
        (context == .offer || context == .askedAmount) && tokens.count <= 6
    }

    private func isAfterMonthlyAmount(_ index: Int) -> Bool {
        (max(0, index - 6)..<index).contains {
            (["por", "ao"].contains(word($0)) && word($0 + 1) == "mes") || ["mensal", "mensais"].contains(word($0))
        }
    }

    private func isMoneyWord(_ index: Int) -> Bool { Scanner.currencyWords.contains(word(index)) }

    /// The index of the figure after "R$".
    private func moneyStart(_ index: Int) -> Int {
        if word(index) == "r", isMark(index + 1, "$") { return index + 2 }
        if word(index) == "rs" || isMark(index, "$") { return index + 1 }
        return index
    }
}
