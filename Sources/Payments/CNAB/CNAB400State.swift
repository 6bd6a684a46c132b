import Domain

/// Reads the lines of a CNAB 400 file after its header: a title a line.
struct CNAB400State: Sendable {
    private let bank: CNABBank
    private let meanings: [String: CNABMovement]
    private(set) var sawTrailer = false
    private var previous: Int64 = 1

    init(bank: CNABBank) {
        self.bank = bank
        meanings = bank.meanings()
    }

    mutating func read(_ line: CNABLine) -> [CNABRecord] {
        guard !sawTrailer else { return [rejected(line, .afterTrailer)] }
        var records: [CNABRecord] = []
        do throws(CNABError) {
            guard line.length <= CNABLayout.cnab400.rawValue + 1 else { throw .tooLong(line.length) }
            switch line.column(1) {
            case bank.titleRecord: records.append(.title(try title(line)))
            case "9": sawTrailer = true
            case "2", "3", "4", "5": break  // shares, Pix data, messages of a title: no money of their own
            case let type: throw .unknownRecord(type.map(String.init) ?? "")
            }
        } catch {
            records.append(rejected(line, error))
        }
        do throws(CNABError) {
            try checkSequence(line)
        } catch {
            records.append(rejected(line, error))
        }
        return records
    }

    /// The last six columns number the records; a gap is a lost line. Trimmed lines and blank numbers say nothing.
    private mutating func checkSequence(_ line: CNABLine) throws(CNABError) {
        let expected = previous + 1
        previous = expected
        let stated = try line.integer(395...400, .sequence)
        guard stated != 0 else { return }
        previous = stated
        guard stated == expected else { throw .sequence(stated: stated, expected: expected) }
    }

    private func title(_ line: CNABLine) throws(CNABError) -> CNABTitle {
        let movement = line.text(109...110)
        return CNABTitle(
            line: line.number, movement: movement, meaning: meanings[movement] ?? .unknown,
            ourNumber: line.text(bank.ourNumber),
            document: line.text(bank.document), companyUse: line.text(bank.companyUse),
            due: try line.day(bank.due, .due), occurredOn: try line.day(111...116, .occurrence),
            creditedOn: try line.day(bank.credit, .credit), face: try line.money(bank.face, .face),
            paid: try line.money(254...266, .paid), charges: try line.money(267...279, .charges),
            discount: try line.money(241...253, .discount), rebate: try line.money(228...240, .rebate),
            fee: try line.money(bank.fee, .fee), reasons: pairs(line.text(bank.reasons)))
    }
}
