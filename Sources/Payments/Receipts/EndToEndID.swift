package import Domain

/// The identity of a Pix in the whole system: `E`, the ISPB of the payer's institution (8 digits), the minute in UTC
/// (`yyyyMMddHHmm`), 11 letters and digits. Source: Banco Central do Brasil, Manual de Padrões para Iniciação do Pix.
package struct EndToEndID: Hashable, Sendable, CustomStringConvertible {
    /// 32 characters as read; letters keep their case.
    package let text: String
    /// The institution that started the payment, by its eight digits.
    package let ispb: String
    /// The start of the minute in which it was started.
    package let at: Timestamp

    package var description: String { text }

    /// Nil unless the text has the form exactly, with a minute that exists.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 32, bytes[0] == UInt8(ascii: "E"), bytes[1..<21].allSatisfy(\.isASCIIDigit),
            bytes[21...].allSatisfy(PixTxid.isLetterOrDigit)
        else { return nil }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard let day = CalendarDay(year: number(9..<13), month: number(13..<15), day: number(15..<17)),
            (2020...2099).contains(day.year), number(17..<19) < 24, number(19..<21) < 60
        else { return nil }
        self.text = text
        ispb = String(decoding: bytes[1..<9], as: UTF8.self)
        at = Zone.utc.instant(day, minuteOfDay: number(17..<19) * 60 + number(19..<21))
    }

    /// Reads what OCR made of an id: digits that came out as letters in the first 21 places are put right. The last eleven
    /// may be either, so they stay as they were read.
    package static func repairing(_ characters: some Collection<Character>) -> (id: EndToEndID, repairs: Int)? {
        guard characters.count == 32 else { return nil }
        var text = ""
        var repairs = 0
        for (index, character) in characters.enumerated() {
            switch index {
            case 0:
                guard let isExact = OCR.capitalE(character) else { return nil }
                text.append("E")
                if !isExact { repairs += 1 }
            case 1..<21:
                guard let digit = OCR.digit(character) else { return nil }
                text.append(digit)
                if digit != character { repairs += 1 }
            default:
                guard character.isASCII, character.isLetter || character.isNumber else { return nil }
                text.append(character)
            }
        }
        return EndToEndID(text).map { ($0, repairs) }
    }

    /// Whether both may be the same id, seen through OCR: letters and digits that look alike count as one, and so do
    /// capitals and small letters.
    package func looksLike(_ other: String) -> Bool { OCR.shape(text) == OCR.shape(other) }
}

/// What characters turn into when a picture is read.
enum OCR {
    /// The digit that a character is or may have been; nil for all others.
    static func digit(_ character: Character) -> Character? {
        if character.isASCII, character.isNumber { return character }
        return switch character {
        case "O", "o", "Q", "D", "°", "º": "0"
        case "l", "I", "|", "!", "i", "í", "Í": "1"
        case "Z", "z": "2"
        case "S", "s", "$": "5"
        case "G", "b": "6"
        case "B": "8"
        case "g", "q": "9"
        default: nil
        }
    }

    /// Whether it is a capital E exactly; nil where it cannot be one.
    static func capitalE(_ character: Character) -> Bool? {
        switch character {
        case "E": true
        case "e", "É", "é", "È", "£", "€", "F": false
        default: nil
        }
    }

    /// Characters that look alike made one, for comparison only.
    static func shape(_ text: String) -> String {
        String(text.uppercased().map { digit($0) ?? ($0 == "L" ? "1" : $0) })
    }

    /// The text with look-alikes turned into digits wherever a word is mostly digits already. The letters of a time stay:
    /// `14h32m10s`.
    static func digitsRepaired(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let digits = word.count { $0.isASCII && $0.isNumber }
            let letters = word.count { $0.isLetter || $0 == "|" || $0 == "!" }
            guard letters > 0, digits > letters else { return String(word) }
            let isTime = word.contains("h") || word.contains("H")
            return String(
                word.map { character in
                    guard character.isLetter || character == "|" || character == "!",
                        !(isTime && "sS".contains(character))
                    else { return character }
                    return digit(character) ?? character
                })
        }.joined(separator: " ")
    }

    /// Edits (insert, delete, replace) from one text to the other; `limit + 1` where there are more.
    static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = above
            }
        }
        return min(row[b.count], limit + 1)
    }
}
