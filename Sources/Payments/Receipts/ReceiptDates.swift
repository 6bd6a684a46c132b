import Domain

/// Days and times in the lines of a receipt.
enum ReceiptDates {
    struct Found: Equatable {
        let day: CalendarDay
        /// 0 ..< 86 400
        let second: Int?
        let isRepaired: Bool
        let score: Int
    }

    /// `05/12/2026`, `05-12-26`, `05.12.2026`, `5 DEZ 2026`, `5 de dezembro de 2026`, `05/dez/2026`, with digits that were
    /// read as letters; and the time that stands with it.
    static func best(in text: ReceiptText) -> Found? {
        var best: Found?
        for (index, line) in text.lines.enumerated() {
            let repaired = OCR.digitsRepaired(line.raw)
            for (day, before, after) in days(in: Domain.folded(repaired)) {
                let label = before.contains(where: \.isLetter) ? before : above(index, text)
                let following = index + 1 < text.lines.count ? text.lines[index + 1].raw : ""
                let second =
                    time(in: after, isMarked: true) ?? time(in: before, isMarked: false)
                    ?? time(in: Domain.folded(OCR.digitsRepaired(following)), isMarked: false)
                let found = Found(
                    day: day, second: second, isRepaired: repaired != line.raw,
                    score: score(label, hasTime: second != nil))
                if best.map({ found.score > $0.score }) ?? true { best = found }
            }
        }
        guard let best, best.score > -4 else { return nil }
        guard best.second == nil else { return best }
        return Found(day: best.day, second: clock(in: text), isRepaired: best.isRepaired, score: best.score)
    }

    private static func score(_ label: String, hasTime: Bool) -> Int {
        var score = hasTime ? 2 : 0
        let isDue = ReceiptText.has(label, ["vencimento", "data de venc", "data do venc", "validade", "nascimento"])
        if isDue { score -= 8 }
        if ReceiptText.has(label, ["emitid", "emissao", "impress", "2a via", "consulta", "gerad"]) { score -= 3 }
        let isPaid = ReceiptText.has(
            label,
            [
                "data do pag", "data de pag", "data da trans", "data da oper", "data e hora", "data do debito",
                "data da efetiv", "data/hora", "realizad", "pago em", "pagamento em", "efetuad", "quando",
                "agendado para",
                "data do agend", "data da liq", "data do pix",
            ])
        if isPaid { score += 6 } else if ReceiptText.has(label, ["data", "em "]) { score += 3 }
        return score
    }

    private static func above(_ index: Int, _ text: ReceiptText) -> String {
        index > 0 ? text.lines[index - 1].folded : ""
    }

    /// - Parameter folded: lower case, no accents.
    private static func days(in folded: String) -> [(day: CalendarDay, before: String, after: String)] {
        var result: [(CalendarDay, String, String)] = []
        func add(_ day: Substring, _ month: Int?, _ year: Substring, _ range: Range<String.Index>) {
            let before = folded[..<range.lowerBound]
            guard let month, let dayNumber = Int(day), let yearNumber = Int(year),
                !(before.last.map { $0.isNumber || "/.-".contains($0) } ?? false),
                let found = CalendarDay(
                    year: yearNumber < 100 ? 2000 + yearNumber : yearNumber, month: month, day: dayNumber),
                (2015...2099).contains(found.year)
            else { return }
            result.append((found, String(before), String(folded[range.upperBound...])))
        }
        for match in folded.matches(of: /(\d{1,2}) ?[\/.\-] ?(\d{1,2}) ?[\/.\-] ?(\d{4}|\d{2})(?!\d)/) {
            add(match.1, Int(match.2), match.3, match.range)
        }
        let named = /(\d{1,2})[o°]? ?(?:de |\/|-|\.)? ?([a-z]{2,9}[0-9]?)\.?,? ?(?:de |\/|-)? ?(\d{4})(?!\d)/
        for match in folded.matches(of: named) { add(match.1, month(match.2), match.3, match.range) }
        return result
    }

    private static let months = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"]

    private static func month(_ word: Substring) -> Int? {
        let letters = String(
            word.map { character -> Character in
                switch character {
                case "0": "o"
                case "1": "l"
                case "2": "z"
                case "5": "s"
                default: character
                }
            })
        if letters.count <= 4 {
            return months.firstIndex(of: String(letters.prefix(3))).map { $0 + 1 }
        }
        return (1...12).first { ReceiptText.isAlike(letters, Domain.folded(Portuguese.month($0))) }
    }

    /// `14:32`, `14:32:10`, `14h32`, `14h32m10s`; `14.32.10` where the line says that it is a time or a day stands before.
    private static func time(in folded: String, isMarked: Bool) -> Int? {
        for match in folded.matches(of: /(\d{1,2}) ?([:h.]) ?(\d{2})(?: ?[:m.] ?(\d{2}))?(?!\d)/) {
            guard match.2 != "." || (isMarked && match.4 != nil),
                !(folded[..<match.range.lowerBound].last.map { $0.isNumber || "/.,-".contains($0) } ?? false),
                let hour = Int(match.1), let minute = Int(match.3), hour < 24, minute < 60
            else { continue }
            let second = match.4.flatMap { Int($0) } ?? 0
            return (hour * 60 + minute) * 60 + min(second, 59)
        }
        return nil
    }

    /// A time on a line of its own: `Hora 14:32:10`, `Horário: 14h32`.
    private static func clock(in text: ReceiptText) -> Int? {
        for (index, line) in text.lines.enumerated() {
            guard
                ["hora", "horario", "hora da transacao", "horario da transacao"].contains(where: {
                    ReceiptText.rest(of: line, after: $0) != nil
                })
            else { continue }
            if let time = time(in: Domain.folded(OCR.digitsRepaired(line.raw)), isMarked: true) { return time }
            if index + 1 < text.lines.count {
                return time(in: Domain.folded(OCR.digitsRepaired(text.lines[index + 1].raw)), isMarked: true)
            }
        }
        return nil
    }
}
