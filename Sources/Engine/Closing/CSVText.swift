/// Lines of comma-separated values (RFC 4180) for accounting and spreadsheets.
package enum CSVText {
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front: names and references come from other
    /// people's files. An amount is a number and stays.
    static func field(_ text: String) -> String {
        var written = text
        if let first = text.first, "=+-@\t\r".contains(first), !isNumber(text) { written = "'" + text }
        guard written.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return written }
        return "\"" + written.replacing("\"", with: "\"\"") + "\""
    }

    private static func isNumber(_ text: String) -> Bool {
        text.dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    }
}
