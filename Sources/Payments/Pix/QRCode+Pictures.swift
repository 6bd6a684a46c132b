extension QRCode {
    /// A black and white PNG with the quiet zone; `scale` is the pixels per module.
    ///
    /// The same code and scale give the same bytes everywhere, so that a picture is known by its hash.
    package func png(scale: Int = 8) -> [UInt8] {
        let scale = min(max(scale, 1), 64)
        let pixels = (side + 2 * QRCode.quietZone) * scale
        let light = [UInt8](repeating: 0xFF, count: (pixels + 7) / 8)
        var rows: [[UInt8]] = Array(repeating: light, count: QRCode.quietZone * scale)
        for row in 0..<side {
            var bytes = light
            for column in 0..<side where isDark(row: row, column: column) {
                let first = (QRCode.quietZone + column) * scale
                for x in first..<(first + scale) { bytes[x / 8] &= ~(UInt8(0x80) >> UInt8(x % 8)) }
            }
            rows += Array(repeating: bytes, count: scale)
        }
        rows += Array(repeating: light, count: QRCode.quietZone * scale)
        return PNG.encode(bilevelRows: rows, width: pixels)
    }

    /// An SVG with the quiet zone, `size` CSS pixels wide; dark runs of a row are one rectangle each.
    package func svg(size: Int = 300) -> String {
        let total = side + 2 * QRCode.quietZone
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark(row: row, column: column) else {
                    column += 1
                    continue
                }
                let first = column
                while column < side, isDark(row: row, column: column) { column += 1 }
                let length = column - first
                path += "M\(first + QRCode.quietZone) \(row + QRCode.quietZone)h\(length)v1h-\(length)z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(size)" height="\(size)" viewBox="0 0 \(total) \(total)" \
            shape-rendering="crispEdges" role="img" aria-label="QR Code Pix">\
            <rect width="\(total)" height="\(total)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>

            """
    }
}
