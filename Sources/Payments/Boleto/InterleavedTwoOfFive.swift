/// The bars of a slip: Interleaved Two of Five (ISO/IEC 16390), five elements for a digit, two of them wide.
package enum InterleavedTwoOfFive {
    /// How much wider a wide element is than a narrow one.
    package static let wide = 3

    /// W is wide, n narrow: each digit's five elements.
    private static let patterns = [
        "nnWWn", "WnnnW", "nWnnW", "WWnnn", "nnWnW", "WnWnn", "nWWnn", "nnnWW", "WnnWn", "nWnWn",
    ].map { $0.utf8.map { $0 == UInt8(ascii: "W") ? wide : 1 } }

    /// The widths of bars and spaces in turn, in modules, beginning and ending with a bar; nil unless the text is an even
    /// number of digits, and at least two.
    ///
    /// A slip's 44 digits give 227 elements over 405 modules. The quiet zones on both sides are the drawer's.
    package static func widths(of digits: some StringProtocol) -> [Int]? {
        let values = digits.utf8.map { Int($0) - 0x30 }
        guard !values.isEmpty, values.count % 2 == 0, values.allSatisfy((0...9).contains) else { return nil }
        var widths = [1, 1, 1, 1]
        widths.reserveCapacity(7 + values.count * 5)
        for place in stride(from: 0, to: values.count, by: 2) {
            for (bar, space) in zip(patterns[values[place]], patterns[values[place + 1]]) { widths += [bar, space] }
        }
        return widths + [wide, 1, 1]
    }
}

extension Boleto {
    /// The widths of the slip's bars and spaces in turn, in modules.
    package var barWidths: [Int] { InterleavedTwoOfFive.widths(of: barcode) ?? [] }
}
