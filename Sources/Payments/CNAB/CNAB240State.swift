import Domain

/// Reads the lines of a CNAB 240 file after its header: batches of titles, each a segment T followed by a segment U.
struct CNAB240State: Sendable {
    private let bank: CNABBank
    private let meanings: [String: CNABMovement]
    private(set) var sawTrailer = false
    private var segmentT: CNABLine?
    private var batchRecords: Int64 = 0
    private var batches: Int64 = 0
    /// The file header is the first.
    private var fileRecords: Int64 = 1

    /// The line of a title that still waits for its segment U.
    var waiting: Int? { segmentT?.number }

    init(bank: CNABBank) {
        self.bank = bank
        meanings = bank.meanings()
    }

    mutating func read(_ line: CNABLine) -> [CNABRecord] {
        guard !sawTrailer else { return [rejected(line, .afterTrailer)] }
        fileRecords += 1
        batchRecords += 1
        var records = orphanedT(before: line).map { [$0] } ?? []
        do throws(CNABError) {
            guard line.length <= CNABLayout.cnab240.rawValue + 1 else { throw .tooLong(line.length) }
            if let record = try understood(line) { records.append(record) }
        } catch {
            records.append(rejected(line, error))
        }
        return records
    }

    private mutating func understood(_ line: CNABLine) throws(CNABError) -> CNABRecord? {
        switch line.column(8) {
        case "1":
            batches += 1
            batchRecords = 1
        case "3": return try detail(line)
        case "5": try check(line, 18...23, batchRecords)
        case "9":
            sawTrailer = true
            try check(line, 18...23, batches)
            try check(line, 24...29, fileRecords)
        case let type: throw .unknownRecord(type.map(String.init) ?? "")
        }
        return nil
    }

    private mutating func detail(_ line: CNABLine) throws(CNABError) -> CNABRecord? {
        switch line.column(14) {
        case "T": segmentT = line
        case "U":
            guard let first = segmentT else { throw .missingSegment("T") }
            segmentT = nil
            return .title(try title(first, line))
        default: break  // segments Y, S, …: more about the same title, nothing about its money
        }
        return nil
    }

    /// A segment T after which another title, batch or trailer comes instead of its segment U.
    private mutating func orphanedT(before line: CNABLine) -> CNABRecord? {
        guard let first = segmentT, line.column(8) != "3" || line.column(14) == "T" else { return nil }
        segmentT = nil
        return rejected(first, .missingSegment("U"))
    }

    private func title(_ t: CNABLine, _ u: CNABLine) throws(CNABError) -> CNABTitle {
        let movement = t.text(16...17)
        guard movement == u.text(16...17) else { throw .movementsDiffer(movement, u.text(16...17)) }
        // A gap in the numbers is a lost line: this U may belong to another title.
        let numbers = (try t.integer(9...13, .sequence), try u.integer(9...13, .sequence))
        guard numbers.1 <= numbers.0 + 1 else { throw .sequence(stated: numbers.1, expected: numbers.0 + 1) }
        return CNABTitle(
            line: t.number, movement: movement, meaning: meanings[movement] ?? .unknown,
            ourNumber: t.text(bank.ourNumber),
            document: t.text(bank.document), companyUse: t.text(bank.companyUse), due: try t.day(bank.due, .due),
            occurredOn: try u.day(138...145, .occurrence), creditedOn: try u.day(bank.credit, .credit),
            face: try t.money(bank.face, .face), paid: try u.money(78...92, .paid),
            charges: try u.money(18...32, .charges), discount: try u.money(33...47, .discount),
            rebate: try u.money(48...62, .rebate), fee: try t.money(bank.fee, .fee),
            reasons: pairs(t.text(bank.reasons)))
    }

    private func check(_ line: CNABLine, _ range: ClosedRange<Int>, _ counted: Int64) throws(CNABError) {
        let stated = try line.integer(range, .count)
        guard stated == counted else { throw .count(stated: stated, counted: counted) }
    }
}
