import Domain

extension SpokenPortuguese {
    /// A written message in words that can be read aloud: amounts, days, times, percentages and numbers are spoken; links,
    /// codes, marks and pictures are left out.
    package static func spoken(_ text: String) -> String {
        var result = text.replacing("\u{A0}", with: " ").replacing("\u{2212}", with: "-")
        replace(&result, /(?:https?:\/\/|www\.)\S+/) { _ in "o link que está escrito na conversa" }
        // A Pix code is to be copied, not heard.
        replace(&result, /000201\S{20,}(?: \S+)*/) { _ in "o código que está escrito na conversa" }
        replace(&result, /(- ?)?R\$ ?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:,([0-9]{2}))?(?![0-9])/) { match in
            let reais = Int64(match.2.filter { $0 != "." }) ?? 0
            let cents = match.3.flatMap { Int64($0) } ?? 0
            return (match.1 == nil ? "" : "menos ") + money(Money(cents: reais * 100 + cents))
        }
        replace(&result, notAfter: "0123456789/", /([0-9]{1,2})\/([0-9]{1,2})(?:\/([0-9]{4}))?(?![0-9\/])/) { match in
            let year = match.3.flatMap { Int($0) }
            guard let number = Int(match.1), let month = Int(match.2),
                let date = CalendarDay(year: year ?? 2024, month: month, day: number)
            else { return String(match.0) }
            return day(date, withYear: year != nil)
        }
        replace(&result, notAfter: "0123456789", /([01]?[0-9]|2[0-3])(?:h|:)([0-5][0-9])?(?![0-9a-z])/) { match in
            guard let hour = Int(match.1), !(match.2 == nil && match.0.hasSuffix(":")) else { return String(match.0) }
            return time(hour: hour, minute: match.2.flatMap { Int($0) } ?? 0)
        }
        for (wrong, right) in [("às meio-dia", "ao meio-dia"), ("às meia-noite", "à meia-noite"), ("às uma", "à uma")] {
            result.replace(wrong, with: right)
        }
        replace(&result, notAfter: "0123456789.,", /([0-9]{1,6})(?:,([0-9]{1,6}))? ?%/) { match in
            percent(whole: Int64(match.1) ?? 0, decimals: match.2.map(String.init) ?? "")
        }
        replace(&result, notAfter: "0123456789", /([0-9]{1,3}) ?x (?:de )?/) { match in
            let count = Int64(match.1) ?? 0
            return number(count, .feminine) + (count == 1 ? " parcela de " : " parcelas de ")
        }
        replace(&result, notAfter: "0123456789", /([0-9]{1,2})([ªº])/) { match in
            ordinal(Int(match.1) ?? 0, match.2 == "ª" ? .feminine : .masculine)
        }
        replace(&result, /[Dd]ia 1(?![0-9])/) { match in String(match.0.prefix(4)) + "primeiro" }
        replace(
            &result, notAfter: "0123456789",
            /([0-9]{1,15}) (parcelas?|vezes|mensagens|pessoas|horas?|propostas?|opções)/
        ) { match in
            number(Int64(match.1) ?? 0, .feminine) + " " + String(match.2)
        }
        replace(&result, /[0-9][0-9.\-\/]*[0-9]|[0-9]/) { match in plainNumber(String(match.0)) }
        return tidied(result)
    }

    /// Replaces all matches but those that go on from one of the given characters.
    private static func replace<Output>(
        _ text: inout String, notAfter forbidden: String = "", _ pattern: Regex<Output>,
        _ words: (Regex<Output>.Match) -> String
    ) {
        var result = ""
        var end = text.startIndex
        for match in text.matches(of: pattern) {
            result += text[end..<match.range.lowerBound]
            let before = text[..<match.range.lowerBound].last
            let isPart = before.map { forbidden.contains($0) } ?? false
            result += isPart ? String(text[match.range]) : words(match)
            end = match.range.upperBound
        }
        text = result + text[end...]
    }

    /// Thousands and short counts as numbers; what is long, or begins with zero, digit by digit.
    private static func plainNumber(_ text: String) -> String {
        let figures = text.filter(\.isNumber)
        let isGrouped = text.wholeMatch(of: /[0-9]{1,3}(?:\.[0-9]{3})+/) != nil
        let isPlain = figures.count == text.count
        guard isGrouped || isPlain, figures.count <= (isGrouped ? 15 : 4), figures == "0" || !figures.hasPrefix("0"),
            let value = Int64(figures)
        else { return digits(figures) }
        return number(value)
    }

    /// Line ends become pauses; emoji and the marks of bold and italics go.
    private static func tidied(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let kept = line.filter { character in
                character.isLetter || character.isWhitespace || character.isNumber || ".,;:?!-()'’".contains(character)
            }
            let words = kept.split(whereSeparator: \.isWhitespace).filter { $0 != "-" }.joined(separator: " ")
            guard words.contains(where: \.isLetter) else { continue }
            lines.append(words.last.map { ".,;:?!".contains($0) } == true ? words : words + ".")
        }
        return lines.joined(separator: " ")
    }
}
