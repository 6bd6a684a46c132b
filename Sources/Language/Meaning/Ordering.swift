/// What the reply must answer first, where a message means several things.
///
/// The rules are those of the label set: crisis; then deceased, wrong person, third party, already paid, dispute; then
/// opt-out; then the request with its ground after it. A direct question leads over a statement, legal action under way
/// leads, acceptance leads over the terms that it repeats; what stands alone is not listed beside anything else.
enum Ordering {
    /// - Parameter position: where in the message an intent shows first, 0...1; it decides between equals.
    static func ordered(_ intents: [Intent], tokens: [Token], position: (Intent) -> Double) -> [Intent] {
        var kept = intents
        if kept.contains(where: { !$0.standsAlone }) { kept.removeAll(where: \.standsAlone) }
        let isLegalUnderWay = kept.contains(.legalThreat) && LegalAction.isUnderWay(tokens)
        func rank(_ intent: Intent) -> Int {
            if intent == .legalThreat, isLegalUnderWay { return 15 }
            return base(intent, beside: kept)
        }
        let keyed = kept.map { (intent: $0, rank: rank($0), position: position($0)) }
        return keyed.sorted { ($0.rank, $0.position, $0.intent.index) < ($1.rank, $1.position, $1.intent.index) }.map(
            \.intent)
    }

    private static func base(_ intent: Intent, beside others: [Intent]) -> Int {
        switch intent {
        case .crisis: 0
        case .deceased: 10
        case .wrongPerson: 20
        case .thirdPartyPayer: 30
        // Questions about what is said to be paid lead over the saying.
        case .paymentStatus: 38
        case .creditBureau where others.contains(.alreadyPaid): 39
        case .documentRequest where others.contains(.alreadyPaid): 39
        case .alreadyPaid: 40
        case .dispute: 50
        case .optOut: 60
        case .legalThreat: others.contains(.dispute) || others.contains(.optOut) ? 65 : 72
        // A question about what comes of a yes leads over the yes.
        case .creditBureau where others.contains(.accept): 69
        case .accept: 70
        case .refuseToPay: 71
        // What is wanted instead leads over the no.
        case .decline: 76
        case .hardship: 90
        case .promiseToPay where others.contains(where: { [.paymentRequest, .accept].contains($0) }): 80
        case .callbackLater where others.contains(.humanAgent): 73
        case .humanAgent where others.contains(.callbackLater): 74
        default: 75
        }
    }
}

/// Whether a complaint or a lawsuit is said to be under way already, not announced.
enum LegalAction {
    private static let done: Set<String> = [
        "abri", "entrei", "registrei", "fiz", "mandei", "reclamei", "denunciei", "protocolei", "acionei", "processei",
        "ajuizei", "formalizei",
        "contratei", "procurei", "ganhei", "movi", "notifiquei", "prestei", "levei", "dei", "constitui", "avisei",
        "botei", "coloquei",
    ]
    private static let bodies: Set<String> = [
        "procon", "consumidor", "processo", "acao", "advogado", "advogada", "justica", "juizado", "banco", "bacen",
        "reclamacao", "reclame",
        "denuncia", "queixa", "defensoria", "ministerio", "boletim", "bo", "liminar", "tribunal", "forum", "judicial",
        "protocolo", "audiencia",
    ]

    static func isUnderWay(_ tokens: [Token]) -> Bool {
        let words = tokens.map { $0.kind == .word ? $0.text : "" }
        // "já tramita", "tô processando vocês", "sub judice" say it by themselves.
        for index in words.indices {
            if words[index] == "tramita" || words[index] == "judice" { return true }
            if words[index] == "processando", index > 0, ["to", "estou", "tamo", "estamos"].contains(words[index - 1]) {
                return true
            }
        }
        for index in words.indices where bodies.contains(words[index]) {
            let near = words[max(0, index - 5)..<min(words.count, index + 5)]
            if near.contains(where: done.contains) { return true }
            if near.contains("ja"),
                near.contains(where: {
                    ["esta", "ta", "tem", "tenho", "existe", "corre", "correndo", "cuidando", "foi", "esta"].contains(
                        $0)
                })
            {
                return true
            }
            if near.contains(where: { ["andamento", "tramitando", "correndo", "curso", "transito"].contains($0) }) {
                return true
            }
        }
        return false
    }
}

extension Intent {
    /// Its place among all intents, and among the model's outputs.
    package var index: Int { Intent.indices[self] ?? 0 }

    private static let indices: [Intent: Int] = Dictionary(
        uniqueKeysWithValues: Intent.allCases.enumerated().map { ($1, $0) })
}
