import Language

/// The choices that a training run was given; the same settings and data give the same model, byte for byte.
struct Settings {
    var passes = 7
    var rate: Float = 0.35
    /// Features left out at random, of a thousand.
    var dropPermille = 100
    var decay: Float = 0
    var bucketBits = 18
    /// How often, of a thousand lines, a message of two intents follows.
    var pairPermille = 300
    /// Draws of a line of what must not be missed, for each draw of another line.
    var carefulDraws = 1
    var seed: UInt64 = 20_261_123
}

/// A training run: passes over all lines in a shuffled order, every time with sentences drawn anew.
struct Training {
    let corpus: Corpus
    let settings: Settings

    func model(calibration messages: [LabelledMessage]) throws -> UnderstandingModel {
        let drawing = Drawing(corpus: corpus, lines: corpus.lines)
        var trainer = Trainer(bucketBits: settings.bucketBits)
        var random = SplitMix64(seed: settings.seed)
        for pass in 0..<settings.passes {
            var order = corpus.lines.indices.flatMap { index in
                Array(repeating: index, count: draws(of: corpus.lines[index]))
            }
            random.shuffle(&order)
            let rate = settings.rate * (1 - 0.8 * Float(pass) / Float(settings.passes))
            for index in order {
                try learn(drawing.example(corpus.lines[index], &random), rate, &trainer, &random)
                if random.chance(settings.pairPermille), let example = try drawing.joined(&random) {
                    learn(example, rate, &trainer, &random)
                }
            }
            if pass >= settings.passes / 2 { trainer.keepForAverage() }
        }
        let raw = trainer.model(threshold: Tuning.thresholds, slope: 1, offset: 0, concepts: corpus.concepts)
        let (slope, offset) = Tuning.calibration(of: raw, on: messages)
        return trainer.model(threshold: Tuning.thresholds, slope: slope, offset: offset, concepts: corpus.concepts)
    }

    private func draws(of line: Line) -> Int {
        let isCareful = line.intents.contains { Tuning.careful[$0] != nil }
        return line.weight * (line.pattern.variety > 8 ? 3 : 1) * (isCareful ? settings.carefulDraws : 1)
    }

    private func learn(_ example: Example, _ rate: Float, _ trainer: inout Trainer, _ random: inout SplitMix64) {
        trainer.learn(
            example, rate: rate, dropPermille: settings.dropPermille, decay: settings.decay, &random)
    }
}
