import Domain
import Language

/// Draws examples from the corpus, as many and as varied as asked.
struct Drawing {
    let corpus: Corpus
    let extractor: FeatureExtractor
    private var byIntent: [Intent: [Line]] = [:]
    private var pairs: [(Intent, Intent)] = []

    init(corpus: Corpus, lines: [Line]) {
        self.corpus = corpus
        extractor = FeatureExtractor(concepts: corpus.concepts)
        for line in lines where line.joins && line.language == .portuguese && line.intents.count == 1 {
            byIntent[line.intents[0], default: []].append(line)
        }
        for pair in corpus.pairs {
            for _ in 0..<pair.weight { pairs.append((pair.first, pair.second)) }
        }
    }

    func day(_ random: inout SplitMix64) -> CalendarDay {
        (CalendarDay(iso: "2026-08-01") ?? CalendarDay(number: 20_000)).adding(days: random.next(below: 300))
    }

    /// The usual context of a line, none, or any: the model must use it without trusting it.
    private func context(_ line: Line, _ random: inout SplitMix64) -> QuestionContext {
        let draw = random.next(below: 100)
        if line.isContextBound, draw < 94, !line.contexts.isEmpty { return random.pick(line.contexts) }
        if draw < 50, !line.contexts.isEmpty { return random.pick(line.contexts) }
        if draw < 75 { return .none }
        return random.pick(QuestionContext.allCases)
    }

    /// One sentence of a line, with or without something before and after it.
    func example(_ line: Line, _ random: inout SplitMix64) throws(TrainingError) -> Example {
        var text = try corpus.grammar.draw(line.pattern, &random).singleSpaced
        let isBare = line.intents == [.greeting] || line.intents == [.thanks] || line.intents == [.other]
        if line.language == .portuguese, !isBare {
            if random.chance(100) { text = try opening(&random) + " " + text }
            if random.chance(100) {
                text += " " + (try corpus.grammar.draw(Pattern(random.pick(corpus.endings)), &random))
            }
        }
        text = Noise.applied(to: text, strength: random.pick([0, 0, 0, 4, 8, 14]), &random)
        let context = context(line, &random)
        return example(text, line.intents, line.language, context, &random)
    }

    private func opening(_ random: inout SplitMix64) throws(TrainingError) -> String {
        try corpus.grammar.draw(Pattern(random.pick(corpus.openings)), &random)
    }

    /// Two sentences of different intents in one message.
    func joined(_ random: inout SplitMix64) throws(TrainingError) -> Example? {
        var (first, second) = random.pick(pairs)
        if random.chance(450) { swap(&first, &second) }
        guard let left = byIntent[first], let right = byIntent[second] else { return nil }
        let one = random.pick(left)
        let two = random.pick(right)
        var text = try corpus.grammar.draw(one.pattern, &random)
        text += random.pick(corpus.joints) + " "
        text += try corpus.grammar.draw(two.pattern, &random)
        text = Noise.applied(to: text.singleSpaced, strength: random.pick([0, 0, 4, 8]), &random)
        var intents = [first, second]
        if intents.contains(where: { !$0.standsAlone }) { intents.removeAll(where: \.standsAlone) }
        let context = context(random.chance(500) ? one : two, &random)
        return example(text, intents, .portuguese, context, &random)
    }

    private func example(
        _ text: String, _ intents: [Intent], _ language: MessageLanguage?, _ context: QuestionContext,
        _ random: inout SplitMix64
    ) -> Example {
        let features = Reader.features(of: text, on: day(&random), context: context, extractor: extractor)
        var target: UInt32 = 0
        for intent in intents { target |= 1 << UInt32(intent.index) }
        if language == .spanish { target |= 1 << 30 }
        if language == .english { target |= 1 << 31 }
        return Example(features: features, target: target, weight: 1, unknown: language == nil ? 3 << 30 : 0)
    }
}
