package import Domain

/// Numbers, money, days and times as a Brazilian says them.
package enum SpokenPortuguese {
    package enum Gender: Sendable { case masculine, feminine }

    private static let units = [
        "zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze",
        "quatorze", "quinze", "dezesseis", "dezessete", "dezoito", "dezenove",
    ]
    private static let tens = [
        "", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa",
    ]
    private static let hundreds = [
        "", "cento", "duzentos", "trezentos", "quatrocentos", "quinhentos", "seiscentos", "setecentos", "oitocentos",
        "novecentos",
    ]
    private static let scales: [(one: String, many: String)] = [
        ("mil", "mil"), ("milhão", "milhões"), ("bilhão", "bilhões"), ("trilhão", "trilhões"),
        ("quatrilhão", "quatrilhões"), ("quintilhão", "quintilhões"),
    ]

    /// `1234` as `mil duzentos e trinta e quatro`; `menos` before what is below zero.
    package static func number(_ value: Int64, _ gender: Gender = .masculine) -> String {
        (value < 0 ? "menos " : "") + natural(value.magnitude, gender)
    }

    private static func natural(_ value: UInt64, _ gender: Gender) -> String {
        guard value > 0 else { return units[0] }
        var groups: [Int] = []
        var rest = value
        while rest > 0 {
            groups.append(Int(rest % 1000))
            rest /= 1000
        }
        var text = ""
        for scale in groups.indices.reversed() where groups[scale] > 0 {
            let group = groups[scale]
            let words = scaled(group, scale, gender)
            guard !text.isEmpty else {
                text = words
                continue
            }
            // "e" stands before the last group when it is round or below a hundred.
            let isLast = groups[..<scale].allSatisfy { $0 == 0 }
            text += isLast && (group < 100 || group % 100 == 0) ? " e " + words : " " + words
        }
        return text
    }

    private static func scaled(_ group: Int, _ scale: Int, _ gender: Gender) -> String {
        switch scale {
        case 0: return below1000(group, gender)
        case 1: return group == 1 ? "mil" : below1000(group, gender) + " mil"
        default:
            let name = scales[scale - 1]
            return below1000(group, .masculine) + " " + (group == 1 ? name.one : name.many)
        }
    }

    private static func below1000(_ value: Int, _ gender: Gender) -> String {
        if value == 100 { return "cem" }
        var parts: [String] = []
        if value >= 100 {
            let word = hundreds[value / 100]
            parts.append(gender == .feminine && word.hasSuffix("os") ? word.dropLast(2) + "as" : word)
        }
        let rest = value % 100
        if rest >= 20 { parts.append(tens[rest / 10]) }
        let unit = rest >= 20 ? rest % 10 : rest
        if unit > 0 {
            switch (unit, gender) {
            case (1, .feminine): parts.append("uma")
            case (2, .feminine): parts.append("duas")
            default: parts.append(units[unit])
            }
        }
        return parts.joined(separator: " e ")
    }

    /// `R$ 1.234,50` as `mil duzentos e trinta e quatro reais e cinquenta centavos`.
    package static func money(_ amount: Money) -> String {
        let (reais, cents) = amount.cents.magnitude.quotientAndRemainder(dividingBy: 100)
        var parts: [String] = []
        if reais > 0 || cents == 0 {
            let words = natural(reais, .masculine)
            // "um milhão de reais", but "um milhão e cem reais".
            let isRound = reais >= 1_000_000 && reais % 1_000_000 == 0
            parts.append(words + (reais == 1 ? " real" : isRound ? " de reais" : " reais"))
        }
        if cents > 0 { parts.append(natural(cents, .masculine) + (cents == 1 ? " centavo" : " centavos")) }
        return (amount.cents < 0 ? "menos " : "") + parts.joined(separator: " e ")
    }

    /// `5 de dezembro`; the first of a month is `primeiro`.
    package static func day(_ day: CalendarDay, withYear: Bool = false) -> String {
        let (year, month, number) = day.components
        let text = dayOfMonth(number) + " de " + Portuguese.month(month)
        return withYear ? text + " de " + natural(UInt64(year), .masculine) : text
    }

    private static func dayOfMonth(_ day: Int) -> String { day == 1 ? "primeiro" : natural(UInt64(day), .masculine) }

    /// `9h30` as `nove e meia`, `13h` as `uma da tarde`, `14h05` as `duas e cinco da tarde`.
    package static func time(hour: Int, minute: Int) -> String {
        let part = hour < 12 ? " da manhã" : hour < 18 ? " da tarde" : " da noite"
        let minutes = minute == 0 ? "" : minute == 30 ? " e meia" : " e " + natural(UInt64(minute), .masculine)
        if hour == 12 { return "meio-dia" + minutes }
        if hour == 0 { return "meia-noite" + minutes }
        let twelve = hour > 12 ? hour - 12 : hour
        return natural(UInt64(twelve), .feminine) + minutes + part
    }

    /// `1,99%` as `um vírgula noventa e nove por cento`.
    package static func percent(whole: Int64, decimals: String) -> String {
        number(whole) + (decimals.isEmpty ? "" : " vírgula " + fraction(decimals)) + " por cento"
    }

    private static func fraction(_ digits: String) -> String {
        let zeros = digits.prefix { $0 == "0" }.map { _ in units[0] }
        let rest = digits.drop { $0 == "0" }
        return (zeros + (rest.isEmpty ? [] : [number(Int64(rest) ?? 0)])).joined(separator: " ")
    }

    /// `188` as `um oito oito`: telephones, codes.
    package static func digits(_ text: some StringProtocol) -> String {
        text.compactMap(\.wholeNumberValue).map { units[$0] }.joined(separator: " ")
    }

    /// `3ª` as `terceira`, up to 99.
    package static func ordinal(_ value: Int, _ gender: Gender = .masculine) -> String {
        let ones = ["", "primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non"]
        let tens = [
            "", "décim", "vigésim", "trigésim", "quadragésim", "quinquagésim", "sexagésim", "septuagésim", "octogésim",
            "nonagésim",
        ]
        guard (1...99).contains(value) else { return number(Int64(value), gender) }
        let end = gender == .feminine ? "a" : "o"
        return [tens[value / 10], ones[value % 10]].filter { !$0.isEmpty }.map { $0 + end }.joined(separator: " ")
    }
}
