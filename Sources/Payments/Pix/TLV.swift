/// One data object of an EMV merchant-presented code: a two-digit id, a two-digit length, a value.
///
/// Source: EMV QR Code Specification for Payment Systems, Merchant-Presented Mode, which BR Code profiles.
struct TLVElement {
    /// 0…99
    let id: Int
    let value: ArraySlice<Unicode.Scalar>

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: value)
        return String(view)
    }

    /// The objects inside a template's value.
    func children(countedIn unit: TLVLengthUnit) throws(BRCodeError) -> [TLVElement] {
        try TLVElement.read(value, countedIn: unit)
    }

    /// Reads a run of objects that must end exactly where the text ends.
    static func read(_ text: ArraySlice<Unicode.Scalar>, countedIn unit: TLVLengthUnit) throws(BRCodeError)
        -> [TLVElement]
    {
        var elements: [TLVElement] = []
        var seen: Set<Int> = []
        var rest = text
        while !rest.isEmpty {
            guard let id = twoDigits(rest.prefix(2)), let length = twoDigits(rest.dropFirst(2).prefix(2)) else {
                throw .structure(offset: rest.startIndex)
            }
            // EMV lengths run from 01: an object without a value is left out, not written empty.
            guard length > 0, let end = unit.end(of: rest.dropFirst(4), length: length) else {
                throw .structure(offset: rest.startIndex)
            }
            guard seen.insert(id).inserted else { throw .duplicate(id: id) }
            elements.append(TLVElement(id: id, value: rest[(rest.startIndex + 4)..<end]))
            rest = rest[end...]
        }
        return elements
    }

    /// Writes one object; nil when the value does not fit into 99 characters.
    static func write(_ id: Int, _ value: String) -> String? {
        let length = value.unicodeScalars.count
        guard (1...99).contains(length), (0...99).contains(id) else { return nil }
        return twoDigitText(id) + twoDigitText(length) + value
    }

    private static func twoDigitText(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func twoDigits(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        guard scalars.count == 2, let tens = digit(scalars[scalars.startIndex]),
            let ones = digit(scalars[scalars.startIndex + 1])
        else { return nil }
        return tens * 10 + ones
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value - 48) : nil
    }
}

/// What a TLV length counts. BR Code asks for ASCII, where both are the same; codes in the wild carry accents and were
/// made by programs of either opinion, so a code is read as characters first and as UTF-8 bytes when that fails.
enum TLVLengthUnit: CaseIterable {
    case character, byte

    /// Where a value of the given length ends; nil when the text ends before, or inside a character.
    func end(of text: ArraySlice<Unicode.Scalar>, length: Int) -> Int? {
        switch self {
        case .character:
            return text.count >= length ? text.startIndex + length : nil
        case .byte:
            var left = length
            var index = text.startIndex
            while left > 0, index < text.endIndex {
                left -= UTF8.width(text[index])
                index += 1
            }
            return left == 0 ? index : nil
        }
    }
}
