/// What each error of the platform means for us (reference §7): a table, with a safe line for what it does not list.
package enum WhatsAppErrors {
    /// The rule for a code. A code that nobody told us about is never retried blindly and always shown to a person.
    package static func rule(for code: Int) -> ErrorRule {
        if let exact = byCode[code] { return exact }
        return ranges.first { $0.codes.contains(code) }
            ?? ErrorRule(
                code, .fixRequest(retryOnce: false), alerts: true,
                "Erro \(code) do WhatsApp, ainda desconhecido. A mensagem não foi reenviada: veja os detalhes.")
    }

    /// Every line, for documents and tests.
    package static let rules: [ErrorRule] = general + delivery + templates + accounts + others

    private static let byCode: [Int: ErrorRule] = Dictionary(
        rules.filter { $0.codes.count == 1 }.map { ($0.codes.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })

    private static let ranges = rules.filter { $0.codes.count > 1 }

    /// Exponential: 1, 2, 4, … seconds, six times.
    static let patient = ErrorAction.retry(triesMax: 6, firstSeconds: 1, factor: 2)
    static let few = ErrorAction.retry(triesMax: 3, firstSeconds: 2, factor: 3)
    static let fix = ErrorAction.fixRequest(retryOnce: false)
}
