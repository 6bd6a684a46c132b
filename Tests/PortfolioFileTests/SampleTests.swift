import Domain
import PortfolioFile
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct SampleTests {
    private struct Expected: Decodable {
        struct Row: Decodable {
            let line: Int
            let fields: [String]
        }
        let rows, accepted, rejected, debtors: Int
        let originalCents: Int64
        let rejectedRows: [Row]

        private enum CodingKeys: String, CodingKey {
            case rows, accepted, rejected, debtors
            case originalCents = "original_cents"
            case rejectedRows = "rejected_rows"
        }
    }

    @Test("the sample portfolio comes out as expected, whatever the size of the pieces", arguments: [7, 1000, 1 << 20])
    func sample(size: Int) throws {
        let expected = try JSONDecoder().decode(Expected.self, from: Data(try vector("portfolio-sample.expected.json")))
        let outcome = try Outcome(try vector("portfolio-sample.csv"), pieces: size)
        #expect(outcome.reader.encoding == .windows1252)
        #expect(outcome.accepted.count + outcome.rejected.count == expected.rows)
        #expect(outcome.accepted.count == expected.accepted)
        #expect(outcome.rejected.count == expected.rejected)
        #expect(Set(outcome.accepted.map(\.document)).count == expected.debtors)
        #expect(outcome.accepted.map(\.amount).sum().cents == expected.originalCents)
        #expect(outcome.rejected.map(\.line) == expected.rejectedRows.map(\.line))
        #expect(
            outcome.rejected.map { Set($0.reasons.map(\.field.rawValue)) }
                == expected.rejectedRows.map { Set($0.fields) })
        #expect(outcome.accepted[0].name == "João Souza Araújo")
        #expect(outcome.accepted[0].extra == ["Observação": "diz \"não sou eu\""])
        #expect(outcome.accepted[0].state == .ce)
        #expect(outcome.accepted[0].phones.map(\.e164) == ["+5585988063058", "+558536647955"])
    }

    @Test("the rejected rows can be written, corrected and read again")
    func rejectedFile() throws {
        let outcome = try Outcome(try vector("portfolio-sample.csv"))
        var file = outcome.reader.rejectedHeader()
        for row in outcome.rejected { file += outcome.reader.rejectedLine(row) }
        let again = try Outcome(file)
        #expect(again.rejected.map { $0.reasons } == outcome.rejected.map { $0.reasons })
        #expect(again.reader.header.last == "motivo")
        #expect(again.accepted.isEmpty)
        var twice = again.reader.rejectedHeader()
        for row in again.rejected { twice += again.reader.rejectedLine(row) }
        #expect(twice == file)
    }
}
