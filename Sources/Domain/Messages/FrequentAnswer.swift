/// A question that a creditor answers in its own words: `faq.yaml`.
package struct FrequentAnswer: Hashable, Codable, Sendable {
    /// Who may read the answer.
    package enum When: String, CaseIterable, Hashable, Codable, Sendable {
        /// Anybody: not a word of a debt stands in it.
        case always
        /// Only who has proved to be the debtor.
        case afterProof = "after_proof"
    }

    /// Unique in its file; stands in histories.
    package let id: String
    /// Ways in which people ask it.
    package let questions: [String]
    /// Said word for word.
    package let answer: String
    package let when: When
    /// Names of meanings that the understanding may give such a question; the answer then goes before the usual reply.
    package let intents: [String]

    package init(id: String, questions: [String], answer: String, when: When, intents: [String] = []) {
        self.id = id
        self.questions = questions
        self.answer = answer
        self.when = when
        self.intents = intents
    }
}
