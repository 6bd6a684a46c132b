import Domain

/// One line of 240 columns on its way to a bank.
struct CNABRecordWriter {
    private(set) var bytes = [UInt8](repeating: 0x20, count: CNABLayout.cnab240.rawValue)

    init(bank: String, batch: Int, type: Character) {
        number(1...3, bank)
        number(4...7, String(batch))
        text(8...8, String(type))
    }

    /// Capital letters without accents, cut at the end of the columns.
    mutating func text(_ columns: ClosedRange<Int>, _ text: String) {
        let folded = CNABRecordWriter.folded(text).utf8.prefix(columns.count)
        bytes.replaceSubrange((columns.lowerBound - 1)..<columns.upperBound, with: blanks(folded, columns.count))
    }

    private func blanks(_ text: some Collection<UInt8>, _ width: Int) -> [UInt8] {
        Array(text) + [UInt8](repeating: 0x20, count: width - text.count)
    }

    /// Zeros on the left. A text that is too long keeps its end: callers have checked that it fits.
    mutating func number(_ columns: ClosedRange<Int>, _ digits: String) {
        let kept = Array(digits.utf8.suffix(columns.count))
        bytes.replaceSubrange(
            (columns.lowerBound - 1)..<columns.upperBound,
            with: [UInt8](repeating: 0x30, count: columns.count - kept.count) + kept)
    }

    /// Cents, or hundredths of a percent.
    mutating func money(_ columns: ClosedRange<Int>, _ money: Money) { number(columns, String(money.cents)) }

    /// `DDMMYYYY`; zeros for none.
    mutating func day(_ columns: ClosedRange<Int>, _ day: CalendarDay?) {
        guard let day else { return number(columns, "") }
        let (year, month, dayOfMonth) = day.components
        number(columns, padded(dayOfMonth, 2) + padded(month, 2) + padded(year, 4))
    }

    /// What a format of capital letters and digits can hold of a text; a character that it cannot is a blank.
    static func folded(_ text: String) -> String {
        text.map { character in
            ((try? ASCIIFolding.fold(String(character)).get()) ?? " ").uppercased()
        }.joined()
    }
}
