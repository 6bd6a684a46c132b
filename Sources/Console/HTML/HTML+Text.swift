extension HTML {
    /// The markup of this piece, with every text escaped and every phrase said in `language`.
    package func markup(in language: DisplayLanguage = .portuguese) -> String {
        var output = ""
        write(to: &output, language)
        return output
    }

    func write(to output: inout String, _ language: DisplayLanguage) {
        switch self {
        case .text(let text): HTML.escape(text, to: &output)
        case .phrase(let phrase): HTML.escape(phrase.text(in: language), to: &output)
        case .constant(let markup): output += markup.description
        case .group(let parts):
            for part in parts { part.write(to: &output, language) }
        case .element(let name, let attributes, let children):
            HTML.open(name, attributes, to: &output, language)
            if HTML.isVoid(name) { return }
            for child in children { child.write(to: &output, language) }
            output += "</"
            output += name.description
            output += ">"
        }
    }

    private static func open(
        _ name: StaticString, _ attributes: [Attribute], to output: inout String, _ language: DisplayLanguage
    ) {
        output += "<"
        output += name.description
        for attribute in attributes {
            output += " "
            output += attribute.name.description
            guard let value = attribute.text(in: language) else { continue }
            output += "=\""
            escape(value, to: &output)
            output += "\""
        }
        output += ">"
    }

    /// Elements that have no content and no end tag (HTML Living Standard, 13.1.2).
    static func isVoid(_ name: StaticString) -> Bool {
        switch name.description {
        case "br", "hr", "img", "input", "link", "meta": true
        default: false
        }
    }

    /// Writes text so that it stays text, between tags and between double or single quotes alike.
    ///
    /// Characters that HTML does not allow at all (controls other than tab and line ends) become U+FFFD.
    static func escape(_ text: String, to output: inout String) {
        var plain = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                plain = false
            case 0..<9, 11, 12, 14..<32, 127: plain = false
            default: break
            }
        }
        if plain {
            output += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 127: output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Attribute {
    /// The value before escaping; nil for a boolean attribute.
    func text(in language: DisplayLanguage) -> String? {
        switch value {
        case .present: nil
        case .text(let text): text
        case .phrase(let phrase): phrase.text(in: language)
        }
    }
}
