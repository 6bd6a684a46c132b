import Domain

/// What cairo 1.16 cannot say in a PDF, added behind it as an incremental update (ISO 32000-1, 7.5.6): the language of
/// the text, that viewers show the title, what header cells head, and what pictures show.
///
/// A file whose structure is not the one that this cairo writes is left as it is: it lacks these helps, nothing else.
enum PDFAmendment {
    /// - Parameter pictures: what each figure shows, in the order of drawing.
    static func amended(_ bytes: [UInt8], language: DocumentLanguage, pictures: [String]) -> [UInt8] {
        guard let file = CrossReferences(bytes) else { return bytes }
        var rest = pictures[...]
        var changed: [(number: Int, body: [UInt8])] = []
        for number in file.offsets.indices {
            guard let body = file.dictionary(number) else { continue }
            if number == file.root {
                let entries = "/Lang (\(language.rawValue)) /ViewerPreferences << /DisplayDocTitle true >>"
                changed.append((number, adding(entries, to: body)))
            } else if body.starts(with: structureElement) {
                if body.position(of: "/S /Figure\n", from: 0) != nil, let picture = rest.popFirst() {
                    changed.append((number, adding("/Alt \(textString(picture))", to: body)))
                } else if body.position(of: "/S /TH\n", from: 0) != nil {
                    changed.append((number, adding("/A << /O /Table /Scope /Column >>", to: body)))
                }
            }
        }
        return bytes + update(file, changed)
    }

    private static let structureElement = Array("<< /Type /StructElem".utf8)

    private static func adding(_ entries: String, to dictionary: [UInt8]) -> [UInt8] {
        dictionary.dropLast(2) + Array("   \(entries)\n>>".utf8)
    }

    private static func update(_ file: CrossReferences, _ objects: [(number: Int, body: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var table = "xref\n0 1\n0000000000 65535 f \n"
        for (number, body) in objects {
            table += "\(number) 1\n\(padded(file.bytes.count + bytes.count, 10)) 00000 n \n"
            bytes += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
        }
        let information = file.information.map { "   /Info \($0) 0 R\n" } ?? ""
        table += "trailer\n<< /Size \(file.offsets.count)\n   /Root \(file.root) 0 R\n\(information)"
        table += "   /Prev \(file.start)\n>>\nstartxref\n\(file.bytes.count + bytes.count)\n%%EOF\n"
        return bytes + Array(table.utf8)
    }

    /// UTF-16 with its mark, in hexadecimal digits: the form in which no character needs an escape.
    private static func textString(_ text: String) -> String {
        let digits = ([0xFEFF] + text.utf16).map { unit in
            let hex = String(unit, radix: 16, uppercase: true)
            return String(repeating: "0", count: 4 - hex.count) + hex
        }
        return "<" + digits.joined() + ">"
    }
}

/// Where the objects of a PDF with one plain cross-reference table begin.
private struct CrossReferences {
    let bytes: [UInt8]
    /// Where the table stands.
    let start: Int
    /// By object number; nil for numbers that are free.
    let offsets: [Int?]
    let root: Int
    let information: Int?

    /// An entry is ten digits, five digits, a letter, and two characters that end the line.
    private static let entryLength = 20

    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard let mark = bytes.position(of: "startxref\n", from: max(0, bytes.count - 64)),
            let start = bytes.number(at: mark + 10), start < bytes.count,
            bytes[start...].starts(with: Array("xref\n0 ".utf8)), let count = bytes.number(at: start + 7),
            let end = bytes.position(of: "\n", from: start + 7),
            end + 1 + count * CrossReferences.entryLength <= bytes.count,
            let trailer = bytes.position(of: "trailer", from: end + 1 + count * CrossReferences.entryLength),
            let rootMark = bytes.position(of: "/Root ", from: trailer), let root = bytes.number(at: rootMark + 6)
        else { return nil }
        self.start = start
        self.root = root
        information = bytes.position(of: "/Info ", from: trailer).flatMap { bytes.number(at: $0 + 6) }
        offsets = (0..<count).map { index in
            let entry = end + 1 + index * CrossReferences.entryLength
            return bytes[entry + 17] == UInt8(ascii: "n") ? bytes.number(at: entry) : nil
        }
    }

    /// An object that is a dictionary and no stream, from `<<` to `>>`.
    func dictionary(_ number: Int) -> [UInt8]? {
        guard let offset = offsets[number], offset < bytes.count,
            bytes[offset...].starts(with: Array("\(number) 0 obj\n<<".utf8)),
            let first = bytes.position(of: "<<", from: offset)
        else { return nil }
        // A stream's object ends after its bytes, not after its dictionary.
        guard let end = bytes.position(of: "endobj", from: first, to: first + 600),
            bytes[..<end].suffix(3).elementsEqual(Array(">>\n".utf8))
        else { return nil }
        return Array(bytes[first..<(end - 1)])
    }
}

extension [UInt8] {
    /// Where a text first stands at or after a place.
    fileprivate func position(of text: StaticString, from start: Int, to end: Int = .max) -> Int? {
        text.withUTF8Buffer { wanted in
            withUnsafeBufferPointer { bytes in
                let last = Swift.min(bytes.count, end) - wanted.count
                guard start >= 0, start <= last else { return nil }
                return (start...last).first { place in
                    bytes[place] == wanted[0] && wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] }
                }
            }
        }
    }

    /// The decimal number that stands at a place; at most ten digits.
    fileprivate func number(at start: Int) -> Int? {
        let digits = self[Swift.min(start, count)...].prefix(10).prefix { $0.isASCIIDigit }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
}
