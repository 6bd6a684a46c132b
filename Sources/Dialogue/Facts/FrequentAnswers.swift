package import Domain
package import Language

/// The creditor's own answers, found by meaning: nothing is put together, an answer is said as it stands or not at all.
package struct FrequentAnswers: Sendable {
    private let entries: [FrequentAnswer]
    private let index: PhraseIndex?

    package static let none = FrequentAnswers()

    private init() {
        entries = []
        index = nil
    }

    package init(_ entries: [FrequentAnswer], reader: Reader) {
        self.entries = entries
        index = entries.isEmpty ? nil : PhraseIndex(groups: entries.map(\.questions), reader: reader)
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// A question less near to all forms than this is another question. Tuned on the examples of `FrequentAnswerTests`:
    /// no answer to what none was written for counts more than an answer to all.
    package static let similarityMin = 0.36
    /// Nearly as near to another answer is a doubt, and a doubt is not answered.
    package static let marginMin = 0.05

    /// "qual o CNPJ?" is not "qual o endereço?", however alike they begin: of the words that carry the question, most must
    /// be among those of the answer's forms.
    package static let coverageMin = 0.6

    /// The answer to a question, for who may read it.
    func answer(to text: String, first: Intent, isProven: Bool) -> FrequentAnswer? {
        guard let match = index?.nearest(to: text), match.similarity >= FrequentAnswers.similarityMin,
            match.margin >= FrequentAnswers.marginMin, match.coverage >= FrequentAnswers.coverageMin
        else { return nil }
        let entry = entries[match.group]
        guard isProven || entry.when == .always else { return nil }
        return FrequentAnswers.open.contains(first) || entry.intents.contains(first.rawValue) ? entry : nil
    }

    /// Meanings that say nothing against its being a question of its own.
    private static let open: Set<Intent> = [.other, .greeting, .thanks]
}
