import Domain

/// What a receipt holds for machines: the payment's id, the slip's digits, a payment code.
enum ReceiptCodes {
    /// From a QR symbol, or from text in which the code stands whole.
    static func pixCode(_ symbols: [String], _ text: ReceiptText) -> BRCode? {
        for symbol in symbols {
            if let code = try? BRCode(decoding: symbol) { return code }
        }
        guard let start = text.lines.firstIndex(where: { $0.raw.contains("000201") }) else { return nil }
        // The code breaks over lines; a checksum says where it ends.
        var joined = ""
        for line in text.lines[start...].prefix(8) {
            let from = joined.isEmpty ? line.raw.firstRange(of: "000201")?.lowerBound : nil
            joined += line.raw[(from ?? line.raw.startIndex)...]
            if let code = try? BRCode(decoding: joined) { return code }
        }
        return nil
    }

    /// Check digits decide, so any run of digits of a fitting length may be tried.
    static func boleto(_ symbols: [String], _ text: ReceiptText) -> ReceiptField<Boleto>? {
        for symbol in symbols where symbol.count == 44 {
            if let boleto = try? Boleto(symbol) { return ReceiptField(boleto, .certain) }
        }
        for index in text.lines.indices {
            for count in 1...3 where index + count <= text.lines.count {
                let rows = text.lines[index..<(index + count)].map(\.raw)
                if let found = boleto(in: rows.joined(separator: " ")) { return found }
            }
        }
        return nil
    }

    private static func boleto(in row: String) -> ReceiptField<Boleto>? {
        var digits: [Character] = []
        var isRepaired = false
        func attempt() -> ReceiptField<Boleto>? {
            guard [44, 47, 48].contains(digits.count), let boleto = try? Boleto(String(digits)) else { return nil }
            return ReceiptField(boleto, isRepaired ? .likely : .certain)
        }
        for word in row.split(whereSeparator: { $0.isWhitespace || $0 == ":" }) {
            let core = word.filter { !".-–_".contains($0) }
            let repaired = core.compactMap(OCR.digit)
            let firm = core.count { $0.isASCII && $0.isNumber }
            guard !core.isEmpty, repaired.count == core.count, firm * 2 >= core.count else {
                if let found = attempt() { return found }
                digits = []
                isRepaired = false
                continue
            }
            if String(repaired) != core { isRepaired = true }
            digits += repaired
        }
        return attempt()
    }

    private static let labels = [
        "id da transacao", "id transacao", "id/transacao", "id de transacao pix", "id de transacao", "id do pix",
        "id pix",
        "id", "codigo da transacao", "codigo da operacao", "codigo identificador", "identificador", "end to end",
        "endtoend", "end-to-end", "e2e", "autenticacao", "numero de controle", "numero da transacao",
        "numero do controle",
        "controle", "identificacao", "protocolo",
    ]

    /// Under its label or anywhere, whole or broken over up to three lines. Nothing checks its last eleven characters, so
    /// it is never certain.
    static func endToEndID(_ symbols: [String], _ text: ReceiptText) -> ReceiptField<EndToEndID>? {
        for symbol in symbols {
            if let id = scan([symbol]), id.repairs == 0 { return ReceiptField(id.id, .likely) }
        }
        var best: (id: EndToEndID, repairs: Int, isLabelled: Bool)?
        for index in text.lines.indices {
            let label = labels.compactMap { ReceiptText.rest(of: text.lines[index], after: $0) }.min {
                $0.count < $1.count
            }
            for count in 1...3 where index + count <= text.lines.count {
                let rest = text.lines[(index + 1)..<(index + count)].map(\.raw)
                guard let found = scan([label ?? text.lines[index].raw] + rest) else { continue }
                let isBetter = best.map {
                    (found.repairs, label == nil ? 1 : 0) < ($0.repairs, $0.isLabelled ? 0 : 1)
                }
                if isBetter ?? true { best = (found.id, found.repairs, label != nil) }
                break
            }
        }
        return best.map { ReceiptField($0.id, $0.repairs > 0 ? .guessed : .likely) }
    }

    /// The first id in some rows, blanks left out; the fewest repairs win. It ends where a word ends: else a character was
    /// lost, and the next word's would take its place.
    private static func scan(_ rows: [String]) -> (id: EndToEndID, repairs: Int)? {
        var characters: [Character] = []
        var ends: Set<Int> = []
        for word in rows.flatMap({ $0.split(whereSeparator: \.isWhitespace) }) {
            characters += word.filter { $0 != "-" }
            while let last = characters.last, ".,;)".contains(last) { characters.removeLast() }
            ends.insert(characters.count)
        }
        var best: (id: EndToEndID, repairs: Int)?
        for end in ends.sorted() where end >= 32 {
            guard let found = EndToEndID.repairing(characters[(end - 32)..<end]) else { continue }
            if best.map({ found.repairs < $0.repairs }) ?? true { best = found }
        }
        return best.flatMap { $0.repairs <= 6 ? $0 : nil }
    }
}
