/// Folding of characters: case, accents, width and typographic variants fall away, so that `Não`, `NÃO` and `nao`
/// are one word.
enum Folding {
    /// The ASCII letters and digits that a scalar stands for, or nil where it is no letter or digit of a Latin script.
    ///
    /// Ordinal signs become the letter that people type for them: `5º` is `5o`.
    @inline(__always)
    static func folded(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        if value < 0x80 {
            let byte = UInt8(value)
            switch byte {
            case 0x61...0x7A, 0x30...0x39: return byte
            case 0x41...0x5A: return byte + 0x20
            default: return nil
            }
        }
        if value < 0x180 {
            let byte = latin[Int(value - 0x80)]
            return byte == 0 ? nil : byte
        }
        return rare(value)
    }

    /// Scalars that add nothing: combining marks, joiners, variation selectors, skin tones, tags.
    @inline(__always)
    static func isIgnored(_ value: UInt32) -> Bool {
        if value < 0x300 { return value == 0xAD || (value < 0x20 && value != 0x0A && value != 0x09 && value != 0x0D) }
        return (0x300...0x36F).contains(value) || (0x200B...0x200F).contains(value)
            || (0x2060...0x2064).contains(value) || (0xFE00...0xFE0F).contains(value) || value == 0xFEFF
            || (0x1F3FB...0x1F3FF).contains(value) || (0xE0000...0xE01EF).contains(value)
    }

    private static func rare(_ value: UInt32) -> UInt8? {
        switch value {
        case 0xFF10...0xFF19: UInt8(value - 0xFF10) + 0x30
        case 0xFF21...0xFF3A: UInt8(value - 0xFF21) + 0x61
        case 0xFF41...0xFF5A: UInt8(value - 0xFF41) + 0x61
        // Mathematical alphabets, which keyboards offer as "fonts": 52 letters each, capitals first.
        case 0x1D400...0x1D6A3: UInt8((value - 0x1D400) % 26) + 0x61
        case 0x1D7CE...0x1D7FF: UInt8((value - 0x1D7CE) % 10) + 0x30
        case 0x1F1E6...0x1F1FF: nil
        case 0x1E00...0x1EFF: vietnamese(value)
        default: nil
        }
    }

    /// Latin Extended Additional, where other people's keyboards put `ẽ` and `ũ`.
    private static func vietnamese(_ value: UInt32) -> UInt8? {
        switch value {
        case 0x1EA0...0x1EB7: 0x61
        case 0x1EB8...0x1EC7: 0x65
        case 0x1EC8...0x1ECB: 0x69
        case 0x1ECC...0x1EE3: 0x6F
        case 0x1EE4...0x1EF1: 0x75
        case 0x1EF2...0x1EF9: 0x79
        default: nil
        }
    }

    /// U+0080 … U+017F; 0 is "no letter".
    private static let latin: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x100)
        func map(_ letters: String, _ base: String) {
            guard let byte = base.utf8.first else { return }
            for scalar in letters.unicodeScalars where (0x80..<0x180).contains(scalar.value) {
                table[Int(scalar.value - 0x80)] = byte
            }
        }
        map("ÀÁÂÃÄÅÆàáâãäåæªĀāĂăĄą", "a")
        map("ÇçĆćĈĉĊċČč", "c")
        map("ĎďĐđÐð", "d")
        map("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "e")
        map("ĜĝĞğĠġĢģ", "g")
        map("ĤĥĦħ", "h")
        map("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "i")
        map("ĴĵĶķĸ", "k")
        map("ĹĺĻļĽľĿŀŁł", "l")
        map("ÑñŃńŅņŇňŉŊŋ", "n")
        map("ÒÓÔÕÖØòóôõöøº°ŌōŎŏŐőŒœ", "o")
        map("ŔŕŖŗŘř", "r")
        map("ŚśŜŝŞşŠšßſ", "s")
        map("ŢţŤťŦŧ", "t")
        map("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "u")
        map("ŴŵŶŷŸÝýÿ", "y")
        map("ŹźŻżŽž", "z")
        map("¹", "1")
        map("²", "2")
        map("³", "3")
        return table
    }()
}
