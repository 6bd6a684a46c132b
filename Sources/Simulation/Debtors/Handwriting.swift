import Domain

/// Turns a phrase into what a thumb makes of it: lower case, lost accents, shorthand, typos, stretched letters, emoji.
enum Handwriting {
    /// `carelessness` is times in a thousand: how likely each kind of slip is.
    static func write(_ phrase: String, carelessness: Int, emoji: Int, chance: inout SeededGenerator) -> String {
        var text = phrase
        if chance.chance(carelessness) { text = text.lowercased() }
        if chance.chance(carelessness / 2) { text = folded(text) }
        if chance.chance(carelessness / 2) { text = shorthand(text, &chance) }
        if chance.chance(carelessness / 4) { text = typo(text, &chance) }
        if chance.chance(carelessness / 8), let last = text.last, "aeiou".contains(last) {
            text += String(repeating: last, count: chance.integer(1...3))
        }
        if chance.chance(40) { text = text.uppercased() }
        if chance.chance(emoji), let sign = chance.pick(["🙏", "😊", "👍", "😅", "🙂", "❤️"]) { text += " " + sign }
        return text
    }

    /// One thought in two or three messages, cut between words.
    static func burst(_ text: String, chance: inout SeededGenerator) -> [String] {
        let words = text.split(separator: " ")
        guard words.count >= 4 else { return [text] }
        let cuts = words.count >= 8 && chance.chance(400) ? 2 : 1
        var pieces: [String] = []
        var rest = words[...]
        for cut in 0..<cuts {
            let most = rest.count - 2 * (cuts - cut)
            guard most > 1 else { break }
            let size = chance.integer(2...max(2, most))
            pieces.append(rest.prefix(size).joined(separator: " "))
            rest = rest.dropFirst(size)
        }
        pieces.append(rest.joined(separator: " "))
        return pieces.filter { !$0.isEmpty }
    }

    private static let short: [(long: String, short: [String])] = [
        ("você", ["vc", "vcs"]), ("vocês", ["vcs"]), ("não", ["n", "nao", "ñ"]), ("que", ["q"]), ("porque", ["pq"]),
        ("também", ["tb", "tbm"]), ("quanto", ["qto"]), ("quando", ["qdo"]), ("mesmo", ["msm"]),
        ("para", ["pra", "p"]),
        ("hoje", ["hj"]), ("está", ["tá", "ta"]), ("estou", ["to", "tô"]), ("beleza", ["blz"]),
        ("por favor", ["pfv", "pf"]),
        ("mensagem", ["msg"]), ("obrigado", ["obg", "obrigadu"]), ("obrigada", ["obg", "brigada"]), ("agora", ["agr"]),
    ]

    private static func shorthand(_ text: String, _ chance: inout SeededGenerator) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard let entry = short.first(where: { $0.long == word.lowercased() }), chance.chance(700) else {
                return String(word)
            }
            return chance.pick(entry.short) ?? String(word)
        }.joined(separator: " ")
    }

    /// Two neighbours swapped, or a letter lost: inside a word, never in a number.
    private static func typo(_ text: String, _ chance: inout SeededGenerator) -> String {
        var letters = Array(text)
        guard letters.count > 6 else { return text }
        let place = chance.integer(1...(letters.count - 3))
        guard letters[place].isLetter, letters[place + 1].isLetter else { return text }
        if chance.chance(500) {
            letters.swapAt(place, place + 1)
        } else {
            letters.remove(at: place)
        }
        return String(letters)
    }
}
