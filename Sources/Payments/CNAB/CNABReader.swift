import Domain

/// Reads a bank's return file (*arquivo retorno*), CNAB 240 or 400, line by line, in constant memory.
///
/// Feed every line in order, then call `finish()`. A line that cannot be read is rejected by itself; a trailer that counts
/// otherwise is rejected too, and `isComplete` then says that the file must not be booked before a person saw it.
package struct CNABReader: Sendable {
    /// Known once the first line has been read.
    package private(set) var header: CNABHeader?
    /// How many titles were read.
    package private(set) var titleCount = 0
    /// How many of each movement code.
    package private(set) var movements: [String: Int] = [:]
    /// False as soon as lines are missing, doubled, or more or fewer than the trailers say.
    package private(set) var isComplete = true

    private var state: State = .start
    private var lineCount = 0

    private enum State {
        case start
        case cnab240(CNAB240State)
        case cnab400(CNAB400State)
    }

    package init() {}

    /// Takes one line, with or without its end. Throws only on the first line, when this is no return file at all.
    ///
    /// Nothing for a line that is no title: header, trailer, blank, other segments.
    package mutating func read(line bytes: some Sequence<UInt8>) throws(CNABError) -> [CNABRecord] {
        lineCount += 1
        let line = CNABLine(bytes, number: lineCount)
        guard line.length > 0 else { return [] }
        switch state {
        case .start:
            try start(line)
            return []
        case .cnab240(var inner):
            let records = inner.read(line)
            state = .cnab240(inner)
            return counted(records)
        case .cnab400(var inner):
            let records = inner.read(line)
            state = .cnab400(inner)
            return counted(records)
        }
    }

    /// Says what is missing at the end. Throws when there was no first line.
    package mutating func finish() throws(CNABError) -> [CNABRejection] {
        var rejections: [CNABRejection] = []
        let sawTrailer: Bool
        switch state {
        case .start: throw .notCNAB
        case .cnab240(let inner):
            sawTrailer = inner.sawTrailer
            if let title = inner.waiting { rejections.append(CNABRejection(line: title, error: .missingSegment("U"))) }
        case .cnab400(let inner): sawTrailer = inner.sawTrailer
        }
        if !sawTrailer { rejections.append(CNABRejection(line: lineCount, error: .truncated)) }
        if !rejections.isEmpty { isComplete = false }
        return rejections
    }

    private mutating func start(_ line: CNABLine) throws(CNABError) {
        let service = line.text(3...9).uppercased()
        if line.column(1) == "0", ["RETORNO", "REMESSA"].contains(service) {
            guard service == "RETORNO", line.column(2) != "1" else { throw .submission }
            let code = line.text(77...79)
            guard let bank = CNABBank.cnab400(code) else { throw .unknownBank(code) }
            header = CNABHeader(
                layout: .cnab400, bank: code, company: line.text(47...76),
                fileSequence: (try? line.integer(109...113, .sequence)) ?? 0,
                writtenOn: try? line.day(95...100, .credit))
            state = .cnab400(CNAB400State(bank: bank))
            return
        }
        let code = line.text(1...3)
        guard code.utf8.count == 3, code.utf8.allSatisfy(\.isASCIIDigit), line.text(4...8) == "00000",
            line.length <= CNABLayout.cnab240.rawValue + 1
        else { throw .notCNAB }
        guard line.column(143) != "1" else { throw .submission }
        header = CNABHeader(
            layout: .cnab240, bank: code, company: line.text(73...102),
            fileSequence: (try? line.integer(158...163, .sequence)) ?? 0, writtenOn: try? line.day(144...151, .credit))
        state = .cnab240(CNAB240State(bank: CNABBank.cnab240(code)))
    }

    private mutating func counted(_ records: [CNABRecord]) -> [CNABRecord] {
        for record in records {
            switch record {
            case .title(let title):
                titleCount += 1
                movements[title.movement, default: 0] += 1
            case .rejected: isComplete = false
            }
        }
        return records
    }
}
