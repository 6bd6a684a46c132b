import Domain

/// How easy a Portuguese text is to read: Flesch's measure as adapted at ICMC-USP (Martins, Ghiraldelo, Nunes and Oliveira,
/// 1996): 75–100 is very easy (five years of school), 50–75 easy (nine), below that hard.
package struct Readability: Hashable, Sendable {
    package let sentences: Int
    package let words: Int
    package let syllables: Int

    /// Texts to debtors reach this (brazil-collections.md §9.3).
    package static let scoreMin = 60.0
    /// Words a sentence, on average, at most.
    package static let sentenceWordsMax = 15

    package init(_ text: String) {
        var sentences = 0
        var words = 0
        var syllables = 0
        var inSentence = false
        for part in Readability.parts(of: text) {
            switch part {
            case .end:
                if inSentence { sentences += 1 }
                inSentence = false
            case .word(let word):
                inSentence = true
                words += 1
                syllables += Readability.syllables(in: word)
            }
        }
        if inSentence { sentences += 1 }
        self.sentences = sentences
        self.words = words
        self.syllables = syllables
    }

    /// 248,835 − 1,015 · words per sentence − 84,6 · syllables per word; 100 for a text without words.
    package var score: Double {
        guard words > 0, sentences > 0 else { return 100 }
        return 248.835 - 1.015 * Double(words) / Double(sentences) - 84.6 * Double(syllables) / Double(words)
    }

    private enum Part: Equatable { case word(Substring), end }

    /// Words, and the marks that end a sentence; a mark inside a number, an address or a link ends none.
    private static func parts(of text: String) -> [Part] {
        let ends: Set<Character> = [".", "!", "?", "…", ":"]
        var parts: [Part] = []
        for line in text.split(whereSeparator: \.isNewline) {
            for piece in line.split(separator: " ") {
                let word = piece.drop { !$0.isLetter && !$0.isNumber }
                let core = word.prefix(while: { !ends.contains($0) || isInside($0, word) })
                let bare = trimmed(core)
                if !bare.isEmpty { parts.append(.word(bare)) }
                if let last = piece.reversed().first(where: { $0.isLetter || $0.isNumber || ends.contains($0) }),
                    ends.contains(last)
                {
                    parts.append(.end)
                }
            }
            parts.append(.end)
        }
        return parts
    }

    private static func isInside(_ mark: Character, _ word: Substring) -> Bool {
        mark == "." || mark == ":" ? word.contains { $0.isNumber } || word.dropLast().contains(".") : false
    }

    private static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
        return word
    }

    /// Amounts, dates, numbers and links count two.
    static func syllables(in word: Substring) -> Int {
        if word.contains(where: { $0.isNumber || $0 == "/" || $0 == "@" }) || word.contains(".") { return 2 }
        return word.lowercased().split(separator: "-").map { Syllables.count(Array($0)) }.reduce(0, +)
    }
}

/// Counts the syllables of a Portuguese word by its vowels: diphthongs are one, an accented í or ú after a vowel is two.
enum Syllables {
    private static let vowels: Set<Character> = [
        "a", "e", "i", "o", "u", "á", "â", "ã", "à", "é", "ê", "í", "ó", "ô", "õ", "ú", "ü", "y",
    ]
    /// What glides after another vowel.
    private static let glides: Set<Character> = ["i", "u", "y"]

    static func count(_ letters: [Character]) -> Int {
        var count = 0
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            guard vowels.contains(letter) else {
                index += 1
                continue
            }
            let before = index > 0 ? letters[index - 1] : " "
            let next = index + 1 < letters.count ? letters[index + 1] : " "
            // The u of "que", "gui", "qual", "água" is no syllable of its own.
            if letter == "u", before == "q" || before == "g", vowels.contains(next) {
                index += 1
                continue
            }
            count += 1
            index += 1
            index = skipGlides(letters, from: index, after: letter)
        }
        return max(count, 1)
    }

    private static func skipGlides(_ letters: [Character], from start: Int, after first: Character) -> Int {
        guard start < letters.count else { return start }
        let letter = letters[start]
        let isLast = start == letters.count - 1 || (start == letters.count - 2 && letters[start + 1] == "s")
        let next = start + 1 < letters.count ? letters[start + 1] : " "
        if first == "ã" || first == "õ" { return letter == "o" || letter == "e" || letter == "i" ? start + 1 : start }
        if glides.contains(letter) {
            // "ruim", "juiz": before a nasal or a z that ends the word, i and u stand alone; so does "sair" and "cair".
            let closes = (next == "m" || next == "n" || next == "z" || next == "r") && start + 2 >= letters.count
            if first != letter, !closes { return start + 1 }
            return start
        }
        // A weak end: "família", "água", "série".
        if first == "i" || first == "u", isLast, letter == "a" || letter == "o" || letter == "e" {
            let isStressed = !letters.contains { "áâéêíóôú".contains($0) }
            return isStressed ? start : start + 1
        }
        return start
    }
}
