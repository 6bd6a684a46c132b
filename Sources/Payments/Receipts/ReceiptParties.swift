import Domain

/// Who paid and who was paid, read from the sections of a receipt.
struct ReceiptParties {
    private(set) var payee = ReceiptParty()
    private(set) var payer = ReceiptParty()

    private enum Side { case payee, payer }
    private enum Slot { case name, document, institution, key }

    private static let headers: [(Side, [String])] = [
        (
            .payee,
            [
                "dados de quem recebeu", "dados do recebedor", "dados do favorecido", "dados do beneficiario",
                "dados do destinatario", "dados do destino", "informacoes do recebedor", "quem recebeu",
                "quem vai receber", "conta de destino", "conta creditada", "nome do favorecido", "nome do recebedor",
                "nome do beneficiario", "nome do destinatario", "pago para", "transferido para", "enviado para",
                "recebedor", "favorecido", "beneficiario final", "beneficiario", "destinatario", "destino", "cedente",
                "para", "empresa",
            ]
        ),
        (
            .payer,
            [
                "dados de quem pagou", "dados de quem enviou", "dados do pagador", "dados do remetente",
                "dados da origem", "dados da conta debitada", "informacoes do pagador", "quem pagou", "quem enviou",
                "conta de origem", "conta debitada", "nome do pagador", "nome do cliente", "pago por", "pagador final",
                "pagador", "remetente", "origem", "debitado de", "cliente", "sacado", "de",
            ]
        ),
    ]

    private static let slots: [(Slot, [String])] = [
        (.name, ["nome completo", "nome fantasia", "nome", "razao social"]),
        (.document, ["cpf/cnpj", "cpf / cnpj", "cpf ou cnpj", "cpf", "cnpj", "documento"]),
        (.institution, ["nome da instituicao", "instituicao", "banco"]),
        (.key, ["chave pix", "chave"]),
    ]

    /// Lines that end a section.
    private static let ends = [
        "id da transacao", "id transacao", "id/transacao", "id:", "id do pix", "identificacao", "autenticacao",
        "codigo",
        "numero de controle", "numero da transacao", "valor", "data", "hora", "horario", "descricao", "mensagem",
        "dados da transacao", "sobre a transacao", "comprovante", "tarifa", "situacao", "linha digitavel", "ouvidoria",
        "sac", "central", "vencimento", "juros", "multa", "desconto", "protocolo", "forma de",
    ]

    init(_ text: ReceiptText) {
        var side: Side?
        var wanted: Slot?
        for line in text.lines {
            if let (header, rest) = ReceiptParties.header(line) {
                side = header
                wanted = .name
                // `Dados do recebedor` may go on with a label of its own.
                if !rest.isEmpty, fill(.name, rest, header) { wanted = nil }
                continue
            }
            if let (slot, rest) = ReceiptParties.slot(line) {
                guard let side else { continue }
                wanted = slot
                if !rest.isEmpty, fill(slot, rest, side) { wanted = nil }
                continue
            }
            if ReceiptParties.ends.contains(where: { ReceiptText.rest(of: line, after: $0) != nil }) {
                side = nil
                wanted = nil
                continue
            }
            guard let side else { continue }
            if let slot = wanted, fill(slot, line.raw, side) { wanted = nil }
            // A document may stand under the name without a label.
            _ = fill(.document, line.raw, side, requiresMarks: true)
        }
    }

    private static func header(_ line: ReceiptText.Line) -> (Side, String)? {
        var best: (side: Side, rest: String, length: Int)?
        for (side, labels) in headers {
            for label in labels where best.map({ label.count > $0.length }) ?? true {
                guard let rest = ReceiptText.rest(of: line, after: label) else { continue }
                // `de` and `para` begin sentences too.
                if label.count <= 4, isSentence(rest) { continue }
                best = (side, rest, label.count)
            }
        }
        return best.map { ($0.side, $0.rest) }
    }

    private static func isSentence(_ rest: String) -> Bool {
        let words = rest.split(separator: " ")
        guard let first = words.first?.first else { return false }
        return words.count > 8 || first.isLowercase || first.isNumber
    }

    private static func slot(_ line: ReceiptText.Line) -> (Slot, String)? {
        for (slot, labels) in slots {
            for label in labels {
                if let rest = ReceiptText.rest(of: line, after: label) { return (slot, rest) }
            }
        }
        return nil
    }

    /// True when the value was taken.
    private mutating func fill(_ slot: Slot, _ text: String, _ side: Side, requiresMarks: Bool = false) -> Bool {
        switch side {
        case .payee: return ReceiptParties.fill(&payee, slot, text, requiresMarks)
        case .payer: return ReceiptParties.fill(&payer, slot, text, requiresMarks)
        }
    }

    private static func fill(
        _ party: inout ReceiptParty, _ slot: Slot, _ text: String, _ requiresMarks: Bool
    ) -> Bool {
        switch slot {
        case .name:
            guard party.name == nil, let name = name(text) else { return false }
            party.name = ReceiptField(name, .likely)
            if party.document == nil { party.document = ReceiptDocument.find(in: text) }
        case .document:
            guard party.document == nil, !requiresMarks || text.contains(where: { $0 == "." || $0 == "/" }),
                let document = ReceiptDocument.find(in: text)
            else { return false }
            party.document = document
        case .institution:
            guard party.institution == nil, text.contains(where: \.isLetter) else { return false }
            if let known = ReceiptInstitution.named(in: Domain.folded(text)) {
                party.institution = ReceiptField(known.name, .certain)
            } else {
                party.institution = ReceiptField(text, .likely)
            }
        case .key:
            guard party.key == nil, let key = key(text) else { return false }
            party.key = ReceiptField(key, key.kind == .email || key.kind == .phone ? .likely : .certain)
        }
        return true
    }

    /// A name has letters, at most a few digits (a shop's number), and no sign of another kind of line.
    private static func name(_ text: String) -> String? {
        let cut =
            text.firstMatch(of: /[ \-–(]*(?:CPF|CNPJ|Cpf|Cnpj)\b/).map { String(text[..<$0.range.lowerBound]) } ?? text
        let letters = cut.count(where: \.isLetter)
        guard letters >= 3, letters > 2 * cut.count(where: \.isNumber), !cut.contains("R$"), cut.count <= 80,
            !cut.contains("@")
        else { return nil }
        let trimmed = cut.reversed().drop { $0.isWhitespace || ",.;:-–".contains($0) }.reversed()
        return String(trimmed)
    }

    private static func key(_ text: String) -> PixKey? {
        let compact = text.filter { !$0.isWhitespace }
        if let key = try? PixKey(compact) { return key }
        // Random keys have digits and a…f only: O and l are certainly 0 and 1.
        let repaired = compact.lowercased().map { character -> Character in
            switch character {
            case "o": "0"
            case "l", "i", "|": "1"
            default: character
            }
        }
        let random = String(repaired)
        return PixKey.Kind(shapeOf: random) == .random ? try? PixKey(random) : nil
    }
}

/// Institutions by what their receipts say and by their ISPB (the first eight digits of their CNPJ).
struct ReceiptInstitution {
    let name: String
    let ispb: String
    /// Folded.
    let words: [String]

    static let all: [ReceiptInstitution] = [
        .init(name: "Nubank", ispb: "18236120", words: ["nu pagamentos", "nubank", "nu financeira"]),
        .init(name: "Itaú", ispb: "60701190", words: ["itau"]),
        .init(name: "Bradesco", ispb: "60746948", words: ["bradesco"]),
        .init(name: "Caixa", ispb: "00360305", words: ["caixa economica", "caixa tem", "cef"]),
        .init(name: "Banco do Brasil", ispb: "00000000", words: ["banco do brasil", "sisbb", "bco do brasil"]),
        .init(name: "Santander", ispb: "90400888", words: ["santander"]),
        .init(name: "Inter", ispb: "00416968", words: ["banco inter", "inter&co"]),
        .init(name: "C6 Bank", ispb: "31872495", words: ["c6 bank", "banco c6", "c6 s.a"]),
        .init(name: "PicPay", ispb: "22896431", words: ["picpay"]),
        .init(name: "Mercado Pago", ispb: "10573521", words: ["mercado pago", "mercadopago"]),
        .init(name: "PagBank", ispb: "08561701", words: ["pagbank", "pagseguro"]),
        .init(name: "Sicoob", ispb: "02038232", words: ["sicoob"]),
        .init(name: "Sicredi", ispb: "01181521", words: ["sicredi"]),
        .init(name: "Neon", ispb: "20855875", words: ["neon pagamentos", "banco neon"]),
        .init(name: "BTG Pactual", ispb: "30306294", words: ["btg"]),
        .init(name: "Banrisul", ispb: "92702067", words: ["banrisul"]),
        .init(name: "Banco Pan", ispb: "59285411", words: ["banco pan"]),
        .init(name: "Stone", ispb: "16501555", words: ["stone"]),
    ]

    static func by(ispb: String) -> ReceiptInstitution? { all.first { $0.ispb == ispb } }

    static func named(in folded: String) -> ReceiptInstitution? {
        all.first { institution in ReceiptText.has(folded, institution.words) }
    }
}
