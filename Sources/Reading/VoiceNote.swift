/// Spoken words as WhatsApp plays them as a voice note: Opus in Ogg, one channel.
package struct VoiceNote: Hashable, Sendable {
    package static let mimeType = "audio/ogg; codecs=opus"

    package let bytes: [UInt8]
    package let milliseconds: Int

    /// Nil unless the bytes are an Ogg file (RFC 3533) whose stream is Opus with one channel (RFC 7845).
    package init?(_ bytes: [UInt8]) {
        guard let head = bytes.prefix(512).firstRange(of: Array("OpusHead".utf8)),
            bytes.starts(with: Array("OggS".utf8)),
            head.upperBound + 4 <= bytes.count, bytes[head.upperBound + 1] == 1
        else { return nil }
        let preSkip = Int(bytes[head.upperBound + 2]) | Int(bytes[head.upperBound + 3]) << 8
        guard let samples = VoiceNote.lastGranule(bytes), samples > preSkip else { return nil }
        self.bytes = bytes
        // Positions count samples of 48 kHz, whatever the source was.
        milliseconds = (samples - preSkip) / 48
    }

    /// The position in the header of the last page.
    private static func lastGranule(_ bytes: [UInt8]) -> Int? {
        let mark = Array("OggS".utf8)
        guard bytes.count >= 27 else { return nil }
        for start in stride(from: bytes.count - 27, through: 0, by: -1)
        where bytes[start..<(start + 4)].elementsEqual(mark) {
            let position = bytes[(start + 6)..<(start + 14)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(exactly: position)
        }
        return nil
    }
}
