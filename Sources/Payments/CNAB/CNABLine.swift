import Domain

/// One line of a bank's file, cut by columns.
///
/// Real files come right-trimmed, with a character too many, as UTF-8 or Latin-1, with a byte order mark or a final 0x1A;
/// all of that is evened out here.
struct CNABLine {
    /// The line's number in the file, from 1.
    let number: Int
    private let columns: [Unicode.Scalar]

    /// What is on the line beyond trailing blanks.
    var length: Int { columns.count }

    init(_ bytes: some Sequence<UInt8>, number: Int) {
        var bytes = Array(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        while let last = bytes.last, [0x20, 0x0D, 0x0A, 0x1A, 0x00].contains(last) { bytes.removeLast() }
        self.number = number
        if bytes.contains(where: { $0 >= 0x80 }), let text = String(validating: bytes, as: UTF8.self) {
            columns = Array(text.unicodeScalars)
        } else {
            columns = bytes.map { Unicode.Scalar($0) }
        }
    }

    /// The text in columns counted from 1, both ends included, blanks at the ends dropped; columns past the end are blank.
    func text(_ range: ClosedRange<Int>) -> String {
        let first = range.lowerBound - 1
        guard first < columns.count else { return "" }
        var slice = columns[first..<min(range.upperBound, columns.count)]
        while slice.first == " " { slice.removeFirst() }
        while slice.last == " " { slice.removeLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: slice)
        return String(view)
    }

    func column(_ column: Int) -> Character? {
        columns.indices.contains(column - 1) ? Character(columns[column - 1]) : nil
    }

    /// A count or an amount in cents; blank is zero.
    func integer(_ range: ClosedRange<Int>, _ field: CNABField) throws(CNABError) -> Int64 {
        let text = text(range)
        if text.isEmpty { return 0 }
        guard text.utf8.allSatisfy(\.isASCIIDigit), let value = Int64(text) else { throw .number(field, text) }
        return value
    }

    func money(_ range: ClosedRange<Int>, _ field: CNABField) throws(CNABError) -> Money {
        Money(cents: try integer(range, field))
    }

    /// `DDMMYYYY` in eight columns, `DDMMYY` (of this century) in six; blank or zeros is none.
    func day(_ range: ClosedRange<Int>, _ field: CNABField) throws(CNABError) -> CalendarDay? {
        let text = text(range)
        if text.allSatisfy({ $0 == "0" }) { return nil }
        let digits = text.utf8.compactMap { $0.isASCIIDigit ? Int($0 - 0x30) : nil }
        guard digits.count == range.count, text.utf8.count == range.count else { throw .day(field, text) }
        let year = digits.count == 8 ? Payments.number(digits[4...]) : 2000 + Payments.number(digits[4...])
        let day = CalendarDay(year: year, month: Payments.number(digits[2..<4]), day: Payments.number(digits[0..<2]))
        guard let day else { throw .day(field, text) }
        return day
    }
}
