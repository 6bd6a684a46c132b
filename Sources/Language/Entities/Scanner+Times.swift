import Domain

/// Times of the day.
extension Scanner {
    private static let hourWords: Set<String> = ["h", "hs", "hr", "hrs", "hora", "horas", "hras", "oclock"]
    private static let hourOpenings: Set<String> = ["as", "das", "pelas", "umas", "la", "at", "ate", "las"]

    func time(at index: Int) -> Mention? {
        clock(at: index) ?? noon(at: index) ?? partOfDay(at: index)
    }

    private func timed(_ range: Range<Int>, _ time: TimeOfDay) -> Mention { Mention(range: range, value: .time(time)) }

    /// "18:30", "20h", "18h30", "às 9", "oito da noite", "depois das 18".
    private func clock(at index: Int) -> Mention? {
        if isNumber(index), let minute = colonTime(tokens[index].text) {
            var end = index + 1
            if Scanner.hourWords.contains(word(end)) { end += 1 }
            return timed(index..<end, .clock(minuteOfDay: minute))
        }
        guard let (hour, end) = smallNumber(index), (0...24).contains(hour) else { return nil }
        if Scanner.hourWords.contains(word(end)) { return hours(hour, at: index, unitAt: end) }
        if ["am", "pm"].contains(word(end)) {
            return timed(index..<end + 1, .clock(minuteOfDay: (hour % 12 + (word(end) == "pm" ? 12 : 0)) * 60))
        }
        let before = word(index - 1)
        let half = matches(end, "e", "meia") ? 2 : 0
        if let (part, after) = partSuffix(end + half) {
            return timed(index..<after, clockTime(hour, half > 0 ? 30 : 0, part: part))
        }
        guard Scanner.hourOpenings.contains(before), before != "la",
            before != "umas" || word(index - 2) == "as" || word(index - 2) == "pelas" || word(index - 2) == "das"
                || half > 0,
            before != "ate", !isNoun(at: end), !isNumber(end) || !isGlued(end)
        else { return nil }
        if before == "as" || before == "das", word(index - 2) == "todas" { return nil }
        return timed(index..<end + half, clockTime(hour, half > 0 ? 30 : 0, part: nil))
    }

    private func colonTime(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.count <= 3, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour),
            (0..<60).contains(minute), parts[1].count == 2
        else { return nil }
        return hour * 60 + minute
    }

    /// "20h", "18h30", "9 horas da manhã"; not a length of time ("em 48 horas", "faz 2 horas").
    private func hours(_ hour: Int, at index: Int, unitAt: Int) -> Mention? {
        let before = word(index - 1)
        if ["em", "ha", "faz", "fazem", "daqui", "mais", "dentro", "por", "durante", "a"].contains(before),
            word(index - 2) != "daqui" || true,
            before != "a" || word(unitAt) != "h"
        {
            return nil
        }
        if ["uteis", "atras", "esperando", "ja", "depois", "por"].contains(word(unitAt + 1)) { return nil }
        var end = unitAt + 1
        var minute = 0
        if let stated = integer(end), (0..<60).contains(stated), isGlued(end) {
            minute = stated
            end += 1
            if ["min", "m", "minutos"].contains(word(end)) { end += 1 }
        } else if matches(end, "e", "meia") {
            minute = 30
            end += 2
        } else if word(end) == "e", let stated = integer(end + 1), (1..<60).contains(stated) {
            minute = stated
            end += 2
        }
        if let (part, after) = partSuffix(end) { return timed(index..<after, clockTime(hour, minute, part: part)) }
        return timed(index..<end, clockTime(hour, minute, part: nil))
    }

    /// "da manhã", "da tarde", "da noite" after an hour.
    private func partSuffix(_ index: Int) -> (TimeOfDay, Int)? {
        guard ["da", "de", "in"].contains(word(index)) else { return nil }
        switch word(index + 1) {
        case "manha", "madrugada", "manhazinha", "matina": return (.morning, index + 2)
        case "tarde", "tardinha": return (.afternoon, index + 2)
        case "noite", "noitinha", "noti": return (.evening, index + 2)
        default: return nil
        }
    }

    /// Without a part of the day, 1 to 6 is the afternoon: nobody asks to be called before seven.
    private func clockTime(_ hour: Int, _ minute: Int, part: TimeOfDay?) -> TimeOfDay {
        var hour = hour
        switch part {
        case .morning: if hour == 12 { hour = 0 }
        case .afternoon, .evening: if hour < 12 { hour += 12 } else if part == .evening, hour == 12 { hour = 0 }
        default: if (1...6).contains(hour) { hour += 12 }
        }
        return .clock(minuteOfDay: hour % 24 * 60 + minute)
    }

    private func noon(at index: Int) -> Mention? {
        guard word(index) == "meio", word(index + 1) == "dia" else {
            if word(index) == "meiodia" { return timed(index..<index + 1, .clock(minuteOfDay: 720)) }
            return nil
        }
        if matches(index + 2, "e", "meia") || matches(index + 2, "e", "meio") {
            return timed(index..<index + 4, .clock(minuteOfDay: 750))
        }
        return timed(index..<index + 2, .clock(minuteOfDay: 720))
    }

    /// "de manhã", "à tarde", "depois do almoço", "à noite"; not "boa tarde", "mais tarde".
    private func partOfDay(at index: Int) -> Mention? {
        let opening = word(index)
        if ["boa", "bom", "boas", "mais", "muito", "good", "buenas", "tao", "meio", "ja"].contains(word(index - 1)) {
            return nil
        }
        switch opening {
        case "manha", "manhazinha", "matina", "morning": return timed(index..<index + 1, .morning)
        case "cedo", "cedinho", "cedim":
            return word(index - 1) == "mais" ? nil : timed(index..<index + 1, .morning)
        case "tarde", "tardinha", "tardezinha", "afternoon":
            if ["demais", "de+"].contains(word(index + 1)) { return nil }
            return timed(index..<index + 1, .afternoon)
        case "noite", "noitinha", "noitezinha", "noche", "evening": return timed(index..<index + 1, .evening)
        case "depois" where word(index + 1) == "do" && ["almoco", "almosso", "almuco"].contains(word(index + 2)),
            "apos" where word(index + 1) == "o" && word(index + 2) == "almoco":
            return timed(index..<index + 3, .afternoon)
        case "antes" where word(index + 1) == "do" && word(index + 2) == "almoco":
            return timed(index..<index + 3, .morning)
        case "depois" where word(index + 1) == "da" && ["janta", "novela", "missa"].contains(word(index + 2)):
            return timed(index..<index + 3, .evening)
        default: return nil
        }
    }

    /// A noun that a number before it counts, so that it is no time and no money.
    func isNoun(at index: Int) -> Bool { Scanner.countedNouns.contains(word(index)) }

    static let countedNouns: Set<String> = [
        "parcela", "parcelas", "parcelinhas", "prestacao", "prestacoes", "vezes", "x", "conta", "contas", "divida",
        "dividas",
        "fatura", "faturas", "mensagem", "mensagens", "ligacao", "ligacoes", "loja", "lojas", "dia", "dias", "semana",
        "semanas", "mes", "meses", "ano", "anos", "aninhos", "hora", "horas", "h", "hs", "hrs", "min", "minuto",
        "minutos",
        "minutinhos", "segundos", "filho", "filhos", "filha", "filhas", "crianca", "criancas", "pessoa", "pessoas",
        "boleto",
        "boletos", "cartao", "cartoes", "digito", "digitos", "opcao", "opcoes", "contrato", "contratos", "compra",
        "compras",
        "pix", "numero", "numeros", "vias", "via", "km", "graus", "netos", "neto", "irmaos", "bocas", "emprego",
        "empregos",
        "servicos", "chip", "chips", "celulares", "kk", "cestas", "carnes", "remedios", "cirurgias", "comprovantes",
        "telefone", "telefones", "pagamentos", "mensalidades", "mensalidade", "days", "weeks", "months", "years", "kg",
        "gb",
        "por", "cento", "salario", "salarios", "minimo", "minimos", "bancos", "emails", "audios", "fotos", "prints",
        "feira",
        "horinhas", "diazinhos", "mesinhos", "meias", "installments", "payments", "cuotas", "cuota", "ultimos",
        "ultimas", "primeiras", "primeiros",
    ]
}
