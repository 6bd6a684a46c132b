private import CUnderstandingModel
package import Domain

/// Reads a message: what it means, what it states, in which language. A value without state, safe to share.
package struct Reader: Sendable {
    package let model: UnderstandingModel
    private let extractor: FeatureExtractor

    package init(model: UnderstandingModel) {
        self.model = model
        extractor = FeatureExtractor(concepts: model.concepts)
    }

    /// The reader with the model that was compiled into the program.
    package static func embedded() throws -> Reader {
        let bytes = UnsafeRawBufferPointer(
            start: quita_understanding_model(), count: Int(quita_understanding_model_size()))
        return Reader(model: try UnderstandingModel(bytes: bytes))
    }

    /// - Parameters:
    ///   - text: what the debtor wrote, as received.
    ///   - day: the day on which they wrote it, where they live; relative dates count from it.
    ///   - context: what they had last been asked.
    package func read(_ text: String, on day: CalendarDay, context: QuestionContext) -> Understanding {
        let tokens = Tokenizer.tokens(of: text)
        let mentions = Scanner(tokens, today: day, context: context).mentions()
        let scores = model.scores(extractor.features(tokens, mentions, context))
        let decision = Decision(model: model, scores: scores)
        var asserted = decision.asserted
        if asserted.count > 1 {
            let positions = positions(of: asserted, tokens: tokens, mentions: mentions, context: context)
            asserted = Ordering.ordered(asserted, tokens: tokens, position: { positions[$0] ?? 0 })
        }
        let details = EntityReader(tokens: tokens, mentions: mentions, today: day, context: context).details(
            for: asserted)
        let slots = asserted.reduce(into: Set<EntitySlot>()) { $0.formUnion($1.slots) }
        return Understanding(
            intents: asserted.map { ScoredIntent($0, confidence: decision.confidence($0)) }, scores: decision.ranking,
            entities: details.found.limited(to: slots), details: details, language: decision.language,
            isSure: decision.isSure(asserted))
    }

    private static let joints: Set<String> = [",", ".", "?", "!", ";", "e", "mas", "porque", "que"]

    /// Where each intent shows: the start of the part of the message that scores highest for it.
    private func positions(
        of intents: [Intent], tokens: [Token], mentions: [Mention], context: QuestionContext
    ) -> [Intent: Double] {
        let cuts = tokens.indices.filter { Reader.joints.contains(tokens[$0].text) }
        var best: [Intent: (score: Float, start: Int)] = [:]
        var start = 0
        for end in cuts.prefix(12) + [tokens.count] where end > start {
            let part = Array(tokens[start..<end])
            let scores = model.scores(extractor.features(part, shifted(mentions, start..<end), context))
            for intent in intents {
                let score = scores[intent.index]
                if best[intent].map({ score > $0.score }) ?? true { best[intent] = (score, start) }
            }
            start = end + 1
        }
        return best.mapValues { Double($0.start) / Double(max(1, tokens.count)) }
    }

    private func shifted(_ mentions: [Mention], _ range: Range<Int>) -> [Mention] {
        mentions.compactMap { mention in
            guard range.contains(mention.range.lowerBound), mention.range.upperBound <= range.upperBound else {
                return nil
            }
            let moved = mention.range.lowerBound - range.lowerBound..<mention.range.upperBound - range.lowerBound
            return Mention(range: moved, value: mention.value)
        }
    }
}

extension Reader {
    /// A message as the model sees it, for training and for tests of the model itself.
    package static func features(
        of text: String, on day: CalendarDay, context: QuestionContext, extractor: FeatureExtractor
    ) -> [UInt64] {
        let tokens = Tokenizer.tokens(of: text)
        let mentions = Scanner(tokens, today: day, context: context).mentions()
        return extractor.features(tokens, mentions, context)
    }
}
