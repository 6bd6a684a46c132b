import CQREncode

/// A QR symbol: error correction level M and byte mode, as the Pix manual asks.
package struct QRCode: Hashable, Sendable {
    /// Modules per side, without the quiet zone: 21…177.
    package let side: Int
    /// Row by row from the top left; true is dark.
    package let modules: [Bool]

    /// The light margin that readers need, in modules (ISO/IEC 18004).
    package static let quietZone = 4

    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case empty
        /// More than the largest symbol holds (2 331 bytes at level M).
        case tooLong(byteCount: Int)

        package var description: String {
            switch self {
            case .empty: "an empty text has no QR code"
            case .tooLong(let byteCount): "\(byteCount) bytes do not fit into a QR code"
            }
        }
    }

    /// The smallest symbol that holds the text.
    package init(_ text: String) throws(Failure) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard let symbol = QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw .tooLong(byteCount: bytes.count)
        }
        defer { QRcode_free(symbol) }
        side = Int(symbol.pointee.width)
        // The lowest bit of each byte is the module's colour; the others say what it is for.
        modules = UnsafeBufferPointer(start: symbol.pointee.data, count: side * side).map { $0 & 1 == 1 }
    }

    package func isDark(row: Int, column: Int) -> Bool { modules[row * side + column] }
}
