/// Text for formats that know ASCII only: accents go, letters stay.
enum ASCIIFolding {
    private static let accented = Array("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŠŽàáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžªº")
    private static let plain = Array("AAAAAACEEEEIIIINOOOOOOUUUUYYSZaaaaaaceeeeiiiinoooooouuuuyyszao")
    private static let letters = Dictionary(uniqueKeysWithValues: zip(accented, plain))
    private static let others: [Character: String] = [
        "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"",
        "”": "\"", "…": "...", "\u{A0}": " ", "·": "-", "•": "-",
    ]

    /// The text in printable ASCII; nil, with the culprit, when a character has no counterpart there.
    ///
    /// Characters compare by canonical equivalence, so a letter followed by a combining accent folds like the composed one.
    static func fold(_ text: String) -> Result<String, Unfoldable> {
        var folded = ""
        for character in text {
            if let byte = character.asciiValue, (0x20...0x7E).contains(byte), character != "\r\n" {
                folded.append(character)
            } else if let letter = letters[character] {
                folded.append(letter)
            } else if let other = others[character] {
                folded += other
            } else {
                return .failure(Unfoldable(character: character))
            }
        }
        return .success(folded)
    }

    struct Unfoldable: Error { let character: Character }
}
