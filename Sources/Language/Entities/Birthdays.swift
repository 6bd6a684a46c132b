/// Days of the year as an answer to "when were you born": "12/03", "12 de março de 1985", "12031985", "dia 12 do 3".
struct Birthdays {
    let tokens: [Token]

    func found() -> [DayAndMonth] {
        var found: [DayAndMonth] = []
        guard tokens.contains(where: { $0.kind == .number }) || tokens.contains(where: isMonth) else { return [] }
        for index in tokens.indices {
            if let day = figures(at: index) ?? written(at: index) ?? parted(at: index) { found.append(day) }
        }
        return found
    }

    private func isMonth(_ token: Token) -> Bool { token.kind == .word && CalendarWords.month(token.text) != nil }

    private func figures(at index: Int) -> DayAndMonth? {
        guard tokens[index].kind == .number else { return nil }
        let text = tokens[index].text
        let parts = text.split { !$0.isNumber }.map(String.init)
        if parts.count == 1, text.utf8.count == 8 || text.utf8.count == 6 || text.utf8.count == 4 {
            let digits = Array(text)
            return checked(String(digits[0..<2]), String(digits[2..<4]), digits.count > 4 ? String(digits[4...]) : nil)
        }
        guard (2...3).contains(parts.count), text.utf8.count <= 10 else { return nil }
        if parts[0].count == 4, parts.count == 3 { return checked(parts[2], parts[1], parts[0]) }
        return checked(parts[0], parts[1], parts.count == 3 ? parts[2] : nil)
    }

    private func written(at index: Int) -> DayAndMonth? {
        var end = index + 1
        let day: Int
        if tokens[index].kind == .number, let value = Int(tokens[index].text) {
            day = value
        } else if let value = NumberWords.value(word(index)) ?? (word(index) == "primeiro" ? 1 : nil) {
            day = value
            if value >= 20, word(end) == "e", let unit = NumberWords.value(word(end + 1)), unit < 10 {
                return month(day: value + unit, at: end + 2)
            }
        } else {
            return nil
        }
        if word(end) == "o" { end += 1 }
        return month(day: day, at: end)
    }

    private func month(day: Int, at index: Int) -> DayAndMonth? {
        var next = index
        if ["de", "do", "of"].contains(word(next)) { next += 1 }
        var month = CalendarWords.month(word(next))
        if month == nil, next > index, next < tokens.count, tokens[next].kind == .number {
            month = Int(tokens[next].text)
        }
        guard let month else { return nil }
        next += 1
        if ["de", "do"].contains(word(next)) { next += 1 }
        let year = next < tokens.count && tokens[next].kind == .number ? tokens[next].text : nil
        return checked(String(day), String(month), year)
    }

    /// "12 03 1985", "12 03".
    private func parted(at index: Int) -> DayAndMonth? {
        guard index + 1 < tokens.count, tokens[index].kind == .number, tokens[index + 1].kind == .number,
            tokens[index].text.utf8.count <= 2, tokens[index + 1].text.utf8.count <= 2
        else { return nil }
        let year = index + 2 < tokens.count && tokens[index + 2].kind == .number ? tokens[index + 2].text : nil
        return checked(tokens[index].text, tokens[index + 1].text, year)
    }

    private func checked(_ day: String, _ month: String, _ year: String?) -> DayAndMonth? {
        guard let day = Int(day), let month = Int(month), (1...31).contains(day), (1...12).contains(month) else {
            return nil
        }
        guard let text = year, let value = Int(text), text.utf8.count == 2 || text.utf8.count == 4 else {
            return DayAndMonth(day: day, month: month)
        }
        return DayAndMonth(
            day: day, month: month, year: text.utf8.count == 4 ? value : value + (value > 30 ? 1900 : 2000))
    }

    private func word(_ index: Int) -> String {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return "" }
        return tokens[index].text
    }
}
