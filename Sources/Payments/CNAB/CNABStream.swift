/// Reads a return file in pieces of any size, so that the largest file needs no more memory than a piece and a line.
package struct CNABStream: Sendable {
    /// The longest line that is kept; what is longer is no line of CNAB, and its rest is passed over.
    static let lineMost = 1024

    package private(set) var reader = CNABReader()
    private var line: [UInt8] = []

    package init() {}

    /// Takes the next piece. Throws only while the first line is read, when this is no return file at all.
    package mutating func read(_ piece: some Sequence<UInt8>) throws(CNABError) -> [CNABRecord] {
        var records: [CNABRecord] = []
        for byte in piece {
            if byte == UInt8(ascii: "\n") {
                records += try endLine()
            } else if line.count < CNABStream.lineMost {
                line.append(byte)
            }
        }
        return records
    }

    /// Takes the last line where no end of line follows it, and says what is missing.
    package mutating func finish() throws(CNABError) -> [CNABRecord] {
        var records = line.isEmpty ? [] : try endLine()
        records += try reader.finish().map(CNABRecord.rejected)
        return records
    }

    private mutating func endLine() throws(CNABError) -> [CNABRecord] {
        defer { line.removeAll(keepingCapacity: true) }
        return try reader.read(line: line)
    }
}
