/// A text's words as the model sees them: `qm é vc` is `quem e voce`.
package enum StandardSpelling {
    package static func words(of text: String) -> [String] {
        Tokenizer.tokens(of: text).filter { $0.kind == .word }.map(\.text)
    }
}
