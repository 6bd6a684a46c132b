internal import Domain

/// The words of header lines: `Dt. Venc.`, `DATA_VENCIMENTO` and `dataVencimento` say the same.
enum HeaderVocabulary {
    /// The words of a header in one spelling each, filling words and counters left out: `Telefone 1` is `[telefone]`.
    static func words(_ header: String) -> [String] {
        let pieces = folded(partedAtCapitals(header)).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var words: [String] = []
        for (index, piece) in pieces.enumerated() {
            var piece = String(piece)
            while let last = piece.last, last.isNumber { piece.removeLast() }
            if piece.isEmpty { continue }
            // "Nº" folds to "no", which elsewhere is a preposition.
            if piece == "no", index > 0 { continue }
            words += expanded(piece).filter { !fillers.contains($0) }
        }
        return words
    }

    /// `NomeCliente` as `Nome Cliente`; `CPFCNPJ` stays.
    private static func partedAtCapitals(_ header: String) -> String {
        var result = ""
        var wasLower = false
        for character in header {
            if wasLower, character.isUppercase { result.append(" ") }
            result.append(character)
            wasLower = character.isLowercase
        }
        return result
    }

    private static let fillers: Set<String> = [
        "a", "o", "e", "de", "do", "da", "dos", "das", "em", "com", "para", "por", "s", "r", "rs", "brl", "real",
    ]

    private static let synonyms: [String: String] = {
        let groups: [(String, String)] = [
            ("numero", "n no nr nro num number numr"), ("codigo", "cod cd code codig"), ("nome", "nm name nom"),
            ("cliente", "cli client customer clie"), ("devedor", "dev debtor"), ("data", "dt date dat"),
            ("valor", "vl vlr val vr amount value montante vlor"), ("original", "orig originario"),
            ("vencimento", "venc vencto vcto vct vencim vencimentos due vencimto vencido"),
            ("nascimento", "nasc nascto dn nascim birth"), ("documento", "doc docto document dcto docum"),
            ("contrato", "contr ctr contract cto contrat cont"), ("titulo", "tit titul"), ("duplicata", "dup dupl"),
            ("fatura", "fat invoice"), ("parcela", "parc prest prestacao"), ("saldo", "sld balance"),
            ("telefone", "tel telef fone fon phone telephone teleforne tels"), ("celular", "cel celul mobile movel"),
            ("whatsapp", "whats wpp zap wapp wa whatzap whatsap"), ("email", "mail emails correio"),
            ("cidade", "municipio city mun munic cid"), ("estado", "state est"), ("produto", "prod product"),
            ("razao", "raz"), ("responsavel", "resp"), ("residencial", "resid res"), ("comercial", "coml"),
        ]
        var synonyms: [String: String] = [:]
        for (word, others) in groups {
            synonyms[word] = word
            for other in others.split(separator: " ") { synonyms[String(other)] = word }
        }
        return synonyms
    }()

    /// Words that may stand first in a word without a space: `DTVENC`, `VLRORIGINAL`.
    private static let prefixes = [
        "numero", "num", "nro", "nr", "codigo", "cod", "cd", "nome", "nm", "data", "dt", "valor", "vlr", "vl",
        "telefone",
        "fone", "tel", "saldo", "razao", "cpf", "cnpj", "doc",
    ]

    /// Words that may follow one of `prefixes` besides the synonyms.
    private static let followers: Set<String> = [
        "cpf", "cnpj", "social", "devedor", "sacado", "pagador", "titular", "nominal", "principal", "aberto",
    ]

    private static func expanded(_ piece: String) -> [String] {
        if let word = synonym(piece) { return [word] }
        for prefix in prefixes where piece.hasPrefix(prefix) && piece.count > prefix.count {
            let rest = String(piece.dropFirst(prefix.count))
            if let word = synonym(rest) ?? (followers.contains(rest) ? rest : nil) {
                return [synonym(prefix) ?? prefix, word]
            }
        }
        return [piece]
    }

    /// The usual spelling of a word or of its plural.
    private static func synonym(_ word: String) -> String? {
        if let known = synonyms[word] { return known }
        return word.count > 3 && word.hasSuffix("s") ? synonyms[String(word.dropLast())] : nil
    }
}
