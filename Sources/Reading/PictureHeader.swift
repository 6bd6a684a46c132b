/// What kind of file some bytes are, by themselves and not by what the sender says, and how large a picture is.
package enum MediaKind: Hashable, Sendable {
    case png(PictureSize)
    case jpeg(PictureSize)
    case webP(PictureSize)
    case pdf

    /// Nil for all other bytes, and for pictures whose header is broken.
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard bytes.count >= 24, bytes[12..<16].elementsEqual(Array("IHDR".utf8)) else { return nil }
            self = .png(PictureSize(width: MediaKind.big(bytes[16..<20]), height: MediaKind.big(bytes[20..<24])))
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            guard let size = MediaKind.jpegSize(bytes) else { return nil }
            self = .jpeg(size)
        } else if bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
            bytes[8..<12].elementsEqual(Array("WEBP".utf8))
        {
            guard let size = MediaKind.webPSize(bytes) else { return nil }
            self = .webP(size)
        } else if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil {
            self = .pdf
        } else {
            return nil
        }
    }

    package var size: PictureSize? {
        switch self {
        case .png(let size), .jpeg(let size), .webP(let size): size
        case .pdf: nil
        }
    }

    /// The ending under which the programs know it.
    var fileExtension: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpg"
        case .webP: "webp"
        case .pdf: "pdf"
        }
    }

    private static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { big(ArraySlice(bytes.reversed())) }

    /// The frame header (SOF0…SOF15 without DHT, JPG and DAC) among the segments (ITU T.81, annex B).
    private static func jpegSize(_ bytes: [UInt8]) -> PictureSize? {
        var index = 2
        while index + 9 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            if marker == 0xFF {
                index += 1
                continue
            }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return PictureSize(
                    width: big(bytes[(index + 7)..<(index + 9)]), height: big(bytes[(index + 5)..<(index + 7)]))
            }
            let isAlone = marker == 0x01 || (0xD0...0xD8).contains(marker)
            let length = isAlone ? 0 : big(bytes[(index + 2)..<(index + 4)])
            guard isAlone || length >= 2 else { return nil }
            index += 2 + length
        }
        return nil
    }

    /// The three kinds of a WebP's first chunk (RFC 9649).
    private static func webPSize(_ bytes: [UInt8]) -> PictureSize? {
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ":
            return PictureSize(width: little(bytes[26..<28]) & 0x3FFF, height: little(bytes[28..<30]) & 0x3FFF)
        case "VP8L":
            let bits = little(bytes[21..<25])
            return PictureSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case "VP8X": return PictureSize(width: little(bytes[24..<27]) + 1, height: little(bytes[27..<30]) + 1)
        default: return nil
        }
    }
}

/// In pixels.
package struct PictureSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    package var pixels: Int { width * height }
}
