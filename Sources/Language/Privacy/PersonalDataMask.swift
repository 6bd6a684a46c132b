import Domain

/// Takes out of a message what tells who somebody is, before the message goes anywhere else.
package struct PersonalDataMask: Sendable {
    /// What stands in the place of what was taken out.
    package enum Style: Sendable {
        /// `[CPF]`, `[NOME]`: for another program.
        case tags
        /// Invented data of the same form, always the same: for training, where form is what is learned from.
        case invented
    }

    package let style: Style
    private let names: Set<String>

    /// Not taken for names although they may be part of one.
    private static let particles: Set<String> = ["das", "dos", "del", "von", "van"]

    /// - Parameter names: of the debtor, their family, the agents: every word of three letters or more.
    package init(style: Style = .tags, names: [String] = []) {
        self.style = style
        self.names = Set(
            names.flatMap { folded($0).split { !$0.isLetter } }.map(String.init).filter {
                $0.count >= 3 && !PersonalDataMask.particles.contains($0)
            })
    }

    package func masked(_ text: String) -> String {
        var result = ""
        for part in PersonalDataMask.parts(text) {
            switch part {
            case .between(let between): result += between
            case .word(let word): result += masked(word: word)
            }
        }
        return maskedIntroductions(maskedNumbers(result))
    }

    // MARK: Words

    private enum Part {
        case word(String)
        case between(String)
    }

    private static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        var run = ""
        var isWord = false
        for character in text {
            let belongs = !character.isWhitespace
            if belongs != isWord, !run.isEmpty {
                parts.append(isWord ? .word(run) : .between(run))
                run = ""
            }
            isWord = belongs
            run.append(character)
        }
        if !run.isEmpty { parts.append(isWord ? .word(run) : .between(run)) }
        return parts
    }

    private func masked(word: String) -> String {
        if word.contains("@"), word.contains("."), word.count > 4 { return stand("[EMAIL]", "pessoa@example.com") }
        let lower = word.lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.") {
            return stand("[LINK]", "https://example.com")
        }
        let core = folded(word.filter(\.isLetter))
        guard names.contains(core) else { return word }
        let head = word.prefix { !$0.isLetter }
        let tail = String(word.reversed().prefix { !$0.isLetter }.reversed())
        return head + stand("[NOME]", "Maria") + tail
    }

    private func stand(_ tag: String, _ invented: String) -> String { style == .tags ? tag : invented }

    // MARK: Numbers

    /// CPF, CNPJ, phones, CEP, other long numbers, and days that lie so far back that they are birthdays. What may be an
    /// amount or a day stays: the meaning hangs on it.
    private func maskedNumbers(_ text: String) -> String {
        var result = ""
        var end = text.startIndex
        for match in text.matches(of: /\+?\(?[0-9](?:[0-9.\-\/()]| (?=[0-9(]))*[0-9]/) {
            result += text[end..<match.range.lowerBound]
            let before = text[..<match.range.lowerBound].suffix(3)
            result += masked(number: String(match.0), isMoney: before.contains("$"))
            end = match.range.upperBound
        }
        return result + text[end...]
    }

    private func masked(number: String, isMoney: Bool) -> String {
        let digits = number.filter(\.isNumber)
        if let match = number.wholeMatch(of: /[0-9]{1,2}[\/.\-][0-9]{1,2}[\/.\-]([0-9]{2,4})/) {
            let year = Int(match.1) ?? 0
            let isBirthday = match.1.count == 4 ? (1900...2010).contains(year) : year > 40
            return isBirthday ? stand("[NASCIMENTO]", "01/01/1980") : number
        }
        // "2.500" and "R$ 123456" are money.
        if isMoney || number.wholeMatch(of: /[0-9]{1,3}(?:\.[0-9]{3})+/) != nil { return number }
        switch digits.count {
        case 11 where number.contains("(") || number.hasPrefix("+") || !isCPF(digits) && looksLikeMobile(digits):
            return stand("[TELEFONE]", "(11) 90000-0000")
        case 11: return stand("[CPF]", "529.982.247-25")
        case 14: return stand("[CNPJ]", "11.222.333/0001-81")
        case 8 where number.wholeMatch(of: /[0-9]{5}-[0-9]{3}/) != nil: return stand("[CEP]", "01000-000")
        case 8...13: return stand("[TELEFONE]", "(11) 90000-0000")
        case 7, 15...: return stand("[NUMERO]", "1234567")
        default: return number
        }
    }

    private func isCPF(_ digits: String) -> Bool { (try? CPF(parsing: digits)) != nil }
    private func looksLikeMobile(_ digits: String) -> Bool { digits.dropFirst(2).hasPrefix("9") }

    // MARK: Introductions

    /// "me chamo Ana Souza", "aqui é o João": names that nobody told us beforehand.
    private func maskedIntroductions(_ text: String) -> String {
        let pattern =
            /(?i:\b(?:me chamo|meu nome [ée]|aqui [ée] (?:o |a )?|quem fala [ée] (?:o |a )?|sou (?:o |a )|my name is|me llamo))\s*((?:[A-ZÀ-Ý][a-zà-ÿ]+)(?: (?:da |de |do |dos |das )?[A-ZÀ-Ý][a-zà-ÿ]+)*)/
        var result = ""
        var end = text.startIndex
        for match in text.matches(of: pattern) {
            result += text[end..<match.1.startIndex]
            result += stand("[NOME]", "Maria")
            end = match.1.endIndex
        }
        return result + text[end...]
    }
}
