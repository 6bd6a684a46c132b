import Yams

/// Turns a file's text into a tree with places.
enum YAMLText {
    static let sizeMax = 256 * 1024

    /// The root of the only document; nil after reporting why not.
    static func root(_ text: String, _ findings: Findings) -> Node? {
        if text.utf8.count > sizeMax {
            findings.report(.tooLarge, line: 1, column: 1)
            return nil
        }
        do {
            var documents = try Yams.compose_all(yaml: protected(text))
            // The parser must not be asked again after it failed: it would trap.
            let root = documents.next()
            if let error = documents.error { throw error }
            let second = root == nil ? nil : documents.next()
            if let error = documents.error { throw error }
            guard let root else {
                findings.report(.empty, line: 1, column: 1)
                return nil
            }
            if let second {
                findings.report(.severalDocuments, at: second)
                return nil
            }
            if case .scalar(let scalar) = root, scalar.string.isEmpty {
                findings.report(.empty, line: 1, column: 1)
                return nil
            }
            return root
        } catch let error as YamlError {
            report(error, findings)
        } catch {
            findings.report(.unreadableYAML("\(error)"), line: 1, column: 1)
        }
        return nil
    }

    private static func report(_ error: YamlError, _ findings: Findings) {
        switch error {
        case .scanner(let context, let problem, let mark, let text),
            .parser(let context, let problem, let mark, let text),
            .composer(let context, let problem, let mark, let text):
            // What does not end is told where it begins, not at the end of the file.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            let place = mark.line >= lines ? context?.mark ?? mark : mark
            findings.report(.unreadableYAML(restored(problem)), line: min(place.line, lines), column: place.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            for key in duplicates.sorted() {
                findings.report(.duplicateKey(restored(key)), line: context.mark.line, column: context.mark.column)
            }
        case .reader(let problem, _, _, _):
            findings.report(.unreadableYAML(problem), line: 1, column: 1)
        default:
            findings.report(.unreadableYAML("\(error)"), line: 1, column: 1)
        }
    }

    /// Stands for the comma of `R$ 50,00` and `1,5%` while YAML is read: in `{min: R$ 50,00, down: 20%}` YAML would
    /// take it for the end of the value. One scalar for one scalar, so that columns stay true.
    private static let decimalComma: Unicode.Scalar = "\u{E02C}"

    static func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(decimalComma) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(scalar == decimalComma ? "," : scalar) }
        return String(result)
    }

    private static func protected(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for index in scalars.indices.dropFirst() where scalars[index] == "," && isDigit(scalars[index - 1]) {
            if isAmount(scalars, comma: index) || isPercentage(scalars, comma: index) { scalars[index] = decimalComma }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// `R$`, spaces, digits and dots before; exactly two digits after.
    private static func isAmount(_ scalars: [Unicode.Scalar], comma: Int) -> Bool {
        let after = scalars[(comma + 1)...].prefix(3)
        guard after.count >= 2, after.prefix(2).allSatisfy(isDigit),
            after.count == 2 || !after.dropFirst(2).allSatisfy(isDigit)
        else { return false }
        var index = comma - 1
        while index >= 0, isDigit(scalars[index]) || scalars[index] == "." { index -= 1 }
        while index >= 0, scalars[index] == " " || scalars[index] == "\u{a0}" { index -= 1 }
        return index >= 1 && scalars[index] == "$" && scalars[index - 1] == "R"
    }

    /// Digits after, then a percent sign.
    private static func isPercentage(_ scalars: [Unicode.Scalar], comma: Int) -> Bool {
        var rest = scalars[(comma + 1)...].drop(while: isDigit)
        guard rest.startIndex > comma + 1 else { return false }
        rest = rest.drop { $0 == " " }
        return rest.first == "%"
    }
}
