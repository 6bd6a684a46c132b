/// Which way of paying a text names: the one wanted or used, not the one refused.
struct MethodReader {
    let tokens: [Token]

    func method() -> PaymentMethod? {
        var best: (score: Int, method: PaymentMethod)?
        for index in tokens.indices {
            guard tokens[index].kind == .word, MethodReader.names.contains(tokens[index].text),
                let method = method(at: index)
            else { continue }
            let score = score(at: index)
            if best.map({ score > $0.score }) ?? true { best = (score, method) }
        }
        guard let best, best.score > -4 else { return nil }
        return best.method
    }

    /// The words that ``method(at:)`` knows; most words are none of them.
    private static let names: Set<String> = [
        "pix", "pixzinho", "pixar", "pixei", "qrcode", "chave", "chavepix", "qr", "copia", "copiaecola", "copiacola",
        "boleto", "boletos", "boletinho", "bolero", "codigo", "linha", "cartao", "cartoes", "tarjeta", "credito",
        "debito", "card", "maquininha", "transferencia", "transferi", "transferir", "transfiro", "ted", "doc", "tev",
        "transferido", "transfer", "wire", "deposito", "depositei", "depositar", "deposita", "transfere",
        "transferiu", "depositado", "depositou",
    ]

    private func method(at index: Int) -> PaymentMethod? {
        switch word(index) {
        case "pix", "pixzinho", "pixar", "pixei", "qrcode", "chave", "chavepix": return .pix
        case "qr": return .pix
        case "copia"
        where ["e", "y"].contains(word(index + 1)) && ["cola", "colar", "kola"].contains(word(index + 2)): return .pix
        case "copiaecola", "copiacola": return .pix
        case "copia" where word(index + 1) == "cola": return .pix
        case "boleto", "boletos", "boletinho", "bolero": return .boleto
        case "codigo" where word(index + 1) == "de" && ["barra", "barras"].contains(word(index + 2)): return .boleto
        case "linha" where word(index + 1) == "digitavel": return .boleto
        case "cartao", "cartoes", "tarjeta", "credito", "debito", "card", "maquininha":
            return isCard(index) ? .card : nil
        case "transferencia", "transferi", "transferir", "transfiro", "ted", "doc", "tev", "transferido", "transfer",
            "wire", "deposito", "depositei",
            "depositar", "deposita", "transfere", "transferiu", "depositado", "depositou":
            return .transfer
        default: return nil
        }
    }

    /// "Protege a compra no crédito"; not "proteção ao crédito", "débito em aberto", "meu cartão foi clonado".
    private func isCard(_ index: Int) -> Bool {
        switch word(index) {
        // A standing order on the account, not a card.
        case "debito" where word(index + 1) == "automatico" || (word(index + 1) == "em" && word(index + 2) == "conta"):
            return false
        case "debito" where word(index + 1) == "ou" && word(index + 2) == "credito": return true
        case "credito" where word(index + 1) == "ou" && word(index + 2) == "debito": return true
        case "credito", "debito":
            return ["no", "de", "em", "pelo", "com", "por"].contains(word(index - 1)) && word(index - 1) != "de"
                || ["cartao", "tarjeta"].contains(word(index - 2))
        default: return true
        }
    }

    private static let wanting: Set<String> = [
        "manda", "mande", "mandar", "envia", "envie", "passa", "passe", "quero", "queria", "prefiro", "gera", "gere",
        "pode", "via", "por",
        "pelo", "no", "com", "aceita", "aceitam", "so", "me", "tem", "faco", "fiz", "paguei", "pagar", "pago", "mandei",
        "se",
    ]
    private static let refusing: Set<String> = ["nao", "sem", "perdi", "venceu", "nem", "nunca", "expirou", "deu"]

    private func score(at index: Int) -> Int {
        var score = 0
        let before = max(0, index - 3)..<index
        if before.contains(where: { MethodReader.wanting.contains(word($0)) }) { score += 1 }
        if before.contains(where: { MethodReader.refusing.contains(word($0)) }) { score -= 3 }
        if before.contains(where: {
            ["vez", "inves"].contains(word($0)) && word($0 + 1) == "de" || word($0 + 1) == "do" && word($0) == "vez"
        }) {
            score -= 4
        }
        // "pix não uso", "boleto não", "pix eu não tenho"
        if word(index + 1) == "nao" || (["eu", "ja", "aqui"].contains(word(index + 1)) && word(index + 2) == "nao") {
            score -= 4
        }
        if ["venceu", "vencido", "expirou", "expirado", "errado"].contains(word(index + 1)) { score -= 2 }
        return score
    }

    private func word(_ index: Int) -> String {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return "" }
        return tokens[index].text
    }
}
