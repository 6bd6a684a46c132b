import Domain

/// What of a reply must stand as it is: whatever holds a figure, links, addresses, codes, and names.
struct ReplyFacts {
    enum Piece: Hashable {
        case fact(String)
        case text(String)
    }

    /// The reply, cut into facts and what stands between; joined, it is the reply again.
    let pieces: [Piece]

    var facts: [String] {
        pieces.compactMap { piece in
            if case .fact(let text) = piece { text } else { nil }
        }
    }

    /// - Parameter names: of people, creditors, products: words that are kept although they hold no figure.
    init(_ text: String, names: [String]) {
        let kept = Set(names.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { folded(ReplyFacts.core($0)) })
            .filter { $0.count >= 2 }
        var pieces: [Piece] = []
        var between = ""
        var word = ""
        func close() {
            guard !word.isEmpty else { return }
            let (head, middle, tail) = ReplyFacts.trimmed(word)
            word = ""
            guard ReplyFacts.isFact(middle, kept) else {
                between += head + middle + tail
                return
            }
            between += head
            // "R$ 150,00" is one fact, and so is "R$" with its figure on either side of a blank.
            var fact = middle
            if let sign = ReplyFacts.currencyAtEnd(between) {
                fact = sign + fact
                between.removeLast(sign.count)
            }
            if !between.isEmpty { pieces.append(.text(between)) }
            pieces.append(.fact(fact))
            between = tail
        }
        for character in text {
            if character.isWhitespace {
                close()
                between.append(character)
            } else {
                word.append(character)
            }
        }
        close()
        if !between.isEmpty { pieces.append(.text(between)) }
        self.pieces = pieces
    }

    private static func core(_ word: Substring) -> String { String(word.filter { $0.isLetter || $0.isNumber }) }

    /// A word without the punctuation around it.
    private static func trimmed(_ word: String) -> (String, String, String) {
        let marks: Set<Character> = [".", ",", ";", ":", "!", "?", "(", ")", "*", "_", "\"", "'", "“", "”", "…"]
        let head = word.prefix { marks.contains($0) }
        let rest = word.dropFirst(head.count)
        let tail = rest.reversed().prefix { marks.contains($0) }
        return (String(head), String(rest.dropLast(tail.count)), String(tail.reversed()))
    }

    private static func isFact(_ word: String, _ names: Set<String>) -> Bool {
        if word.unicodeScalars.contains(where: isFigure) { return true }
        // A sign alone belongs to the figure after it.
        if ["R$", "$", "US$"].contains(word) { return false }
        if word.contains("@") || word.contains("://") || word.lowercased().hasPrefix("www.") || word.contains("$")
            || word.contains("%")
        {
            return true
        }
        // `exemplo.com.br/x`: a dot between letters.
        if word.firstMatch(of: /[A-Za-z]\.[A-Za-z]{2}/) != nil { return true }
        return names.contains(folded(word.filter { $0.isLetter || $0.isNumber }))
    }

    /// Digits and numbers of every script: `٣`, `²`, `Ⅳ` and `½` among them.
    static func isFigure(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    /// The blank and the sign that belong to the figure after them.
    private static func currencyAtEnd(_ text: String) -> String? {
        for sign in ["R$ ", "R$\u{A0}", "$ ", "US$ "] where text.hasSuffix(sign) { return sign }
        return nil
    }
}
