/// Where each field stands in this file.
struct Columns {
    /// Column indices, the best first; several for documents (CPF, CNPJ) and phones.
    private var indices: [PortfolioField: [Int]] = [:]
    /// For a phone column, the column of area codes in front of it.
    private(set) var areaCodes: [Int: Int] = [:]
    /// Columns that are no field of ours, with their headers.
    private(set) var others: [(index: Int, header: String)] = []
    let count: Int

    subscript(field: PortfolioField) -> [Int] { indices[field] ?? [] }

    func first(_ field: PortfolioField) -> Int? { indices[field]?.first }

    /// Whether a value that continued into a further column would be cut: the last column means something to us.
    var lastField: PortfolioField? { indices.first { $0.value.contains(count - 1) }?.key }

    /// - Throws: `.missingColumns`, `.unknownHeader`.
    init(header: [String], mapping: PortfolioMapping) throws(PortfolioFileError) {
        count = header.count
        let words = header.map(HeaderVocabulary.words)
        let joined = words.map { $0.joined() }
        var isTaken = Array(repeating: false, count: header.count)
        for field in PortfolioField.allCases {
            for wanted in mapping[field] {
                guard let index = Columns.index(of: wanted, in: header) else {
                    throw .unknownHeader(wanted, field: field, found: header)
                }
                indices[field, default: []].append(index)
                isTaken[index] = true
            }
        }
        for rule in HeaderRule.all where mapping[rule.field].isEmpty {
            let found = Columns.matches(rule, words: words, joined: joined, isTaken: isTaken)
            for index in found { isTaken[index] = true }
            indices[rule.field] = found.isEmpty ? nil : found
        }
        var missing = PortfolioField.required.filter { indices[$0] == nil }
        if indices[.phone] == nil, indices[.email] == nil { missing += [.phone, .email] }
        guard missing.isEmpty else { throw .missingColumns(missing, found: header) }
        findAreaCodes(words: words, isTaken: &isTaken)
        others = header.indices.compactMap { index in
            isTaken[index] || header[index].isEmpty || joined[index] == "motivo" ? nil : (index, header[index])
        }
    }

    /// How many headers the vocabulary knows: the separator that makes most of them known is the right one.
    static func recognised(_ header: [String]) -> Int {
        let words = header.map(HeaderVocabulary.words)
        let joined = words.map { $0.joined() }
        var isTaken = Array(repeating: false, count: header.count)
        for rule in HeaderRule.all {
            for index in matches(rule, words: words, joined: joined, isTaken: isTaken) { isTaken[index] = true }
        }
        return isTaken.count { $0 }
    }

    private static func index(of wanted: String, in header: [String]) -> Int? {
        let key = HeaderKey(wanted)
        return header.firstIndex(of: wanted) ?? header.firstIndex { HeaderKey($0) == key }
    }

    /// The columns for a field: one, or all that fit where several make sense.
    private static func matches(
        _ rule: HeaderRule, words: [[String]], joined: [String], isTaken: [Bool]
    ) -> [Int] {
        let free = joined.indices.filter { !isTaken[$0] && !joined[$0].isEmpty }
        var found = rule.names.flatMap { name in free.filter { joined[$0] == name } }
        if found.isEmpty || rule.field == .phone || rule.field == .email {
            found += free.filter { index in
                !found.contains(index) && words[index].contains(where: rule.tellingWords.contains)
                    && !words[index].contains(where: rule.spoilers.contains)
            }
        }
        switch rule.field {
        case .phone: return found.sorted()
        case .email: return found
        case .document:
            let numbers = found.filter { words[$0].contains { $0 == "cpf" || $0 == "cnpj" } }
            return numbers.isEmpty ? Array(found.prefix(1)) : numbers
        default: return Array(found.prefix(1))
        }
    }

    /// A column `DDD` belongs to the phone column that follows it.
    private mutating func findAreaCodes(words: [[String]], isTaken: inout [Bool]) {
        for phone in self[.phone] where phone > 0 && words[phone - 1] == ["ddd"] && !isTaken[phone - 1] {
            areaCodes[phone] = phone - 1
            isTaken[phone - 1] = true
        }
    }
}
