package import Domain

/// What programs saw on a receipt, before anybody makes sense of it: this is what comes back to the engine and is kept,
/// so that a better reader can read it again.
package struct ReceiptScan: Codable, Hashable, Sendable {
    /// From OCR or a PDF's text layer; no more of it than a receipt has.
    package let text: String
    /// Contents of QR codes and barcodes.
    package let symbols: [String]

    package init(text: String, symbols: [String]) {
        self.text = String(text.prefix(ReceiptText.charactersMax))
        self.symbols = symbols.prefix(16).map { String($0.prefix(1_024)) }
    }

    /// - Parameter day: the day on which the receipt came.
    package func reading(on day: CalendarDay, zone: Zone = .brasilia) -> ReceiptReading {
        ReceiptReading(text: text, symbols: symbols, on: day, zone: zone)
    }
}
