/// A text as WhatsApp shows it: `*bold*`, `_italic_`, `~struck~`; line ends are kept by the stylesheet.
///
/// A mark counts where it stands at a word's edge and its partner follows on the same line with something between.
enum ChatText {
    private static let em = Tag("em")
    private static let del = Tag("del")

    static func html(_ text: String) -> HTML {
        pieces(Array(text), depth: 0)
    }

    /// Marks may stand inside others this deep; what is deeper stays as typed.
    private static let depthMost = 3

    private static func pieces(_ characters: [Character], depth: Int) -> HTML {
        var parts: [HTML] = []
        var plain = ""
        var index = 0
        while index < characters.count {
            guard depth < depthMost, let tag = tag(for: characters[index]),
                let end = partner(of: index, in: characters)
            else {
                plain.append(characters[index])
                index += 1
                continue
            }
            if !plain.isEmpty { parts.append(.text(plain)) }
            plain = ""
            let inside = pieces(Array(characters[(index + 1)..<end]), depth: depth + 1)
            parts.append(tag { inside })
            index = end + 1
        }
        if !plain.isEmpty { parts.append(.text(plain)) }
        return .group(parts)
    }

    private static func tag(for mark: Character) -> Tag? {
        switch mark {
        case "*": strong
        case "_": em
        case "~": del
        default: nil
        }
    }

    private static func partner(of start: Int, in characters: [Character]) -> Int? {
        let mark = characters[start]
        if start > 0, isWord(characters[start - 1]) { return nil }
        guard start + 2 < characters.count, !characters[start + 1].isWhitespace else { return nil }
        var index = start + 2
        while index < characters.count {
            let character = characters[index]
            if character.isNewline { return nil }
            if character == mark, !characters[index - 1].isWhitespace,
                index + 1 == characters.count || !isWord(characters[index + 1])
            {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
