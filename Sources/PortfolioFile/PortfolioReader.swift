/// Reads a portfolio file piece by piece, in memory that does not grow with it.
///
/// Feed it the file's bytes in pieces of any size and `finish()` at the end; each call gives the rows that became
/// whole.
package struct PortfolioReader {
    private let mapping: PortfolioMapping
    private var decoder = ByteDecoder()
    private var splitter = RecordSplitter()
    private var rows: RowReader?
    private var view = RecordView()
    /// Set by the first bytes that tell: until then a file is plain ASCII.
    private var detected: TextEncoding?

    /// How much of the file has been fed, for progress.
    package private(set) var bytesConsumed = 0
    /// The header line's fields; empty until it was read.
    package private(set) var header: [String] = []

    package init(mapping: PortfolioMapping = PortfolioMapping()) { self.mapping = mapping }

    package var separator: UInt8 { splitter.separator }
    package var encoding: TextEncoding { decoder.encoding ?? detected ?? .utf8 }

    package mutating func feed(_ bytes: [UInt8]) throws(PortfolioFileError) -> [RowResult] {
        try feed(bytes[...])
    }

    package mutating func feed(_ bytes: ArraySlice<UInt8>) throws(PortfolioFileError) -> [RowResult] {
        bytesConsumed += bytes.count
        splitter.append { decoder.decode(bytes, isFinal: false, into: &$0) }
        return try drain(isFinal: false)
    }

    /// The rows that were waiting for more.
    package mutating func finish() throws(PortfolioFileError) -> [RowResult] {
        splitter.append { decoder.decode([], isFinal: true, into: &$0) }
        let results = try drain(isFinal: true)
        guard rows != nil else { throw .empty }
        return results
    }

    private mutating func drain(isFinal: Bool) throws(PortfolioFileError) -> [RowResult] {
        if rows == nil {
            guard try readHeader(isFinal: isFinal) else { return [] }
        }
        guard let rows else { return [] }
        var results: [RowResult] = []
        while splitter.next(isFinal: isFinal) {
            let line = splitter.record.line
            loadRecord()
            if view.fields.indices.allSatisfy(view.isEmpty) { continue }
            results.append(rows.read(view, line: line))
        }
        return results
    }

    /// Finds the header line and what parts its fields. False when the line is not whole yet.
    private mutating func readHeader(isFinal: Bool) throws(PortfolioFileError) -> Bool {
        while true {
            let mark = splitter.mark
            guard splitter.next(isFinal: isFinal) else { return false }
            if splitter.record.bytes.contains(where: { $0 < 9 }) { throw .notText }
            if splitter.record.isBlank { continue }
            if let declared = declaredSeparator() {
                splitter.separator = declared
                continue
            }
            try chooseSeparator(from: mark, isFinal: isFinal)
            return true
        }
    }

    /// Excel's `sep=;` line.
    private func declaredSeparator() -> UInt8? {
        let bytes = splitter.record.bytes
        guard bytes.count <= 5, bytes.starts(with: Array("sep=".utf8)) else { return nil }
        return bytes.count == 5 ? bytes[4] : splitter.separator
    }

    private mutating func chooseSeparator(from mark: RecordSplitter.Mark, isFinal: Bool) throws(PortfolioFileError) {
        var best: (separator: UInt8, score: Int)?
        for separator in [
            splitter.separator, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|"),
        ] {
            guard readRecord(from: mark, separator: separator, isFinal: isFinal) else { continue }
            let names = headerNames()
            let score = Columns.recognised(names) * 1000 + names.count
            if score > best?.score ?? -1 { best = (separator, score) }
        }
        _ = readRecord(from: mark, separator: best?.separator ?? splitter.separator, isFinal: isFinal)
        header = headerNames()
        while header.last == "" { header.removeLast() }
        splitter.expectedFields = view.fields.count
        rows = RowReader(columns: try Columns(header: header, mapping: mapping))
    }

    private mutating func readRecord(from mark: RecordSplitter.Mark, separator: UInt8, isFinal: Bool) -> Bool {
        splitter.rewind(to: mark)
        splitter.separator = separator
        guard splitter.next(isFinal: isFinal) else { return false }
        loadRecord()
        return true
    }

    private func headerNames() -> [String] { view.fields.indices.map(view.text) }

    /// Copies the record into `view` as UTF-8.
    private mutating func loadRecord() {
        let record = splitter.record
        view.bytes.removeAll(keepingCapacity: true)
        view.fields.removeAll(keepingCapacity: true)
        guard record.hasHighBytes, isWindows1252(record.bytes) else {
            view.bytes.append(contentsOf: record.bytes)
            view.fields.append(contentsOf: record.fields)
            return
        }
        for field in record.fields {
            let start = view.bytes.count
            for index in field {
                let byte = record.bytes[index]
                if byte < 0x80 { view.bytes.append(byte) } else { Windows1252.append(byte, to: &view.bytes) }
            }
            view.fields.append(start..<view.bytes.count)
        }
    }

    /// The first record with a letter beyond ASCII decides for the file; a record that is no UTF-8 is never taken for
    /// it.
    private mutating func isWindows1252(_ bytes: [UInt8]) -> Bool {
        if detected == .windows1252 { return true }
        let isWellFormed = isUTF8(bytes.span)
        if detected == nil { detected = isWellFormed ? .utf8 : .windows1252 }
        return !isWellFormed
    }
}
