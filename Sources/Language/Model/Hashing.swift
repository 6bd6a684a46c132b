/// FNV-1a with a final mix: the same on every machine, which the standard library's seeded hash is not.
struct FeatureHash {
    private(set) var value: UInt64

    @inline(__always)
    init(_ seed: UInt64) { value = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15) }

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    @inline(__always)
    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
    }

    @inline(__always)
    var mixed: UInt64 {
        var result = value ^ (value >> 33)
        result = result &* 0xFF51_AFD7_ED55_8CCD
        return result ^ (result >> 33)
    }

    @inline(__always)
    static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
        var hash = FeatureHash(seed)
        for byte in text.utf8 { hash.add(byte) }
        return hash.mixed
    }
}
