/// A Pix BR Code inside a message of ours.
enum PixCode {
    /// The line that is a code: it starts with the payload format indicator and ends with a checksum field
    /// (EMV QRCPS-MPM: `000201` … `6304` and four hexadecimal digits).
    static func found(in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) {
            let code = String(line).trimmed
            guard code.utf8.count >= 50, code.hasPrefix("000201"), code.suffix(8).hasPrefix("6304"),
                code.suffix(4).allSatisfy(\.isHexDigit)
            else { continue }
            return code
        }
        return nil
    }
}
