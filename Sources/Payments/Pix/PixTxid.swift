/// The receiver's reference of a Pix payment: what ties money that arrives to the charge that asked for it.
package struct PixTxid: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    package var description: String { text }

    /// Nil unless the text is 1 to 35 letters and digits, which is what a received Pix may carry.
    package init?(_ text: String) {
        guard PixTxid.isValid(text, lengths: 1...35) else { return nil }
        self.text = text
    }

    /// What the txid is for decides its length.
    package enum Use: Int, Sendable {
        /// In a static code: at most 25 characters.
        case staticCode = 25
        /// For a charge at the bank (`cob`, `cobv`, `cobr`): 26 to 35 characters.
        case bankCharge = 32
    }

    /// The txid of the charge with the given id: the same for the same input, different for every id.
    ///
    /// A txid must be unique per receiver for ever, and several installations may serve one receiver: `namespace` tells
    /// them apart. The first 13 characters are a reversible scramble of the id, so two ids of one namespace never meet;
    /// the rest is a digest of both, so two namespaces meet by chance only.
    package init(id: Int64, namespace: UInt64, use: Use = .staticCode) {
        let seed = UInt64(bitPattern: id)
        let scrambled = PixTxid.mixed(seed &+ PixTxid.mixed(namespace))
        var text = PixTxid.base36(scrambled, width: 13)
        var state = PixTxid.mixed(namespace ^ 0x5049_585F_5154_4158) &+ seed
        while text.utf8.count < use.rawValue {
            state = PixTxid.mixed(state &+ 0x9E37_79B9_7F4A_7C15)
            text += PixTxid.base36(state, width: 13).suffix(min(10, use.rawValue - text.utf8.count))
        }
        self.text = text
    }

    static func isValid(_ text: String, lengths: ClosedRange<Int>) -> Bool {
        lengths.contains(text.utf8.count) && text.utf8.allSatisfy(isLetterOrDigit)
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// The finaliser of SplitMix64: a bijection on 64 bits.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// 36¹³ exceeds 2⁶⁴, so 13 digits hold any value.
    private static func base36(_ value: UInt64, width: Int) -> String {
        let digits = String(value, radix: 36, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
