/// Lower case, accents off, runs of white space to one space, none at the ends: the form in which names and headers are
/// compared. `"  JOÃO d’Ávila"` is `"joao d'avila"`.
package func folded(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        if scalar.isASCII ? UInt8(scalar.value).isASCIISpace : scalar.properties.isWhitespace || scalar.value == 0xFEFF
        {
            pendingSpace = !result.isEmpty
            continue
        }
        if pendingSpace {
            result.append(0x20)
            pendingSpace = false
        }
        if scalar.isASCII {
            result.append(UInt8(scalar.value).asciiLowercased)
        } else {
            appendFolded(scalar, to: &result)
        }
    }
    return String(decoding: result, as: UTF8.self)
}

/// The ASCII base letter of a Latin letter with a diacritic; combining marks vanish; the rest is lowered and kept.
private func appendFolded(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    switch scalar.value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0xAA: result.append(UInt8(ascii: "a"))
    case 0xC7, 0xE7, 0x106...0x10D: result.append(UInt8(ascii: "c"))
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: result.append(UInt8(ascii: "e"))
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: result.append(UInt8(ascii: "i"))
    case 0xD1, 0xF1, 0x143...0x148: result.append(UInt8(ascii: "n"))
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151, 0xBA: result.append(UInt8(ascii: "o"))
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: result.append(UInt8(ascii: "u"))
    case 0xDD, 0xFD, 0xFF: result.append(UInt8(ascii: "y"))
    case 0x160, 0x161: result.append(UInt8(ascii: "s"))
    case 0x17D, 0x17E: result.append(UInt8(ascii: "z"))
    case 0x300...0x36F: break
    case 0x2018, 0x2019, 0xB4: result.append(UInt8(ascii: "'"))
    default: result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
}
