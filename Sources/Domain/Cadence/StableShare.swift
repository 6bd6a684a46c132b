/// Chance that is always the same for the same question: who is held out, who gets which variant.
package enum StableShare {
    /// 0 ..< 100 000 000, evenly spread: comparable with `Percentage.micros`.
    package static func of(_ question: String, _ debtor: DebtorID) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        for byte in question.utf8 { take(byte) }
        take(0)
        var rest = UInt64(bitPattern: debtor.rawValue)
        for _ in 0..<8 {
            take(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        // FNV-1a alone leaves neighbouring ids close together; the finaliser of SplitMix64 parts them.
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        hash ^= hash >> 31
        return Int64(hash.multipliedFullWidth(by: UInt64(Percentage.whole.micros)).high)
    }
}
