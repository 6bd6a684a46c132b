/// Phones, documents and what else is written with many digits.
extension Scanner {
    func contact(at index: Int) -> Mention? {
        guard isNumber(index) || isMark(index, "(") || isMark(index, "+") else { return nil }
        if let document = document(at: index) { return document }
        return phone(at: index)
    }

    private func digits(of text: String) -> String {
        String(decoding: text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
    }

    /// A CPF or CNPJ in its usual form, digits named as such, or eleven digits that are no mobile number.
    private func document(at index: Int) -> Mention? {
        guard isNumber(index) else { return nil }
        let text = tokens[index].text
        let digits = digits(of: text)
        let named = (max(0, index - 4)..<index).contains { ["cpf", "cnpj", "rg", "documento"].contains(word($0)) }
        let isFormatted = digits.utf8.count == 11 && text.utf8.count == 14 && text.contains(".")
        let isCompany = digits.utf8.count == 14 && text.contains("/")
        let isBare =
            digits.utf8.count == 11 && text.utf8.count == 11 && (context == .askedIdentity || !isMobile(digits))
        guard isFormatted || isCompany || isBare || (named && (3...14).contains(digits.utf8.count)) else { return nil }
        return Mention(range: index..<index + 1, value: .document(digits))
    }

    private func isMobile(_ digits: String) -> Bool {
        let bytes = Array(digits.utf8)
        return bytes.count == 11 && bytes[0] != 0x30 && bytes[1] != 0x30 && bytes[2] == 0x39
    }

    /// Groups of digits that together have the shape of a Brazilian number, with or without country and area code.
    private func phone(at index: Int) -> Mention? {
        var digits = ""
        var next = index
        var best: (end: Int, digits: String)?
        while next < tokens.count, next - index < 10 {
            let token = tokens[next]
            if token.kind == .mark, ["(", ")", "+", "-", "."].contains(token.text) {
                next += 1
                continue
            }
            guard token.kind == .number,
                token.text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E })
            else { break }
            digits += self.digits(of: token.text)
            guard digits.utf8.count <= 15 else { break }
            next += 1
            let group = token.text.utf8
            let lastGroup = group.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
            if isPhone(digits, isWhole: next - index == 1 && group.count == digits.utf8.count, at: index),
                lastGroup == 4 || lastGroup >= 8
            {
                best = (next, digits)
            }
        }
        guard let best else { return nil }
        return Mention(range: index..<best.end, value: .phone(best.digits))
    }

    private func isPhone(_ digits: String, isWhole: Bool, at index: Int) -> Bool {
        let bytes = Array(digits.utf8)
        if digits.hasPrefix("0800") || digits.hasPrefix("0300") { return (10...11).contains(bytes.count) }
        switch bytes.count {
        case 8: return (!isWhole || isNamed(index)) && bytes[0] >= 0x32 && !tokens[index].text.contains(".")
        case 9: return bytes[0] == 0x39
        case 10: return bytes[0] != 0x30 && bytes[1] != 0x30 && bytes[2] >= 0x32
        case 11: return bytes[0] == 0x30 ? true : bytes[1] != 0x30 && bytes[2] == 0x39
        case 12, 13: return digits.hasPrefix("55") || bytes[0] == 0x30
        case 14: return digits.hasPrefix("0")
        default: return false
        }
    }

    private func isNamed(_ index: Int) -> Bool {
        (max(0, index - 4)..<index).contains {
            ["telefone", "celular", "numero", "whatsapp", "contato", "ligar"].contains(word($0))
        }
    }
}
