/// What keyboards, haste and habits do to a sentence.
///
/// Case, accents, stretched letters and common abbreviations are folded away before the model sees a text, so what is
/// practised here is the rest: slips of the finger, dropped and doubled letters, spelling by ear, missing words.
struct Noise {
    private static let byEar: [(String, String)] = [
        ("ch", "x"), ("x", "ch"), ("ss", "s"), ("ç", "s"), ("ç", "ss"), ("z", "s"), ("s", "z"), ("qu", "k"),
        ("ei", "e"),
        ("ou", "o"), ("lh", "li"), ("nh", "n"), ("h", ""), ("m", "n"), ("l", "u"), ("e", "i"), ("o", "u"), ("g", "j"),
        ("j", "g"), ("r", ""), ("rr", "r"), ("c", "k"), ("ão", "aum"), ("ndo", "no"), ("en", "in"), ("es", "is"),
        ("u", "l"),
    ]
    private static let neighbours: [Character: String] = [
        "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
        "k": "jl",
        "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi",
        "v": "cb",
        "w": "qe", "x": "zc", "y": "tu", "z": "x",
    ]
    private static let fillers = [
        "né", "tipo", "então", "aí", "ó", "olha", "assim", "mesmo", "viu", "já", "agora", "só", "mano", "cara", "uai",
        "tá", "lá",
        "bem", "meu", "é", "eu", "tipo assim", "sabe", "moça", "amigo",
    ]

    /// - Parameter strength: about how many of a hundred words are hurt.
    static func applied(to text: String, strength: Int, _ random: inout SplitMix64) -> String {
        var words: [String] = []
        for word in text.split(separator: " ") {
            var word = String(word)
            let draw = random.next(below: 1000)
            if draw < strength * 5, word.count > 2 {
                word = slip(word, &random)
            } else if draw < strength * 9, word.count > 2 {
                word = heard(word, &random)
            } else if draw < strength * 10, word.count <= 3, words.count > 1 {
                continue
            }
            words.append(word)
            if random.next(below: 1000) < strength * 2 / 3 { words.append(random.pick(fillers)) }
        }
        return words.joined(separator: " ")
    }

    private static func slip(_ word: String, _ random: inout SplitMix64) -> String {
        var letters = Array(word)
        guard letters.allSatisfy(\.isLetter) else { return word }
        let index = random.next(below: letters.count)
        switch random.next(below: 5) {
        case 0: letters.remove(at: index)
        case 1: if index + 1 < letters.count { letters.swapAt(index, index + 1) }
        case 2: letters.insert(letters[index], at: index)
        case 3:
            if let near = neighbours[letters[index]] { letters[index] = random.pick(Array(near)) }
        default: if letters.count > 4 { letters.removeLast() }
        }
        return String(letters)
    }

    private static func heard(_ word: String, _ random: inout SplitMix64) -> String {
        let fitting = byEar.filter { word.contains($0.0) }
        guard !fitting.isEmpty else { return word }
        let (from, to) = random.pick(fitting)
        guard let range = word.firstRange(of: from) else { return word }
        return word.replacingCharacters(range, with: to)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
