/// What cairo 1.16 cannot say in a PDF, added behind it as an incremental update (ISO 32000-1, 7.5.6): the language of
/// the text, that viewers show the title, what header cells head, and what pictures show.
///
/// A file whose structure is not the one that this cairo writes is left as it is: it lacks these helps, nothing else.
enum PDFAmendment {
    /// - Parameter pictures: what each figure shows, in the order of drawing.
    static func amended(_ bytes: [UInt8], language: DocumentLanguage, pictures: [String]) -> [UInt8] {
        guard let file = CrossReferences(bytes) else { return bytes }
        var rest = pictures[...]
        var changed: [(number: Int, body: String)] = []
        for number in file.offsets.keys.sorted() {
            guard let body = file.dictionary(number) else { continue }
            if number == file.root {
                changed.append(
                    (
                        number,
                        adding("/Lang (\(language.rawValue)) /ViewerPreferences << /DisplayDocTitle true >>", to: body)
                    ))
            } else if body.hasPrefix("<< /Type /StructElem") {
                if body.contains("/S /Figure"), let picture = rest.popFirst() {
                    changed.append((number, adding("/Alt \(textString(picture))", to: body)))
                } else if body.contains("/S /TH\n") {
                    changed.append((number, adding("/A << /O /Table /Scope /Column >>", to: body)))
                }
            }
        }
        return bytes + update(file, changed, from: bytes.count)
    }

    private static func adding(_ entries: String, to dictionary: String) -> String {
        String(dictionary.dropLast(2)) + "   " + entries + "\n>>"
    }

    private static func update(_ file: CrossReferences, _ objects: [(number: Int, body: String)], from start: Int)
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        var table = "xref\n0 1\n0000000000 65535 f \n"
        for (number, body) in objects {
            table += "\(number) 1\n" + offset(start + bytes.count) + " 00000 n \n"
            bytes += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
        }
        let tableStart = start + bytes.count
        let information = file.information.map { "   /Info \($0) 0 R\n" } ?? ""
        bytes += Array(
            (table + "trailer\n<< /Size \(file.size)\n   /Root \(file.root) 0 R\n" + information
                + "   /Prev \(file.start)\n>>\nstartxref\n\(tableStart)\n%%EOF\n").utf8)
        return bytes
    }

    private static func offset(_ value: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
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
    let start: Int
    let offsets: [Int: Int]
    let size: Int
    let root: Int
    let information: Int?

    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        let tail = String(decoding: bytes.suffix(64), as: UTF8.self)
        guard let match = tail.firstMatch(of: /startxref\s+(\d+)\s+%%EOF/), let start = Int(match.1),
            start < bytes.count
        else { return nil }
        self.start = start
        let table = String(decoding: bytes[start...], as: UTF8.self)
        guard let head = table.prefixMatch(of: /xref\s+0 (\d+)\s+/), let count = Int(head.1),
            let root = table.firstMatch(of: /\/Root (\d+) 0 R/).flatMap({ Int($0.1) })
        else { return nil }
        var offsets: [Int: Int] = [:]
        var number = 0
        for entry in table[head.range.upperBound...].matches(of: /(\d{10}) \d{5} ([nf])\s/) {
            if entry.2 == "n" { offsets[number] = Int(entry.1) }
            number += 1
        }
        guard number == count else { return nil }
        self.offsets = offsets
        size = count
        self.root = root
        information = table.firstMatch(of: /\/Info (\d+) 0 R/).flatMap { Int($0.1) }
    }

    /// An object that is a dictionary and no stream, from `<<` to `>>`.
    func dictionary(_ number: Int) -> String? {
        guard let offset = offsets[number], offset < bytes.count else { return nil }
        // Structure and catalogue are short; what is longer is a stream or a list of widths.
        let text = String(decoding: bytes[offset...].prefix(2000), as: UTF8.self)
        guard let match = text.prefixMatch(of: /\d+ 0 obj\s+(<<[\s\S]*?>>)\s*endobj/) else { return nil }
        return String(match.1)
    }
}
