import Domain

/// The lines of a receipt, ready to be searched for labels.
struct ReceiptText {
    struct Line {
        let raw: String
        /// Lower case, no accents, with digits inside words turned back into the letters they look like.
        let folded: String
        /// The words of `raw`, and the letters, digits and slashes of those of `folded`.
        let words: [Substring]
        let cores: [String]

        init(_ raw: String) {
            self.raw = raw
            let folded = ReceiptText.lettersRepaired(Domain.folded(raw))
            self.folded = folded
            words = raw.split(whereSeparator: \.isWhitespace)
            cores = folded.split(separator: " ").map { word in
                String(decoding: word.utf8.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2F }, as: UTF8.self)
            }
        }
    }

    let lines: [Line]
    /// All of it, folded, one blank between words.
    let whole: String

    /// The longest text that is looked at; no receipt comes near it.
    static let charactersMax = 20_000
    static let linesMax = 400

    /// - Parameter text: as OCR or the text layer of a PDF gives it. Wide gaps part columns, and each becomes a line.
    init(_ text: String) {
        var lines: [Line] = []
        for row in text.prefix(ReceiptText.charactersMax).split(whereSeparator: \.isNewline) {
            for column in ReceiptText.columns(row) {
                let raw = ReceiptText.tidied(column)
                guard !raw.isEmpty, lines.count < ReceiptText.linesMax else { continue }
                lines.append(Line(raw))
            }
        }
        self.lines = lines
        whole = lines.map(\.folded).joined(separator: " ")
    }

    private static func columns(_ row: Substring) -> [String] {
        var columns = [""]
        var blanks = 0
        for character in row {
            if character.isWhitespace {
                blanks += 1
                continue
            }
            if blanks >= 3 || (blanks > 0 && columns[columns.count - 1].isEmpty) {
                if !columns[columns.count - 1].isEmpty { columns.append("") }
            } else if blanks > 0 {
                columns[columns.count - 1].append(" ")
            }
            blanks = 0
            columns[columns.count - 1].append(character)
        }
        return columns
    }

    /// A blank after a colon that follows a letter, none at the ends, and no marks of bullets before the text.
    private static func tidied(_ text: String) -> String {
        var result = ""
        var previous: Character = " "
        for character in text {
            if previous == ":", !character.isNumber, !character.isWhitespace { result.append(" ") }
            result.append(character)
            previous = character
        }
        let trimmed = result.drop { $0.isWhitespace || "-–—_>»|«".contains($0) }
        return String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// `va1or` as `valor`, `c0mprovante` as `comprovante`: in words that are mostly letters.
    private static func lettersRepaired(_ folded: String) -> String {
        folded.split(separator: " ").map { word -> String in
            let digits = word.count { $0.isNumber }
            guard digits > 0, word.count(where: \.isLetter) > digits else { return String(word) }
            return String(
                word.map { character -> Character in
                    switch character {
                    case "0": "o"
                    case "1", "|": "l"
                    case "5", "$": "s"
                    case "8": "b"
                    default: character
                    }
                })
        }.joined(separator: " ")
    }

    /// What stands after a label at the start of a line; nil where the line does not begin with it. A letter or two may be
    /// wrong in long words.
    static func rest(of line: Line, after label: String) -> String? {
        var index = 0
        for want in label.utf8.split(separator: 0x20) {
            guard index < line.cores.count, isAlike(line.cores[index].utf8, want) else { return nil }
            index += 1
        }
        guard line.words.count >= index else { return nil }
        let rest = line.words.dropFirst(index).joined(separator: " ")
        return String(rest.drop { $0.isWhitespace || ":-–=.".contains($0) })
    }

    static func isAlike(_ word: String, _ want: String) -> Bool { isAlike(word.utf8, want.utf8) }

    /// One letter may be wrong in words of five, two in words of nine.
    private static func isAlike(_ word: some Collection<UInt8>, _ want: some Collection<UInt8>) -> Bool {
        let count = want.count
        let limit = count >= 9 ? 2 : count >= 5 ? 1 : 0
        guard abs(word.count - count) <= limit else { return false }
        if word.elementsEqual(want) { return true }
        return limit > 0 && OCR.distance(Array(word), Array(want), limit: limit) <= limit
    }

    /// Whether a folded text has one of the words or phrases, at the start of a word.
    static func has(_ folded: String, _ stems: [String]) -> Bool {
        let padded = " " + folded
        return stems.contains { padded.contains(" " + $0) }
    }
}
