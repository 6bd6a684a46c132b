/// The checksum that closes a BR Code: CRC-16/CCITT-FALSE over everything before it, its own id and length included.
enum CRC16 {
    /// Polynomial 0x1021, initial value 0xFFFF, no reflection, no final XOR.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt16 {
        var crc: UInt16 = 0xFFFF
        for byte in bytes {
            crc ^= UInt16(byte) << 8
            for _ in 0..<8 { crc = crc & 0x8000 != 0 ? (crc << 1) ^ 0x1021 : crc << 1 }
        }
        return crc
    }

    /// Four upper-case hexadecimal digits, padded with zeros on the left: about one code in sixteen needs the padding.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = String(checksum(bytes), radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
