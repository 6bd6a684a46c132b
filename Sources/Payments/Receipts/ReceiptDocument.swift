package import Domain

/// A CPF or CNPJ as a receipt shows it: whole, or with most of it hidden.
package enum ReceiptDocument: Hashable, Sendable {
    case whole(TaxDocument)
    case masked(MaskedDocument)

    /// Whether it may be this document.
    package func fits(_ document: TaxDocument) -> Bool {
        switch self {
        case .whole(let own): own == document
        case .masked(let mask): mask.fits(document)
        }
    }
}

/// The visible groups of a document: `***.456.789-**` shows two of four.
package struct MaskedDocument: Hashable, Sendable {
    package let kind: TaxDocument.Kind
    /// Per group of the printed form, its characters or nil where it is hidden: four of a CPF, five of a CNPJ.
    package let groups: [String?]

    package init?(kind: TaxDocument.Kind, groups: [String?]) {
        let lengths = MaskedDocument.lengths(kind)
        // All of them visible is a whole document, and one whose check digits did not fit.
        guard groups.count == lengths.count, groups.contains(where: { $0 != nil }), groups.contains(nil),
            zip(groups, lengths).allSatisfy({ $0 == nil || $0?.utf8.count == $1 })
        else { return nil }
        self.kind = kind
        self.groups = groups
    }

    static func lengths(_ kind: TaxDocument.Kind) -> [Int] { kind == .cpf ? [3, 3, 3, 2] : [2, 3, 3, 4, 2] }

    package func fits(_ document: TaxDocument) -> Bool {
        guard document.kind == kind else { return false }
        var rest = Substring(document.normalized)
        for (group, length) in zip(groups, MaskedDocument.lengths(kind)) {
            if let group, group != rest.prefix(length) { return false }
            rest = rest.dropFirst(length)
        }
        return true
    }

    /// `***.456.789-**`
    package var text: String {
        let shown = zip(groups, MaskedDocument.lengths(kind)).map { $0 ?? String(repeating: "*", count: $1) }
        return kind == .cpf
            ? "\(shown[0]).\(shown[1]).\(shown[2])-\(shown[3])"
            : "\(shown[0]).\(shown[1]).\(shown[2])/\(shown[3])-\(shown[4])"
    }
}

extension ReceiptDocument {
    /// Finds a document in a line. Whole ones need their check digits; of hidden ones OCR makes all kinds of marks, so
    /// only the visible groups are read, by their places between dots, slash and hyphen.
    static func find(in line: String) -> ReceiptField<ReceiptDocument>? {
        for word in words(of: line) {
            if let found = whole(word) { return found }
        }
        for word in words(of: line) {
            if let found = masked(word) { return ReceiptField(.masked(found), .likely) }
        }
        return nil
    }

    /// Stretches that have digits and look like one number; blanks around separators are OCR's.
    private static func words(of line: String) -> [String] {
        var text = line
        for mark in [".", "-", "/"] {
            text = text.replacing(" \(mark) ", with: mark).replacing("\(mark) ", with: mark).replacing(
                " \(mark)", with: mark)
        }
        return text.split(whereSeparator: { $0.isWhitespace || $0 == ":" || $0 == "(" || $0 == ")" }).map(String.init)
            .filter { $0.contains { $0.isASCII && $0.isNumber } }
    }

    private static func whole(_ word: String) -> ReceiptField<ReceiptDocument>? {
        let core = word.filter { !".-/–—,".contains($0) }
        guard core.count == 11 || core.count == 14 else { return nil }
        if let exact = TaxDocument(normalized: core.uppercased()) {
            return ReceiptField(.whole(exact), .certain)
        }
        let repaired = core.compactMap(OCR.digit)
        guard repaired.count == core.count, let document = TaxDocument(normalized: String(repaired)) else { return nil }
        // The check digits speak for the repair.
        return ReceiptField(.whole(document), .likely)
    }

    private static func masked(_ word: String) -> MaskedDocument? {
        let groups = word.split(whereSeparator: { ".-/–—,".contains($0) }).map(String.init)
        func visible(_ index: Int, _ length: Int) -> String? {
            guard groups.indices.contains(index), groups[index].count == length else { return nil }
            let digits = groups[index].compactMap(OCR.digit)
            let firm = groups[index].count { $0.isASCII && $0.isNumber }
            return digits.count == length && firm * 2 >= length ? String(digits) : nil
        }
        if word.contains("/") || groups.count == 5 {
            guard groups.count == 5 else { return nil }
            return MaskedDocument(
                kind: .cnpj, groups: zip(0..<5, MaskedDocument.lengths(.cnpj)).map { visible($0, $1) })
        }
        if groups.count == 4 {
            return MaskedDocument(
                kind: .cpf, groups: zip(0..<4, MaskedDocument.lengths(.cpf)).map { visible($0, $1) })
        }
        // The hidden ends were lost altogether: `456.789-`.
        if groups.count == 2, word.contains("."), let second = visible(0, 3), let third = visible(1, 3) {
            return MaskedDocument(kind: .cpf, groups: [nil, second, third, nil])
        }
        if groups.count == 3, let second = visible(1, 3), let third = visible(2, 3), visible(0, 3) == nil {
            return MaskedDocument(kind: .cpf, groups: [nil, second, third, nil])
        }
        if groups.count == 3, let second = visible(0, 3), let third = visible(1, 3), visible(2, 3) == nil {
            return MaskedDocument(kind: .cpf, groups: [nil, second, third, nil])
        }
        return nil
    }
}
