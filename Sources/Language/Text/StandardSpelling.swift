/// A text's words as the model sees them: `qm é vc` is `quem e voce`.
package enum StandardSpelling {
    package static func words(of text: String) -> [String] {
        Tokenizer.tokens(of: text).filter { $0.kind == .word }.map(\.text)
    }

    /// A number below a thousand where the text is nothing else: `trezentos e noventa` is 390.
    package static func number(_ text: String) -> Int? {
        let words = words(of: text).filter { $0 != "e" && $0 != "and" && $0 != "y" }
        var sum = 0
        var last = 1000
        for word in words {
            // Hundreds, tens, units: each below the one before.
            guard let value = NumberWords.value(word), value > 0, value < last, last >= 10 else { return nil }
            sum += value
            last = value >= 100 ? 100 : value >= 20 ? 10 : 1
        }
        return words.isEmpty || sum > 999 ? nil : sum
    }
}
