import Domain

/// Which of several phrases a text is nearest to in meaning, by the same hashed features that the model reads: words, their
/// sounds, pairs of them, groups of words of one meaning, and letters, so that typos and other words for the same thing
/// still meet. A feature counts the more, the fewer phrases have it.
package struct PhraseIndex: Sendable {
    package struct Match: Hashable, Sendable {
        /// Position of the group in what the index was made of.
        package let group: Int
        /// The cosine to the nearest phrase of the group: 0 for nothing in common, 1 for the same.
        package let similarity: Double
        /// By how much the next group is less near.
        package let margin: Double
        /// The share of the text's words that carry meaning which the group has too, by their beginnings; 0 where no word
        /// carries any.
        package let coverage: Double
    }

    private let extractor: FeatureExtractor
    /// The beginnings of the words of each group.
    private let stems: [Set<String>]
    private let phrases: [(group: Int, weights: [UInt64: Double])]
    private let rarity: [UInt64: Double]
    /// What a feature counts that no phrase has.
    private let unknownRarity: Double

    /// - Parameter groups: the phrases of one meaning each.
    package init(groups: [[String]], reader: Reader) {
        let extractor = FeatureExtractor(concepts: reader.model.concepts)
        let features = groups.enumerated().flatMap { group, texts in
            texts.map { (group, PhraseIndex.features(of: $0, extractor)) }
        }
        var counts: [UInt64: Int] = [:]
        for (_, found) in features { for feature in found { counts[feature, default: 0] += 1 } }
        let total = Double(features.count)
        let rarity = counts.mapValues { PhraseIndex.log(1 + total / Double($0)) }
        let unknownRarity = PhraseIndex.log(1 + total) * 0.5
        self.extractor = extractor
        stems = groups.map { Set($0.flatMap(PhraseIndex.stems)) }
        self.rarity = rarity
        self.unknownRarity = unknownRarity
        phrases = features.map { group, found in
            (group, PhraseIndex.weights(of: found, rarity, otherwise: unknownRarity))
        }
    }

    /// The nearest group; nil for an index without phrases or a text without words.
    package func nearest(to text: String) -> Match? {
        let asked = PhraseIndex.weights(
            of: PhraseIndex.features(of: text, extractor), rarity, otherwise: unknownRarity)
        guard !asked.isEmpty, !phrases.isEmpty else { return nil }
        var best: [Int: Double] = [:]
        for (group, weights) in phrases {
            let (few, many) = weights.count < asked.count ? (weights, asked) : (asked, weights)
            let cosine = few.reduce(0.0) { sum, entry in sum + entry.value * (many[entry.key] ?? 0) }
            best[group] = max(best[group] ?? 0, cosine)
        }
        let ranking = best.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = ranking.first else { return nil }
        let second = ranking.dropFirst().first?.value ?? 0
        return Match(
            group: first.key, similarity: first.value, margin: first.value - second,
            coverage: coverage(of: text, by: first.key))
    }

    private func coverage(of text: String, by group: Int) -> Double {
        let asked = PhraseIndex.stems(of: text)
        guard !asked.isEmpty else { return 0 }
        return Double(asked.count { stems[group].contains($0) }) / Double(asked.count)
    }

    /// The beginnings of the words that are not only there to hold a question together.
    private static func stems(of text: String) -> [String] {
        Tokenizer.tokens(of: text).filter { $0.kind == .word && !holders.contains($0.text) && $0.text.utf8.count > 2 }
            .map { String($0.text.prefix(4)) }
    }

    private static let holders: Set<String> = [
        "qual", "quais", "quando", "onde", "como", "quanto", "quantos", "quantas", "quem", "porque", "que", "para",
        "pra",
        "pro", "por", "com", "sem", "uma", "uns", "umas", "dos", "das", "nos", "nas", "num", "numa", "voce", "voces",
        "ele",
        "ela", "eles", "elas", "meu", "minha", "seu", "sua", "isso", "isto", "esse", "essa", "este", "esta", "estao",
        "estou",
        "ser", "sou", "sao", "tem", "ter", "tenho", "faz", "fazer", "faco", "fazem", "posso", "pode", "podem", "vou",
        "vai",
        "dar", "quero", "queria", "gostaria", "mais", "mesmo", "mesma", "ainda", "tambem", "aqui", "hoje", "muito",
        "bem",
        "boa", "bom", "dia", "tarde", "noite", "ola", "favor", "sera", "consigo", "consegue", "tipo", "the", "what",
        "how",
        "vcs", "depois", "preciso", "saber",
    ]

    /// Of length one.
    private static func weights(
        of features: [UInt64], _ rarity: [UInt64: Double], otherwise unknown: Double
    ) -> [UInt64: Double] {
        var weights: [UInt64: Double] = [:]
        for feature in features { weights[feature] = rarity[feature] ?? unknown }
        let length = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? weights.mapValues { $0 / length } : [:]
    }

    /// Without what every text has because nothing was asked before it.
    private static func features(of text: String, _ extractor: FeatureExtractor) -> [UInt64] {
        let day = CalendarDay(number: 0)
        let empty = Set(Reader.features(of: "", on: day, context: .none, extractor: extractor))
        return Reader.features(of: text, on: day, context: .none, extractor: extractor).filter { !empty.contains($0) }
    }

    /// Natural logarithm without the platform's library, so that every machine ranks alike: halves to near one, then the
    /// series of artanh.
    private static func log(_ value: Double) -> Double {
        var rest = value
        var halvings = 0.0
        while rest > 1.5 {
            rest /= 2
            halvings += 1
        }
        let ratio = (rest - 1) / (rest + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for index in stride(from: 1.0, through: 25, by: 2) {
            sum += term / index
            term *= square
        }
        return halvings * 0.693_147_180_559_945_3 + 2 * sum
    }
}
