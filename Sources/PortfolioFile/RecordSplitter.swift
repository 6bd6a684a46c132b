internal import Domain

/// Cuts a stream of UTF-8 or Windows-1252 bytes into records and fields (RFC 4180, and what is really sent).
///
/// Quotes count at the start of a field only, so that an inch or a nickname does no harm; a quote inside a quoted field
/// that is not followed by the end of the field is part of its text. A record whose quotes swallowed the lines behind
/// it is taken apart again: its first line is then read as it stands, quotes and all.
struct RecordSplitter {
    /// Longest record; a quote that is not closed within it was not meant as one.
    static let maximumRecordLength = 1 << 18

    var separator = UInt8(ascii: ";")
    /// How many fields a record should have; 0 while unknown.
    var expectedFields = 0

    private var buffer: [UInt8] = []
    private var position = 0
    /// The physical line at `position`, from 1.
    private var line = 1

    private(set) var record = Record()

    /// One record, its fields unquoted, as raw bytes of the file.
    struct Record {
        /// First physical line.
        var line = 0
        var bytes: [UInt8] = []
        var fields: [Range<Int>] = []
        var hasHighBytes = false
        /// A quote stood inside a quoted field without being doubled.
        var hasStrayQuote = false

        /// Nothing but white space.
        var isBlank: Bool { fields.count <= 1 && bytes.allSatisfy(\.isASCIISpace) }
    }

    mutating func append(_ write: (inout [UInt8]) -> Void) {
        if position > 0 {
            buffer.removeSubrange(0..<position)
            position = 0
        }
        write(&buffer)
    }

    /// Goes back to the start, to read again with another separator.
    mutating func rewind(to mark: Mark) {
        position = mark.position
        line = mark.line
    }

    struct Mark {
        let position: Int
        let line: Int
    }

    var mark: Mark { Mark(position: position, line: line) }

    /// Reads the next record into `record`. False when the buffer holds no whole one.
    mutating func next(isFinal: Bool) -> Bool {
        guard position < buffer.count else { return false }
        var outcome = scan(honouringQuotes: true, isFinal: isFinal)
        if case .unclosedQuote = outcome { outcome = scan(honouringQuotes: false, isFinal: isFinal) }
        guard case .record(var end, var lines) = outcome else { return false }
        if lines > 1, expectedFields > 0, record.hasStrayQuote || record.fields.count != expectedFields {
            // Perhaps a quote that nobody closed: does the first line alone make sense?
            let whole = record
            if case .record(let firstEnd, let firstLines) = scan(honouringQuotes: false, isFinal: isFinal),
                record.fields.count == expectedFields
            {
                (end, lines) = (firstEnd, firstLines)
            } else {
                record = whole
            }
        }
        record.line = line
        position = end
        line += lines
        return true
    }

    private enum Outcome {
        /// Where the next record starts, and how many lines this one took.
        case record(end: Int, lines: Int)
        case unclosedQuote
        case incomplete
    }

    private mutating func scan(honouringQuotes: Bool, isFinal: Bool) -> Outcome {
        record.bytes.removeAll(keepingCapacity: true)
        record.fields.removeAll(keepingCapacity: true)
        record.hasHighBytes = false
        record.hasStrayQuote = false
        var index = position
        var lines = 1
        var fieldStart = 0
        let end = buffer.count
        while true {
            if honouringQuotes, index < end, buffer[index] == 0x22 {
                guard let next = quoted(from: index, lines: &lines, isFinal: isFinal) else {
                    return isFinal || end - position > RecordSplitter.maximumRecordLength ? .unclosedQuote : .incomplete
                }
                index = next
            }
            // The rest of the field: all of it when it was not quoted.
            let restStart = index
            var ored: UInt8 = 0
            while index < end {
                let byte = buffer[index]
                if byte == separator || byte == 0x0A || byte == 0x0D { break }
                ored |= byte
                index += 1
            }
            if ored >= 0x80 { record.hasHighBytes = true }
            record.bytes.append(contentsOf: buffer[restStart..<index])
            if index == end, !isFinal { return .incomplete }
            record.fields.append(fieldStart..<record.bytes.count)
            fieldStart = record.bytes.count
            if index == end { return .record(end: end, lines: lines) }
            if buffer[index] == separator {
                index += 1
                continue
            }
            if buffer[index] == 0x0A { return .record(end: index + 1, lines: lines) }
            if index + 1 == end, !isFinal { return .incomplete }
            return .record(end: index + 1 < end && buffer[index + 1] == 0x0A ? index + 2 : index + 1, lines: lines)
        }
    }

    /// Reads a quoted field from its opening quote and gives the place behind its closing one.
    private mutating func quoted(from start: Int, lines: inout Int, isFinal: Bool) -> Int? {
        var index = start + 1
        let end = buffer.count
        while index < end {
            let byte = buffer[index]
            if byte == 0x22 {
                if index + 1 == end { return isFinal ? index + 1 : nil }
                if buffer[index + 1] == 0x22 {
                    record.bytes.append(byte)
                    index += 2
                    continue
                }
                if let next = endOfField(after: index + 1) { return next }
                record.hasStrayQuote = true
            } else if byte == 0x0A || (byte == 0x0D && !(index + 1 < end && buffer[index + 1] == 0x0A)) {
                lines += 1
            }
            if byte >= 0x80 { record.hasHighBytes = true }
            record.bytes.append(byte)
            index += 1
        }
        return nil
    }

    /// The place of the separator or line end that follows, spaces skipped; nil when text follows.
    private func endOfField(after start: Int) -> Int? {
        var index = start
        while index < buffer.count, buffer[index] == 0x20 { index += 1 }
        guard index < buffer.count else { return nil }
        return buffer[index] == separator || buffer[index] == 0x0A || buffer[index] == 0x0D ? index : nil
    }
}
