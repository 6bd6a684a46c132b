/// A piece of a message after folding.
struct Token: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// Letters, folded; standard spelling where an abbreviation or a stretched form is known.
        case word
        /// Digits with the separators inside them: `150`, `1.234,56`, `10/12`, `18:30`.
        case number
        /// One punctuation character or currency sign.
        case mark
        /// An emoji or another symbol.
        case symbol
        case email
        case link
    }

    var kind: Kind
    var text: String
    /// No white space stands before it.
    var isGlued: Bool

    func isWord(_ word: String) -> Bool { kind == .word && text == word }
    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}

/// Cuts a message into tokens; linear in its length, which is capped.
struct Tokenizer {
    /// Longer messages are read to here; what a person wants stands before it.
    static let maximumScalars = 3000

    private var tokens: [Token] = []
    private var word: [UInt8] = []
    private var isGlued = false

    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer()
        tokenizer.read(text)
        return tokenizer.tokens
    }

    private mutating func read(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(min(text.utf8.count, Tokenizer.maximumScalars))
        for scalar in text.unicodeScalars {
            if scalars.count == Tokenizer.maximumScalars { break }
            scalars.append(scalar)
        }
        tokens.reserveCapacity(scalars.count / 4 + 4)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if Folding.isIgnored(scalar.value) {
                index += 1
            } else if Tokenizer.isSpace(scalar) {
                endWord()
                isGlued = false
                index += 1
            } else if word.isEmpty, !isGlued, let end = addressEnd(scalars, from: index) {
                endWord()
                addAddress(scalars[index..<end])
                index = end
            } else if let byte = Folding.folded(scalar) {
                index = isDigit(byte) ? number(scalars, from: index) : letter(byte, at: index)
            } else {
                endWord()
                // A hyphen inside a word ("sexta-feira", "encaminhe-me") parts it and says nothing.
                let joins = isGlued && tokens.last?.kind == .word && isHyphen(scalar) && index + 1 < scalars.count
                if !(joins && Folding.folded(scalars[index + 1]).map { !isDigit($0) } ?? false) { addSymbol(scalar) }
                index += 1
            }
        }
        endWord()
    }

    private func isHyphen(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "‑" || scalar == "–" }

    private mutating func letter(_ byte: UInt8, at index: Int) -> Int {
        if word.count < 40 { word.append(byte) }
        return index + 1
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        Spelling.squeeze(&word)
        add(.word, Spelling.standard(String(decoding: word, as: UTF8.self)))
        word.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ kind: Token.Kind, _ text: String) {
        tokens.append(Token(kind: kind, text: text, isGlued: isGlued && !tokens.isEmpty))
        isGlued = true
    }

    /// Digits, and single separators between digits.
    private mutating func number(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        endWord()
        var bytes: [UInt8] = []
        var index = start
        while index < scalars.count {
            if let byte = Folding.folded(scalars[index]), isDigit(byte) {
                if bytes.count < 40 { bytes.append(byte) }
                index += 1
            } else if let separator = Tokenizer.separator(scalars[index]), index + 1 < scalars.count,
                let next = Folding.folded(scalars[index + 1]), isDigit(next)
            {
                if bytes.count < 40 { bytes.append(separator) }
                index += 1
            } else if Folding.isIgnored(scalars[index].value), !bytes.isEmpty {
                index += 1
            } else {
                break
            }
        }
        add(.number, String(decoding: bytes, as: UTF8.self))
        return index
    }

    private static func separator(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case ".", ",", "/", ":", "-": UInt8(scalar.value)
        case "–", "‑", "−": 0x2D
        default: nil
        }
    }

    private mutating func addSymbol(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "!", "?", ",", ".", ";", ":", "(", ")", "%", "$", "+", "-", "/", "*", "\"", "'", "=", "#", "@", "&", "_",
            "~":
            add(.mark, String(scalar))
        case "¿", "¡": add(.mark, scalar == "¿" ? "?" : "!")
        case "…": add(.mark, ".")
        case "“", "”", "«", "»": add(.mark, "\"")
        case "‘", "’", "´", "`": add(.mark, "'")
        case "–", "—", "‑", "−": add(.mark, "-")
        case "×": add(.word, "x")
        default: add(.symbol, String(scalar))
        }
    }

    /// Where an e-mail address or a link that starts here ends, or nil.
    private func addressEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start].isASCII, Folding.folded(scalars[start]) != nil
        else { return nil }
        var end = start
        var hasAt = false
        var dots = 0
        while end < scalars.count, end - start < 200, !Tokenizer.isSpace(scalars[end]), scalars[end] != "," {
            if scalars[end] == "@" { hasAt = true }
            if scalars[end] == "." { dots += 1 }
            end += 1
        }
        while end > start, ".!?;:)".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        guard hasAt || dots > 0 else { return nil }
        let text = String(String.UnicodeScalarView(scalars[start..<end])).lowercased()
        if hasAt { return Tokenizer.isEmail(text) ? end : nil }
        let isLink =
            text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.")
            || text.hasPrefix("bit.ly/")
            || text.hasPrefix("wa.me/")
        return isLink ? end : nil
    }

    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."), parts[1].count >= 4
        else { return false }
        return true
    }

    private mutating func addAddress(_ scalars: ArraySlice<Unicode.Scalar>) {
        let text = String(String.UnicodeScalarView(scalars))
        add(text.contains("@") ? .email : .link, text)
    }

    @inline(__always)
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
